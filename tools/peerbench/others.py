"""The package `eventsourcing`, and hledger: each with as much of the questions as it answers."""

import csv
import datetime
import itertools
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from peerbench.events import Event, Fold, Question
from peerbench.figures import FEW, Figures, Missing, seconds


class Eventsourcing:
    """An aggregate for each action, kept in memory between its saves: what is measured of an append
    is the event and its commit, and not the reading of the aggregate before it."""
    name = "eventsourcing"

    def __init__(self, events: list[Event], place: str) -> None:
        self.events, self.place = events[:FEW], place
        self.aggregates: dict[int | None, Any] = {}

    def start(self) -> None:
        try:
            from importlib.metadata import version
            from peerbench.actions import Action, Actions
        except ImportError:
            raise Missing() from None
        self.new = Action
        self.application = Actions(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite",
                                        "SQLITE_DBNAME": f"{self.place}/eventsourcing.sqlite"})
        release = ".".join(version("eventsourcing").split(".")[:2])
        self.name = f"eventsourcing {release} on SQLite, {len(self.events)} events"

    def record(self, event: Event) -> Any:
        aggregate = self.aggregates.get(event.action)
        if aggregate is None:
            aggregate = self.aggregates[event.action] = self.new(*event)
        else:
            aggregate.record(*event)
        return aggregate

    def append(self, event: Event) -> None:
        self.application.save(self.record(event))

    def load(self, events: list[Event]) -> None:
        for event in events:
            self.record(event)
        self.application.save(*self.aggregates.values())

    def read(self) -> Iterator[Event]:
        log, start = self.application.notification_log, 1
        while notifications := log.select(start, self.application.log_section_size):
            for notification in notifications:
                said = self.application.mapper.to_domain_event(notification)
                yield Event(*(getattr(said, field) for field in Event._fields))
            start = notifications[-1].id + 1

    def measure(self, figures: Figures, appends: int, questions: list[Question]) -> None:
        split = len(self.events) - min(appends, len(self.events) // 2)
        self.load(self.events[:split])
        figures.times("append.durable", self.append, self.events[split:])
        figures.rates("rebuild", len(self.events), 3,
                      lambda: seconds(lambda: Fold(self.read()).current()))

    def check(self, questions: list[Question]) -> Iterator[tuple[str, Any, Any]]:
        self.load(self.events[:-100])
        for event in self.events[-100:]:
            self.append(event)
        yield "projection", Fold(self.read()).current(), Fold(self.events).current()

    def close(self) -> None:
        if hasattr(self, "application"):
            self.application.close()


class HLedger:
    """Each report moves one action of a committee from an account for what was last reported to one
    for what is: so what is left under a committee's `open` is how many actions are open. It has one
    time only; the journal holds what is known at the end."""
    name = "hledger"

    def __init__(self, events: list[Event], place: str) -> None:
        self.fold, self.journal = Fold(events[:FEW]), f"{place}/statuses.journal"

    def start(self) -> None:
        if not shutil.which("hledger"):
            raise Missing()
        said = subprocess.run(["hledger", "--version"], capture_output=True, text=True, check=True)
        release = said.stdout.split()[1].rstrip(",")
        self.name = f"hledger {release}, a balance as of a date"
        reports = sorted(self._reports())
        with open(self.journal, "w", encoding="utf-8") as journal:
            for (day, *_), action, committee, old, new in reports:
                journal.write(f"{day} action {action}\n    {account(committee, action, new)}  1\n"
                              f"    {account(committee, action, old)}  -1\n\n")

    def _reports(self) -> Iterator[tuple]:
        for (action, kind, committee), items in self.fold.items.items():
            held = [item for item in sorted(items) if item[1] not in self.fold.corrected]
            if kind == "status":
                for before, item in zip([None, *held], held):
                    yield item[:3], action, committee, before and before[3], item[3]

    def balance(self, day: str) -> str:
        end = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
        return subprocess.run(
            ["hledger", "-f", self.journal, "balance", "^open:", "--depth", "2", "--no-total",
             "--end", str(end), "--output-format", "csv"],
            capture_output=True, text=True, check=True).stdout

    def measure(self, figures: Figures, appends: int, questions: list[Question]) -> None:
        days = [question.effective for question in questions]
        figures.times("board.past", self.balance, itertools.islice(itertools.cycle(days), 10))

    def check(self, questions: list[Question]) -> Iterator[tuple[str, Any, Any]]:
        for question in questions[:3]:
            rows = list(csv.reader(self.balance(question.effective).splitlines()))[1:]
            counts = {name.removeprefix("open:"): int(count) for name, count in rows}
            yield f"open on {question.effective}", counts, self.fold.open_actions(
                question.effective)

    def close(self) -> None:
        pass


def account(committee: str, action: int, status: str | None) -> str:
    state = "unreported" if status is None else "done" if status == "completed" else "open"
    return f"{state}:{committee}:action:{action}:{status or 'none'}"
