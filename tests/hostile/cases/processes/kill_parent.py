# Tries: signals to its parent, its group, its siblings, by every call that sends one.
# Expect: loses nothing
# Never: REACHED
# Cell: own first
import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
for number in (0, signal.SIGTERM, signal.SIGKILL):
    try:
        os.kill(parent, number)
        print("REACHED")
    except OSError as error:
        print(type(error).__name__)
info = ctypes.create_string_buffer(128)
info[8] = 0xFF  # si_code: SI_QUEUE
for call in (
    lambda: libc.syscall(129, parent, 9, info),  # rt_sigqueueinfo
    lambda: libc.syscall(234, parent, parent, 9),  # tgkill
    lambda: libc.syscall(200, parent, 9),  # tkill
    lambda: libc.syscall(424, libc.syscall(434, parent, 0), 9, None, 0),  # pidfd_send_signal
    lambda: libc.kill(-1, 0),
    lambda: libc.kill(1, 0),
):
    if call() == 0:
        print("REACHED")
