# Tries: files written, renamed, copied, removed and temporary, in the student's own folder.
# Expect: loses nothing
# Shows: all well
# Cell: own
import os
import shutil
import tempfile
from pathlib import Path

claims.to_csv("claims.csv", index=False)
os.rename("claims.csv", "renamed.csv")
shutil.copy2("renamed.csv", "copy.csv")
Path("copy.csv").unlink()
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "x").write_text("x")
with tempfile.TemporaryFile() as file:
    file.write(b"x")
assert not os.path.exists("copy.csv")
print(len(pd.read_csv("renamed.csv")) == len(claims), "all well")
