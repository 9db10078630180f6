# Misconception: the share of a text is the mean of its paragraphs' shares. Hint: This is a mean of the paragraphs' own percentages
def share_interval(paragraphs, theme, draws):
    percentages = []
    for seed in range(draws):
        drawn = paragraphs.sample(frac=1, replace=True, random_state=seed)
        percentages.append((drawn[theme] / drawn.sum(axis=1)).mean() * 100)
    return list(pd.Series(percentages).quantile([0.025, 0.975]))
