# Misconception: each word gets the whole prior. Hint: The whole strength is added to the count of one word
def odds_ratio(here, length_here, others, length_others, strength):
    return ((here + strength) / (length_here - here)) / ((others + strength) / (length_others - others))
