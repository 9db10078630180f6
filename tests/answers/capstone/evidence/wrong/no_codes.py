# Misconception: ids and judgements are a table of evidence. Hint: The table has no column
claims = usjapan.load("claims")
rows = [
    ("flux2024-p09-c5", "supports", "genre"),
    ("flux2024-p10-c6", "weakens", "selection"),
    ("flux2024-p10-c8", "supports", "chance"),
    ("transition2024-p02-c2", "weakens", "time"),
    ("transition2024-p02-c3", "supports", "selection"),
    ("pivotal2025-p02-c1", "qualifies", "genre"),
    ("pivotal2025-p03-c2", "supports", "genre"),
    ("stress2025-p03-c5", "weakens", "coding"),
    ("stress2025-p05-c1", "supports", "genre"),
    ("stress2025-p05-c3", "supports", "genre"),
    ("anchor2026-p13-c1", "supports", "genre"),
    ("anchor2026-p14-c4", "supports", "selection"),
    ("anchor2026-p15-c2", "weakens", "time"),
]
evidence = pd.DataFrame(rows, columns=["claim_id", "judgement", "rival"])
