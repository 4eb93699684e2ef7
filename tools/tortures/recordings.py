"""The commands that write, each with how it is sent again and how one sees that it was done."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tortures.ledger import Ledger, receipt
from tortures.outcome import CLASS, CRASH, HANG, LOST, STUCK, Outcome
from tortures.running import Inject, Run

Arguments = Callable[[Ledger, str], list[str]]


@dataclass(frozen=True)
class Recording:
    """A command, under a mark that tells it from others of its kind."""

    name: str
    arguments: Arguments
    # How many entries it makes.
    entries: int = 0
    # Exit codes of a second run, once the first was done.
    again: tuple[int, ...] = (0,)
    # And of one in which a call failed.
    faulty: tuple[int, ...] = (0, 74)
    # The user whose memory and copies it has.
    own_home: bool = False
    # Makes what it works on, where that is not there yet.
    prepare: Callable[[Ledger, str], None] = lambda *_: None

    def run(self, ledger: Ledger, mark: str, inject: Inject | None = None,
            within: Callable[[], None] | None = None) -> Run:
        self.prepare(ledger, mark)
        run = ledger.run(*self.arguments(ledger, mark), inject=inject, home=self.home(mark),
                         within=within)
        if self.entries:
            ledger.hear(mark, run)
        return run

    def home(self, mark: str) -> str:
        return f"home-{mark}" if self.own_home else "home"


def _marked(*arguments: str) -> Arguments:
    return lambda _, mark: [*arguments, "--command-id", mark, "--decision", mark]


def _plan(_: Ledger, mark: str) -> list[str]:
    return ["plan", "import", "plan.csv", "--plan", mark, "--title", "Plan", "--committee", "KS",
            "--command-id", mark, "--decision", mark]


def _damaged(ledger: Ledger, mark: str) -> Path:
    return ledger.root / f"damaged-{mark}"


def _damage(ledger: Ledger, mark: str) -> None:
    """A copy of the ledger whose log has lost its first pages, and an entry."""
    place = _damaged(ledger, mark)
    if place.exists():
        return
    shutil.copytree(ledger.place, place, symlinks=True)
    _rot(place / "log/data.mdb")
    shutil.copy(place / "log/data.mdb", f"{place}.rotten")


def _rot(log: Path) -> None:
    pages = bytearray(log.read_bytes())
    pages[:8192] = bytes(8192)
    first, key = 0, b"\x08\x00" + (3).to_bytes(8, "big") + b"\xd2"
    while (first := pages.find(key, first + 1)) > 0:
        pages[first + 100] ^= 1
    log.write_bytes(pages)


RECORDINGS = {one.name: one for one in (
    Recording("status", _marked("status", "3", "completed"), 1),
    Recording("append", _marked("append", "several.ndjson"), 12),
    Recording("attach", _marked("attach", "annex.txt", "--action", "1"), 1),
    Recording("plan import", _plan, 1),
    Recording("checkpoint", lambda *_: ["checkpoint"]),
    Recording("publish", lambda *_: ["publish", "pub"]),
    Recording("rebuild", lambda *_: ["rebuild"]),
    Recording("audit --from",
              lambda ledger, _: ["audit", "--from", "pub", "--key", ledger.vkey], own_home=True),
    Recording("backup", lambda _, mark: ["backup", f"backup-{mark}"]),
    Recording("backup again", lambda *_: ["backup", "backup"]),
    Recording("restore", lambda _, mark: ["restore", "backup", f"restored-{mark}"],
              again=(0, 65)),
    Recording("repair", lambda ledger, mark: [
        "repair", "--ledger", str(_damaged(ledger, mark)), "--from", str(ledger.place)],
        faulty=(0, 1, 74), own_home=True, prepare=_damage),
    Recording("init", lambda ledger, mark: [
        "init", "Ny", "--origin", "ny.example/p", "--ledger", str(ledger.root / mark),
        "--command-id", mark], again=(0, 65)),
    Recording("key new", lambda ledger, mark: [
        "key", "new", "--file", str(ledger.root / f"{mark}.pem")], again=(0, 65)),
)}


COPIES = ("backup", "backup again", "restore")


def judge_run(outcome: Outcome, run: Run, expected: tuple[int, ...] = (0, 74)) -> None:
    """Holds a run in which a fault was injected against what such a run may do."""
    if run.hung:
        outcome.breaks(HANG, run.told())
    elif run.crashed:
        outcome.breaks(CRASH, run.told())
    elif not run.killed and run.code not in expected:
        outcome.breaks(CLASS, run.told())


def judge_again(outcome: Outcome, recording: Recording, ledger: Ledger, mark: str) -> None:
    """Sends the command again, without any fault: now it must have been done, and once."""
    before = ledger.heard.get(mark)
    again = recording.run(ledger, mark)
    if again.hung:
        outcome.breaks(HANG, f"sent again, {again.told()}")
    elif again.code not in recording.again:
        outcome.breaks(STUCK, f"sent again, {again.told()}")
    elif recording.entries and receipt(again) != ledger.heard[mark]:
        outcome.breaks(LOST, f"acknowledged at {before}, sent again at {receipt(again)}")
    if recording.name == "init":
        _judge_founded(outcome, ledger, str(ledger.root / mark))
    if recording.name in COPIES:
        _judge_copy(outcome, ledger, recording.arguments(ledger, mark)[-1])
    if recording.name == "repair":
        _judge_repaired(outcome, ledger, _damaged(ledger, mark))
    if recording.name == "key new":
        key = ledger.root / f"{mark}.pem"
        if not key.exists() or not key.read_text().rstrip().endswith("-----END PRIVATE KEY-----"):
            outcome.breaks(LOST, f"key new, sent again, left no whole key: {again.told()}")


def _judge_copy(outcome: Outcome, ledger: Ledger, place: str) -> None:
    # Its user saw the ledger longer than the backup is.
    audit = ledger.run("audit", "--ledger", str(ledger.root / place), home="stranger")
    if audit.code != 0:
        outcome.breaks(LOST, f"of what was copied, {audit.told()}")


def _judge_repaired(outcome: Outcome, ledger: Ledger, place: Path) -> None:
    """The log is sound, the damaged one is beside it as it was, and nothing else is."""
    # By somebody who has not seen that the ledger went on.
    audit = ledger.run("audit", "--ledger", str(place), home="stranger")
    if audit.code != 0:
        outcome.breaks(LOST, f"of what was repaired, {audit.told()}")
    logs = sorted(one.name for one in place.glob("log*"))
    if logs != ["log", "log.damaged-1"]:
        outcome.breaks(STUCK, f"after a repair sent again, there are {logs}")
    elif (place / "log.damaged-1/data.mdb").read_bytes() != Path(f"{place}.rotten").read_bytes():
        outcome.breaks(LOST, "the damaged log was changed")


def _judge_founded(outcome: Outcome, ledger: Ledger, place: str) -> None:
    for arguments in (["committee", "add", "KS", "Kommunstyrelsen"], ["checkpoint"], ["audit"]):
        run = ledger.run(*arguments, "--ledger", place)
        if run.code != 0:
            outcome.breaks(STUCK, f"after init sent again, {run.told()}")
            return
