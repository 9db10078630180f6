# Tries: tables written outside.
# Expect: loses nothing
# Cell: own
import pandas as pd

for path in ("@COURSE@/CANARY-written.csv", "@HOME@/CANARY-written.csv", "../CANARY-written.csv", "/tmp/CANARY-written.csv"):
    try:
        pd.DataFrame({"a": [1]}).to_csv(path)
        print("DONE-" + "IT")
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
