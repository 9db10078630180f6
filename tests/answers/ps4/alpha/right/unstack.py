# Two names as the index, then unstack
def alpha_of(codings, number, variable):
    chosen = codings[codings["pass"].eq(number) & codings["variable"].eq(variable)]
    return usjapan.krippendorff_alpha(chosen.set_index(["claim_id", "coder"])["code"].unstack("coder"))
