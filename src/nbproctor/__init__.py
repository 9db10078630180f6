"""Grade a class of notebooks in seconds, and trust every mark: an engine for any nbgrader course in Python."""
