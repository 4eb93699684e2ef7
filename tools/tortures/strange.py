"""Files that are not what they should be: a FIFO, a device, a folder, nothing at all."""

import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tortures.ledger import Ledger
from tortures.outcome import CLASS, CRASH, HANG, Outcome
from tortures.session import Bench, Case, torture

FORMS = ("fifo", "zero", "folder", "empty", "dangling")


@torture("strange files")
def strange_files(bench: Bench) -> Iterator[Case]:
    """Every command that may meet the file says something, and none waits for ever."""
    ledger = bench.small()
    files = sorted(str(path.relative_to(ledger.root)) for place in ("led", "home", "pub")
                   for path in (ledger.root / place).rglob("*") if path.is_file()
                   and path.name != "lock.mdb")
    ledger.remove()
    # A memory's name is its ledger's id, which is another in each run of this tool.
    files = [re.sub("[0-9a-f]{64}", "*", file) for file in files]
    cases = [(file, form) for file in files for form in FORMS]
    bench.random("strange files").shuffle(cases)
    cases.sort(key=lambda case: case[1] != "fifo")
    for file, form in cases:
        yield f"{form} {file}", partial(_met, bench, file, form)


def _met(bench: Bench, file: str, form: str) -> Outcome:
    ledger, outcome = bench.small(), Outcome(landed=1)
    put(next(ledger.root.glob(file)), form)
    for arguments in _commands(ledger):
        run = ledger.run(*arguments, seconds=5 if form == "fifo" else 20)
        if run.hung:
            outcome.breaks(HANG, run.told())
            break
        elif run.crashed:
            outcome.breaks(CRASH, run.told())
        elif run.code == 1 and arguments[0] not in ("audit", "rebuild"):
            outcome.breaks(CLASS, run.told())
    return outcome


def put(path: Path, form: str) -> None:
    """Puts something else in the place of a file."""
    path.unlink()
    if form == "fifo":
        os.mkfifo(path)
    elif form == "zero":
        path.symlink_to("/dev/zero")
    elif form == "folder":
        path.mkdir()
    elif form == "dangling":
        path.symlink_to("nowhere")
    else:
        path.touch()


def _commands(ledger: Ledger) -> Iterator[list[str]]:
    yield ["status", "1", "ongoing"]
    yield ["board", "KS"]
    yield ["checkpoint"]
    yield ["publish", "pub"]
    yield ["audit"]
    yield ["rebuild"]
    # A copy that is there and one that is begun.
    for copy in ("copy", "copy"):
        yield ["audit", "--from", "pub", "--key", ledger.vkey, "--copy", copy]
    shutil.rmtree(ledger.root / "copy", ignore_errors=True)
