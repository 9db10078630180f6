# A list of ids for each judgement, categories, joined by index
claims = usjapan.load("claims")
by_judgement = {
    "Supports": ["flux2024-p09-c5", "flux2024-p10-c8", "transition2024-p02-c3", "pivotal2025-p03-c2", "stress2025-p05-c1", "stress2025-p05-c3", "anchor2026-p13-c1", "anchor2026-p14-c4"],
    "Weakens": ["flux2024-p10-c6", "transition2024-p02-c2", "stress2025-p03-c5", "anchor2026-p15-c2"],
    "Qualifies": ["pivotal2025-p02-c1"],
}
rivals = {"Supports": "genre", "Weakens": "time", "Qualifies": "selection"}
mine = pd.Series({claim: mark for mark, chosen in by_judgement.items() for claim in chosen}, name="judgement")
evidence = claims.set_index("claim_id").join(mine, how="inner")[["voice", "effect", "theme", "report_id", "judgement"]]
evidence["rival"] = pd.Categorical(evidence["judgement"].map(rivals), ["time", "genre", "selection", "coding", "chance"])
evidence = evidence.reset_index()
