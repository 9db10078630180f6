# Misconception: the effect in a sentence is always the whole. Hint: You take the column for the whole in every sentence
wholes = {"a": 25, "b": 25, "c": 25, "d": 25, "e": 15, "f": 15}
