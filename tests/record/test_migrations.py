"""Older dossiers are brought up to date with everything in them; the tables of the code are those that migrations build."""

import zlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from communique import settings
from communique.record import create_dossier, open_dossier
from communique.record.database import Database, postgresql_database, sqlite_database
from communique.record.schema import MIGRATIONS, VERSION_TABLE, migrate
from communique.record.tables import METADATA, SCHEMA

from .examples import VERSION, WEIGHTS, mentions, report, stored

LATER = ("documents", "issues", "positions", "conditions", "commitments", "conflicts", "numbers")
"""The tables that schema 3 adds."""


def reached(place: str) -> Database:
    """Reach a place as `record` does."""
    return postgresql_database(place) if "://" in place else sqlite_database(Path(place), mode="rwc")


def older(place: str) -> None:
    """Make a dossier of schema 1 with one report in it, as the first Communique would have left it."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
    base = reached(place)
    with base.writing() as connection:
        for name in ("report_words", *LATER):
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    base.close()


def test_older_dossier_is_brought_up_to_date(place: str) -> None:
    """A dossier of schema 1 opens with its reports, and they are found by their words as only schema 2 can."""
    older(place)
    with open_dossier(place) as dossier:
        assert dossier.reports_with("syldavia oslo") == (report().id,)
        assert dossier.mentions().by_report == {report().id: mentions(report())}
        assert not dossier.is_stale()
    with open_dossier(place) as dossier:
        dossier.store(report(), (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports_with("syldavia") == (report().id,)


def test_first_step_alone_makes_schema_one(place: str) -> None:
    """The first step builds what the older dossier of these tests pretends to be: no full-text table, and none of what later ones add."""
    base = reached(place)
    with base.writing() as connection:
        migrate(connection, "0001")
        assert set(inspect(connection).get_table_names()) == {*METADATA.tables, VERSION_TABLE} - {*LATER}
    base.close()


def test_failed_migration_changes_nothing(place: str) -> None:
    """A dossier whose migration fails stays as it was, to be opened by the version that wrote it."""
    older(place)
    base = reached(place)
    with base.writing() as connection:
        connection.execute(text("UPDATE reports SET text = :damaged"), {"damaged": b"no zlib"})
    with pytest.raises(zlib.error):
        open_dossier(place)
    with base.reading() as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == "0001"
        assert not inspect(connection).has_table("report_words")
    base.close()


def test_tables_are_those_that_migrations_build(place: str) -> None:
    """What tables.py says and what the steps make are the same, but for the full-text table, which each dialect makes in its way."""
    create_dossier(place).close()
    base = reached(place)
    with base.reading() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or name in METADATA.tables, "version_table": VERSION_TABLE}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
    base.close()


def test_last_step_has_the_schema_number() -> None:
    """Whoever adds a step raises the number that decides what is too new."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = ScriptDirectory.from_config(config)
    assert steps.get_current_head() == f"{SCHEMA:04}"
    assert [s.revision for s in steps.walk_revisions()] == [f"{n:04}" for n in range(SCHEMA, 0, -1)]


def test_dossier_names_the_version_that_wrote_it(place: str) -> None:
    """So that a later refusal can name it."""
    create_dossier(place).close()
    base = reached(place)
    with base.reading() as connection:
        assert connection.scalar(text("SELECT value FROM about WHERE key = 'version'")) == settings.VERSION
    base.close()
