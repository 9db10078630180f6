# Misconception: a reporting phrase governs its whole sentence. Hint: A reporting phrase governs what follows it
speakers = {number: "report" if number in (2, 3, 5, 7, 8, 9) else "press release" for number in range(1, 11)}
