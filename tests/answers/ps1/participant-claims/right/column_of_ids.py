# loc with isin, the column of ids alone
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
chosen = claims["voice"].isin(["participants"]) & claims["paragraph_id"].str.contains("pivotal")
participant_claims = claims.loc[chosen, "claim_id"]
