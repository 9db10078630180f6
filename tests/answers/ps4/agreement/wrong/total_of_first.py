# Misconception: the whole is what the first coder coded. Hint: Claims that only one coder coded are still in the total
def agreement(first, second):
    same = [claim for claim in first.index if claim in second.index and first[claim] == second[claim]]
    return len(same) / len(first) * 100
