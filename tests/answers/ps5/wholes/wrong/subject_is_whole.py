# Misconception: the subject of a sentence is its whole. Hint: Rows and columns have changed places
wholes = {"a": 30, "b": 25, "c": 50, "d": 25, "e": 30, "f": 50}
