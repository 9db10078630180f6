# Python's own random numbers, sorted and cut; a dictionary
import random


def share_interval(paragraphs, theme, draws):
    dice = random.Random(4)
    counts = list(zip(paragraphs[theme], paragraphs.sum(axis=1)))
    percentages = []
    for _ in range(draws):
        drawn = dice.choices(counts, k=len(counts))
        percentages.append(100 * sum(one for one, _ in drawn) / sum(whole for _, whole in drawn))
    percentages.sort()
    cut = round(draws * 0.025)
    return {"low": percentages[cut], "high": percentages[draws - cut - 1]}
