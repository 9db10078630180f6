# Misconception: a sample is a part of the text. Hint: as many paragraphs as the text has
def share_interval(paragraphs, theme, draws):
    percentages = []
    for seed in range(draws):
        drawn = paragraphs.sample(frac=0.5, replace=True, random_state=seed)
        percentages.append(drawn[theme].sum() / drawn.to_numpy().sum() * 100)
    return list(pd.Series(percentages).quantile([0.025, 0.975]))
