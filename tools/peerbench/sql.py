"""SQLite and PostgreSQL: the same tables, questions and projection."""

import glob
import itertools
import os
import shutil
import sqlite3
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peerbench.events import Board, Event, Fold, Projection, Question
from peerbench.figures import Figures, Missing, seconds

TABLES = """
CREATE TABLE events (position bigint, idx integer, recorded bigint, effective {day}, kind text,
    action integer, value1 text, value2 text, PRIMARY KEY (position, idx)){kept};
CREATE TABLE laid (committee text, action integer, PRIMARY KEY (committee, action)){kept}
"""
# Each in the order in which the last is found first, and with all that is read of it.
INDEXES = """
CREATE INDEX statuses ON events
    (action, value1, effective DESC, position DESC, idx DESC, value2{whole}) WHERE kind = 'status';
CREATE INDEX assignments ON events
    (action, effective DESC, position DESC, idx DESC, value1{whole}) WHERE kind = 'assigned';
CREATE INDEX deadlines ON events
    (action, effective DESC, position DESC, idx DESC, value2{whole}) WHERE kind = 'deadline';
CREATE INDEX corrections ON events (value1, position{whole}) WHERE kind = 'corrected'
"""
INSERT = """INSERT INTO events VALUES ({position}, {idx}, {recorded}, {effective}, {kind}, {action},
    {value1}, {value2})"""


def last(value: str, kind: str, more: str = "") -> str:
    """What an action's last event of a kind says, as of a day and a position."""
    return f"""(SELECT {value} FROM events e WHERE e.kind = '{kind}' AND e.action = laid.action
    {more} AND e.effective <= {{effective}} AND e.position <= {{known}} AND NOT EXISTS (
        SELECT 1 FROM events c WHERE c.kind = 'corrected' AND c.value1 = CAST(e.position AS text)
            AND c.position <= {{known}})
    ORDER BY e.effective DESC, e.position DESC, e.idx DESC LIMIT 1)"""


# `laid` has the actions that were ever laid on the committee: few of all, and more than the answer.
BOARD = f"""
SELECT action, {last("e.value2", "deadline")},
    {last("e.value2", "status", "AND e.value1 = {committee}")}
FROM laid WHERE committee = {{committee}}
    AND {last("',' || e.value1 || ','", "assigned")} LIKE {{pattern}}
ORDER BY action"""


def latest(values: str, kind: str, of: str) -> str:
    """The last event of a kind of each, now."""
    return f"""SELECT {values} FROM (SELECT *, row_number() OVER (
        PARTITION BY {of} ORDER BY effective DESC, position DESC, idx DESC) AS n
    FROM events WHERE kind = '{kind}' AND position NOT IN (
        SELECT CAST(value1 AS bigint) FROM events WHERE kind = 'corrected')) AS held WHERE n = 1"""


REBUILD = f"""
BEGIN;
DROP TABLE IF EXISTS current_action;
DROP TABLE IF EXISTS current_status;
CREATE TABLE current_action (action integer PRIMARY KEY, committees text, latest text);
CREATE TABLE current_status
    (action integer, committee text, status text, PRIMARY KEY (action, committee));
INSERT INTO current_action SELECT action, max(committees), max(latest) FROM (
    {latest("action, value1 AS committees, NULL AS latest", "assigned", "action")} UNION ALL
    {latest("action, NULL, value2", "deadline", "action")}) AS either GROUP BY action;
INSERT INTO current_status {latest("action, value1, value2", "status", "action, value1")};
COMMIT"""


class Sql:
    """What the two have in common. A subclass says how a statement names a parameter, how one is
    executed, how all events are loaded, and how one is appended."""
    name: str
    place: str

    def __init__(self, events: list[Event], place: str) -> None:
        self.events, self.place = events, place
        marks = {name: self.mark(name) for name in
                 (*Event._fields, *Question._fields, "pattern")}
        self.insert, self.board_sql = INSERT.format(**marks), BOARD.format(**marks)

    def script(self, sql: str) -> None:
        for statement in sql.split(";"):
            self.execute(statement)

    def board(self, question: Question) -> Board:
        values = question._asdict() | {"pattern": f"%,{question.committee},%"}
        return self.execute(self.board_sql, values).fetchall()

    def rebuild(self) -> None:
        self.script(REBUILD)

    def projection(self) -> Projection:
        self.rebuild()
        rows: dict[int, list] = defaultdict(lambda: [None, None, {}])
        for action, committees, day in self.execute("SELECT * FROM current_action").fetchall():
            rows[action][:2] = committees, day
        for action, committee, status in self.execute("SELECT * FROM current_status").fetchall():
            rows[action][2][committee] = status
        return {action: tuple(row) for action, row in rows.items()}

    def measure(self, figures: Figures, appends: int, questions: list[Question]) -> None:
        count, runs = len(self.events), 1 if len(self.events) > 2_000_000 else 3
        figures.rates("append.bulk", count, runs, self.load)
        for question in questions[:10]:
            self.board(question)
        figures.times("board.past", self.board, questions)
        figures.rates("rebuild", count, 3, lambda: seconds(self.rebuild))
        figures.times("append.durable", self.append, list(self.more(appends)))

    def more(self, count: int) -> Iterator[Event]:
        """New events, of the kinds that the log ends with."""
        end = self.events[-1]
        again = itertools.islice(itertools.cycle(self.events[-count:]), count)
        for number, event in enumerate(again, 1):
            yield event._replace(position=end.position + number, idx=0, recorded=end.recorded)

    def check(self, questions: list[Question]) -> Iterator[tuple[str, Any, Any]]:
        self.load()
        fold = Fold(self.events)
        for question in questions:
            yield str(question), self.board(question), fold.board(question)
        yield "projection", self.projection(), fold.current()
        more = list(self.more(100))
        for event in more:
            self.append(event)
        fold = Fold(self.events + more)
        for question in questions:
            question = question._replace(known=str(more[-1].position))
            yield f"{question}, after appends", self.board(question), fold.board(question)


class SQLite(Sql):
    name = f"SQLite {sqlite3.sqlite_version} (WAL, synchronous=FULL)"
    # SQLite would go to the table for the kind, even where it follows from the index.
    types = {"day": "text", "kept": " WITHOUT ROWID", "whole": ", kind"}

    def start(self) -> None:
        self.path = f"{self.place}/events.sqlite"
        self.database = sqlite3.connect(":memory:")

    def mark(self, name: str) -> str:
        return ":" + name

    def execute(self, sql: str, values: dict[str, Any] | None = None) -> sqlite3.Cursor:
        return self.database.execute(sql, values or {})

    def load(self) -> float:
        self.close()
        for path in glob.glob(self.path + "*"):
            os.remove(path)
        self.database = sqlite3.connect(self.path, isolation_level=None)
        # The cache is as large as PostgreSQL's buffers are by default.
        self.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "PRAGMA cache_size = -131072")
        taken = seconds(self._fill)
        self.script("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
        return taken

    def _fill(self) -> None:
        self.script("BEGIN;" + TABLES.format(**self.types))
        self.database.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 8)})", self.events)
        self.execute("INSERT INTO laid SELECT DISTINCT CAST(value AS text), action FROM events, "
                     "json_each('[' || value1 || ']') WHERE kind = 'assigned'")
        self.script(INDEXES.format(**self.types) + "; COMMIT")

    def append(self, event: Event) -> None:
        if event.kind != "assigned":
            self.execute(self.insert, event._asdict())
            return
        self.execute("BEGIN IMMEDIATE")
        self.execute(self.insert, event._asdict())
        self.database.executemany(
            "INSERT OR IGNORE INTO laid VALUES (?, ?)",
            [(one, event.action) for one in (event.value1 or "").split(",") if one])
        self.execute("COMMIT")

    def close(self) -> None:
        self.database.close()


class PostgreSQL(Sql):
    """A cluster of its own in a temporary folder, with the settings that initdb gives it."""
    name = "PostgreSQL"
    types = {"day": "date", "kept": "", "whole": ""}
    running = False

    def start(self) -> None:
        try:
            import psycopg
        except ImportError:
            raise Missing("psycopg is not installed; tools/bench --peers installs it") from None
        self._make_cluster()
        self.connection = psycopg.connect(
            host=self.place, user="bench", dbname="postgres", autocommit=True)
        # Else each board is planned anew, which takes longer than answering it.
        self.execute("SET plan_cache_mode = force_generic_plan")
        version = self.execute("SHOW server_version").fetchone()[0].split()[0]
        self.name = f"PostgreSQL {version} (fsync, synchronous_commit)"
        self.insert_assigned = (
            f"WITH new AS ({self.insert} RETURNING value1, action) INSERT INTO laid SELECT "
            "unnest(string_to_array(value1, ',')), action FROM new ON CONFLICT DO NOTHING")

    def _make_cluster(self) -> None:
        found = shutil.which("initdb") or max(
            glob.glob("/usr/lib/postgresql/*/bin/initdb"), default=None,
            key=lambda path: int(Path(path).parts[-3]))
        if not found:
            raise Missing()
        self.programs, self.prefix = Path(found).parent, []
        if os.geteuid() == 0:
            # The server refuses to be root.
            self.prefix = ["runuser", "-u", "postgres", "--"]
            try:
                shutil.chown(self.place, "postgres")
            except LookupError:
                raise Missing("there is no user postgres to run it as") from None
        self._run("initdb", "--username=bench", "--auth=trust", "--locale=C", "--encoding=UTF8")
        self._run("pg_ctl", "start", "--wait", f"--log={self.place}/log",
                  f"--options=-c listen_addresses='' -k {self.place}")
        self.running = True

    def _run(self, program: str, *arguments: str) -> None:
        command = [self.programs / program, f"--pgdata={self.place}/data", *arguments]
        done = subprocess.run([*self.prefix, *command], cwd=self.place, stdout=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Missing(f"{program} failed")

    def mark(self, name: str) -> str:
        return f"%({name})s"

    def execute(self, sql: str, values: dict[str, Any] | None = None) -> Any:
        return self.connection.execute(sql, values, prepare=values is not None)

    def load(self) -> float:
        self.script("DROP TABLE IF EXISTS events; DROP TABLE IF EXISTS laid; CHECKPOINT")
        blocks = list(self._blocks())
        taken = seconds(lambda: self._fill(blocks))
        self.script("VACUUM ANALYZE; CHECKPOINT")
        return taken

    def _blocks(self) -> Iterator[bytes]:
        """The events as COPY reads them."""
        events = iter(self.events)
        while some := list(itertools.islice(events, 1000)):
            lines = ("\t".join("" if value is None else str(value) for value in event) + "\n"
                     for event in some)
            yield "".join(lines).replace("\\", "\\\\").encode()

    def _fill(self, blocks: list[bytes]) -> None:
        self.script("BEGIN;" + TABLES.format(**self.types))
        with self.connection.cursor().copy("COPY events FROM STDIN (NULL '')") as copy:
            for block in blocks:
                copy.write(block)
        self.execute("INSERT INTO laid SELECT DISTINCT unnest(string_to_array(value1, ',')), "
                     "action FROM events WHERE kind = 'assigned'")
        self.script(INDEXES.format(**self.types) + "; COMMIT")

    def append(self, event: Event) -> None:
        values = {name: None if value is None else str(value)
                  for name, value in event._asdict().items()}
        self.execute(self.insert_assigned if event.kind == "assigned" else self.insert, values)

    def close(self) -> None:
        if self.running:
            self._run("pg_ctl", "stop", "--mode=fast", "--wait")
