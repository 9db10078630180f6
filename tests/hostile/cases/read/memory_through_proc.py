# Tries: the memory, environment and files of every process through /proc.
# Expect: loses nothing
# Cell: own
import os

for pid in ("self", "thread-self", str(os.getppid()), *(str(n) for n in range(1, 3000))):
    for name in ("environ", "mem", "maps", "cmdline", "cwd/gradebook.db", "root@HOME@/secret.txt", "fd"):
        try:
            path = f"/proc/{pid}/{name}"
            print(os.listdir(path) if name == "fd" else open(path, "rb").read(100000))
        except OSError:
            pass
    try:
        print("LINK", os.readlink(f"/proc/{os.getppid()}/cwd"))
    except OSError:
        pass
# Never: LINK
