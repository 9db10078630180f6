# Misconception: a position without a quotation is the author's. Hint: s6: a position that a government holds
voices = {"s1": "participants", "s2": "author", "s3": "author", "s4": "author"}
voices |= {"s5": "official", "s6": "author", "s7": "author", "s8": "presented_report"}
