# Sorts by level and takes the first row of each value; a table
def least_sure(claims, column):
    ordered = claims.dropna(subset=[column, "modality"]).sort_values("modality")
    return ordered.drop_duplicates(column)[[column, "modality"]]
