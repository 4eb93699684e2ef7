"""A recording command on a ledger that is prepared for it, with a fault or without."""

from pathlib import Path

from tortures.invariants import judge_rest
from tortures.ledger import Ledger, sound
from tortures.outcome import Outcome
from tortures.recordings import Recording, judge_again, judge_run
from tortures.running import Call, Inject, sound_calls
from tortures.session import Bench


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


def injected(bench: Bench, recording: Recording, inject: Inject,
             expected: tuple[int, ...] | None = None) -> Outcome:
    """One run with a fault, then the same command without, then all that must hold."""
    ledger, outcome = prepared(bench, recording), Outcome()
    run = recording.run(ledger, "faulty", inject)
    outcome.landed = int(run.hit)
    judge_run(outcome, run, expected or recording.faulty)
    judge_again(outcome, recording, ledger, "faulty")
    judge_rest(outcome, ledger, everything=not recording.entries)
    return outcome
