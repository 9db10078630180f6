# Tries: names deleted that later cells and tests import themselves.
# Expect: loses nothing
# Cell: own
del pd, alt, usjapan, charts
# Cell: own
%reset -f
