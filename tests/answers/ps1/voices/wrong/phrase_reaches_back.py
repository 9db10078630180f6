# Misconception: a reporting phrase governs the whole sentence. Hint: s3: a reporting phrase governs what follows it
voices = {"s1": "participants", "s2": "author", "s3": "participants", "s4": "author"}
voices |= {"s5": "official", "s6": "official", "s7": "presented_report", "s8": "presented_report"}
