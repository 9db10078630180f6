# Misconception: the function sorts out the coders by itself. Hint: alpha_of stops with
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    return usjapan.krippendorff_alpha(chosen.pivot(index="claim_id", columns="code", values="coder"), level="ordinal")
