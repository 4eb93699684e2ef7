"""Each system call of each command fails once, falls short, or fails after it was done."""

import errno
from collections.abc import Iterator
from functools import partial

from tortures.recordings import RECORDINGS
from tortures.running import Call, Inject
from tortures.session import Bench, Case, torture
from tortures.trial import calls_of, injected

F_SETLKW = 7

READS = {"read", "pread64", "readv", "preadv"}
WRITES = {"write", "pwrite64", "writev", "pwritev"}
OPENS = {"open", "openat", "creat"}
SYNCS = {"fsync", "fdatasync", "syncfs"}
CHANGES = {"rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink",
           "unlinkat", "rmdir", "mkdir", "mkdirat", "ftruncate", "truncate", "fallocate", "chmod",
           "fchmod", "fchmodat", "chown", "fchown", "fchownat"}
GROWS = WRITES | SYNCS | OPENS | {"rename", "renameat", "renameat2", "link", "linkat", "symlink",
                                  "symlinkat", "mkdir", "mkdirat", "ftruncate", "fallocate"}
# Those that a signal can interrupt, on some file system that Linux has.
INTERRUPTED = READS | WRITES | OPENS | {"flock", "fsync", "fallocate", "ftruncate"}


def errors_of(call: Call) -> list[int]:
    """Those that the kernel can give for it."""
    if call.name == "sync":
        return []
    if call.name == "mmap":
        return [errno.ENOMEM]
    errors = [errno.ENOLCK if call.name in ("flock", "fcntl") else errno.EIO]
    if call.name in GROWS:
        errors.append(errno.ENOSPC)
    if call.name in INTERRUPTED or (call.name == "fcntl" and call.flags == F_SETLKW):
        errors.append(errno.EINTR)
    if call.name in OPENS:
        errors.append(errno.EMFILE)
    return errors


def actions_of(call: Call) -> list[str]:
    actions = [f"fail:{error}" for error in errors_of(call)]
    if call.name in WRITES | SYNCS | CHANGES | OPENS:
        actions.append(f"failafter:{errno.EIO}")
    if call.name in READS | WRITES and (call.result or 0) > 1:
        actions.append("short")
    return actions


@torture("each call fails", weight=3)
def each_call_fails(bench: Bench) -> Iterator[Case]:
    """The command tells it and ends with 74, or does without; then all works again."""
    cases = [(name, call, action) for name, one in RECORDINGS.items()
             for call in calls_of(bench, one) for action in actions_of(call)]
    bench.random("each call fails").shuffle(cases)
    for name, call, action in cases:
        yield f"{name} {call.number} {call.name} {action}", \
            partial(injected, bench, RECORDINGS[name], Inject(at=f"{call.number}:{action}"))
