"""Opening says what is wrong with a place and what to do, and leaves alone what is not a dossier."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from communique.errors import NewerRecordError, RecordError
from communique.record import create_dossier, database, open_dossier
from communique.record.tables import SCHEMA

from .examples import VERSION, WEIGHTS, mentions, report, stored


def execute(place: str, *statements: str) -> None:
    """Run SQL at a place behind the dossier's back."""
    engine = create_engine(place if "://" in place else f"sqlite:///{place}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_missing_dossier_is_refused(place: str) -> None:
    """Opening makes nothing: it says that nothing is there and how to make it."""
    with pytest.raises(RecordError, match=r"there is no .*communique read PATH"):
        open_dossier(place)
    assert "://" in place or not Path(place).exists()


def test_creating_twice_opens_what_is_there(place: str) -> None:
    """Reading more reports into a dossier keeps those that it has."""
    with create_dossier(place) as dossier:
        stored(dossier, report())
    with create_dossier(place) as dossier:
        assert dossier.reports() == (report(),)


@pytest.mark.parametrize("opened", [create_dossier, open_dossier])
def test_newer_dossier_is_refused(place: str, opened: type) -> None:
    """A dossier of a later schema is left untouched, and the error says which version wrote it and how to get that."""
    create_dossier(place).close()
    execute(place, "UPDATE communique_schema SET version_num = '0999'", "UPDATE about SET value = '9.9.9' WHERE key = 'version'")
    with pytest.raises(NewerRecordError, match=rf"schema 999 \(written by Communique 9.9.9\).*up to {SCHEMA}.*pip install --upgrade"):
        opened(place)


@pytest.mark.parametrize("opened", [create_dossier, open_dossier])
def test_other_database_is_refused(place: str, opened: type) -> None:
    """A database of another program is no dossier, and is not made one."""
    execute(place, "CREATE TABLE recipes (name text)")
    with pytest.raises(RecordError, match=r"no dossier.*recipes"):
        opened(place)
    execute(place, "INSERT INTO recipes VALUES ('soup')", "DROP TABLE recipes")


def test_damaged_schema_number_is_refused(place: str) -> None:
    """Without its number nobody knows how to read a dossier."""
    create_dossier(place).close()
    execute(place, "UPDATE communique_schema SET version_num = 'soup'")
    with pytest.raises(RecordError, match="damaged"):
        open_dossier(place)


@pytest.mark.parametrize("opened", [create_dossier, open_dossier])
@pytest.mark.parametrize("content", [b"Talks in Oslo end. " * 40, b"%PDF-1.7\n" + bytes(2000)])
def test_file_that_is_no_database_is_refused_untouched(tmp_path: Path, opened: type, content: bytes) -> None:
    """A report given in place of a dossier keeps every byte."""
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"report\.txt: it is not a dossier"):
        opened(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_other_sqlite_file_is_refused_untouched(tmp_path: Path) -> None:
    """Another program's SQLite file keeps its journal mode and every byte."""
    path = tmp_path / "recipes.db"
    execute(str(path), "CREATE TABLE recipes (name text)")
    content = path.read_bytes()
    with pytest.raises(RecordError, match="recipes"):
        create_dossier(path)
    assert path.read_bytes() == content


def test_empty_file_becomes_a_dossier_only_when_asked(tmp_path: Path) -> None:
    """A file of no bytes, as a killed first run may leave it, is no dossier yet and may become one."""
    path = tmp_path / "talks.db"
    path.touch()
    with pytest.raises(RecordError, match="no dossier in it yet"):
        open_dossier(path)
    with create_dossier(path) as dossier:
        assert dossier.reports() == ()


@pytest.mark.parametrize("opened", [create_dossier, open_dossier])
def test_folder_is_refused(tmp_path: Path, opened: type) -> None:
    """A dossier is a file."""
    with pytest.raises(RecordError, match="folder"):
        opened(tmp_path)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    """A file cannot be made in a folder that is not there."""
    with pytest.raises(RecordError, match="there is no folder"):
        create_dossier(tmp_path / "nowhere" / "talks.db")


@pytest.mark.parametrize("address", ["mysql://me:secret@host/talks", "sqlite:///talks.db", "nonsense://", "://me:secret@host"])
def test_other_address_is_refused_without_its_password(address: str) -> None:
    """Only SQLite files and PostgreSQL are dossiers; a password never stands in an error."""
    with pytest.raises(RecordError, match="postgresql") as raised:
        open_dossier(address)
    assert "secret" not in str(raised.value)


def test_unreachable_server_is_named(tmp_path: Path) -> None:
    """A server that does not answer is an error with its address and without its password."""
    with pytest.raises(RecordError, match="talks") as raised:
        open_dossier(f"postgresql+psycopg://me:secret@/talks?host={tmp_path}")
    assert "secret" not in str(raised.value)


def test_closed_dossier_is_one_file(tmp_path: Path) -> None:
    """SQLite's write-ahead log is folded back, so that a dossier can be copied and mailed."""
    path = tmp_path / "tälks %20?#.db"
    with create_dossier(path) as dossier:
        stored(dossier, report())
    assert list(tmp_path.iterdir()) == [path]
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_reading_while_another_writes_sees_the_last_commit(place: str) -> None:
    """A reader neither waits for a writer nor sees half of what it writes."""
    with create_dossier(place) as writer, open_dossier(place) as reader:
        stored(writer, report())
        with writer._database.writing() as connection:
            connection.execute(text("DELETE FROM mentions"))
            assert reader.mentions().by_report == {report().id: mentions(report())}


def test_second_writer_waits_and_then_says_so(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that is kept waiting gives up with an error that says why; the first one's work is whole."""
    monkeypatch.setattr(database, "PATIENCE", 1)
    one = report()
    with create_dossier(place) as first, open_dossier(place) as second:
        with first._database.writing(), pytest.raises(RecordError, match="another process has been writing"):
            second.store(one, (), (), weights=WEIGHTS, version=VERSION)
        second.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert first.reports() == (one,)


def test_writers_take_turns(place: str) -> None:
    """Threads that store at the same time all succeed, one after the other."""
    create_dossier(place).close()
    several = [report(f"Report {i}.", file=f"{i}.txt") for i in range(8)]

    def store(number: int) -> None:
        with open_dossier(place) as dossier:
            dossier.store(several[number], (), (), weights=WEIGHTS, version=VERSION)

    threads = [threading.Thread(target=store, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_dossier(place) as dossier:
        assert dossier.reports() == tuple(several)


def test_dossier_made_by_several_at_once_is_one(place: str) -> None:
    """Who comes second finds what the first one made."""
    failures: list[BaseException] = []

    def create() -> None:
        try:
            create_dossier(place).close()
        except RecordError as error:
            failures.append(error)

    threads = [threading.Thread(target=create) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with open_dossier(place) as dossier:
        assert not dossier.is_stale()


KILLED = """
import os, sys
from communique.record import create_dossier
from communique.record import rows
from communique.model.report import Report
dossier = create_dossier(sys.argv[1])
dossier.store(Report("r-1", "one.txt", "One.", "", ()), (), (), weights="w", version="v")
rows.search.index = lambda *_: os.kill(os.getpid(), 9)
dossier.store(Report("r-2", "two.txt", "Two.", "", ()), (), (), weights="w", version="v")
"""


def test_killed_run_leaves_whole_reports(place: str) -> None:
    """A process killed while it stores its second report leaves the first one whole and nothing of the second."""
    done = subprocess.run([sys.executable, "-c", KILLED, place], check=False)
    assert done.returncode == -9
    with open_dossier(place) as dossier:
        assert [r.id for r in dossier.reports()] == ["r-1"]
        assert dossier.is_stale()
