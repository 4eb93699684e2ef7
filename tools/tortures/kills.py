"""kill -9 at random moments, and at each system call."""

from collections.abc import Iterator
from pathlib import Path

from tortures.invariants import judge_rest
from tortures.ledger import Ledger, sound
from tortures.outcome import Outcome
from tortures.recordings import RECORDINGS, Recording, judge_again, judge_run
from tortures.running import Call, Inject, Run, sound_calls
from tortures.session import Bench, Case, torture

ROUND = 20

# Kills in a long run, over all commands.
KILLS = 10_400


def prepared(bench: Bench, recording: Recording) -> Ledger:
    """A ledger on which the command has something to do."""
    def prepare(place: Path) -> Ledger:
        ledger = bench.small().copy(place)
        if recording.name in ("checkpoint", "publish", "rebuild", "audit --from"):
            sound(ledger.status("unpublished"))
        if recording.name == "audit --from":
            sound(ledger.run("publish", "pub"))
        return ledger
    return bench.copy_of(f"for {recording.name}", prepare)


def calls_of(bench: Bench, recording: Recording) -> list[Call]:
    """The calls of a run without any fault."""
    return bench.once(f"calls of {recording.name}", lambda: sound_calls(
        recording.run(prepared(bench, recording), "traced", Inject(keep_data=True))))


def phase(calls: list[Call]) -> str:
    """Where in its work a killed run was, by the calls that it had begun."""
    opened = any(call.name == "openat" and call.is_of("/log/data.mdb") for call in calls)
    if not opened:
        return "before opening"
    # LMDB commits by writing one of its first two pages.
    committed = any(call.name == "pwrite64" and call.is_of("/log/data.mdb")
                    and 0 <= call.offset < 8192 and call.length < 4096 for call in calls)
    return "after commit" if committed else "opening to commit"


@torture("kill at random", weight=5)
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
        yield case, lambda name=name, case=case: _round(bench, RECORDINGS[name], case,
                                                        lengths[name])


def _round(bench: Bench, recording: Recording, case: str, length: int) -> Outcome:
    chance = bench.random("kill at random", case)
    ledger, outcome = prepared(bench, recording), Outcome(tried=0)
    counts = outcome.counts
    for number in range(ROUND):
        mark = f"killed-{number}"
        neighbour = ledger.start(*ledger.status_arguments(f"beside-{number}")) \
            if chance.random() < 0.3 else None
        moment = Inject(at=f"{chance.randint(1, length)}:killin:{chance.choice((0, 40, 200, 900))}")
        if chance.random() < 0.3:
            moment = Inject(after=chance.randint(500, 16_000))
        run = recording.run(ledger, mark, moment)
        judge_run(outcome, run, (0, 75))
        _count(outcome, recording.name, run)
        if neighbour:
            with neighbour:
                beside = neighbour.finish()
            ledger.hear(f"beside-{number}", beside)
            judge_run(outcome, beside, (0, 75))
            counts[recording.name, "runs beside"] += 1
        if number % 2 == 0 or not recording.entries:
            judge_again(outcome, recording, ledger, mark)
    if recording.entries:
        for number in range(1, ROUND, 2):
            judge_again(outcome, recording, ledger, f"killed-{number}")
    judge_rest(outcome, ledger, everything=chance.random() < 0.3)
    return outcome


def _count(outcome: Outcome, name: str, run: Run) -> None:
    outcome.tried += 1
    columns = ["kills sent"]
    if run.killed:
        outcome.landed += 1
        columns += ["landed mid-run", phase(run.calls)]
    for column in ("kills sent", "landed mid-run", "before opening", "opening to commit",
                   "after commit", "runs beside"):
        outcome.counts[name, column] += column in columns


@torture("kill at each call", weight=2)
def at_each_call(bench: Bench) -> Iterator[Case]:
    """Each command is killed before and after each of its calls, and sent again."""
    cases = [(name, call.number, action) for name, one in RECORDINGS.items()
             for call in calls_of(bench, one) for action in ("kill", "killafter")]
    bench.random("kill at each call").shuffle(cases)
    for name, number, action in cases:
        yield f"{name} {number} {action}", lambda name=name, at=f"{number}:{action}": \
            injected(bench, RECORDINGS[name], Inject(at=at))


def injected(bench: Bench, recording: Recording, inject: Inject,
             expected: tuple[int, ...] = (0, 74)) -> Outcome:
    """One run with a fault, then the same command without, then all that must hold."""
    ledger, outcome = prepared(bench, recording), Outcome()
    run = recording.run(ledger, "faulty", inject)
    outcome.landed = int(run.hit)
    judge_run(outcome, run, expected)
    judge_again(outcome, recording, ledger, "faulty")
    judge_rest(outcome, ledger, everything=not recording.entries)
    return outcome
