# Tries: every mark in the gradebook set to 99.
# Expect: loses nothing
# Cell: own
import sqlite3

try:
    with sqlite3.connect("@COURSE@/gradebook.db") as db:
        db.execute("update grade set auto_score = 99, manual_score = 99")
        db.commit()
except Exception as error:
    print(type(error).__name__)
