"""Open or make a dossier: a SQLite file by its path, or a PostgreSQL schema by its address."""

from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import insert

from communique.errors import RecordError
from communique.record import tables
from communique.record.database import Database, postgresql_database, sqlite_database
from communique.record.dossier import Dossier
from communique.record.schema import migrate, schema_of
from communique.record.tables import SCHEMA
from communique.settings import VERSION


def create_dossier(where: str | Path) -> Dossier:
    """Open the dossier at `where`, making it first where nothing is; `where` is a path or `postgresql+psycopg://…`.

    RecordError where something else is there already, NewerRecordError for a dossier of a later version.
    """
    if isinstance(where, str) and "://" in where:
        return _opened(postgresql_database(where), makes=True)
    path = _path(where)
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}. Make it first, or name another place.")
    if path.exists():
        _look(path)
    return _opened(sqlite_database(path, mode="rwc"), makes=True)


def open_dossier(where: str | Path) -> Dossier:
    """Open the dossier that is at `where`; an older one is brought up to date in one transaction.

    RecordError where nothing is there or no dossier, NewerRecordError for a dossier of a later version.
    """
    if isinstance(where, str) and "://" in where:
        return _opened(postgresql_database(where), makes=False)
    path = _path(where)
    if not path.exists():
        raise RecordError(f"{path}: there is no such file. Check the path, or make a dossier with: communique read PATH… --dossier {path}")
    if _look(path) is None:
        raise _absent(str(path))
    return _opened(sqlite_database(path, mode="rw"), makes=False)


def _path(where: str | Path) -> Path:
    path = Path(where)
    if path.is_dir():
        raise RecordError(f"{path}: this is a folder; a dossier is one file. Name a file, such as {path / 'talks.db'}.")
    return path


def _look(path: Path) -> int | None:
    """Give the schema number of a file without writing a byte of it: it may be another program's."""
    database = sqlite_database(path, mode="ro")
    try:
        with database.reading() as connection:
            return schema_of(connection, database.name)
    finally:
        database.close()


def _opened(database: Database, *, makes: bool) -> Dossier:
    with ExitStack() as unless_opened:
        unless_opened.callback(database.close)
        _prepare(database, makes=makes)
        unless_opened.pop_all()
    return Dossier(database)


def _prepare(database: Database, *, makes: bool) -> None:
    with database.reading() as connection:
        number = schema_of(connection, database.name)
    if number is None and not makes:
        raise _absent(database.name)
    if number != SCHEMA:
        _bring_up_to_date(database)


def _bring_up_to_date(database: Database) -> None:
    """Migrate under the write lock; another process may have done so in the meantime, and then there is nothing left to do."""
    with database.writing() as connection:
        number = schema_of(connection, database.name)
        if number != SCHEMA:
            migrate(connection)
        if number is None:
            connection.execute(insert(tables.about).values(key="version", value=VERSION))


def _absent(name: str) -> RecordError:
    return RecordError(f"{name}: there is no dossier in it yet. Make one with: communique read PATH… --dossier {name}")
