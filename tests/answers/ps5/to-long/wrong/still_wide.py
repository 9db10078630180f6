# Misconception: names of rows that become a column make a table long. Hint: The table is still wide
def to_long(wide):
    return wide.reset_index()
