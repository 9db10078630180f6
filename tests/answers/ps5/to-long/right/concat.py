# One piece for each addressee, put below one another
def to_long(wide):
    pieces = [wide[name].rename("claims").reset_index().assign(addressee=name) for name in wide.columns]
    long = pd.concat(pieces, ignore_index=True)
    return long.loc[long["claims"].ne(0), ["report_id", "addressee", "claims"]]
