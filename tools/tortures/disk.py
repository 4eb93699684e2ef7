"""What a disk may hold after the power went: the calls of a run, replayed in part.

The model is POSIX's, which promises less than most file systems do. Bytes that were not synced may
be missing, in any order and by sectors; a name that its folder was not synced for may be missing or
old. What was synced, or written with O_DSYNC, is there.
"""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tortures.running import Call

SECTOR = 512
NEVER = 1 << 60
# How /proc shows a file that was made by O_TMPFILE.
NAMELESS = " (deleted)"
WRITES = {"write", "pwrite64", "writev", "pwritev"}


@dataclass
class Change:
    """One change of names or of bytes, and from which call on it is safe."""

    at: int
    kind: str
    node: int
    path: str = ""
    second: str = ""
    offset: int = 0
    data: bytes = b""
    safe_from: int = NEVER

    @property
    def of_names(self) -> bool:
        return self.kind not in ("bytes", "length")

    @property
    def folder(self) -> str:
        return os.path.dirname(self.second or self.path)


@dataclass(frozen=True)
class Model:
    """Which of the changes that are not safe the disk has kept."""

    name: str
    names: float
    bytes: float
    torn: bool = False


MODELS = (Model("nothing unsynced", 0, 0), Model("names alone", 1, 0), Model("bytes alone", 0, 1),
          Model("a half", 0.5, 0.5), Model("torn", 1, 0.7, True), Model("torn, a half", 0.5, 0.5,
                                                                        True))


@dataclass
class Recorded:
    """The changes that a run made below `root`, in their order."""

    root: Path
    changes: list[Change] = field(default_factory=list)
    # The call that printed the receipt.
    told_at: int = NEVER
    # Files that were there before: their node, by path.
    before: dict[str, int] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _nodes: int = 0

    @classmethod
    def of(cls, calls: list[Call], data: bytes, root: Path, already: set[str]) -> "Recorded":
        recorded = cls(root)
        for call in calls:
            recorded._add(call, data, already)
        return recorded

    @property
    def points(self) -> list[int]:
        """The calls after which the disk may hold something else than before."""
        points = {self.told_at}.union(*({change.at, change.safe_from} for change in self.changes))
        return sorted(points - {NEVER})

    def _add(self, call: Call, data: bytes, already: set[str]) -> None:
        if call.result is None or call.result < 0:
            return
        path, second = self._below(call.path), self._below(call.second)
        if call.path == "stdout":
            self.told_at = min(self.told_at, call.number)
        elif call.name == "openat" and call.flags & os.O_CREAT and path not in self._names \
                and path not in already:
            self._change(call, "create", self._new(path), path)
        elif call.name == "openat" and call.flags & os.O_TRUNC:
            self._change(call, "length", self._node(path), path)
        elif call.name in WRITES:
            written = data[call.place:call.place + call.result]
            change = self._change(call, "bytes", self._node(path), path, offset=call.offset,
                                  data=written)
            if call.flags & os.O_DSYNC:
                change.safe_from = call.number
        elif call.name in ("ftruncate", "fallocate"):
            self._change(call, "length", self._node(path), path, offset=call.offset)
        elif call.name in ("mkdir", "mkdirat"):
            self._change(call, "mkdir", self._new(path), path)
        elif call.name in ("rename", "renameat", "renameat2"):
            self._rename(call, path, second)
        elif call.name in ("link", "linkat"):
            self._names[second] = self._node(path)
            self._change(call, "link", self._names[second], path, second)
        elif call.name in ("symlink", "symlinkat"):
            change = self._change(call, "symlink", self._new(path), path)
            change.data = call.second.encode()
        elif call.name in ("unlink", "unlinkat", "rmdir"):
            self._change(call, "unlink", self._node(path), path)
            self._names.pop(path, None)
            already.discard(path)
        elif call.name in ("sync", "syncfs"):
            self._settle(call, lambda _: True)
        elif call.name in ("fsync", "fdatasync"):
            node = self._names.get(path, self.before.get(path, -1))
            self._settle(call, lambda change: change.folder == path if change.of_names
                         else change.node == node)

    def _rename(self, call: Call, path: str, second: str) -> None:
        node = self._node(path)
        self._names.pop(path, None)
        self._names[second] = node
        self._change(call, "rename", node, path, second)

    def _settle(self, call: Call, covers: Callable[[Change], bool]) -> None:
        for change in self.changes:
            if covers(change):
                change.safe_from = min(change.safe_from, call.number)

    def _change(self, call: Call, kind: str, node: int, path: str, second: str = "",
                offset: int = 0, data: bytes = b"") -> Change:
        change = Change(call.number, kind, node, path, second, offset, data)
        self.changes.append(change)
        return change

    def _below(self, path: str) -> str:
        """Without the root, which itself is the empty path."""
        return f"{path}/".removeprefix(f"{self.root}/").rstrip("/")

    def _new(self, path: str) -> int:
        self._nodes += 1
        self._names[path] = self._nodes
        return self._nodes

    def _node(self, path: str) -> int:
        """That of a file, which was there before if it was not made, and has a name."""
        if path not in self._names:
            node = self._new(path)
            if not path.endswith(NAMELESS):
                self.before[path] = node
        return self._names[path]


class After:
    """A folder as it was before the run, changed to what the disk holds after a power loss."""

    def __init__(self, root: Path, recorded: Recorded) -> None:
        self.root = root
        self._open: dict[int, int] = {}
        for path, node in recorded.before.items():
            if (root / path).is_file():
                self._open[node] = os.open(root / path, os.O_RDWR)

    def settle(self, recorded: Recorded, point: int, model: Model, chance: random.Random) -> int:
        """Does what was safe after the call `point`, and of the rest what the model keeps. Returns
        how much was not kept whole."""
        lost, kept = 0, []
        for change in recorded.changes:
            if change.at > point:
                continue
            safe = change.safe_from <= point
            whole = safe or not model.torn
            if safe or chance.random() < (model.names if change.of_names else model.bytes):
                kept.append((change, None if whole else chance))
                lost += not whole
            else:
                lost += 1
        # Bytes belong to a file whatever its name is, or will be.
        for change, torn in sorted(kept, key=lambda one: not one[0].of_names):
            self._do(change, torn)
        for descriptor in self._open.values():
            os.close(descriptor)
        return lost

    def _do(self, change: Change, torn: random.Random | None) -> None:
        path, second = self.root / change.path, self.root / change.second
        try:
            if change.kind == "create":
                self._make(change.node, path)
            elif change.kind == "mkdir":
                path.mkdir(mode=0o700)
            elif change.kind == "symlink":
                path.symlink_to(change.data.decode())
            elif change.kind == "unlink":
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            elif change.kind == "rename" and (path.exists() or path.is_symlink()):
                os.rename(path, second)
            elif change.kind in ("rename", "link"):
                if change.kind == "rename":
                    second.unlink(missing_ok=True)
                self._name(change.node, path, second)
            elif change.node in self._open:
                self._put(change, self._open[change.node], torn)
        except OSError:
            # What it stands on was lost.
            pass

    def _make(self, node: int, path: Path) -> None:
        self._open[node] = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def _name(self, node: int, path: Path, second: Path) -> None:
        """A name that was kept, of a file whose first name may have been lost."""
        if path.exists():
            os.link(path, second)
        elif node not in self._open:
            self._make(node, second)

    @staticmethod
    def _put(change: Change, descriptor: int, torn: random.Random | None) -> None:
        if change.kind == "length":
            os.ftruncate(descriptor, change.offset)
            return
        for start in range(0, len(change.data), SECTOR if torn else len(change.data)):
            if torn is None or torn.random() < 0.5:
                part = change.data[start:start + SECTOR] if torn else change.data
                os.pwrite(descriptor, part, change.offset + start)
