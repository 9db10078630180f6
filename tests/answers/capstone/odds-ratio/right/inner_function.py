# A function inside the function
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)

    def odds(count, length):
        return (count + prior) / (length + strength - count - prior)

    return odds(here, length_here) / odds(others, length_others)
