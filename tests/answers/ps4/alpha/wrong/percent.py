# Misconception: alpha is the percentage of equal codes. Hint: alpha takes off what chance would give
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    table = chosen.pivot(index="claim_id", columns="coder", values="code")
    return usjapan.percent_agreement(table.iloc[:, 0], table.iloc[:, 1])
