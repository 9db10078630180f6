# Two loops
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    seen, total = [], 0
    for row in paragraphs.to_dict("records"):
        if row["report_id"] == report_id:
            total += 1
            rows = claims[claims["paragraph_id"] == row["paragraph_id"]]
            if voice in list(rows["voice"]):
                seen.append(row["paragraph_id"])
    return len(seen) / total
