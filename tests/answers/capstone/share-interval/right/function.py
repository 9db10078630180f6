# A function for the percentage; each draw takes n paragraphs; an array
def percent(table, theme):
    return table[theme].sum() * 100 / table.sum().sum()


def share_interval(paragraphs, theme, draws):
    n = len(paragraphs)
    drawn = pd.Series([percent(paragraphs.sample(n=n, replace=True, random_state=7 * k), theme) for k in range(draws)])
    return drawn.quantile([0.025, 0.975]).to_numpy()
