# Tries: cells of the student's own with every kind of mistake.
# Expect: loses nothing
# Cell: own
this is not Python
# Cell: own
1 / 0
# Cell: own
undefined_name
# Cell: own
def unfinished(:
# Cell: own
	 tabs and
  spaces
# Cell: own
raise ExceptionGroup("many", [ValueError("a"), KeyError("b")])
