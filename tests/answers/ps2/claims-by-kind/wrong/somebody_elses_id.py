# Misconception: a neighbour's numbers are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = mine[mine["report_id"] == "flux2024"]["kind"].value_counts()
