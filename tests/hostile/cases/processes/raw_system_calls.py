# Tries: system calls by number that a list of refusals could have forgotten.
# Expect: loses nothing
# Never: GOT-
# Cell: own
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(512)
calls = {
    "clone3": (435, buffer, 88), "vfork-like clone": (56, 0x4111, 0, 0, 0, 0), "unshare": (272, 0x10000000), "setns": (308, 3, 0),
    "memfd_create": (319, b"x", 0), "memfd_secret": (447, 0), "userfaultfd": (323, 1), "keyctl": (250, 0, -3, 1), "add_key": (248, b"user", b"x", b"y", 1, -3),
    "pidfd_open": (434, 1, 0), "perf_event_open": (298, buffer, 0, -1, -1, 0), "inotify_init": (253,), "fanotify_init": (300, 0, 0),
    "shmget": (29, 1, 4096, 0o1666), "msgget": (68, 1, 0o1666), "semget": (64, 1, 1, 0o1666), "mq_open": (240, b"x", 66, 0o666, 0),
    "mount": (165, b"a", b"/", b"tmpfs", 0, 0), "open_tree": (428, -100, b"/", 1), "fsopen": (430, b"tmpfs", 0), "open_by_handle_at": (304, -100, buffer, 0),
    "personality": (135, 0x40000), "kexec_load": (246, 0, 0, 0, 0), "swapon": (167, b"x", 0), "acct": (163, b"x"), "reboot": (169, 0, 0, 0, 0),
    "setdomainname": (171, b"x", 1), "syslog": (103, 3, buffer, 512), "quotactl": (179, 0, 0, 0, 0), "process_madvise": (440, 0, 0, 0, 0, 0), "seccomp": (317, 0, 0, 0),
    "landlock": (444, 0, 0, 1), "name_to_handle_at": (303, -100, b"/", buffer, buffer, 0), "splice": (275, 0, 0, 0, 0, 0, 0), "vmsplice": (278, 1, buffer, 1, 0),
    "mknod": (133, b"node", 0o60666, 0), "mkfifo": (133, b"pipe", 0o10666, 0), "ioprio_set": (251, 1, 0, 0), "timerfd alarm": (283, 8, 0), "kcmp": (312, 1, 1, 0, 0, 0),
}
for name, (number, *arguments) in calls.items():
    result = libc.syscall(number, *arguments)
    if result == 0 and name == "vfork-like clone":
        libc._exit(0)
    if result >= 0 or ctypes.get_errno() not in (1, 13, 38):
        print("GOT-" + name, result, ctypes.get_errno())
