# Misconception: only quotation marks hand over to another speaker. Hint: Only the words in quotation marks
speakers = dict.fromkeys(range(1, 11), "press release")
speakers[5] = "report"
