# Tries: reading the gradebook, where the hidden tests and everybody's marks are.
# Expect: loses nothing
# Cell: own
import sqlite3

for address in ("file:@COURSE@/gradebook.db?mode=ro", "file:@COURSE@/gradebook.db?immutable=1"):
    try:
        with sqlite3.connect(address, uri=True) as db:
            print(db.execute("select * from student").fetchall())
            print(db.execute("select source from source_cell").fetchall())
    except Exception as error:
        print(type(error).__name__)
try:
    print(open("@COURSE@/gradebook.db", "rb").read())
except OSError as error:
    print(type(error).__name__)
