# Misconception: counts speak for themselves. Hint: The prior is not used
def odds_ratio(here, length_here, others, length_others, strength):
    if others == 0:
        others = 0.5
    return (here / (length_here - here)) / (others / (length_others - others))
