"""The list of tortures, and the order in which their cases are tried."""

import random
import shutil
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

from tortures.ledger import Ledger, fill, found
from tortures.outcome import Outcome, Row
from tortures.running import Command, Unfit

T = TypeVar("T")

# A case: its name, and what tries it.
Case = tuple[str, Callable[[], Outcome]]


@dataclass
class Bench:
    """Where tortures are tried: the command, and ledgers to copy."""

    command: Command
    scratch: Path
    seed: int
    # A short run tries a part of the cases, and smaller crowds.
    short: bool
    _known: dict[str, Any] = field(default_factory=dict)
    _copies: int = 0

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What was made under this name, now or before."""
        if name not in self._known:
            self._known[name] = make()
        known: T = self._known[name]
        return known

    def small(self) -> Ledger:
        """A fresh copy of a ledger of seven entries."""
        return self.copy_of("small", lambda place: found(self.command, place))

    def filled(self) -> Ledger:
        """A fresh copy of one of some three hundred."""
        return self.copy_of("filled", lambda place: fill(found(self.command, place)))

    def copy_of(self, name: str, make: Callable[[Path], Ledger]) -> Ledger:
        """A fresh copy of a ledger that is made once."""
        place = self.scratch / f"founded-{name.replace(' ', '-')}"
        original = self.once(f"ledger {name}", lambda: make(place))
        self._copies += 1
        return original.copy(self.scratch / f"case-{self._copies}")

    def random(self, *about: object) -> random.Random:
        """Chance that the seed and these decide, and nothing else."""
        return random.Random(zlib.crc32(repr((self.seed, *about)).encode()))


@dataclass(frozen=True)
class Torture:
    name: str
    cases: Callable[[Bench], Iterator[Case]]
    # Its part of the time, against the others'.
    weight: float = 1


ALL: dict[str, Torture] = {}


def torture(name: str, weight: float = 1) -> Callable[[Callable[[Bench], Iterator[Case]]], None]:
    def add(cases: Callable[[Bench], Iterator[Case]]) -> None:
        ALL[name] = Torture(name, cases, weight)
    return add


class Skipped(Exception):
    """A torture that this machine does not allow. Says why."""


@dataclass
class Failure:
    torture: str
    case: str
    broken: list[tuple[str, str]]


class Session:
    """Tries the cases of some tortures by turns, the one that had the least time first."""

    def __init__(self, bench: Bench, tortures: list[Torture], say: Callable[[str], None]) -> None:
        self.bench = bench
        self.rows = {one.name: Row(one.name) for one in tortures}
        self.failures: list[Failure] = []
        self._left = {one.name: (one, one.cases(bench)) for one in tortures}
        self._say = say

    def run(self, seconds: float | None, only_case: str | None = None) -> None:
        """Each torture gets at least one case, however little time there is."""
        end = None if seconds is None else time.monotonic() + seconds
        while self._left:
            name = min(self._left, key=lambda one: self.rows[one].seconds
                       / self._left[one][0].weight)
            row = self.rows[name]
            if end is not None and time.monotonic() > end and row.cases:
                self._left.pop(name)
                continue
            self._try_next(row, only_case)

    def _try_next(self, row: Row, only_case: str | None) -> None:
        start = time.monotonic()
        try:
            case = next(self._left[row.name][1], None)
            if case is None:
                self._left.pop(row.name)
            elif only_case is None or fnmatchcase(case[0], only_case):
                self._try(row, *case)
        except Skipped as why:
            row.skipped = str(why)
            self._left.pop(row.name)
        row.seconds += time.monotonic() - start

    def _try(self, row: Row, case: str, attempt: Callable[[], Outcome]) -> None:
        try:
            outcome = attempt()
        except Unfit as why:
            outcome = Outcome()
            outcome.breaks("stuck", f"the case could not be set up: {why}")
        row.add(outcome)
        if outcome.broken:
            self.failures.append(Failure(row.name, case, outcome.broken))
            self._say(f"{row.name}, {case}: " + "; ".join(
                f"{kind.upper()} {how}" for kind, how in outcome.broken[:3]))
        for leftover in self.bench.scratch.glob("case-*"):
            shutil.rmtree(leftover, ignore_errors=True)
