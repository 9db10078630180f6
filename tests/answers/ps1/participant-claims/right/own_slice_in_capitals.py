# The id in capital letters and with a space after it, columns of one's own choice
student_id = "@STUDENT@".upper() + " "
mine = my_slice(usjapan.load("claims"), "participant-claims", student_id)
chosen = mine["report_id"].eq("pivotal2025") & mine["voice"].eq("participants")
participant_claims = mine.loc[chosen, ["claim_id", "report_id"]]
