"""A ledger on which the command is tried, with its user's folders, and what it acknowledged."""

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tortures.running import PATIENCE, Command, Inject, Run, Started, Unfit

RECEIPT = re.compile(r"Recorded (?:before, )?at positions? (\d+)(?: to (\d+))?, ")

PLAN = """Nr;Åtgärd;Ansvarig;Tidplan
1;Informera alla medarbetare om policyn;KS;Klart innan januari 2037
2;Ta fram en rutin;KS;Klart innan februari 2037
3;Sammanställ och redovisa;KS;Klart innan juni 2037
"""


def receipt(run: Run) -> range | None:
    """The positions that a run acknowledged."""
    found = RECEIPT.search(run.out)
    if not found:
        return None
    return range(int(found[1]), int(found[2] or found[1]) + 1)


def events(count: int, seed: int = 0) -> str:
    """So many status reports, one a line."""
    statuses = ("ongoing", "delayed", "paused")
    lines = ({"event": "StatusReported", "action": 1 + n % 3, "committee": "KS",
              "status": statuses[(n // 3 + seed) % 3]} for n in range(count))
    return "".join(json.dumps(line) + "\n" for line in lines)


@dataclass
class Ledger:
    """A scratch folder: the ledger in `led`, its user in `home`, what is published in `pub`."""

    command: Command
    root: Path
    vkey: str = ""
    heard: dict[str, range] = field(default_factory=dict)
    sent: dict[str, list[str]] = field(default_factory=dict)

    @property
    def place(self) -> Path:
        return self.root / "led"

    @property
    def log(self) -> Path:
        return self.place / "log" / "data.mdb"

    @property
    def views(self) -> Path:
        """The rows that are in use."""
        return self.place / "views" / os.readlink(self.place / "views" / "current") / "data.mdb"

    def environment(self, home: str = "home") -> dict[str, str]:
        """That of a user of this name, who has nothing of anybody else's."""
        own = self.root / home
        return {"PATH": os.environ["PATH"], "HOME": str(own), "TZ": "Europe/Stockholm",
                "XDG_CONFIG_HOME": str(self.root / "home/config"),
                "XDG_STATE_HOME": str(own / "state"), "XDG_CACHE_HOME": str(own / "cache"),
                "LIGGARE_LEDGER": str(self.place)}

    def run(self, *arguments: str, inject: Inject | None = None, seconds: float = PATIENCE,
            home: str = "home", within: Callable[[], None] | None = None) -> Run:
        return self.command.run(arguments, self.root, self.environment(home), inject, seconds,
                                within)

    def start(self, *arguments: str, inject: Inject | None = None, home: str = "home") -> Started:
        return Started(self.command, list(arguments), self.root, self.environment(home), inject)

    def hear(self, mark: str, run: Run) -> None:
        """Remembers what a run acknowledged."""
        positions = receipt(run)
        if positions is not None:
            self.heard.setdefault(mark, positions)

    def status(self, mark: str, home: str = "home") -> Run:
        """Records one entry under a mark, which is its command id and stands in the entry; or sends
        it again."""
        run = self.run(*self.status_arguments(mark), home=home)
        self.hear(mark, run)
        return run

    def status_arguments(self, mark: str) -> list[str]:
        move = len(self.sent)
        number, status = 1 + move % 3, ("ongoing", "delayed", "paused")[move // 3 % 3]
        return self.sent.setdefault(mark, ["status", str(number), status, "--command-id", mark,
                                           "--decision", mark])

    def copy(self, root: Path) -> "Ledger":
        shutil.copytree(self.root, root, symlinks=True)
        return Ledger(self.command, root, self.vkey, dict(self.heard), dict(self.sent))

    def remove(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)


def found(command: Command, root: Path) -> Ledger:
    """A small ledger with a plan of three actions, published and audited once."""
    ledger = Ledger(command, root)
    (root / "home/config").mkdir(parents=True)
    (root / "plan.csv").write_text(PLAN)
    (root / "several.ndjson").write_text(events(12))
    (root / "hundred.ndjson").write_text(events(100, seed=1))
    (root / "annex.txt").write_bytes(b"an annex\n" * 4000)
    for arguments in (
            ["init", "Tort", "--origin", "tort.example/p"],
            ["committee", "add", "KS", "Kommunstyrelsen", "--decision", "KF § 1"],
            ["committee", "add", "SN", "Socialnämnden", "--decision", "KF § 2"],
            ["plan", "import", "plan.csv", "--plan", "p1", "--title", "Plan", "--committee", "KS",
             "--decision", "KF § 3"],
            ["checkpoint"], ["publish", "pub"], ["rebuild"], ["backup", "backup"]):
        sound(ledger.run(*arguments))
    ledger.vkey = sound(ledger.run("checkpoint", "--verification-key")).out.strip()
    for number in range(3):
        sound(ledger.status(f"founded-{number}"))
    return ledger


def fill(ledger: Ledger) -> Ledger:
    """Gives it some three hundred entries: trees have branches then, and the free list is used."""
    for number in range(2):
        mark = f"filled-{number}"
        run = sound(ledger.run("append", "hundred.ndjson", "--command-id", mark, "--decision",
                               mark))
        ledger.hear(mark, run)
    for number in range(90):
        sound(ledger.status(f"single-{number}"))
    mark = "annex"
    ledger.hear(mark, sound(ledger.run("attach", "annex.txt", "--action", "1", "--command-id",
                                       mark, "--decision", mark)))
    for arguments in (["checkpoint"], ["publish", "pub"], ["rebuild"], ["audit"]):
        sound(ledger.run(*arguments))
    return ledger


def sound(run: Run) -> Run:
    if run.code != 0:
        raise Unfit(f"without any fault, {run.told()}")
    return run
