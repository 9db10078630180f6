# Compares the numbers behind the category, sorts as text backwards
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
chosen = claims[claims["kind"].eq("forecast") & claims["modality"].cat.codes.ge(1)]
surer_forecasts = chosen.astype({"modality": "str"}).sort_values("modality", ascending=False, ignore_index=True)
