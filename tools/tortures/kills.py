"""kill -9 at random moments, and at each system call."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from tortures.invariants import judge_rest
from tortures.ledger import Ledger
from tortures.outcome import Outcome
from tortures.recordings import RECORDINGS, Recording, judge_again, judge_run
from tortures.running import Call, Inject, Run
from tortures.session import Bench, Case, torture
from tortures.trial import calls_of, injected, prepared

ROUND = 20

# Kills in a long run, over all commands.
KILLS = 10_400


def phase(calls: list[Call]) -> str:
    """Where in its work a killed run was, by the calls that it had begun."""
    opened = any(call.name == "openat" and call.is_of("/log/data.mdb") for call in calls)
    if not opened:
        return "before opening"
    # LMDB commits by writing one of its first two pages.
    committed = any(call.name == "pwrite64" and call.is_of("/log/data.mdb")
                    and 0 <= call.offset < 8192 and call.length < 4096 for call in calls)
    return "after commit" if committed else "opening to commit"


@torture("kill at random", weight=8)
def at_random(bench: Bench) -> Iterator[Case]:
    """Each command is killed at a random moment, sometimes beside another that is not, and sent
    again."""
    lengths = {name: len(calls_of(bench, one)) for name, one in RECORDINGS.items()}
    rounds = KILLS // ROUND
    for number in range(rounds):
        for_status = number % 2 == 0
        names = list(RECORDINGS)
        name = "status" if for_status else names[number // 2 % len(names)]
        case = f"{name} {number}"
        yield case, partial(_round, bench, RECORDINGS[name], case, lengths[name])


def _round(bench: Bench, recording: Recording, case: str, length: int) -> Outcome:
    """Some kills on one ledger. Half of the commands are sent again at once, half at the end."""
    chance = bench.random("kill at random", case)
    ledger, outcome = prepared(bench, recording), Outcome(tried=0)
    later = []
    for number in range(ROUND):
        mark = f"killed-{number}"
        with _neighbour(outcome, ledger, number, chance.random() < 0.3):
            run = recording.run(ledger, mark, _moment(chance, length))
        judge_run(outcome, run, (0, 75))
        _count(outcome, recording.name, run)
        if number % 2 == 0:
            judge_again(outcome, recording, ledger, mark)
        else:
            later.append(mark)
    for mark in later:
        judge_again(outcome, recording, ledger, mark)
    judge_rest(outcome, ledger, everything=chance.random() < 0.3)
    return outcome


def _moment(chance: random.Random, length: int) -> Inject:
    """Soon after one of its calls, or at any time."""
    if chance.random() < 0.3:
        return Inject(after=chance.randint(500, 16_000))
    return Inject(at=f"{chance.randint(1, length)}:killin:{chance.choice((0, 40, 200, 900))}")


@contextmanager
def _neighbour(outcome: Outcome, ledger: Ledger, number: int, there: bool) -> Iterator[None]:
    """Another process, that records at the same time and is not killed."""
    if not there:
        yield
        return
    mark = f"beside-{number}"
    with ledger.start(*ledger.status_arguments(mark)) as started:
        yield
        run = started.finish()
    ledger.hear(mark, run)
    judge_run(outcome, run, (0, 75))


def _count(outcome: Outcome, name: str, run: Run) -> None:
    outcome.tried += 1
    columns = ["kills sent"]
    if run.killed:
        outcome.landed += 1
        columns += ["landed mid-run", phase(run.calls)]
    for column in ("kills sent", "landed mid-run", "before opening", "opening to commit",
                   "after commit"):
        outcome.counts[name, column] += column in columns


@torture("kill at each call", weight=2)
def at_each_call(bench: Bench) -> Iterator[Case]:
    """Each command is killed before and after each of its calls, and sent again."""
    cases = [(name, call.number, action) for name, one in RECORDINGS.items()
             for call in calls_of(bench, one) for action in ("kill", "killafter")]
    bench.random("kill at each call").shuffle(cases)
    for name, number, action in cases:
        yield f"{name} {number} {action}", \
            partial(injected, bench, RECORDINGS[name], Inject(at=f"{number}:{action}"))
