# Tries: files through pandas' and Altair's readers.
# Expect: loses nothing
# Cell: own
import pandas as pd

for reader in (pd.read_csv, pd.read_json, pd.read_table, pd.read_pickle, pd.read_fwf):
    for path in ("@HOME@/secret.txt", "file://@HOME@/secret.txt", "@COURSE@/source/ps2/ps2.ipynb"):
        try:
            print(reader(path).to_string())
        except Exception as error:
            print(type(error).__name__)
