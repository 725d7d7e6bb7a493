"""How a dossier's database is reached: the one file that knows SQLite's ways from PostgreSQL's.

Invariant: one writer at a time, who holds the write lock from its first statement to its commit; a reader sees one moment throughout.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from communique.errors import RecordError

PATIENCE = 30
"""Seconds to wait for another process that is writing. A report of 100 mentions took 30 to 60 ms to commit, the entries of 200 such reports
a few seconds, both on two cores with other work: whoever waits longer than this waits for something that is stuck."""

DRIVER = "postgresql+psycopg"

_REMEDIES = {
    "SQLITE_BUSY": f"another process has been writing to it for {PATIENCE} s. Wait until it ends, or end it.",
    "SQLITE_LOCKED": f"another process has been writing to it for {PATIENCE} s. Wait until it ends, or end it.",
    "SQLITE_NOTADB": "it is not a dossier, nor any SQLite file. Name a file that `communique read` made.",
    "SQLITE_CORRUPT": "the file is damaged. Restore a copy, or read the reports again into a new dossier.",
    "SQLITE_READONLY": "it may not be written. Change the file's permissions, or copy it to where you may write.",
    "SQLITE_CANTOPEN": "the file or its folder may not be opened. Check the permissions of both; SQLite writes beside the file.",
    "SQLITE_FULL": "the disk is full. Make room and read again: whole reports are kept.",
    "55P03": f"another process has been writing to it for {PATIENCE} s. Wait until it ends, or end it.",
    "28P01": "the server refuses the password. Check the address.",
    "3D000": "there is no such database. Make it with createdb, or correct the address.",
    "3F000": "there is no such schema. Make it with CREATE SCHEMA, or correct search_path in the address.",
    "42501": "this user may not do that there. Grant the rights, or use another user.",
}
"""SQLite's error names and PostgreSQL's SQLSTATE codes that have a remedy of their own."""


@dataclass(frozen=True, slots=True)
class Database:
    """An engine and the name by which errors call it (a password never shows)."""

    engine: Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the dossier and writes nothing."""
        with self._explained(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that holds the write lock; commit at the end, or nothing at all after an error."""
        with self._explained(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('communique:' || current_schema()))"))
            yield connection

    def close(self) -> None:
        """Close every connection; the last one of SQLite folds the write-ahead log back into the one file."""
        self.engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise RecordError(f"{self.name}: {_why(error)}") from error


def sqlite_database(path: Path, *, mode: str) -> Database:
    """Reach a SQLite file; `mode` is SQLite's own: ro, rw, or rwc to make the file."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        if mode != "ro":
            connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return Database(engine, str(path))


def postgresql_database(address: str) -> Database:
    """Reach a PostgreSQL schema by its URL: `postgresql+psycopg://user@host/db?options=-csearch_path%3Dtalks`."""
    url = _postgresql_url(address)
    try:
        engine = create_engine(url, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise RecordError(f"{_shown(url)}: PostgreSQL needs a driver. Install it with: pip install 'communique[postgres]'.") from error
    return Database(engine, _shown(url))


def _postgresql_url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        scheme = address.partition("://")[0]  # the rest may hold a password
        raise RecordError(f"{scheme}://…: this is no address of a database. Write {DRIVER}://user@host/database.") from error
    if url.drivername not in ("postgresql", "postgres", DRIVER):
        raise RecordError(f"{_shown(url)}: a dossier is a SQLite file, given by its path, or {DRIVER}://user@host/database.")
    return url.set(drivername=DRIVER)


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _begin(connection: Connection) -> None:
    """Begin as SQLite should: a writer takes the lock at once, since a reader that turns writer may fail without waiting."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _why(error: DBAPIError) -> str:
    code = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or ""
    known = next((remedy for prefix, remedy in _REMEDIES.items() if code.startswith(prefix)), None)
    return known or f"the database says: {str(error.orig).strip()}. Nothing of this step was kept; read again when it is mended."
