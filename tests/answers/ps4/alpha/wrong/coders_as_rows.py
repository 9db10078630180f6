# Misconception: it does not matter what the rows are. Hint: Claims and coders have changed places
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    return usjapan.krippendorff_alpha(chosen.pivot(index="coder", columns="claim_id", values="code"))
