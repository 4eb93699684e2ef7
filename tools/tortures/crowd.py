"""Many at once: eight that append, beside readers, rebuilds, publishing, checkpoints and audits."""

import threading
from collections.abc import Iterator

from tortures.invariants import judge_entries, judge_rest
from tortures.ledger import Ledger
from tortures.outcome import CLASS, CRASH, HANG, STUCK, Outcome
from tortures.running import Run
from tortures.session import Bench, Case, torture

WRITERS = 8
EACH = 250
EACH_IN_SHORT = 12
BESIDE = (["board", "KS"], ["log", "--format", "json"], ["rebuild"], ["publish", "pub"],
          ["checkpoint"], ["audit"], ["doctor"])


class Crowd:
    def __init__(self, ledger: Ledger, each: int) -> None:
        self.ledger = ledger
        self.each = each
        self.outcome = Outcome(tried=0)
        self._lock = threading.Lock()
        self._done = threading.Event()

    def run(self) -> Outcome:
        writers = [threading.Thread(target=self._write, args=(n,)) for n in range(WRITERS)]
        beside = [threading.Thread(target=self._repeat, args=(one,)) for one in BESIDE]
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
        return self.outcome

    def _write(self, writer: int) -> None:
        for number in range(self.each):
            mark = f"writer-{writer}-{number}"
            arguments = ["status", str(1 + number % 3), ("ongoing", "delayed")[number % 2],
                         "--command-id", mark, "--decision", mark]
            run = self.ledger.run(*arguments, home=f"writer-{writer}", seconds=60)
            with self._lock:
                self.ledger.hear(mark, run)
            self._count("append", run, (0,))

    def _repeat(self, arguments: list[str]) -> None:
        while not self._done.is_set():
            run = self.ledger.run(*arguments, home=arguments[0], seconds=60)
            self._count(arguments[0], run, (0, 1) if arguments[0] == "doctor" else (0,))

    def _count(self, what: str, run: Run, expected: tuple[int, ...]) -> None:
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
