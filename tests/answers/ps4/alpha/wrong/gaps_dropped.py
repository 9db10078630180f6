# Misconception: a claim that one coder left out tells nothing. Hint: two codes of three still tell something
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    return usjapan.krippendorff_alpha(chosen.pivot(index="claim_id", columns="coder", values="code").dropna())
