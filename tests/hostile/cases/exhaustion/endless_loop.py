# Tries: a loop that never ends and ignores every signal that can be ignored.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
import signal

for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
while True:
    pass
