# A dictionary filled from lists of labels
voices = {}
for label in ["s2", "s3", "s4", "s7"]:
    voices[label] = "author"
for label in ["s6", "s5"]:
    voices[label] = "official"
voices |= {"s8": "presented_report", "s1": "participants"}
