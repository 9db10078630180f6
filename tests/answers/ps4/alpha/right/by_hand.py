# Alpha from the coincidence matrix: one less observed over expected disagreement
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)]
    matrix = usjapan.coincidence_matrix(chosen.pivot(index="claim_id", columns="coder", values="code")).to_numpy()
    totals, n = matrix.sum(axis=0), matrix.sum()
    observed = n - matrix.trace()
    expected = (n * n - (totals**2).sum()) / (n - 1)
    return 1 - observed / expected
