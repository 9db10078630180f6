# Tries: a journal beside the gradebook that SQLite would roll back into it.
# Expect: loses nothing
# Cell: own
for name in ("gradebook.db-journal", "gradebook.db-wal"):
    try:
        open(f"@COURSE@/{name}", "wb").write(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 512)
    except OSError as error:
        print(type(error).__name__)
