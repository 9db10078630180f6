# Tries: more restarts than the grader allows: every cell of many ends the process.
# Expect: any mark
# Cell: own first
import os; os._exit(1)
# Repeat: 60
