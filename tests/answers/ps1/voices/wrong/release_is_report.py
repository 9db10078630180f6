# Misconception: a press release speaks for the report that it presents. Hint: s7: a press release has a voice of its own
voices = {"s1": "participants", "s2": "author", "s3": "author", "s4": "author"}
voices |= {"s5": "official", "s6": "official", "s7": "presented_report", "s8": "presented_report"}
