# A dictionary of whole numbers
wholes = {"f": 50, "e": 15, "d": 20, "c": 50, "b": 30, "a": 25}
