"""What is measured of a peer."""

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

# The slower peers are given no more events than this, the first ones.
FEW = 20_000


class Missing(Exception):
    """A peer is not here to be measured. Says why."""

    def __init__(self, why: str = "not installed; tools/bench --peers installs it") -> None:
        super().__init__(why)


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Figures:
    """The figures of one peer."""

    def __init__(self, peer: str) -> None:
        self.peer = peer
        self.all: list[dict[str, Any]] = []

    def times(self, figure: str, work: Callable[[Any], Any], inputs: Iterable[Any]) -> None:
        """How long it took for each input."""
        self._add(figure, "ms", [seconds(lambda: work(one)) * 1000 for one in inputs])

    def rates(self, figure: str, count: int, runs: int, work: Callable[[], float]) -> None:
        """How many a second. `work` says how many seconds it took, since it may have to clear
        away the last run first."""
        self._add(figure, "/s", [count / work() for _ in range(runs)])

    def _add(self, figure: str, unit: str, values: list[float]) -> None:
        if values:
            self.all.append({"peer": self.peer, "figure": figure, "unit": unit, "values": values})
            print(f"{self.peer}: {figure}: {statistics.median(values):.4g} {unit}",
                  file=sys.stderr)
