"""Many at once: eight that append, beside readers, rebuilds, publishing, checkpoints and audits; and
beside backups."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

from tortures.invariants import judge_entries, judge_rest
from tortures.ledger import Ledger
from tortures.outcome import CLASS, CRASH, HANG, LOST, STUCK, Outcome
from tortures.running import Run
from tortures.session import Bench, Case, torture

WRITERS = 8
EACH = 250
EACH_IN_SHORT = 12
BESIDE = (["board", "KS"], ["log", "--format", "json"], ["rebuild"], ["publish", "pub"],
          ["checkpoint"], ["audit"], ["doctor"])


class Crowd:
    """Writers, and beside them what is done until they have ended."""

    def __init__(self, ledger: Ledger, each: int) -> None:
        self.ledger = ledger
        self.each = each
        self.outcome = Outcome(tried=0)
        self._lock = threading.Lock()
        self._done = threading.Event()

    def run(self) -> Outcome:
        writers = [threading.Thread(target=self._write, args=(n,)) for n in range(WRITERS)]
        beside = self.beside()
        for thread in writers + beside:
            thread.start()
        for thread in writers:
            thread.join()
        self._done.set()
        for thread in beside:
            thread.join()
        if len(self.ledger.heard) < WRITERS * self.each:
            self.outcome.breaks(STUCK, f"only {len(self.ledger.heard)} were acknowledged")
        judge_entries(self.outcome, self.ledger)
        judge_rest(self.outcome, self.ledger)
        self.judge_beside()
        return self.outcome

    def beside(self) -> list[threading.Thread]:
        return [threading.Thread(target=self._repeat, args=(one,)) for one in BESIDE]

    def judge_beside(self) -> None:
        pass

    def _write(self, writer: int) -> None:
        for number in range(self.each):
            mark = f"writer-{writer}-{number}"
            arguments = ["status", str(1 + number % 3), ("ongoing", "delayed")[number % 2],
                         "--command-id", mark, "--decision", mark]
            run = self.ledger.run(*arguments, home=f"writer-{writer}", seconds=60)
            with self._lock:
                self.ledger.hear(mark, run)
            self.count("append", run, (0,))

    def _repeat(self, arguments: list[str]) -> None:
        while not self._done.is_set():
            run = self.ledger.run(*arguments, home=arguments[0], seconds=60)
            self.count(arguments[0], run, (0, 1) if arguments[0] == "doctor" else (0,))

    def count(self, what: str, run: Run, expected: tuple[int, ...]) -> None:
        with self._lock:
            self.outcome.tried += 1
            # Here the fault is the others.
            self.outcome.landed += 1
            self.outcome.counts[what, "runs"] += 1
            if run.hung:
                self.outcome.breaks(HANG, run.told())
            elif run.crashed:
                self.outcome.breaks(CRASH, run.told())
            elif run.code not in expected:
                self.outcome.breaks(CLASS, run.told())


@torture("a crowd")
def a_crowd(bench: Bench) -> Iterator[Case]:
    """Every receipt is right, positions are gapless, and nobody is turned away."""
    each = EACH_IN_SHORT if bench.short else EACH
    yield f"{WRITERS} times {each}", lambda: Crowd(bench.small(), each).run()


class BackedUpCrowd(Crowd):
    """Backups beside it, one by one: by turns to one place, and to a new one."""

    def __init__(self, ledger: Ledger, each: int, backups: int) -> None:
        super().__init__(ledger, each)
        self.places = [f"backup-{number}" if number % 2 else "backup" for number in range(backups)]

    def beside(self) -> list[threading.Thread]:
        return [threading.Thread(target=self._back_up)]

    def _back_up(self) -> None:
        for place in self.places:
            for arguments in (["backup", place],
                              ["audit", "--ledger", str(self.ledger.root / place)]):
                self.count(arguments[0], self.ledger.run(*arguments, seconds=60), (0,))

    def judge_beside(self) -> None:
        """Each is a prefix of the log, and of another length where it was another time."""
        whole, sizes = self._entries(self.ledger.place), set()
        for place in set(self.places):
            entries = self._entries(self.ledger.root / place)
            sizes.add(len(entries))
            if entries != whole[:len(entries)]:
                self.outcome.breaks(LOST, f"{place} is no prefix of the log")
        if len(sizes) < len(set(self.places)) // 2:
            self.outcome.breaks(STUCK, f"nobody wrote beside the backups: {sorted(sizes)}")

    def _entries(self, place: Path) -> list[dict]:
        listing = self.ledger.run("log", "--format", "json", "--ledger", str(place), seconds=60)
        return json.loads(listing.out)["entries"]


@torture("backups of a crowd")
def backups_of_a_crowd(bench: Bench) -> Iterator[Case]:
    """Each backup verifies, and is a prefix of the log; nobody waits for it."""
    each, backups = (EACH_IN_SHORT, 6) if bench.short else (EACH, 50)
    yield (f"{backups} beside {WRITERS} times {each}",
           lambda: BackedUpCrowd(bench.small(), each, backups).run())
