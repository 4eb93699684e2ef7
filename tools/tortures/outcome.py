"""What came of a case, and the sums of many."""

from collections import Counter
from dataclasses import dataclass, field

# The ways in which a promise is broken, in the table's order.
LOST = "lost"
DOUBLE = "double"
UNDETECTED = "undetected"
STUCK = "stuck"
CLASS = "wrong class"
CRASH = "crash"
HANG = "hang"
KINDS = (LOST, DOUBLE, UNDETECTED, STUCK, CLASS, CRASH, HANG)

EXPLAINED = {
    LOST: "an acknowledged entry is gone, stands elsewhere, or cannot be read any more",
    DOUBLE: "a command stands more than once",
    UNDETECTED: "exit 0 on what is wrong, or an entry acknowledged onto a broken ledger",
    STUCK: "a command that must work again does not",
    CLASS: "an exit code of another kind of failure",
    CRASH: "a signal, or an end without a sentence",
    HANG: "no end, or a wait without a sentence",
}


@dataclass
class Outcome:
    """Of one case: how many faults were tried and really done, and which promises broke."""

    tried: int = 1
    landed: int = 0
    broken: list[tuple[str, str]] = field(default_factory=list)
    # Figures of its own that a torture adds up: "kills sent" and the like, by what.
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def breaks(self, kind: str, how: str) -> None:
        self.broken.append((kind, how))

    @property
    def kinds(self) -> set[str]:
        return {kind for kind, _ in self.broken}


@dataclass
class Row:
    """The sum of a torture's outcomes."""

    name: str
    cases: int = 0
    tried: int = 0
    landed: int = 0
    survived: int = 0
    seconds: float = 0
    broken: Counter[str] = field(default_factory=Counter)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    skipped: str = ""

    def add(self, outcome: Outcome) -> None:
        self.cases += 1
        self.tried += outcome.tried
        self.landed += outcome.landed
        self.survived += max(0, outcome.tried - len(outcome.broken))
        self.broken.update(outcome.kinds)
        self.counts.update(outcome.counts)

    @property
    def failed(self) -> bool:
        return bool(self.broken) or (not self.skipped and self.landed == 0)
