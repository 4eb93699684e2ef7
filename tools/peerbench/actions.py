"""What the package `eventsourcing` is given to keep. Apart from what drives it, since only this
needs the package to be read."""

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event


class Action(Aggregate):
    """An action, or all that is about no action. Each event of the file is one event of these."""

    @event("Begun")
    def __init__(self, position: int, idx: int, recorded: int, effective: str, kind: str,
                 action: int | None, value1: str | None, value2: str | None) -> None:
        self.last = position

    @event("Recorded")
    def record(self, position: int, idx: int, recorded: int, effective: str, kind: str,
               action: int | None, value1: str | None, value2: str | None) -> None:
        self.last = position


class Actions(Application):
    # How many events are read at once: with the ten of the default, reading is mostly asking.
    log_section_size = 1000
