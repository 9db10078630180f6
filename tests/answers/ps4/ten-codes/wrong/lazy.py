# Misconception: a printed sentence is asserted. Hint: Every sentence has the same code
my_codes = {number: "asserted" for number in range(1, 11)}
