# Misconception: melt keeps the names of the rows. Hint: No column says of which report a row speaks
def to_long(wide):
    long = wide.melt(var_name="addressee", value_name="claims")
    return long[long["claims"] > 0]
