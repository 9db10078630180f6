# A Series of categories whose labels begin with 1; the advice is an empty cell
codes = ["possible", "asserted", "probable", "asserted", None, "asserted", "possible", "probable", "asserted", "asserted"]
my_codes = pd.Series(pd.Categorical(codes, ["possible", "probable", "asserted"], ordered=True), index=range(1, 11))
