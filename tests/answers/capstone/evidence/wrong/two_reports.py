# Misconception: many claims make broad evidence. Hint: draw them from at least three
claims = usjapan.load("claims")
mine = claims[claims["report_id"].isin(["stress2025", "anchor2026"]) & (claims["theme"] == "commitment")].head(12)
marks, rivals = ["supports", "weakens", "qualifies"], ["genre", "time", "coding"]
evidence = mine[["claim_id", "report_id", "theme", "effect", "voice"]].assign(
    judgement=[marks[k % 3] for k in range(len(mine))], rival=[rivals[k % 3] for k in range(len(mine))]
)
