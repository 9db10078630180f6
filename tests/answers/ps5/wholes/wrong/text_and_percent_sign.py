# Misconception: the whole is always 100 percent. Hint: should be a dictionary with one number (not text)
wholes = dict.fromkeys("abcdef", "100 %")
