#!/usr/bin/python3
"""Judges logs once more, and compares: Liggare's own judge with that of verify_ledger.py.

    MAKER | differential.py [--most N] [--least N] [--canary [FAULT]]

Reads what the maker says of one log after the other, as one JSON object a line:

    {"seed": 1, "entries": [base64, ...], "size": 20, "root": base64,
     "voids": [[position, reason], ...], "stopped": position or null}

"stopped" is the first entry in a format that is not known, where there is one. Of each log, size,
root, stop, and which entries are void, each with its reason, must be the same, and the founding
must be one. Where they are not, both verdicts are printed, with the seed, up to --most logs (10).

A canary is a fault that is planted in this side, to see that it would be found: then a disagreement
is expected, and ends the run.

Exit codes: 0 all logs agree, and there were --least of them (1); or the canary was found. 1 not so.
64 wrong usage, or input that is none.
"""
import argparse
import base64
import functools
import json
import sys
import traceback
from collections import Counter, namedtuple

sys.dont_write_bytecode = True
import verify_ledger  # noqa: E402

Verdict = namedtuple("Verdict", "size root stopped voids")


class NoLog(Exception):
    """What was read says nothing of a log."""


# Logs begin alike, and say the same again and again.
verify_ledger.holds = functools.lru_cache(1 << 14)(verify_ledger.holds)
verify_ledger.read_entry = functools.lru_cache(1 << 12)(verify_ledger.read_entry)


# -- Faults to plant ------------------------------------------------------------------------------

def take_form(name, form, other):
    verify_ledger.MAPS[name] = verify_ledger.MAPS[name].replace(form, other)


def take_later_times_only():
    stand = verify_ledger.Ledger.stand

    def stand_a_millisecond_later(ledger, position, entry):
        stand(ledger, position, entry)
        ledger.before += 1

    verify_ledger.Ledger.stand = stand_a_millisecond_later


FAULTS = {
    # The end of a right may be any number.
    "until": lambda: take_form("right", "?3 milliseconds", "?3 uint"),
    # So may the lead among those responsible, whether there is such a committee or not.
    "lead": lambda: take_form("responsible", "?4 committee", "?4 uint"),
    # How coarse a deadline is, may be of a kind that there is not.
    "precision": lambda: take_form("reading", "?2 precision", "?2 uint"),
    # An entry must be recorded later than the one before, and not at the same time.
    "time": take_later_times_only,
}


# -- The comparison -------------------------------------------------------------------------------

def read_log(line):
    """Seed, entries and verdict of one line."""
    said = json.loads(line)
    voids = {position: reason for position, reason in said["voids"]}
    entries = [base64.b64decode(entry, validate=True) for entry in said["entries"]]
    root = base64.b64decode(said["root"], validate=True)
    return said["seed"], entries, Verdict(said["size"], root, said["stopped"], voids)


def judge(entries):
    try:
        ledger = verify_ledger.judge(entries)
    except Exception:
        traceback.print_exc()
        return Verdict(len(entries), "an error, see above", None, {})
    voids = {0: kind for kind, _ in ledger.faults[:1]}
    voids.update((position, reason) for position, (reason, _) in ledger.voids.items())
    return Verdict(len(entries), ledger.roots[-1], ledger.stopped, voids)


def differences(theirs, ours):
    for name in ("size", "root", "stopped"):
        said = [getattr(verdict, name) for verdict in (theirs, ours)]
        if said[0] != said[1]:
            yield "{}: {}, and here {}".format(
                name, *(each.hex() if type(each) is bytes else each for each in said))
    for position in sorted(theirs.voids.keys() | ours.voids.keys()):
        said = [verdict.voids.get(position, "stands") for verdict in (theirs, ours)]
        if said[0] != said[1]:
            yield "position {}: {}, and here {}".format(position, *said)


def tell(seed, theirs, ours):
    print(f"Seed {seed}, {theirs.size} entries:")
    for difference in differences(theirs, ours):
        print(f"  {difference}")
    for who, verdict in (("its maker", theirs), ("here", ours)):
        voids = ", ".join(f"{position} {reason}" for position, reason in verdict.voids.items())
        print(f"  void by {who}: {voids or 'none'}")


def compare(lines, most):
    """Compares log by log, and returns how many logs, entries and disagreements there were, and how
    often each reason."""
    logs, entry_count, disagreements, reasons = 0, 0, 0, Counter()
    for line in lines:
        try:
            seed, entries, theirs = read_log(line)
        except (ValueError, KeyError, TypeError) as error:
            raise NoLog(f"line {logs + 1} says nothing of a log: {error!r}") from None
        ours = judge(entries)
        logs += 1
        entry_count += len(entries)
        reasons.update(ours.voids.values())
        if ours != theirs:
            disagreements += 1
            tell(seed, theirs, ours)
            if disagreements == most:
                break
    return logs, entry_count, disagreements, reasons


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", metavar="N", type=int, default=10,
                        help="how many disagreements to tell of (10)")
    parser.add_argument("--least", metavar="N", type=int, default=1,
                        help="how many logs there must be (1)")
    parser.add_argument("--canary", metavar="FAULT", nargs="?", const="until", choices=FAULTS,
                        help=f"plants a fault, which must be found: {', '.join(FAULTS)} (until)")
    options = parser.parse_args()
    if options.canary:
        FAULTS[options.canary]()
    try:
        logs, entries, disagreements, reasons = compare(
            sys.stdin.buffer, 1 if options.canary else options.most)
    except NoLog as error:
        print(f"differential: {error}", file=sys.stderr)
        return 64
    counts = ", ".join(f"{reason} {number}" for reason, number in sorted(reasons.items()))
    print(f"differential: {logs} logs, {entries} entries, {reasons.total()} void, "
          f"{disagreements} disagreements (reasons: {counts or 'none'})")
    if options.canary:
        print(f"differential: the canary {options.canary} was "
              f"{f'found in log {logs}' if disagreements else 'not found'}")
        return 0 if disagreements else 1
    return 1 if disagreements or logs < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
