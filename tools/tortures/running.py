"""One run of the command, alone or under the injector."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

SOURCE = Path(__file__).resolve().parent / "inject.c"


class Unfit(Exception):
    """The tool can't work with this command, or on this machine. Says why."""


# Longer than any command on these ledgers takes, also on a machine that is busy with others.
PATIENCE = 30.0


@dataclass(frozen=True)
class Call:
    """A system call that touched the scratch folder, as inject.c reports it."""

    number: int
    name: str
    path: str
    second: str
    flags: int
    offset: int
    length: int
    result: int | None
    place: int

    @classmethod
    def read(cls, line: str) -> "Call":
        number, name, path, second, flags, offset, length, result, place = line.split("\t")
        return cls(int(number), name, path, second, int(flags), int(offset), int(length),
                   None if result == "?" else int(result), int(place))

    def is_of(self, suffix: str) -> bool:
        return self.path.endswith(suffix)


@dataclass(frozen=True)
class Inject:
    """What the injector is to do, in the words of inject.c."""

    at: str | None = None
    after: int | None = None
    pretend: tuple[str, ...] = ()
    stale: str | None = None
    keep_data: bool = False

    def flags(self) -> list[str]:
        flags = [] if self.at is None else ["--at", self.at]
        flags += [] if self.after is None else ["--after", str(self.after)]
        for pretence in self.pretend:
            flags += ["--pretend", pretence]
        return flags + ([] if self.stale is None else ["--stale", self.stale])


@dataclass
class Run:
    """What came of a run. `code` is None where it did not end, and negative for a signal."""

    arguments: list[str]
    code: int | None
    out: str
    err: str
    hit: bool = False
    killed: bool = False
    calls: list[Call] = field(default_factory=list)
    data: bytes = b""

    @property
    def hung(self) -> bool:
        return self.code is None

    @property
    def crashed(self) -> bool:
        """Ended by a signal that nobody sent, or without a word."""
        if self.code is None or self.killed:
            return False
        return self.code < 0 or self.code >= 128 or (self.code > 0 and not self.err.strip()
                                                     and not self.out.strip())

    def told(self) -> str:
        """How it ended, in a line."""
        ended = "hung" if self.hung else "killed" if self.killed else f"exit {self.code}"
        said = " / ".join((self.err.strip() or self.out.strip()).splitlines()[:3])
        return f"{' '.join(self.arguments)[:80]}: {ended}: {said[:240]}"


class Command:
    """The built command, and the injector that it runs under."""

    def __init__(self, binary: Path, scratch: Path) -> None:
        self.binary = binary
        self.injector = scratch / "inject"
        self.reports = scratch / "reports"
        self.reports.mkdir()
        subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-o", self.injector, SOURCE], check=True)
        tried = subprocess.run([self.injector, "--root", scratch, "--", "true"], text=True,
                               capture_output=True)
        if tried.returncode:
            raise Unfit(f"nothing can be injected on this machine: {tried.stderr.strip()}")

    def run(self, arguments: Iterable[str], root: Path, environment: dict[str, str],
            inject: Inject | None = None, seconds: float = PATIENCE,
            within: Callable[[], None] | None = None) -> Run:
        """Runs to the end, or for so many seconds; `within` is done in the new process first."""
        with Started(self, list(arguments), root, environment, inject, within) as started:
            return started.finish(seconds)


class Started:
    """A run that goes on. Under an injection that holds, `held` waits for it."""

    def __init__(self, command: Command, arguments: list[str], root: Path,
                 environment: dict[str, str], inject: Inject | None = None,
                 within: Callable[[], None] | None = None) -> None:
        self.arguments = arguments
        self.report: Path | None = None
        self.data: Path | None = None
        self._control: socket.socket | None = None
        self._out, self._err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        line, theirs = [str(command.binary), *arguments], None
        if inject is not None:
            handle, name = tempfile.mkstemp(dir=command.reports)
            os.close(handle)
            self.report = Path(name)
            flags = ["--root", str(root), "--report", name, *inject.flags()]
            if inject.keep_data:
                self.data = Path(name + ".data")
                flags += ["--data", str(self.data)]
            if inject.at and ":hold" in inject.at:
                self._control, theirs = socket.socketpair()
                flags += ["--control", str(theirs.fileno())]
            line = [str(command.injector), *flags, "--", *line]
        self.process = subprocess.Popen(
            line, env=environment, cwd=root, stdin=subprocess.DEVNULL, stdout=self._out,
            stderr=self._err, pass_fds=[theirs.fileno()] if theirs else [],
            preexec_fn=within)
        if theirs:
            theirs.close()

    def __enter__(self) -> "Started":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for file in (self._out, self._err, self._control):
            if file:
                file.close()
        for path in (self.report, self.data):
            if path:
                path.unlink(missing_ok=True)

    def held(self, seconds: float = PATIENCE) -> bool:
        """Waits until the run is held. False if it ended before it came there."""
        assert self._control
        self._control.settimeout(seconds)
        try:
            return self._control.recv(1) == b"h"
        except (TimeoutError, ConnectionError):
            return False

    def let_go(self) -> None:
        self._answer(b"c")

    def kill(self) -> None:
        """Kills what is held. Its locks are gone on return."""
        self._answer(b"k")
        self.process.wait()

    def _answer(self, answer: bytes) -> None:
        assert self._control
        try:
            self._control.send(answer)
        except OSError:
            pass

    def errors(self) -> str:
        """What it has said on stderr so far."""
        return _all(self._err)

    def output(self) -> str:
        return _all(self._out)

    def finish(self, seconds: float = PATIENCE) -> Run:
        code: int | None
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            code = None
        run = Run(self.arguments, code, self.output(), self.errors())
        if self.report:
            _read_report(run, self.report)
        if self.data and self.data.exists():
            run.data = self.data.read_bytes()
        return run


def _all(file: IO[bytes]) -> str:
    return os.pread(file.fileno(), 1 << 26, 0).decode("utf-8", "replace")


def _read_report(run: Run, report: Path) -> None:
    for line in report.read_text("utf-8", "replace").splitlines():
        if "\t" in line:
            run.calls.append(Call.read(line))
        elif line.startswith("hit"):
            run.hit = True
        elif line == "killed":
            run.killed, run.code = True, -signal.SIGKILL
        elif line.startswith("signal"):
            run.code = -int(line.split()[1])
        elif line.startswith("exit") and run.code is not None:
            run.code = int(line.split()[1])


def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def sound_calls(run: Run) -> list[Call]:
    """The calls of a run that no fault was injected into."""
    if run.code != 0:
        raise Unfit(f"without any fault, {run.told()}")
    return run.calls
