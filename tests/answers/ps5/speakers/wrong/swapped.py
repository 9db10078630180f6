# Misconception: the report is the text in hand. Hint: The two names have changed places
speakers = {number: "press release" if number in (3, 5, 8, 9) else "report" for number in range(1, 11)}
