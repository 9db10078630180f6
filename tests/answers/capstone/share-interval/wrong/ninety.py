# Misconception: 5 percent at either end leave 95 in the middle. Hint: The interval keeps the middle 90 percent
def share_interval(paragraphs, theme, draws):
    percentages = []
    for seed in range(draws):
        drawn = paragraphs.sample(frac=1, replace=True, random_state=seed)
        percentages.append(drawn[theme].sum() / drawn.to_numpy().sum() * 100)
    return list(pd.Series(percentages).quantile([0.05, 0.95]))
