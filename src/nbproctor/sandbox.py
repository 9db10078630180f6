"""What a submission's process may do: everything not listed here is refused.

Landlock limits files, seccomp limits system calls, rlimits limit resources. None needs root, Docker or a daemon, and none can
be undone by the process it binds. `enter` is called once in a freshly forked child, before any line of a submission runs.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import os
import resource
import struct
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one process and of what it hands over, each with its reason."""

    memory: int = 2048 * MEBIBYTE  # data segment with libraries (0.3 GiB) and room for an honest frame; two fit a small machine
    cpu: int = 120  # seconds a notebook may compute; a reference solution takes about one
    cell: float = 20.0  # seconds a cell may take; the slowest honest one here takes under one
    notebook: float = 90.0  # seconds for all cells together, so that thirty slow cells cannot hold up a class
    file: int = 32 * MEBIBYTE  # one written file; the largest that an exercise asks to save is a table of some MiB
    files: int = 200  # files and folders in the scratch folder; libraries leave a handful, and looking at more takes time
    scratch: int = 64 * MEBIBYTE  # all of them together: eight workers' fit into half a gigabyte of a small disk
    written: int = 512 * MEBIBYTE  # all that a process writes: files that it has removed but keeps open show nowhere else
    threads: int = 32 + 2 * (os.cpu_count() or 1)  # libraries start one a core; more would take the processors from classmates
    descriptors: int = 256  # open files, of which libraries hold about ten; a notebook that needs more forgot to close them
    output: int = 1 * MEBIBYTE  # text and pictures that one cell may show; a chart is 50 KB
    outputs: int = 200  # separate outputs of one cell; what is printed in one go is one
    shown: int = 24 * MEBIBYTE  # what all cells show together, as it is written; a notebook with a hundred charts shows 10
    answer: int = 32 * MEBIBYTE  # one answer on its way to a test, as JSON: a table of 300 rows takes 0.06
    message: int = 4_000  # characters of an error or a refusal: a screen; longer ones are dumps


class SandboxError(Exception):
    """This machine cannot confine submissions; the message says why and what to do."""


WAY_OUT = (
    "Grade on Linux 6.2 or newer with Landlock turned on and libseccomp installed (it is part of every Debian, Ubuntu and "
    "Fedora), or accept the risk with --isolation none: submissions can then read and write whatever you can, and each result "
    "is marked so."
)

# --- Landlock: files ------------------------------------------------------------------------------------------------

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << n for n in range(6))
_MAKE_DIR, _MAKE_REG, _TRUNCATE = 1 << 7, 1 << 8, 1 << 14

READ = _READ_FILE | _READ_DIR | _EXECUTE
WRITE = READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _TRUNCATE

# Files outside the libraries that honest code opens: time zones, entropy, the null device, the loader's list of libraries.
SYSTEM_READ = (
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share/zoneinfo", "/etc/localtime", "/etc/ld.so.cache", "/dev/urandom",
    "/usr/share/fonts", "/etc/fonts", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
)  # fmt: skip
SYSTEM_WRITE = ("/dev/null",)


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(what: str, name: str, *arguments: Any) -> int:
    """Result of a function of the C library. Raises `SandboxError` where it fails: a process half confined must not go on."""
    result = int(getattr(_libc(), name)(*arguments))
    if result < 0:
        raise SandboxError(f"{what} ({os.strerror(ctypes.get_errno())}). {WAY_OUT}")
    return result


def landlock_abi() -> int:
    """Version of Landlock that the kernel offers; 0 where it has none."""
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)))


@functools.cache
def library_folders() -> list[Path]:
    """Folders that Python and its packages are read from.

    Not `sys.path`: it may name the folder that the grader was started in, where the solutions are.
    """
    paths = sysconfig.get_paths()
    found = {Path(__file__).parent, *(Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib"))}
    for prefix in map(Path, {sys.prefix, sys.base_prefix}):
        # Python of the system: all of /usr is not libraries, and in some images the course itself lies there.
        found |= {prefix / "lib", prefix / "lib64"} if prefix in map(Path, ("/", "/usr", "/usr/local")) else {prefix}
    return sorted({p.resolve() for p in found if p.exists()})


def _confine_files(readable: Iterable[Path], writable: Iterable[Path]) -> None:
    abi = landlock_abi()
    # All that this version knows is handled, so all is refused unless granted: rights to files (15, from version 5 also device
    # controls), to bind and connect TCP (from version 4), to abstract sockets and signals outside (from version 6).
    files, network, scopes = (1 << (16 if abi >= 5 else 15)) - 1, 3, 3
    attributes = struct.pack("QQQ", files, network, scopes)[: 24 if abi >= 6 else 16 if abi >= 4 else 8]
    size = ctypes.c_size_t(len(attributes))
    ruleset = _call("Landlock refused its rules", "syscall", _CREATE_RULESET, attributes, size, 0)
    grants = [(path, READ) for path in readable] + [(path, WRITE) for path in writable]
    grants += [(Path(path), READ) for path in SYSTEM_READ] + [(Path(path), _READ_FILE | _WRITE_FILE) for path in SYSTEM_WRITE]
    for path, rights in grants:
        try:
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        if not path.is_dir():
            rights &= _READ_FILE | _WRITE_FILE | _EXECUTE | _TRUNCATE
        rule = struct.pack("=Qi", rights, handle)
        _call(f"Landlock refused the rule for {path}", "syscall", _ADD_RULE, ruleset, 1, rule, 0)
        os.close(handle)
    _call("Landlock could not be entered", "syscall", _RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


# --- seccomp: system calls ------------------------------------------------------------------------------------------

# What computing, reading files, threads and waiting need. Anything not named answers ENOSYS, upon which libraries fall back.
ALLOWED = [
    "access", "arch_prctl", "brk", "chdir", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "close_range", "dup",
    "dup2", "dup3", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_pwait2", "epoll_wait", "eventfd",
    "eventfd2", "exit", "exit_group", "faccessat", "faccessat2", "fadvise64", "fchdir", "fdatasync", "fstat", "fstatfs",
    "fsync", "ftruncate", "futex", "futex_wait", "futex_wake", "futex_requeue", "get_mempolicy", "get_robust_list", "getcpu",
    "getcwd", "getdents", "getdents64", "getegid", "geteuid", "getgid", "getgroups", "getpgid", "getpgrp", "getpid",
    "getppid", "getpriority", "getrandom", "getresgid", "getresuid", "getrlimit", "getrusage", "getsid", "gettid",
    "gettimeofday", "getuid", "lseek", "lstat", "madvise", "mbind", "membarrier", "mkdir", "mkdirat", "mlock", "mlock2",
    "mprotect", "mremap", "msync", "munlock", "munmap", "nanosleep", "newfstatat", "open", "openat", "openat2", "pause",
    "pipe", "pipe2", "poll", "ppoll", "pread64", "preadv", "preadv2", "pselect6", "pwrite64", "pwritev", "pwritev2", "read",
    "readahead", "readlink", "readlinkat", "readv", "recvfrom", "recvmsg", "rename", "renameat", "renameat2",
    "restart_syscall", "rmdir", "rseq", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend",
    "rt_sigtimedwait", "sched_get_priority_max", "sched_get_priority_min", "sched_getaffinity", "sched_getattr",
    "sched_getparam", "sched_getscheduler", "sched_yield", "select", "sendfile", "set_robust_list", "set_tid_address",
    "setitimer", "getitimer", "shutdown", "sigaltstack", "getsockopt", "setsockopt", "getsockname", "getpeername", "stat",
    "statfs", "statx", "sync_file_range", "sysinfo", "time", "timer_create", "timer_delete", "timer_getoverrun",
    "timer_gettime", "timer_settime", "timerfd_create", "timerfd_gettime", "timerfd_settime", "times", "truncate", "umask",
    "uname", "unlink", "unlinkat", "write", "writev", "alarm", "copy_file_range",
]  # fmt: skip

# Named so that the answer is "not permitted" rather than "not there": what a student may try in good faith.
REFUSED = [
    "socket", "connect", "bind", "listen", "accept", "accept4", "execve", "execveat", "fork", "vfork", "kill", "ptrace",
    "process_vm_readv", "process_vm_writev", "setuid", "setgid", "chown", "fchown", "lchown", "fchownat", "mount", "umount2",
    "chroot", "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "setrlimit", "prlimit64", "setpriority",
    "sched_setaffinity", "sched_setscheduler", "memfd_create", "shmget", "sendmsg", "sendmmsg", "rt_sigqueueinfo",
    "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal", "setsid", "setpgid",
]  # fmt: skip

# Landlock does not cover modes, times and locks. Honest copies and databases make these calls without needing them: they are
# told that all went well, and nothing happens. A lock on a library's file would be a message to another process.
PRETENDED = ["chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "futimesat", "utimensat", "flock"]

# Extended attributes: copying a file asks for them, and takes this answer for "this file system has none".
WITHOUT = ["getxattr", "lgetxattr", "fgetxattr", "setxattr", "lsetxattr", "fsetxattr", "listxattr", "llistxattr", "flistxattr",
           "removexattr", "lremovexattr", "fremovexattr", "fallocate"]  # fmt: skip

_CLONE_THREAD = 0x00010000
_MAP_SHARED, _MAP_ANONYMOUS, _MAP_GROWSDOWN = 0x01, 0x20, 0x100
_FCNTL_ALLOWED = (0, 1, 2, 3, 4, 5, 36, 1030, 1032)  # duplicate, flags, ask for locks; not: owners, signals, leases, notices
_FCNTL_LOCKS = (6, 7, 37, 38)
# Is it a terminal, how much is there, do not block; the others reach file systems and owners of sockets.
_IOCTL_ALLOWED = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
_PR_SET_NAME, _PR_GET_NAME, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 15, 16, 38, 22
_SECCOMP_MODE_FILTER = 2


@functools.cache
def _filter() -> bytes:
    """The filter as the kernel reads it; compiled once, in the warm parent, since libseccomp takes 5 ms for it."""
    import tempfile

    import pyseccomp as seccomp

    allow, fine, refused, uncounted = seccomp.ALLOW, *map(seccomp.ERRNO, (0, errno.EPERM, errno.ENOMEM))
    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.ENOSYS))

    def rule(action: int, name: str, *arguments: tuple[Any, ...]) -> None:
        with contextlib.suppress(OSError, ValueError, RuntimeError):  # a call that this architecture lacks cannot be made on it
            rules.add_rule(action, name, *(seccomp.Arg(*argument) for argument in arguments))

    equal, unequal, masked = seccomp.EQ, seccomp.NE, seccomp.MASKED_EQ
    without = seccomp.ERRNO(errno.EOPNOTSUPP)
    for action, names in ((allow, ALLOWED), (refused, REFUSED), (fine, PRETENDED), (without, WITHOUT)):
        for name in names:
            rule(action, name)
    # Threads, not processes. `clone3` hides its flags from a filter; answered ENOSYS (the default), libc falls back to `clone`.
    rule(allow, "clone", (0, masked, _CLONE_THREAD, _CLONE_THREAD))
    rule(refused, "clone", (0, masked, _CLONE_THREAD, 0))
    # Neither shared anonymous memory nor memory that grows down as a stack does counts towards the memory limit.
    kinds = _MAP_SHARED | _MAP_ANONYMOUS | _MAP_GROWSDOWN
    for value in (0, _MAP_SHARED, _MAP_ANONYMOUS):
        rule(allow, "mmap", (3, masked, kinds, value))
    rule(uncounted, "mmap", (3, masked, _MAP_GROWSDOWN, _MAP_GROWSDOWN))
    rule(uncounted, "mmap", (3, masked, kinds, _MAP_SHARED | _MAP_ANONYMOUS))
    # Pairs of streams only, and no addresses: a datagram out of a pair could go to any named socket of the machine.
    rule(allow, "socketpair", (0, equal, 1), (1, masked, 0xF, 1))
    rule(refused, "socketpair", (1, masked, 0xF, 2))
    rule(allow, "sendto", (4, equal, 0))
    rule(refused, "sendto", (4, unequal, 0))
    for action, name, place, values in (
        (allow, "fcntl", 1, _FCNTL_ALLOWED),
        (fine, "fcntl", 1, _FCNTL_LOCKS),
        (allow, "ioctl", 1, _IOCTL_ALLOWED),
        (allow, "prctl", 0, (_PR_SET_NAME, _PR_GET_NAME)),
    ):
        for value in values:
            rule(action, name, (place, equal, value))
    # raise() and abort() need tgkill; Landlock (ABI 6) keeps its signals inside. Before, abort() still ends the process.
    rule(allow if landlock_abi() >= 6 else refused, "tgkill")
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _confine_calls() -> None:
    program = ctypes.byref(_Program(len(_filter()) // 8, _filter()))
    _call("seccomp could not be entered", "prctl", _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, program, 0, 0)


# --- all together ---------------------------------------------------------------------------------------------------


def require() -> None:
    """Raise `SandboxError`, with the way out, unless this machine can confine submissions."""
    if sys.platform != "linux":
        raise SandboxError(f"Submissions can be confined on Linux only, not on {sys.platform}. {WAY_OUT}")
    if landlock_abi() < 3:
        raise SandboxError(
            f"This kernel ({os.uname().release}) offers Landlock version {landlock_abi()}, and 3 is needed. {WAY_OUT}"
        )
    try:
        import pyseccomp

        pyseccomp.get_api()
        _filter()
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxError(f"seccomp cannot be used ({error}). {WAY_OUT}") from None


def enter(scratch: Path, readable: Iterable[Path], limits: Limits) -> None:
    """Confine this process for good: it may read `readable` and the libraries, and write `scratch`.

    Raises `SandboxError` if any part fails: a process half confined must not run a submission.
    """
    _call("New privileges could not be given up", "prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    set_limits(limits)
    _confine_files([*library_folders(), *readable], [scratch])
    # Root without its powers: nothing is gained by grading as root, and nothing is needed.
    _call("Capabilities could not be dropped", "capset", struct.pack("Ii", 0x20080522, 0), bytes(24))
    _confine_calls()


def set_limits(limits: Limits) -> None:
    """Bound memory, CPU time, file size, descriptors and core dumps of this process."""
    # RLIMIT_DATA, not RLIMIT_AS: libraries reserve address space that they never use.
    for what, bound in (
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, limits.file),
        (resource.RLIMIT_NOFILE, limits.descriptors),
        # Not 0: a crash would still be handed to the system's crash reporter, which writes it elsewhere.
        (resource.RLIMIT_CORE, 1),
    ):
        hard = resource.getrlimit(what)[1]
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(what, (bound, bound))
