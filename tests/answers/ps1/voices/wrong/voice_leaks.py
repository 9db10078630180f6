# Misconception: a sentence among participants' sentences is theirs. Hint: s2: the voice does not leak
voices = {"s1": "participants", "s2": "participants", "s3": "author", "s4": "author"}
voices |= {"s5": "official", "s6": "official", "s7": "author", "s8": "presented_report"}
