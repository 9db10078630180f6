# Misconception: a seed makes draws random. Hint: each resample needs a draw of its own
def share_interval(paragraphs, theme, draws):
    percentages = []
    for seed in range(draws):
        drawn = paragraphs.sample(frac=1, replace=True, random_state=1)
        percentages.append(drawn[theme].sum() / drawn.to_numpy().sum() * 100)
    return list(pd.Series(percentages).quantile([0.025, 0.975]))
