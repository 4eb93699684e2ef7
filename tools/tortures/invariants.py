"""What must hold after every case: what was acknowledged is there once, and the ledger is sound."""

import json
from collections import defaultdict

from tortures.ledger import Ledger, receipt
from tortures.outcome import CRASH, DOUBLE, HANG, LOST, STUCK, Outcome
from tortures.running import Run

# A user who never saw the ledger: what the first one remembers must not be what saves an entry.
STRANGER = "stranger"


def judge_rest(outcome: Outcome, ledger: Ledger, everything: bool = True) -> None:
    """The next append works, all that was acknowledged is there once, and the audit is clean."""
    mark = f"next-{len(ledger.sent)}"
    following = ledger.status(mark)
    if following.code != 0 or receipt(following) is None:
        outcome.breaks(HANG if following.hung else STUCK, f"the next append: {following.told()}")
    judge_entries(outcome, ledger)
    judge_audit(outcome, ledger.run("audit", home=STRANGER))
    if everything:
        for arguments in (["publish", "pub"], ["audit", "--from", "pub", "--key", ledger.vkey],
                          ["rebuild"], ["audit"]):
            run = ledger.run(*arguments)
            if run.code != 0:
                outcome.breaks(HANG if run.hung else STUCK, f"afterwards, {run.told()}")


def judge_audit(outcome: Outcome, audit: Run) -> None:
    if audit.hung:
        outcome.breaks(HANG, audit.told())
    elif audit.crashed:
        outcome.breaks(CRASH, audit.told())
    elif audit.code != 0:
        outcome.breaks(STUCK, f"the audit afterwards: {audit.told()}")


def judge_entries(outcome: Outcome, ledger: Ledger) -> None:
    """Each entry stands where it was acknowledged, and no command stands more than once."""
    listing = ledger.run("log", "--format", "json", home=STRANGER)
    if listing.code != 0:
        outcome.breaks(LOST, f"the log cannot be listed: {listing.told()}")
        return
    found: dict[str, list[int]] = defaultdict(list)
    positions = []
    for entry in json.loads(listing.out)["entries"]:
        positions.append(entry["position"])
        found[entry["act"].get("decision", "")].append(entry["position"])
    if positions != list(range(1, len(positions) + 1)):
        outcome.breaks(LOST, f"the positions have gaps: {positions[:400]}")
    for mark, acknowledged in ledger.heard.items():
        where = found.get(mark, [])
        if not set(acknowledged) <= set(where):
            outcome.breaks(LOST, f"{mark} was acknowledged at {_span(acknowledged)}, "
                                 f"and is at {where[:20]}")
        elif len(where) > len(acknowledged):
            outcome.breaks(DOUBLE, f"{mark} was acknowledged at {_span(acknowledged)}, "
                                   f"and is at {where[:40]}")


def _span(positions: range) -> str:
    return str(positions[0]) if len(positions) == 1 else f"{positions[0]} to {positions[-1]}"
