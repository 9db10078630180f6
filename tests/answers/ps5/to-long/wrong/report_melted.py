# Misconception: melt knows which column names the rows. Hint: The reports are melted too
def to_long(wide):
    long = wide.reset_index().melt(var_name="addressee", value_name="claims")
    return long[long["claims"] != 0]
