"""What is done and said over a file that rots: audit, boards, appends, and all of it again."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tortures.invariants import STRANGER, judge_entries
from tortures.ledger import Ledger, sound
from tortures.outcome import CLASS, CRASH, DOUBLE, HANG, LOST, STUCK, UNDETECTED, Outcome
from tortures.pages import PAGE
from tortures.running import Inject, Run
from tortures.session import Bench

# How a ledger that is not the one that was seen is refused, which is right where a meta page rots.
ANOTHER_LEDGER = re.compile("you last saw this ledger|last checkpoint was signed")


@dataclass(frozen=True)
class Damage:
    """A change of a data file, which can be undone."""

    name: str
    change: Callable[[bytearray], None]

    def apply(self, file: Path) -> None:
        data = bytearray(file.read_bytes())
        self.change(data)
        _overwrite(file, data)

    def undo(self, file: Path, before: bytes) -> None:
        """Puts back what was changed and leaves what others wrote since."""
        damaged = bytearray(before)
        self.change(damaged)
        now = bytearray(file.read_bytes())
        now += before[len(now):]
        for start in range(0, len(before), PAGE):
            page = slice(start, start + PAGE)
            if damaged[page] != before[page]:
                for i in range(start, min(start + PAGE, len(before))):
                    if i >= len(damaged) or damaged[i] != before[i]:
                        now[i] = before[i]
        _overwrite(file, now)


def _overwrite(file: Path, data: bytes | bytearray) -> None:
    """In place, as rot comes: the file stays the one that it is."""
    with file.open("r+b") as opened:
        opened.write(data)
        opened.truncate(len(data))


@dataclass
class Expected:
    """What the boards say on the same ledger without rot, before and after three appends."""

    before: list[str]
    after: list[str]


@dataclass
class Rotten:
    """A ledger with rot in one of its files, and what was said of it."""

    bench: Bench
    damage: Damage
    of_views: bool
    # Nothing may be acknowledged once the audit has found it.
    strict: bool = False
    # The first audit reads the file as it was, wherever it reads it without LMDB.
    blind: bool = False
    outcome: Outcome = field(default_factory=lambda: Outcome(landed=1))

    def judge(self) -> Outcome:
        """Audit, boards, three appends, audit and boards again; then what was right is put back."""
        ledger = self.bench.filled()
        expected = expectation(self.bench)
        file = ledger.views if self.of_views else ledger.log
        before = file.read_bytes()
        inject = None
        if self.blind:
            (ledger.root / "sound.mdb").write_bytes(before)
            inject = Inject(stale=f"/{file.parent.name}/data.mdb={ledger.root / 'sound.mdb'}")
        self.damage.apply(file)
        audit = self._run(ledger, "audit", inject=inject)
        self._judge_boards(ledger, expected.before, "before")
        appends = three_appends(ledger)
        for run in appends:
            self._judge(run)
        acknowledged = sum(run.code == 0 for run in appends)
        again = self._run(ledger, "audit")
        if acknowledged == len(appends):
            self._judge_boards(ledger, expected.after, "after three appends")
        if audit.code == 0:
            self._judge_unnoticed(ledger, acknowledged, again)
        else:
            self._judge_noticed(ledger, file, before, acknowledged, audit)
        ledger.remove()
        return self.outcome

    def _judge_unnoticed(self, ledger: Ledger, acknowledged: int, again: Run) -> None:
        if again.code != 0:
            self.outcome.breaks(UNDETECTED, f"the audit was clean, {acknowledged} of 3 appends "
                                            f"were acknowledged, and then: {again.told()}")
        elif acknowledged < 3:
            self.outcome.breaks(UNDETECTED, f"the audit is clean, and {3 - acknowledged} of 3 "
                                            f"appends are refused")
        else:
            judge_entries(self.outcome, ledger)

    def _judge_noticed(self, ledger: Ledger, file: Path, before: bytes, acknowledged: int,
                       audit: Run) -> None:
        if self.of_views:
            self._judge_derived_anew(ledger)
            return
        if self.strict:
            if acknowledged:
                self.outcome.breaks(UNDETECTED, f"{acknowledged} of 3 appends were acknowledged "
                                                f"onto a broken ledger: {audit.told()}")
            again = ledger.run("status", "2", "completed", "--command-id", "single-3",
                               home=STRANGER)
            if again.code == 0:
                self.outcome.breaks(DOUBLE, f"another command's id was taken: {again.told()}")
                return
        if acknowledged == 0:
            self.damage.undo(file, before)
            healed = ledger.run("audit")
            if healed.code != 0:
                self.outcome.breaks(LOST, "only refused commands ran, the bytes were put right, "
                                          f"and then: {healed.told()}")
            else:
                judge_entries(self.outcome, ledger)

    def _judge_derived_anew(self, ledger: Ledger) -> None:
        rebuild = ledger.run("rebuild")
        healed = ledger.run("audit")
        if rebuild.code not in (0, 1) or healed.code != 0:
            self.outcome.breaks(STUCK, f"{rebuild.told()}; then {healed.told()}")
        judge_entries(self.outcome, ledger)

    def _judge_boards(self, ledger: Ledger, expected: list[str], when: str) -> None:
        for arguments, board in zip(BOARDS, expected):
            run = self._run(ledger, *arguments)
            if run.code == 0 and run.out != board:
                self.outcome.breaks(UNDETECTED, f"a wrong board with exit 0 {when}: "
                                                f"{_first_difference(board, run.out)}")

    def _run(self, ledger: Ledger, *arguments: str, inject: Inject | None = None) -> Run:
        run = ledger.run(*arguments, inject=inject)
        self._judge(run)
        return run

    def _judge(self, run: Run) -> None:
        if run.hung:
            self.outcome.breaks(HANG, run.told())
        elif run.crashed:
            self.outcome.breaks(CRASH, run.told())
        elif run.code not in (0, 74) and not (run.code == 1 and run.arguments[0] == "audit") \
                and not (run.code == 65 and ANOTHER_LEDGER.search(run.err)):
            self.outcome.breaks(CLASS, run.told())


def judge(bench: Bench, damage: Damage, of_views: bool, strict: bool = False,
          blind: bool = False) -> Outcome:
    return Rotten(bench, damage, of_views, strict, blind).judge()


BOARDS = (["board", "KS"], ["board", "SN"])


def three_appends(ledger: Ledger) -> list[Run]:
    return [ledger.status(f"after-{number}") for number in range(3)]


def expectation(bench: Bench) -> Expected:
    def expect() -> Expected:
        ledger = bench.filled()
        before = [sound(ledger.run(*board)).out for board in BOARDS]
        for run in three_appends(ledger):
            sound(run)
        return Expected(before, [sound(ledger.run(*board)).out for board in BOARDS])
    return bench.once("boards", expect)


def _first_difference(expected: str, found: str) -> str:
    lines = zip(expected.splitlines() + [""] * 99, found.splitlines())
    return next((f"{theirs!r} and not {ours!r}" for ours, theirs in lines if ours != theirs),
                "lines are missing")
