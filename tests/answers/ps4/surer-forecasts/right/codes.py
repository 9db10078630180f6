# Compares the numbers behind the category, sorts as text backwards
claims = usjapan.load("claims")
chosen = claims[claims["kind"].eq("forecast") & claims["modality"].cat.codes.ge(1)]
surer_forecasts = chosen.astype({"modality": "str"}).sort_values("modality", ascending=False, ignore_index=True)
