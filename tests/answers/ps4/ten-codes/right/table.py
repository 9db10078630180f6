# A table of numbers and codes, capital letters
codes = "Possible Asserted Probable Asserted none Asserted Possible Probable Asserted Asserted".split()
my_codes = pd.DataFrame({"sentence": range(1, 11), "code": codes})
