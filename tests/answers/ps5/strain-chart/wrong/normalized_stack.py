# Misconception: a bar cut into shares shows one share. Hint: Every bar is as long as the whole
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation")]
strain_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("count()", stack="normalize", title="Share of the voice's claims"),
    y=alt.Y("voice:N", title="Voice"),
    color=alt.Color("effect:N", title="Effect"),
).properties(description="Bar chart of the share of effects by voice.")
