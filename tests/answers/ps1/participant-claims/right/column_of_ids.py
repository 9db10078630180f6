# loc with isin, the column of ids alone
claims = usjapan.load("claims")
chosen = claims["voice"].isin(["participants"]) & claims["paragraph_id"].str.contains("pivotal")
participant_claims = claims.loc[chosen, "claim_id"]
