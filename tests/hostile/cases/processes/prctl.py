# Tries: undoing what binds it: death with the parent, core dumps, privileges, limits, priorities.
# Expect: loses nothing
# Never: GOT-
# Cell: own
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
for option, value in ((1, 0), (4, 1), (8, 1), (22, 0), (23, 0), (24, 0), (36, 1), (47, 1), (0x53564D41, 0), (35, 1)):
    if libc.prctl(option, value, 0, 0, 0) == 0:
        print(f"GOT-{option}")
for what in (resource.RLIMIT_DATA, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
    try:
        resource.setrlimit(what, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("GOT-limit")
    except (OSError, ValueError) as error:
        print(type(error).__name__)
for action in (lambda: os.nice(-5), lambda: os.setsid(), lambda: os.setpgid(0, os.getppid()), lambda: os.sched_setaffinity(0, {0}), lambda: os.setuid(0), lambda: os.chroot(".")):
    try:
        action()
        print("GOT-it")
    except OSError as error:
        print(type(error).__name__)
