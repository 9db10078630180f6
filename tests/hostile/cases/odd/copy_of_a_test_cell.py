# Tries: a visible test copied into a cell of the student's own, run before there is an answer.
# Expect: loses nothing
# Cell: own first
#@ released test-real-terms
