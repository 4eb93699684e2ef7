"""Faults that the tool plants, and must find: that it can fail is shown by making it fail.

None needs code in the command. Each is tried twice, without the fault and with it; the first must
find nothing, and the second must.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tortures.disk import MODELS
from tortures.flips import used_flips
from tortures.lockfile import initialising, overlap
from tortures.outcome import Outcome
from tortures.pages import FREE_LIST
from tortures.powerloss import lose, trace
from tortures.recordings import RECORDINGS
from tortures.rot import judge
from tortures.telling import table
from tortures.session import Bench
from tortures.trial import calls_of

FLIPS = 6


@dataclass(frozen=True)
class Plant:
    name: str
    # The cases, with the fault or without.
    outcomes: Callable[[Bench, bool], Iterator[Outcome]]


def opening_not_serialised(bench: Bench, planted: bool) -> Iterator[Outcome]:
    """The locks on folders are had without being asked for."""
    pretend = ("flock:",) if planted else ()
    at = initialising(calls_of(bench, RECORDINGS["status"]))[0].number
    for other in (["status", "1", "paused"], ["board", "KS"]):
        yield overlap(bench, at, other, pretend)


def receipt_before_commit(bench: Bench, planted: bool) -> Iterator[Outcome]:
    """The disk says that it holds what it does not hold yet, and the power goes once the receipt is
    printed."""
    pretend = ("fdatasync:/log/data.mdb", "fsync:/log/data.mdb") if planted else ()
    for name in ("status", "append"):
        traced = trace(bench, RECORDINGS[name], pretend)
        yield lose(bench, traced, traced.recorded.told_at, MODELS[0])


def page_check_off(bench: Bench, planted: bool) -> Iterator[Outcome]:
    """What the audit reads of the log's pages, without LMDB, is the file as it was before."""
    for damage in used_flips(bench, FREE_LIST)[:FLIPS]:
        yield judge(bench, damage, of_views=False, strict=True, blind=planted)


PLANTS = (Plant("opening not serialised", opening_not_serialised),
          Plant("receipt before commit", receipt_before_commit),
          Plant("page check off", page_check_off))


def plant(bench: Bench) -> int:
    """Exit code 0 if each was found, and nothing else was."""
    lines, good = [], True
    for one in PLANTS:
        without = list(one.outcomes(bench, False))
        planted = list(one.outcomes(bench, True))
        broken = [outcome for outcome in planted if outcome.broken]
        already = [outcome for outcome in without if outcome.broken]
        found = broken and not already
        good = good and bool(found)
        lines.append([one.name, str(len(planted)), str(len(already)), str(len(broken)),
                      "found" if found else "NOT FOUND" if not broken else "found without it, too"])
        for outcome in (already or broken)[:1]:
            print(f"{one.name}: {outcome.broken[0][0]}: {outcome.broken[0][1]}", flush=True)
    print(table(["planted fault", "cases", "broken without", "broken with", ""], lines))
    return 0 if good else 1
