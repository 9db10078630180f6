# The claims filtered, judgements mapped on; all columns stay, claim_id is the index
claims = usjapan.load("claims")
judgement = {
    "flux2024-p09-c5": "supports",
    "flux2024-p10-c6": "weakens",
    "flux2024-p10-c8": "supports",
    "transition2024-p02-c2": "weakens",
    "transition2024-p02-c3": "supports",
    "pivotal2025-p02-c1": "qualifies",
    "pivotal2025-p03-c2": "supports",
    "stress2025-p03-c5": "weakens",
    "stress2025-p05-c1": "supports",
    "stress2025-p05-c3": "supports",
    "anchor2026-p13-c1": "supports",
    "anchor2026-p14-c4": "supports",
    "anchor2026-p15-c2": "weakens",
}
rival = {
    "flux2024-p09-c5": "genre",
    "flux2024-p10-c6": "selection",
    "flux2024-p10-c8": "chance",
    "transition2024-p02-c2": "time",
    "transition2024-p02-c3": "selection",
    "pivotal2025-p02-c1": "genre",
    "pivotal2025-p03-c2": "genre",
    "stress2025-p03-c5": "coding",
    "stress2025-p05-c1": "genre",
    "stress2025-p05-c3": "genre",
    "anchor2026-p13-c1": "genre",
    "anchor2026-p14-c4": "selection",
    "anchor2026-p15-c2": "time",
}
evidence = claims[claims["claim_id"].isin(judgement)].set_index("claim_id")
evidence["judgement"] = evidence.index.map(judgement)
evidence["rival"] = evidence.index.map(rival)
