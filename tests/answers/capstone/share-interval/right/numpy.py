# NumPy draws positions, a pair
import numpy as np


def share_interval(paragraphs, theme, draws):
    generator = np.random.default_rng(11)
    on_theme, whole = paragraphs[theme].to_numpy(), paragraphs.sum(axis=1).to_numpy()
    picks = generator.integers(0, len(paragraphs), size=(draws, len(paragraphs)))
    percentages = 100 * on_theme[picks].sum(axis=1) / whole[picks].sum(axis=1)
    return float(np.quantile(percentages, 0.025)), float(np.quantile(percentages, 0.975))
