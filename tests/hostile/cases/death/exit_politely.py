# Tries: exit(), quit() and sys.exit().
# Expect: loses nothing
# Cell: own
exit()
# Cell: own
quit()
# Cell: own
import sys

sys.exit(0)
# Cell: own
raise SystemExit("done")
# Cell: own
get_ipython().ask_exit()
