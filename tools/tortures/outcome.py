"""What came of a case, and the table of all."""

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


def table(heading: list[str], rows: list[list[str]]) -> str:
    """Columns, the first to the left and the others to the right."""
    widths = [max(len(line[i]) for line in [heading, *rows]) for i in range(len(heading))]

    def line(cells: list[str]) -> str:
        first, *others = [cell.ljust(width) if i == 0 else cell.rjust(width)
                          for i, (cell, width) in enumerate(zip(cells, widths))]
        return "  ".join([first, *others]).rstrip()

    return "\n".join([line(heading), line(["-" * width for width in widths]), *map(line, rows)])


def of_rows(rows: list[Row]) -> str:
    heading = ["torture", "tries", "landed", "survived", *KINDS, "seconds"]
    cells = []
    for row in rows:
        figures = [row.tried, row.landed, row.survived, *(row.broken[kind] for kind in KINDS)]
        cells.append([row.name, *map(str, figures), f"{row.seconds:.0f}"])
    text = table(heading, cells)
    for row in rows:
        if row.skipped:
            text += f"\n{row.name}: skipped, {row.skipped}"
        elif not row.landed:
            text += f"\n{row.name}: FAILED, since no fault was injected"
    return text


def of_counts(rows: list[Row]) -> str:
    """The figures of their own that tortures added up, one table for each."""
    texts = []
    for row in rows:
        if row.counts:
            columns = list(dict.fromkeys(column for _, column in row.counts))
            whats = sorted({what for what, _ in row.counts})
            cells = [[what, *(str(row.counts[what, column]) for column in columns)]
                     for what in whats]
            if len(whats) > 1:
                cells.append(["in all", *(str(sum(row.counts[what, column] for what in whats))
                                          for column in columns)])
            texts.append(table([row.name, *columns], cells))
    return "\n\n".join(texts)
