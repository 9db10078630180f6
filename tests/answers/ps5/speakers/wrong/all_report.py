# Misconception: a press release about a report is the report. Hint: You ascribe every part to the report
speakers = dict.fromkeys(range(1, 11), "report")
