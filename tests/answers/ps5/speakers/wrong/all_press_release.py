# Misconception: whoever prints the words is their speaker. Hint: You ascribe every part to the press release
speakers = dict.fromkeys(range(1, 11), "press release")
