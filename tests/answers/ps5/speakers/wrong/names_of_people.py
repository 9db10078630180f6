# Misconception: the speaker is always a person. Hint: is none of the two
speakers = {number: "Moro" if number in (3, 5, 8, 9) else "the institute" for number in range(1, 11)}
