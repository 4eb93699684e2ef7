"""The report of a session: a table, figures of the tortures' own, and each kind of failure."""

import re
from collections import defaultdict

from tortures.outcome import EXPLAINED, KINDS, Row
from tortures.session import Failure, Session

# Of one torture's failures, no more kinds are told, and of one case no more than the second.
TOLD = 10
SENTENCES = 3


def report(session: Session, seed: int) -> str:
    rows = list(session.rows.values())
    parts = [of_rows(rows), of_counts(rows)]
    for row in rows:
        parts += of_failures([one for one in session.failures if one.torture == row.name], seed)
    parts.append("\n".join(f"{kind}: {text}" for kind, text in EXPLAINED.items()
                           if any(row.broken[kind] for row in rows)))
    return "\n\n".join(part for part in parts if part)


def of_failures(failures: list[Failure], seed: int) -> list[str]:
    """One of each kind, with how to try it again."""
    alike: dict[str, list[Failure]] = defaultdict(list)
    for failure in failures:
        alike[_kind_of(failure)].append(failure)
    told = [_of_failure(some[0], len(some) - 1, seed) for some in list(alike.values())[:TOLD]]
    if len(alike) > TOLD:
        left = sum(len(some) for some in list(alike.values())[TOLD:])
        told.append(f"and {left} more of {failures[0].torture}")
    return told


def _kind_of(failure: Failure) -> str:
    """Its first sentence, without what differs from case to case."""
    kind, how = _worst_first(failure)[0]
    return kind + re.sub(r"/\S+|\d+|--(command-id|decision|key) \S+", "", how)[:160]


def _worst_first(failure: Failure) -> list[tuple[str, str]]:
    return sorted(failure.broken, key=lambda one: KINDS.index(one[0]))


def _of_failure(failure: Failure, more: int, seed: int) -> str:
    lines = [f"tools/torture --seed {seed} --only '{failure.torture}' --case '{failure.case}'"]
    lines += [f"  {kind}: {how}" for kind, how in _worst_first(failure)[:SENTENCES]]
    return "\n".join(lines + [f"  and {more} more like it"] * (more > 0))


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
