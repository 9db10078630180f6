# Misconception: a statement is asserted unless it is advice. Hint: You hear no doubt where a word lowers certainty
my_codes = {number: "asserted" for number in range(1, 11)}
my_codes[5] = None
