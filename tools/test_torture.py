#!/usr/bin/env python3
"""Tests of what tools/torture judges by: the injector, the model of a disk, the reader of pages."""
import errno
import os
import random
import struct
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from tortures.disk import MODELS, After, Recorded  # noqa: E402
from tortures.outcome import Outcome, Row  # noqa: E402
from tortures.pages import FREE_LIST, LEAF, MAIN_TABLE, NONE, PAGE, DataFile  # noqa: E402
from tortures.running import Call, Command, Inject, Run  # noqa: E402

# Makes a file in a folder that is not there yet, as carefully as a command should.
WRITER = """
import os
os.mkdir('made')
file = os.open('made/draft', os.O_WRONLY | os.O_CREAT)
n = os.write(file, b'x' * 1000)
os.fsync(file)
os.rename('made/draft', 'made/final')
folder = os.open('made', os.O_RDONLY)
os.fsync(folder)
os.fsync(os.open('.', os.O_RDONLY))
print(n)
"""


class WithFolder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.scratch = Path(folder.name)
        self.root = self.scratch / "root"
        self.root.mkdir()
        (self.root / "writer.py").write_text(WRITER)
        self.command = Command(Path(sys.executable), self.scratch)

    def write(self, inject: Inject | None = None) -> Run:
        return self.command.run(["-SE", "writer.py"], self.root, dict(os.environ), inject)

    def place(self, name: str, suffix: str = "") -> int:
        """The number of the first such call, in a run that leaves nothing behind."""
        run = self.write(Inject())
        (self.root / "made/final").unlink()
        (self.root / "made").rmdir()
        return next(call.number for call in run.calls if call.name == name and call.is_of(suffix))


class Injecting(WithFolder):
    def test_nothing_asked_for_changes_nothing(self) -> None:
        run = self.write(Inject())
        self.assertEqual((run.code, run.out, run.hit), (0, "1000\n", False))

    def test_a_call_that_fails_is_not_done(self) -> None:
        run = self.write(Inject(at=f"{self.place('mkdir')}:fail:{errno.ENOSPC}"))
        self.assertTrue(run.hit and "No space left" in run.err)
        self.assertFalse((self.root / "made").exists())

    def test_a_call_that_fails_afterwards_is_done(self) -> None:
        run = self.write(Inject(at=f"{self.place('mkdir')}:failafter:{errno.EIO}"))
        self.assertIn("Input/output error", run.err)
        self.assertTrue((self.root / "made").exists())

    def test_a_short_write_writes_half_and_says_so(self) -> None:
        run = self.write(Inject(at=f"{self.place('write', 'draft')}:short"))
        self.assertEqual(run.out, "500\n")
        self.assertEqual((self.root / "made/final").stat().st_size, 500)

    def test_kills_land_before_and_after(self) -> None:
        at = self.place("mkdir")
        self.assertTrue(self.write(Inject(at=f"{at}:kill")).killed)
        self.assertFalse((self.root / "made").exists())
        self.assertTrue(self.write(Inject(at=f"{at}:killafter")).killed)
        self.assertTrue((self.root / "made").exists())

    def test_what_is_pretended_is_not_done_and_not_reported(self) -> None:
        run = self.write(Inject(pretend=("write:/draft",)))
        self.assertEqual((run.out, run.hit), ("1000\n", True))
        self.assertEqual((self.root / "made/final").stat().st_size, 0)
        self.assertFalse(any(call.name == "write" and call.is_of("draft") for call in run.calls))


class Disk(WithFolder):
    def after(self, call: str, suffix: str, model: int) -> Path:
        """The folder as a disk may hold it, once the first such call was made."""
        run = self.write(Inject(keep_data=True))
        recorded = Recorded.of(run.calls, run.data, self.root, {"writer.py"})
        place = self.scratch / "after"
        place.mkdir()
        point = next(one.number for one in run.calls if one.name == call and one.is_of(suffix))
        After(place, recorded).settle(recorded, point, MODELS[model], random.Random(1))
        return place

    def test_what_was_synced_is_there(self) -> None:
        place = self.after("write", "stdout", 0)
        self.assertEqual((place / "made/final").read_bytes(), b"x" * 1000)

    def test_a_name_needs_its_folder_synced(self) -> None:
        self.assertEqual(list(self.after("fsync", "made", 0).iterdir()), [])

    def test_a_name_may_come_before_the_bytes(self) -> None:
        self.assertEqual((self.after("write", "draft", 1) / "made/draft").read_bytes(), b"")


    def test_a_file_without_a_name_keeps_its_bytes_when_it_gets_one(self) -> None:
        (self.root / "writer.py").write_text("""
import os
file = os.open('.', os.O_WRONLY | os.O_TMPFILE)
os.write(file, b'y' * 100)
os.fsync(file)
os.link(f'/proc/self/fd/{file}', 'draft', src_dir_fd=os.open('/', 0), follow_symlinks=True)
os.rename('draft', 'final')
os.fsync(os.open('.', os.O_RDONLY))
print('made')
""")
        self.assertEqual((self.after("write", "stdout", 0) / "final").read_bytes(), b"y" * 100)


class Pages(unittest.TestCase):
    def test_each_page_has_the_role_that_it_is_reached_by(self) -> None:
        def meta(transaction: int, free: int, main: int) -> bytes:
            tables = b"".join(struct.pack("<IHHQQQQQ", 0, 0, 1, 0, 1, 0, 1, root)
                              for root in (free, main))
            return (bytes(16 + 24) + tables + struct.pack("<QQ", 4, transaction)).ljust(PAGE, b"\0")

        def leaf(number: int, flags: int, key: bytes, data: bytes) -> bytes:
            node = struct.pack("<HHHH", len(data), 0, flags, len(key)) + key + data
            header = struct.pack("<QHHHH", number, 0, LEAF, 18, PAGE - len(node))
            return (header + struct.pack("<H", PAGE - len(node))).ljust(PAGE - len(node),
                                                                        b"\0") + node

        of_table = struct.pack("<IHHQQQQQ", 0, 0, 1, 0, 1, 0, 1, 4)
        content = [meta(6, 2, NONE), meta(7, 2, 3), leaf(2, 0, bytes(8), bytes(8)),
                   leaf(3, 2, b"rows", of_table), leaf(4, 0, b"a", b"b"), bytes(PAGE)]
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"".join(content))
            file.flush()
            roles = {page.number: page.role for page in DataFile(Path(file.name)).pages.values()}
        self.assertEqual(roles, {0: "meta", 1: "meta", 2: FREE_LIST, 3: MAIN_TABLE,
                                 4: "table rows", 5: "free"})


class Sums(unittest.TestCase):
    def test_a_torture_without_a_fault_fails(self) -> None:
        row = Row("one")
        row.add(Outcome(landed=0))
        self.assertTrue(row.failed)
        row.add(Outcome(landed=1))
        self.assertFalse(row.failed)

    def test_a_call_is_read_as_it_was_reported(self) -> None:
        call = Call.read("7\tpwrite64\t/a/b\t\t1\t4096\t120\t?\t-1")
        self.assertEqual((call.number, call.offset, call.result), (7, 4096, None))


if __name__ == "__main__":
    unittest.main()
