# Tries: a copy of the released answer cell, without its mark, left unanswered above the answer.
# Expect: loses nothing
# Cell: own first
#@ released real-terms
# Cell: own first
#@ released claims-by-kind
