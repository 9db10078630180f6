# Tries: names of built-ins and of modules used for the student's own things.
# Expect: loses nothing
# Cell: own first
list = [1, 2, 3]
sum = 5
str = "text"
type = set = len = abs = isinstance = callable = zip = max = round = None
# Cell: own after claims-by-kind
del list, sum, str, type, set, len, abs, isinstance, callable, zip, max, round
