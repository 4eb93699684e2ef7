#!/usr/bin/env python3
"""Measures other systems with the events that the bench wrote, so that it can print them beside us.

    peers.py --events FILE.tsv --boards FILE.tsv [--appends N] [--only sqlite,postgresql,...]
             [--check | --answers]

Prints one JSON object: the figures, and the peers that are not here. With --check, compares instead
what the peers answer with a plain evaluation, and fails where they differ; with --answers, prints
SQLite's answers. tools/peers-setup installs the peers.

Each folder that a peer fills lies in the one for temporary files, as the bench's own do.
"""
import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.dont_write_bytecode = True

from peerbench.events import Event, Question, read_events, read_questions  # noqa: E402
from peerbench.figures import Figures, Missing  # noqa: E402
from peerbench.others import Eventsourcing, HLedger  # noqa: E402
from peerbench.sql import PostgreSQL, SQLite  # noqa: E402

PEERS = {"sqlite": SQLite, "postgresql": PostgreSQL, "eventsourcing": Eventsourcing,
         "hledger": HLedger}
OWN = Path(__file__).resolve().parent.parent / ".build" / "peers"


def use_own_python() -> None:
    """The python that tools/peers-setup made sees the packages from PyPI; others may not."""
    python = OWN / "bin" / "python"
    if python.exists() and Path(sys.prefix).resolve() != OWN.resolve():
        os.execv(python, [str(python), *sys.argv])


@contextmanager
def started(name: str, events: list[Event]) -> Iterator[Any]:
    with tempfile.TemporaryDirectory(prefix="liggare-peers-") as place:
        peer = PEERS[name](events, place)
        try:
            peer.start()
            yield peer
        finally:
            peer.close()


def measure(names: list[str], events: list[Event], questions: list[Question],
            appends: int) -> dict[str, Any]:
    figures, skipped = [], []
    for name in names:
        try:
            with started(name, events) as peer:
                of_peer = Figures(peer.name)
                peer.measure(of_peer, appends, questions)
                figures += of_peer.all
        except Missing as why:
            skipped.append({"peer": PEERS[name].name, "reason": str(why)})
    return {"figures": figures, "skipped": skipped}


def check(names: list[str], events: list[Event], questions: list[Question]) -> bool:
    good = True
    for name in names:
        try:
            with started(name, events) as peer:
                compared = [(what, theirs == plain, theirs, plain)
                            for what, theirs, plain in peer.check(questions)]
        except Missing as why:
            print(f"{PEERS[name].name}: skipped, {why}")
            continue
        wrong = [one for one in compared if not one[1]]
        for what, _, theirs, plain in wrong[:3]:
            print(f"{peer.name}: {what}: {theirs}, and not {plain}")
        print(f"{peer.name}: {len(compared) - len(wrong)} of {len(compared)} answers are right")
        good = good and not wrong
    return good


def answers(events: list[Event], questions: list[Question]) -> Iterator[str]:
    with started("sqlite", events) as peer:
        peer.load()
        for question in questions:
            rows = (f"{action}:{day or '-'}:{status or '-'}"
                    for action, day, status in peer.board(question))
            yield "\t".join([*question, ",".join(rows)])


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure other systems with the bench's events.")
    parser.add_argument("--events", required=True)
    parser.add_argument("--boards", required=True)
    parser.add_argument("--appends", type=int, default=1000)
    parser.add_argument("--only", default=",".join(PEERS))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--answers", action="store_true")
    given = parser.parse_args()
    names = given.only.split(",")
    if unknown := set(names) - set(PEERS):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")

    # Being ended must still end the servers that were started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    events, questions = read_events(given.events), read_questions(given.boards)
    if given.check:
        return 0 if check(names, events, questions) else 1
    if given.answers:
        for line in answers(events, questions):
            print(line)
    else:
        print(json.dumps(measure(names, events, questions, given.appends)))
    return 0


if __name__ == "__main__":
    use_own_python()
    sys.exit(main())
