# Tries: another release and another source, with tests that always pass.
# Expect: loses nothing
# Cell: own
for path in ("source/ps2/ps2.ipynb", "release/ps2/ps2.ipynb", "nbgrader_config.py", "source/ps2/helper.py"):
    try:
        open(f"@COURSE@/{path}", "a").write("pass")
        print("DONE-" + "IT")
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
