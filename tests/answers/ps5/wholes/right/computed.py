# Sums of a table, as a Series
table = pd.DataFrame({"strengthens": [12, 3], "strains": [9, 16], "none": [9, 1]}, index=["author", "quoted"])
rows, columns, everything = table.sum(axis=1), table.sum(), table.sum().sum()
wholes = pd.Series(
    [columns["strains"], rows["author"], everything, rows["quoted"], columns["strengthens"], everything],
    index=list("abcdef"),
)
