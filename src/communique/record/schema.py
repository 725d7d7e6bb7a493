"""The schema number of a dossier: recognise it, refuse what is no dossier or newer than this version, bring what is older up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, select, text

from communique.errors import NewerRecordError, RecordError
from communique.record.tables import SCHEMA, about
from communique.settings import VERSION

VERSION_TABLE = "communique_schema"
"""Alembic's table with the schema number. A database that has it is a dossier."""

MIGRATIONS = Path(__file__).parent / "migrations"


def schema_of(connection: Connection, name: str) -> int | None:
    """Give the schema number of the dossier called `name`, None where there are no tables at all.

    RecordError for tables that are no dossier, NewerRecordError for a dossier of a later version; both say what to do.
    """
    found = inspect(connection).get_table_names()
    if not found:
        return None
    if VERSION_TABLE not in found:
        raise RecordError(
            f"{name}: this is a database, but no dossier (it holds {', '.join(sorted(found)[:3])}). Name a dossier or a new place."
        )
    number = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 (our own constant)
    if not number or not str(number).isdigit():
        raise RecordError(
            f"{name}: the dossier's schema number is {number!r}, so it is damaged. Restore a copy, or read the reports again."
        )
    if int(number) > SCHEMA:
        raise NewerRecordError(_newer(connection, name, int(number)))
    return int(number)


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring the tables to schema `to` inside the transaction that the caller began; the caller commits."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _newer(connection: Connection, name: str, number: int) -> str:
    writer = None
    if inspect(connection).has_table(about.name):
        writer = connection.scalar(select(about.c.value).where(about.c.key == "version"))
    return (
        f"{name}: this dossier has schema {number} (written by Communique {writer or 'of an unknown version'}), and Communique "
        f"{VERSION} knows schemas up to {SCHEMA}. Install that version or a later one: pip install --upgrade communique."
    )
