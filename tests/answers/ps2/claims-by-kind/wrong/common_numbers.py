# Misconception: the numbers that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("claims"), "claims-by-kind", "")
numbers = common[common["report_id"] == "flux2024"]["kind"].value_counts()
claims_by_kind = {kind: int(number) for kind, number in numbers.items()}
