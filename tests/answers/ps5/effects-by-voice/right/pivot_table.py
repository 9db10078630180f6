# pivot_table that counts ids, every voice and effect of the codebook, floats
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["claim_id"].str.startswith("stress2025")]
effects_by_voice = stress.pivot_table(index="voice", columns="effect", values="claim_id", aggfunc="count", observed=False)
effects_by_voice = effects_by_voice.fillna(0).astype("float64")
