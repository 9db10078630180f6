# Misconception: the whole is the percentage. Hint: does not stand in the table
wholes = {"a": 36, "b": 30, "c": 32, "d": 80, "e": 80, "f": 6}
