# Tries: honest work that changes its folder and does not go back.
# Expect: loses nothing
# Cell: own first
import os

os.makedirs("work", exist_ok=True)
os.chdir("work")
open("notes.txt", "w").write("x")
os.chdir("/")
