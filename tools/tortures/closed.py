"""Descriptors 0 to 2 closed: the next file that is opened gets their number."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from tortures.invariants import judge_rest
from tortures.outcome import UNDETECTED, Outcome
from tortures.recordings import RECORDINGS, judge_again, judge_run
from tortures.running import Inject
from tortures.session import Bench, Case, torture
from tortures.trial import prepared


@torture("closed descriptors", weight=0.5)
def closed_descriptors(bench: Bench) -> Iterator[Case]:
    """No file of the ledger is had where messages go."""
    cases = [(name, closed) for name in RECORDINGS for count in (1, 2, 3)
             for closed in combinations((0, 1, 2), count)]
    bench.random("closed").shuffle(cases)
    for name, closed in cases:
        yield f"{name} {' '.join(map(str, closed))}", partial(_closed, bench, name, closed)


def _closed(bench: Bench, name: str, closed: tuple[int, ...]) -> Outcome:
    recording, outcome = RECORDINGS[name], Outcome(landed=1)
    ledger = prepared(bench, recording)

    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    run = recording.run(ledger, "closed", Inject(keep_data=True), close)
    # With descriptor 2 closed, nobody hears a sentence.
    if 2 not in closed:
        judge_run(outcome, run, recording.faulty)
    for call in run.calls:
        if call.name == "openat" and call.result in (0, 1, 2) and ".mdb" in call.path:
            outcome.breaks(UNDETECTED, f"{run.arguments[0]} opens {os.path.basename(call.path)} "
                                       f"as descriptor {call.result}")
    judge_again(outcome, recording, ledger, "closed")
    judge_rest(outcome, ledger, everything=False)
    return outcome
