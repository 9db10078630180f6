# Misconception: the author of the report is the author of the text. Hint: s8: a report that a press release announces
voices = {"s1": "participants", "s2": "author", "s3": "author", "s4": "author"}
voices |= {"s5": "official", "s6": "official", "s7": "author", "s8": "author"}
