# Misconception: the example's pass is the pass. Hint: use the input number
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == codings["pass"].min()) & (codings["variable"] == variable)]
    return usjapan.krippendorff_alpha(chosen.pivot(index="claim_id", columns="coder", values="code"))
