# A table of letters and numbers
wholes = pd.DataFrame({"sentence": list("abcdef"), "whole": [25, 30, 50, 20, 15, 50]})
