"""The power goes after a call, and the disk has kept what was synced, and of the rest a part."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tortures.disk import MODELS, After, Model, Recorded
from tortures.invariants import judge_rest
from tortures.ledger import Ledger, sound
from tortures.outcome import LOST, Outcome
from tortures.recordings import RECORDINGS, Recording, judge_again
from tortures.running import Inject, Run
from tortures.session import Bench, Case, torture
from tortures.trial import prepared

# Files that a receipt promises, beside entries.
PROMISED = {"checkpoint": "led/checkpoints/*", "publish": "pub/checkpoint",
            "key new": "faulty.pem", "init": "faulty/log/data.mdb"}


@dataclass
class Traced:
    """A run that was recorded with what it wrote."""

    recording: Recording
    run: Run
    recorded: Recorded
    # What its receipt promises: files, with their bytes where these do not change any more.
    promised: dict[str, bytes]


def trace(bench: Bench, recording: Recording, pretend: tuple[str, ...] = ()) -> Traced:
    ledger = prepared(bench, recording)
    already = {str(path.relative_to(ledger.root)) for path in ledger.root.rglob("*")}
    run = recording.run(ledger, "faulty", Inject(keep_data=True, pretend=pretend))
    sound(run)
    promised = {str(path.relative_to(ledger.root)): path.read_bytes()
                for path in ledger.root.glob(PROMISED.get(recording.name, "nothing"))}
    recorded = Recorded.of(run.calls, run.data, ledger.root, already)
    ledger.remove()
    return Traced(recording, run, recorded, promised)


@torture("power loss", weight=2)
def power_loss(bench: Bench) -> Iterator[Case]:
    """What was acknowledged before is there, and the command can be sent again."""
    cases = []
    for recording in RECORDINGS.values():
        traced = trace(bench, recording)
        cases += [(traced, point, model) for point in traced.recorded.points for model in MODELS]
    bench.random("power loss").shuffle(cases)
    # What a receipt was printed for comes first.
    cases.sort(key=lambda case: case[1] < case[0].recorded.told_at)
    for traced, point, model in cases:
        yield f"{traced.recording.name} {point} {model.name}", \
            partial(lose, bench, traced, point, model)


def lose(bench: Bench, traced: Traced, point: int, model: Model) -> Outcome:
    recording, outcome = traced.recording, Outcome()
    ledger = prepared(bench, recording)
    chance = bench.random("power loss", recording.name, point, model.name)
    lost = After(ledger.root, traced.recorded).settle(traced.recorded, point, model, chance)
    # A state in which nothing was lost is one, too: that of a kill.
    outcome.landed = int(lost > 0)
    if point >= traced.recorded.told_at:
        _judge_promised(outcome, ledger, traced)
        if recording.entries:
            ledger.hear("faulty", traced.run)
    judge_again(outcome, recording, ledger, "faulty")
    judge_rest(outcome, ledger, everything=not recording.entries)
    return outcome


def _judge_promised(outcome: Outcome, ledger: Ledger, traced: Traced) -> None:
    for name, content in traced.promised.items():
        file = ledger.root / name
        if not file.exists() or (file.suffix != ".mdb" and file.read_bytes() != content):
            outcome.breaks(LOST, f"{name} was promised, and is not there")
    if traced.recording.name == "init":
        audit = ledger.run("audit", "--ledger", str(ledger.root / "faulty"))
        if audit.code != 0:
            outcome.breaks(LOST, f"the ledger that was founded: {audit.told()}")
