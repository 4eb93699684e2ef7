"""A process that stands still while it holds something, and what the others do meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tortures.invariants import judge_rest
from tortures.ledger import Ledger, receipt
from tortures.outcome import CLASS, CRASH, HANG, Outcome
from tortures.recordings import RECORDINGS
from tortures.running import Call, Inject, Run, Started, sound_calls, wait_until
from tortures.session import Bench, Case, torture
from tortures.trial import prepared

# A waiting command says so after two seconds.
SAYS_AFTER = 2
BUSY_MACHINE = 3
BOUND = 1


def _in_log(*names: str) -> Callable[[Call], bool]:
    return lambda call: call.is_of("/log/data.mdb") and call.name in names


@dataclass(frozen=True)
class Standing:
    """A command, and the call at which it stands still."""

    name: str
    at: Callable[[Call], bool]
    arguments: tuple[str, ...] = ()

    def run(self, ledger: Ledger) -> list[str]:
        return list(self.arguments) or RECORDINGS[self.name].arguments(ledger, "standing")


STANDING = (
    Standing("status", _in_log("fdatasync")),
    Standing("attach", _in_log("writev", "pwrite64")),
    Standing("rebuild", lambda call: "/views/" in call.path and call.name in
             ("fsync", "fdatasync")),
    Standing("checkpoint", lambda call: call.name == "fsync"),
    Standing("publish", lambda call: call.name in ("sync", "syncfs", "fsync")),
    Standing("audit", lambda call: call.is_of("/views/current"), ("audit",)),
    Standing("opening", lambda call: call.is_of("/log/data.mdb") and call.name == "mmap",
             ("status", "1", "ongoing", "--command-id", "standing", "--decision", "standing")),
)

OTHERS = {
    "status": ["status", "2", "delayed", "--command-id", "other", "--decision", "other"],
    "append": ["append", "hundred.ndjson", "--command-id", "other", "--decision", "other"],
    "attach": ["attach", "annex.txt", "--action", "2", "--command-id", "other", "--decision",
               "other"],
    "checkpoint": ["checkpoint"],
    "publish": ["publish", "pub"],
    "rebuild": ["rebuild"],
    "audit": ["audit"],
    "board": ["board", "KS"],
    "doctor": ["doctor"],
}


@torture("one stands still")
def one_stands_still(bench: Bench) -> Iterator[Case]:
    """The others end, or say after two seconds for whom they wait; --wait bounds it. Once the first
    goes on, or is killed, all is well."""
    cases = [(standing, other, ends) for other in OTHERS for standing in STANDING
             for ends in ("goes on", "is killed")]
    bench.random("standing").shuffle(cases)
    # The longest known first: nothing is said behind a writer.
    cases.sort(key=lambda case: (case[0].name, case[1]) != ("status", "status"))
    for standing, other, ends in cases:
        yield f"{standing.name} {other} {ends}", partial(_beside, bench, standing, other, ends)


def _ledger(bench: Bench, standing: Standing) -> Ledger:
    return prepared(bench, RECORDINGS.get(standing.name, RECORDINGS["rebuild"]))


def _place(bench: Bench, standing: Standing) -> int | None:
    ledger = _ledger(bench, standing)
    calls = sound_calls(ledger.run(*standing.run(ledger), inject=Inject()))
    return next((call.number for call in calls if standing.at(call)), None)


def _beside(bench: Bench, standing: Standing, other: str, ends: str) -> Outcome:
    place, outcome = _place(bench, standing), Outcome()
    if place is None:
        return outcome
    ledger = _ledger(bench, standing)
    with ledger.start(*standing.run(ledger), inject=Inject(at=f"{place}:hold")) as first:
        if first.held():
            outcome.landed = 1
            _judge_bound(outcome, ledger, OTHERS[other])
            with ledger.start(*OTHERS[other]) as second:
                _judge_wait(outcome, ledger, second)
                if ends == "goes on":
                    first.let_go()
                else:
                    first.kill()
                _judge_ends(outcome, ledger, second.finish())
        ledger.hear("standing", first.finish())
    judge_rest(outcome, ledger)
    return outcome


def _judge_wait(outcome: Outcome, ledger: Ledger, second: Started) -> None:
    """Within some seconds it has ended, or has said that it waits, or has given its receipt."""
    def told() -> bool:
        return second.process.poll() is not None or bool(second.errors().strip())

    if not wait_until(told, SAYS_AFTER + BUSY_MACHINE):
        outcome.breaks(HANG, f"{' '.join(second.arguments)}: waits without a word"
                             f"{_recorded_already(ledger, second)}")


def _recorded_already(ledger: Ledger, second: Started) -> str:
    """A receipt is withheld where the entry stands in the log."""
    if "other" not in second.arguments or receipt(Run([], 0, second.output(), "")):
        return ""
    listing = ledger.run("log", "--decision", "other", home="stranger", seconds=5)
    return ", and withholds the receipt of what it has recorded" \
        if "other" in listing.out else ""


def _judge_bound(outcome: Outcome, ledger: Ledger, arguments: list[str]) -> None:
    run = ledger.run(*arguments, "--wait", str(BOUND), seconds=BOUND + BUSY_MACHINE)
    ledger.hear("other", run)
    if run.hung:
        outcome.breaks(HANG, run.told())
    elif run.code not in _expected(run):
        outcome.breaks(CLASS, run.told())
    elif run.code == 75 and not run.err.strip():
        outcome.breaks(CRASH, run.told())


def _judge_ends(outcome: Outcome, ledger: Ledger, run: Run) -> None:
    ledger.hear("other", run)
    if run.hung:
        outcome.breaks(HANG, f"afterwards too, {run.told()}")
    elif run.code not in _expected(run):
        outcome.breaks(CLASS, run.told())


def _expected(run: Run) -> tuple[int, ...]:
    return (0, 1, 75) if run.arguments[0] == "doctor" else (0, 75)
