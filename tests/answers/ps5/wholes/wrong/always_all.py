# Misconception: a percentage is a share of everything. Hint: You take the whole table in every sentence
wholes = dict.fromkeys("abcdef", 50)
