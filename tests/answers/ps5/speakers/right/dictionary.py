# A dictionary, the codebook's names for the two voices
speakers = dict.fromkeys(range(1, 11), "author")
speakers.update({3: "presented_report", 5: "presented_report", 8: "presented_report", 9: "presented_report"})
