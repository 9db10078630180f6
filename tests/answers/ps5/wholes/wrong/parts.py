# Misconception: the number that a sentence is about is the whole. Hint: These are the parts
wholes = {"a": 9, "b": 9, "c": 16, "d": 16, "e": 12, "f": 3}
