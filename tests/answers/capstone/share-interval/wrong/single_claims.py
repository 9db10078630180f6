# Misconception: claims are independent of their paragraph. Hint: as narrow as if single claims were drawn
import numpy as np


def share_interval(paragraphs, theme, draws):
    claims = np.repeat(list(paragraphs.columns), paragraphs.sum().to_numpy().astype(int))
    generator = np.random.default_rng(3)
    percentages = [(generator.choice(claims, len(claims)) == theme).mean() * 100 for _ in range(draws)]
    return list(np.quantile(percentages, [0.025, 0.975]))
