"""LMDB's data file, read from the newer of its meta pages: which page holds what.

Written from lmdb.h and mdb.c of 0.9.24. A page begins with its number (8 bytes), 2 unused ones, its
flags, and where its free room begins and ends (2 each); then come the places of its nodes. A node
has 2 + 2 + 2 bytes of size or of a child's number, the length of its key (2), its key and its data.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
HEADER = 16
BRANCH, LEAF, OVERFLOW, META = 1, 2, 4, 8
IN_OVERFLOW, TABLE = 1, 2
META_END = HEADER + 24 + 2 * 48 + 16
NONE = (1 << 64) - 1

FREE_LIST = "free list"
MAIN_TABLE = "main table"


@dataclass(frozen=True)
class Page:
    number: int
    role: str
    used: tuple[range, ...]

    def offsets(self) -> list[int]:
        return [offset for part in self.used for offset in part]


class DataFile:
    def __init__(self, path: Path) -> None:
        self.bytes = path.read_bytes()
        self.count = len(self.bytes) // PAGE
        self.pages = {number: Page(number, "meta", (range(META_END),)) for number in (0, 1)}
        meta = max((0, 1), key=lambda one: self._unpack("<Q", one, HEADER + 24 + 2 * 48 + 8)[0])
        for role, at in ((FREE_LIST, 24), (MAIN_TABLE, 72)):
            self._walk(self._unpack("<Q", meta, HEADER + at + 40)[0], role)
        for number in range(self.count):
            self.pages.setdefault(number, Page(number, "free", ()))

    def of(self, role: str) -> list[Page]:
        return [page for page in self.pages.values() if page.role == role]

    def _unpack(self, form: str, page: int, offset: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self.bytes, page * PAGE + offset)

    def _walk(self, number: int, role: str) -> None:
        if number == NONE:
            return
        flags, lower, upper = self._unpack("<HHH", number, 10)
        self.pages[number] = Page(number, role, (range(lower), range(upper, PAGE)))
        for node in self._nodes(number, lower):
            low, high, node_flags, key_length = self._unpack("<HHHH", number, node)
            if flags & BRANCH:
                self._walk(low | high << 16 | node_flags << 32, role)
                continue
            data = node + 8 + key_length
            if node_flags & IN_OVERFLOW:
                first, = self._unpack("<Q", number, data)
                self._add_overflow(first, low | high << 16, role)
            elif node_flags & TABLE and role == MAIN_TABLE:
                root, = self._unpack("<Q", number, data + 40)
                key = self.bytes[number * PAGE + node + 8:number * PAGE + data]
                self._walk(root, f"table {key.decode('ascii', 'replace')}")

    def _nodes(self, number: int, lower: int) -> Iterator[int]:
        for place in range(HEADER, lower, 2):
            yield self._unpack("<H", number, place)[0]

    def _add_overflow(self, first: int, length: int, role: str) -> None:
        count = (HEADER + length + PAGE - 1) // PAGE
        for number in range(first, first + count):
            used = min(PAGE, HEADER + length - (number - first) * PAGE)
            self.pages[number] = Page(number, role, (range(used),))
