"""The events and questions that the bench wrote, and a plain evaluation of them."""

import gc
import sys
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class Event(NamedTuple):
    position: int
    idx: int
    recorded: int
    effective: str
    kind: str
    action: int | None
    value1: str | None
    value2: str | None


class Question(NamedTuple):
    """Which actions lay on a committee on a day, as the log knew at a position? All are strings:
    then a statement is prepared once, and not once for each width of a number."""
    committee: str
    effective: str
    known: str


# Each action's number, latest day and status.
Board = list[tuple[int, str | None, str | None]]
# Each action's committees, its latest day, and its last status by each committee.
Projection = dict[int, tuple[str | None, str | None, dict[str, str]]]


def read_events(path: str) -> list[Event]:
    """All in memory, so that no peer's time has the reading in it; equal strings are kept once."""
    def word(text: str) -> str | None:
        return sys.intern(text) if text else None

    def parse(line: str) -> Event:
        position, idx, recorded, day, kind, action, value1, value2 = line.rstrip("\n").split("\t")
        return Event(int(position), int(idx), int(recorded), sys.intern(day), sys.intern(kind),
                     int(action) if action else None, word(value1), word(value2))

    gc.disable()
    with open(path, encoding="utf-8", newline="\n") as file:
        events = [parse(line) for line in file]
    gc.freeze()
    gc.enable()
    return events


def read_questions(path: str) -> list[Question]:
    with open(path, encoding="utf-8", newline="\n") as file:
        return [Question(*line.rstrip("\n").split("\t")) for line in file]


class Fold:
    """All that was said of each action, and what was taken back when. A correction is never itself
    taken back here: the bench writes no such event."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.items: dict[tuple[int | None, str, str], list[tuple]] = defaultdict(list)
        self.assigned: set[int | None] = set()
        self.corrected: dict[int, int] = {}
        for event in events:
            if event.kind == "corrected":
                self.corrected.setdefault(int(event.value1 or ""), event.position)
            elif event.kind == "status":
                self._add(event, event.value1 or "", event.value2)
            elif event.kind == "deadline":
                self._add(event, "", event.value2)
            elif event.kind == "assigned":
                self._add(event, "", event.value1)
                self.assigned.add(event.action)

    def _add(self, event: Event, committee: str, value: str | None) -> None:
        self.items[event.action, event.kind, committee].append(
            (event.effective, event.position, event.idx, value))

    def last(self, action: int | None, kind: str, committee: str = "", day: str = "9999",
             known: int = sys.maxsize - 1) -> tuple | None:
        return max((item for item in self.items.get((action, kind, committee), ())
                    if item[0] <= day and item[1] <= known
                    and self.corrected.get(item[1], sys.maxsize) > known), default=None)

    def board(self, question: Question) -> Board:
        committee, day, known = question.committee, question.effective, int(question.known)
        board: Board = []
        for action in sorted(self.assigned):
            laid = self.last(action, "assigned", "", day, known)
            if laid and committee in (laid[3] or "").split(","):
                latest = self.last(action, "deadline", "", day, known)
                status = self.last(action, "status", committee, day, known)
                board.append((action, latest and latest[3], status and status[3]))
        return board

    def current(self) -> Projection:
        """The last of each by its effective day, even if that day is still to come."""
        rows: dict[int | None, list] = defaultdict(lambda: [None, None, {}])
        for action, kind, committee in self.items:
            last = self.last(action, kind, committee)
            if last and kind == "status":
                rows[action][2][committee] = last[3]
            elif last:
                rows[action][kind == "deadline"] = last[3]
        return {action: tuple(row) for action, row in rows.items()}

    def open_actions(self, day: str) -> dict[str, int]:
        """How many actions each committee has reported, and not completed, as of a day."""
        counts: dict[str, int] = defaultdict(int)
        for action, kind, committee in self.items:
            last = kind == "status" and self.last(action, kind, committee, day)
            if last and last[3] != "completed":
                counts[committee] += 1
        return counts
