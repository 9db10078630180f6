# Tries: many computing threads outside the interpreter's lock, so that classmates get no processor.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import hashlib
import threading

for _ in range(200):
    threading.Thread(target=hashlib.pbkdf2_hmac, args=("sha256", b"x", b"y", 10**9), daemon=True).start()
while True:
    pass
