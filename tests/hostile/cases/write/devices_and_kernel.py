# Tries: devices, and the kernel's settings.
# Expect: loses nothing
# Cell: own
import os

for path in ("/dev/mem", "/dev/kmsg", "/dev/tty", "/dev/vda", "/proc/self/oom_score_adj", "/proc/sys/kernel/hostname", "/sys/kernel/mm/ksm/run", "/proc/self/mem", "/dev/ptmx"):
    for flags in (os.O_RDONLY, os.O_WRONLY):
        try:
            os.open(path, flags)
            print("OPENED", path)
        except OSError as error:
            print(type(error).__name__)
# Never: OPENED
