# Misconception: drawing all paragraphs once is drawing anew. Hint: All resamples give the share as written
def share_interval(paragraphs, theme, draws):
    percentages = []
    for seed in range(draws):
        drawn = paragraphs.sample(frac=1, random_state=seed)
        percentages.append(drawn[theme].sum() / drawn.to_numpy().sum() * 100)
    return list(pd.Series(percentages).quantile([0.025, 0.975]))
