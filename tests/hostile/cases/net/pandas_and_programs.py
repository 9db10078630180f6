# Tries: the network through pandas and through programs.
# Expect: loses nothing
# Cell: own
import pandas as pd

try:
    pd.read_csv("http://127.0.0.1:@TCP@/CANARY")
    print("SENT")
except Exception as error:
    print(type(error).__name__)
# Cell: own
!curl -s http://127.0.0.1:@TCP@/CANARY
# Cell: own
%pip install --index-url http://127.0.0.1:@TCP@/CANARY nothing
# Never: SENT
