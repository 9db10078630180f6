# A Series whose labels begin with 1, with an article
parts = pd.Series(range(1, 11), index=range(1, 11))
speakers = parts.isin([3, 5, 8, 9]).map({True: "the report", False: "the press release"})
