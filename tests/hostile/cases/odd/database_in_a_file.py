# Tries: SQLite, in memory and in a file of its own folder.
# Expect: loses nothing
# Shows: two rows
# Cell: own
import sqlite3

claims.to_sql("claims", sqlite3.connect(":memory:"), index=False)
for _ in range(2):
    with sqlite3.connect("own.db") as db:
        db.execute("create table if not exists t (x)")
        db.execute("insert into t values (1)")
print({2: "two rows"}[sqlite3.connect("own.db").execute("select count(*) from t").fetchone()[0]])
