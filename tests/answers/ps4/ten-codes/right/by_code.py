# Sentences gathered by code, then turned round; numbers as text, one slip
sentences = {"possible": "1 7", "probable": "3 8", "asserted": "10 9 6 4 2 5"}
my_codes = {number: code for code, numbers in sentences.items() for number in numbers.split()}
