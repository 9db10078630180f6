# One Series for each coder, side by side
def alpha_of(codings, number, variable):
    chosen = codings[(codings["pass"] == number) & (codings["variable"] == variable)].set_index("claim_id")
    coders = {coder: chosen.loc[chosen["coder"] == coder, "code"] for coder in chosen["coder"].unique()}
    return usjapan.krippendorff_alpha(pd.DataFrame(coders))
