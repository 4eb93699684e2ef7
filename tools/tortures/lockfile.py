"""What LMDB's lock file lets happen: it is half initialised when a process dies, or it is gone."""

import contextlib
import itertools
import subprocess
from collections.abc import Iterator
from functools import partial

from tortures.invariants import judge_entries, judge_rest
from tortures.ledger import Ledger, sound
from tortures.outcome import UNDETECTED, Outcome
from tortures.recordings import RECORDINGS, judge_run
from tortures.running import Call, Inject, Started, sound_calls
from tortures.session import Bench, Case, torture
from tortures.trial import calls_of

# How long a run that must wait is left to come to where it waits.
SETTLE = 0.4


@torture("killed while opening")
def killed_while_opening(bench: Bench) -> Iterator[Case]:
    """B is killed between its first look at the lock file and the end of opening, while A waits.
    The newest meta page is the first or the second."""
    calls = calls_of(bench, RECORDINGS["status"])
    inside = [call.number for call in initialising(calls)]
    cases = list(itertools.product((call.number for call in opening(calls)), (1, 0),
                                   ("stranger", "known"), (1, 2)))
    bench.random("opening").shuffle(cases)
    cases.sort(key=lambda case: case[0] not in inside)
    for at, before, who, waiting in cases:
        yield f"{at} {before} {who} {waiting}", \
            partial(two_openers, bench, at, before, who == "stranger", waiting)


@torture("two inside the opening")
def two_inside(bench: Bench) -> Iterator[Case]:
    """While one opens the log, no other comes to LMDB's lock file, a reader neither."""
    for call in initialising(calls_of(bench, RECORDINGS["status"])):
        for other in (["status", "1", "paused"], ["board", "KS"]):
            yield f"{call.number} {other[0]}", partial(overlap, bench, call.number, other)


def overlap(bench: Bench, at: int, other: list[str], pretend: tuple[str, ...] = ()) -> Outcome:
    ledger, outcome = bench.small(), Outcome()
    place = next(call for call in sound_calls(ledger.run(*other, inject=Inject()))
                 if locks(call)).number
    with ledger.start(*ledger.status_arguments("first"),
                      inject=Inject(at=f"{at}:hold", pretend=pretend)) as first:
        if first.held():
            outcome.landed = 1
            with ledger.start(*other, inject=Inject(at=f"{place}:hold", pretend=pretend)) \
                    as second:
                came = second.held(SETTLE)
                if came:
                    outcome.breaks(UNDETECTED, f"{' '.join(other)} comes to the lock file while "
                                               "another process initialises it")
                first.let_go()
                if came or second.held():
                    second.let_go()
                judge_run(outcome, second.finish(), (0,))
            ledger.hear("first", first.finish())
    judge_rest(outcome, ledger)
    return outcome


def locks(call: Call) -> bool:
    """LMDB's first lock is whole, and keeps others out; its second is shared."""
    return call.name == "fcntl" and call.is_of("/log/lock.mdb")


def initialising(calls: list[Call]) -> list[Call]:
    """The calls from where LMDB has its first lock until it gives it up for the second."""
    first, last = [i for i, call in enumerate(calls) if locks(call)][:2]
    return calls[first + 1:last + 1]


def opening(calls: list[Call]) -> list[Call]:
    """The calls from where the log's lock file is first opened until it is shared."""
    of_lock = [i for i, call in enumerate(calls) if call.is_of("/log/lock.mdb")]
    return calls[of_lock[0]:of_lock[-1] + 1]


def two_openers(bench: Bench, at: int, before: int, stranger: bool, waiting: int = 1,
                pretend: tuple[str, ...] = ()) -> Outcome:
    """One opener is killed, and others wait for it. `pretend` is done to both."""
    ledger, outcome = bench.small(), Outcome()
    for number in range(before + 1):
        sound(ledger.status(f"before-{number}"))
    home = "other" if stranger else "home"
    with ledger.start(*ledger.status_arguments("B"),
                      inject=Inject(at=f"{at}:hold", pretend=pretend)) as opener:
        if opener.held():
            outcome.landed = 1
            _wait_beside(outcome, ledger, opener, home, waiting, pretend)
    judge_entries(outcome, ledger)
    for mark in list(ledger.sent):
        judge_run(outcome, ledger.status(mark, home="another"), (0,))
    judge_rest(outcome, ledger)
    return outcome


def _wait_beside(outcome: Outcome, ledger: Ledger, opener: Started, home: str, waiting: int,
                 pretend: tuple[str, ...]) -> None:
    inject = Inject(pretend=pretend) if pretend else None
    waiters = {"A": ledger.status_arguments("A"),
               "A2": ["append", "hundred.ndjson", "--command-id", "A2", "--decision", "A2"]}
    with contextlib.ExitStack() as started:
        runs = [(mark, started.enter_context(ledger.start(*arguments, inject=inject, home=home)))
                for mark, arguments in list(waiters.items())[:waiting]]
        _settle(runs[0][1])
        opener.kill()
        for mark, one in runs:
            run = one.finish()
            ledger.hear(mark, run)
            judge_run(outcome, run, (0, 74, 75))


def _settle(started: Started) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        started.process.wait(SETTLE)


@torture("lock file removed")
def lock_file_removed(bench: Bench) -> Iterator[Case]:
    """Somebody removes or replaces the lock file while a writer is inside its commit, and another
    writes."""
    calls = calls_of(bench, RECORDINGS["status"])
    inside = [call for call in calls if call.is_of("/log/data.mdb")
              and call.name in ("writev", "pwrite64", "fdatasync")]
    for call in inside:
        for how in ("removed", "emptied", "replaced"):
            yield f"{call.number} {how}", partial(_without_lock, bench, call.number, how)


def _without_lock(bench: Bench, at: int, how: str) -> Outcome:
    ledger, outcome = bench.small(), Outcome()
    lock = ledger.log.with_name("lock.mdb")
    with ledger.start(*ledger.status_arguments("A"), inject=Inject(at=f"{at}:hold")) as writer:
        if writer.held():
            outcome.landed = 1
            if how == "replaced":
                bytes_of_it = lock.read_bytes()
            if how != "emptied":
                lock.unlink()
            if how == "replaced":
                lock.write_bytes(bytes_of_it)
            with ledger.start(*ledger.status_arguments("B"), home="other") as other:
                _settle(other)
                writer.let_go()
                for mark, started in (("A", writer), ("B", other)):
                    run = started.finish()
                    ledger.hear(mark, run)
                    judge_run(outcome, run, (0, 74, 75))
    judge_rest(outcome, ledger)
    return outcome
