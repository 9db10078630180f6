# A table; one slip
names = ["press release"] * 10
for number in (2, 3, 5, 8, 9):
    names[number - 1] = "report"
speakers = pd.DataFrame({"part": range(1, 11), "speaker": names})
