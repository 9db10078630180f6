# A table with one row for each sentence
labels = [f"s{number}" for number in range(1, 9)]
codes = ["participants"] + ["author"] * 3 + ["official"] * 2 + ["author", "presented_report"]
voices = pd.DataFrame({"label": labels, "voice": codes}).sort_values("voice")
