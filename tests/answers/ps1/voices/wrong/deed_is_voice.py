# Misconception: what is told of an official is the official's voice. Hint: s4: what an official did is not a voice
voices = {"s1": "participants", "s2": "author", "s3": "author", "s4": "official"}
voices |= {"s5": "official", "s6": "official", "s7": "author", "s8": "presented_report"}
