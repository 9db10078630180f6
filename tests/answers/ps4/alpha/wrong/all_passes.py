# Misconception: more coders in one table make alpha better. Hint: The codings of all passes are in one table
def alpha_of(codings, number, variable):
    chosen = codings[codings["variable"] == variable]
    return usjapan.krippendorff_alpha(chosen.pivot(index="claim_id", columns="coder", values="code"))
