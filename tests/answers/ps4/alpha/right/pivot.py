# query and pivot, rounded to three decimals
def alpha_of(codings, number, variable):
    chosen = codings.query("`pass` == @number and variable == @variable")
    return round(usjapan.krippendorff_alpha(chosen.pivot(columns="coder", index="claim_id", values="code"), level="nominal"), 3)
