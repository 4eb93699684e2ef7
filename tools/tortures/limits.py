"""Limits of descriptors, file size, address space, and a disk that is full."""

import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tortures.invariants import judge_rest
from tortures.ledger import Ledger
from tortures.outcome import STUCK, Outcome
from tortures.recordings import RECORDINGS, judge_again, judge_run
from tortures.running import Run
from tortures.session import Bench, Case, Skipped, torture
from tortures.trial import prepared

MEBI = 1 << 20
# Within this much address space every command works.
ENOUGH = 4096 * MEBI
# A file of less would have no room for the sentence that is told.
LIMITS = {
    "descriptors": (resource.RLIMIT_NOFILE, (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 20, 32)),
    "file size": (resource.RLIMIT_FSIZE, (300, 4096, 8192, 20_000, 32_768, 40_960, 65_536)),
    "address space": (resource.RLIMIT_AS,
                      tuple(size * MEBI for size in (100, 200, 400, 1024, 4096, 9000, 16_000))),
}
LOOKING = {"board": ["board", "KS"], "audit": ["audit"], "doctor": ["doctor"]}


@torture("limits")
def limits(bench: Bench) -> Iterator[Case]:
    """What does not fit is told, with 74; after that all is as before."""
    cases = [(name, limit, value) for limit, (_, values) in LIMITS.items() for value in values
             for name in (*RECORDINGS, *LOOKING)]
    bench.random("limits").shuffle(cases)
    for name, limit, value in cases:
        yield f"{name} {limit} {value}", partial(_limited, bench, name, limit, value)


def _limited(bench: Bench, name: str, limit: str, value: int) -> Outcome:
    recording = RECORDINGS.get(name)
    ledger = prepared(bench, recording or RECORDINGS["status"])
    outcome, within = Outcome(), partial(resource.setrlimit, LIMITS[limit][0], (value, value))
    if recording:
        run = recording.run(ledger, "limited", within=within)
    else:
        run = ledger.run(*LOOKING[name], within=within)
    # The loader of libraries fails before the command is there.
    if run.code == 127:
        return Outcome(landed=1)
    outcome.landed = int(run.code != 0)
    looking = (0, 1, 74) if name == "doctor" else (0, 74)
    judge_run(outcome, run, recording.faulty if recording else looking)
    if limit == "address space" and value >= ENOUGH and run.code not in (0, 1):
        outcome.breaks(STUCK, f"with {value // MEBI} MiB of address space, {run.told()}")
    if recording:
        judge_again(outcome, recording, ledger, "limited")
    judge_rest(outcome, ledger, everything=False)
    return outcome


@torture("a full disk")
def a_full_disk(bench: Bench) -> Iterator[Case]:
    """The ledger lies on a disk with so many pages left."""
    if os.geteuid() != 0:
        raise Skipped("only root may mount a disk")
    for pages in (0, 1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 28, 35):
        for name in RECORDINGS:
            yield f"{name} {pages}", partial(_filled, bench, name, pages)


def _filled(bench: Bench, name: str, pages: int) -> Outcome:
    recording, outcome = RECORDINGS[name], Outcome()
    with _disk(bench.scratch / "disk") as disk:
        source = prepared(bench, recording)
        ledger = source.copy(disk / "ledger")
        recording.prepare(ledger, "filled")
        ballast = _leave(disk, pages)
        run = recording.run(ledger, "filled")
        outcome.landed = 1
        judge_run(outcome, run, recording.faulty)
        _judge_looks(outcome, ledger)
        ballast.unlink()
        judge_again(outcome, recording, ledger, "filled")
        judge_rest(outcome, ledger, everything=not recording.entries)
    return outcome


@contextlib.contextmanager
def _disk(place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "torture", place],
                             capture_output=True, text=True)
    if mounted.returncode:
        raise Skipped(mounted.stderr.strip())
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=False)


def _leave(disk: Path, pages: int) -> Path:
    """Fills the disk but for so many pages."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, (room.f_bavail - pages) * room.f_bsize))
    return ballast


def _judge_looks(outcome: Outcome, ledger: Ledger) -> None:
    """To look takes no room."""
    run: Run = ledger.run("board", "KS")
    judge_run(outcome, run, (0,))
