# Misconception: the voice in a sentence is always the whole. Hint: You take the row for the whole in every sentence
wholes = {"a": 30, "b": 30, "c": 20, "d": 20, "e": 30, "f": 20}
