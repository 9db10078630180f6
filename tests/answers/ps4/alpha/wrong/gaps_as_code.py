# Misconception: leaving a claim out is a code. Hint: An empty cell is taken for a code
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    return usjapan.krippendorff_alpha(chosen.pivot(index="claim_id", columns="coder", values="code").fillna("none"))
