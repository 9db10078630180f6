# Tries: files without end.
# Expect: loses claims-by-kind
# Says: more files
# Cell: claims-by-kind
n = 0
while True:
    n += 1
    with open(f"f{n}", "wb") as file:
        file.write(b"x" * 4096)
