# Misconception: a code is a free word. Hint: is not a voice
voices = {"s1": "speakers", "s2": "author", "s3": "author", "s4": "author"}
voices |= {"s5": "prime minister", "s6": "official", "s7": "author", "s8": "presented_report"}
