# Misconception: only a speaker in front is held responsible. Hint: s5: ask whom the sentence holds responsible
voices = {"s1": "participants", "s2": "author", "s3": "author", "s4": "author"}
voices |= {"s5": "author", "s6": "official", "s7": "author", "s8": "presented_report"}
