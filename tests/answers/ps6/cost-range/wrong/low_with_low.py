# Misconception: the lowest sum comes of the lowest inputs. Hint: the lowest sum may go with the highest rate
def cost_range(share, gdps, rates):
    return [min(gdps) * share * 10 / min(rates), max(gdps) * share * 10 / max(rates)]
