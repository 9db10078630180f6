# Misconception: a speaker goes on until another is named. Hint: a voice does not leak
speakers = {number: "report" if number in (3, 4, 5, 6, 8, 9, 10) else "press release" for number in range(1, 11)}
