"""A dossier: open it, store reports in it, rebuild what depends on all of them, judge, and get the record.

Invariant: a method is a unit of work. It opens its own transaction and commits it whole or not at all; nobody else commits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, delete, insert, select

from communique.errors import RecordError
from communique.model.issue import Issue
from communique.model.judgement import Judgement
from communique.model.mention import Mention
from communique.model.notice import Notice
from communique.model.reconciled import Reconciled
from communique.model.record import Record
from communique.model.report import Report
from communique.record import rows, search, tables
from communique.record.codec import decoded, encoded
from communique.record.database import Database
from communique.record.entries import LISTS
from communique.record.judging import completed
from communique.record.replay import replayed
from communique.reference import made_with
from communique.settings import VERSION


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of every report, by report id, and the stamp of what the dossier held when they were read."""

    by_report: Mapping[str, tuple[Mention, ...]]
    basis: str


@dataclass(slots=True)
class Dossier:
    """An open dossier. Use it as a context manager, so that it is closed; `create_dossier` and `open_dossier` make it."""

    _database: Database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the dossier; SQLite leaves one file behind."""
        self._database.close()

    @property
    def name(self) -> str:
        """The path, or the address without its password."""
        return self._database.name

    def knows(self, report: Report, *, weights: str, version: str) -> bool:
        """Say whether just this report was already read by these weights and this version, so that reading it again gives nothing new.

        A report that has another date, outlet, region or anything else than the one with its id here is not known. `version` names all
        that decides what is read: `reference.made_with()`.
        """
        with self._database.reading() as connection:
            return rows.holds(connection, report, weights=weights, version=version)

    def store(self, report: Report, mentions: Sequence[Mention], notices: Sequence[Notice], *, weights: str, version: str) -> None:
        """Store a report and what was found in it, and commit: unit one.

        What was found before in the same report is replaced. CitationError where a mention cites what is not there, RecordError where
        two mentions have one id; then nothing changes.
        """
        reading = rows.Reading(report, tuple(mentions), tuple(notices), weights, version)
        with self._database.writing() as connection:
            rows.write_reading(connection, reading)

    def add_notices(self, notices: Iterable[Notice]) -> None:
        """Keep notices of files that gave no report; one that is kept already is not kept twice."""
        with self._database.writing() as connection:
            rows.write_notices(connection, notices)

    def forget(self, report_id: str) -> None:
        """Take a report out, with all that was found in it. Judgements stay; they look for their words in the reports that are left."""
        with self._database.writing() as connection:
            rows.delete_report(connection, report_id)

    def reports(self) -> tuple[Report, ...]:
        """Give every report with its text (originals: `original`), sorted by file and id."""
        with self._database.reading() as connection:
            return rows.read_reports(connection)

    def original(self, report_id: str) -> bytes:
        """Give a report's original bytes, checked against its sha256."""
        with self._database.reading() as connection:
            return rows.read_original(connection, report_id)

    def mentions(self) -> Mentions:
        """Give the mentions of every report, with what `rebuild` needs to know about them."""
        with self._database.reading() as connection:
            return Mentions(rows.read_mentions(connection, _texts(rows.read_reports(connection))), _stamp(connection))

    def keep_codebook(self, issues: Sequence[Issue]) -> None:
        """Keep the user's issues in place of those kept before; the record is stale where they differ."""
        with self._database.writing() as connection:
            _set_about(connection, codebook=encoded(tuple(issues)))

    def codebook(self) -> tuple[Issue, ...]:
        """Give the user's issues, sorted by id; () where none were kept."""
        with self._database.reading() as connection:
            return _codebook(connection)

    def reports_with(self, words: str) -> tuple[str, ...]:
        """Give the ids of the reports that hold every one of `words`, in any order and case."""
        with self._database.reading() as connection:
            return search.reports_with(connection, words)

    def rebuild(self, reconciled: Reconciled, *, basis: str) -> None:
        """Put `reconciled` in place of all entries, and commit: unit two.

        It is stamped with `basis`, that of the `mentions` that it was made from: what was stored since makes the record stale. Everything
        is encoded and checked before the write lock is taken, so that other writers wait only while rows are written.
        """
        with self._database.reading() as connection:
            texts = _texts(rows.read_reports(connection))
        new = [(table, rows.entry_rows(entries, texts)) for table, entries in _tables_of(reconciled)]
        with self._database.writing() as connection:
            for table, entries in new:
                rows.replace_all(connection, table, entries)
            connection.execute(delete(tables.notices).where(tables.notices.c.reconciled))
            rows.write_notices(connection, reconciled.notices, reconciled=True)
            _set_about(connection, stamp=basis, version=VERSION)

    def is_stale(self) -> bool:
        """Say whether reports, mentions, rules or tables changed since the last `rebuild`."""
        with self._database.reading() as connection:
            return _is_stale(connection)

    def judge(self, judgement: Judgement) -> None:
        """Keep a person's decision, and commit. What it needs to find its entry again is filled in where it is missing.

        RecordError where no entry of that kind and id is in the record, or its field cannot be corrected in that way.
        """
        with self._database.reading() as connection:
            read = self._as_read(connection)
        full = completed(judgement, read, read.judgements)
        with self._database.writing() as connection:
            kept = _judgements(connection)
            if full not in kept:
                _insert_judgement(connection, full, kept)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement as it was made, in the order of time."""
        with self._database.reading() as connection:
            return _judgements(connection)

    def record(self) -> Record:
        """Give the record with judgements replayed; those that find their entry no more are named in its notices.

        RecordError where the record is stale, since it would mix what was read with what is no longer there: `rebuild` first.
        """
        with self._database.reading() as connection:
            read = self._as_read(connection)
            named = rows.read_named(connection, _ids_in(read.judgements), _texts(read.reports))
        return replayed(read, named)

    def _as_read(self, connection: Connection) -> Record:
        if _is_stale(connection):
            raise RecordError(f"{self.name}: reports changed since the record was put together. Reconcile and rebuild it first.")
        reports = rows.read_reports(connection)
        built = _reconciled(connection, _texts(reports))
        return Record(
            reports=reports,
            notices=rows.read_notices(connection),
            judgements=_judgements(connection),
            weights=", ".join(sorted(set(connection.scalars(select(tables.reports.c.weights))))),
            **{name: getattr(built, name) for name, _ in LISTS.values()},
        )


def _texts(reports: Iterable[Report]) -> dict[str, str]:
    return {r.id: r.text for r in reports}


def _ids_in(judgements: Iterable[Judgement]) -> set[str]:
    """Give the ids of entries, and whatever may be one, that judgements name."""
    return {i for j in judgements for i in (j.entry, *(j.after or {}).values()) if i is not None}


def _tables_of(reconciled: Reconciled) -> tuple[tuple[Table, Sequence[object]], ...]:
    return tuple((tables.METADATA.tables[name], getattr(reconciled, name)) for name, _ in LISTS.values())


def _reconciled(connection: Connection, texts: Mapping[str, str]) -> Reconciled:
    found: dict[str, Any] = {
        name: rows.read_entries(connection, tables.METADATA.tables[name], noun, texts) for name, noun in LISTS.values()
    }  # Any: lists of any entry
    return Reconciled(**found)


def _stamp(connection: Connection) -> str:
    columns = tables.reports.c
    read = sorted(f"{row.id} {row.digest}" for row in connection.execute(select(columns.id, columns.digest)))
    return rows.digest(made_with(), encoded(_codebook(connection)), *read)


def _codebook(connection: Connection) -> tuple[Issue, ...]:
    kept = connection.scalar(select(tables.about.c.value).where(tables.about.c.key == "codebook"))
    return decoded(tuple[Issue, ...], kept, {}) if kept else ()


def _is_stale(connection: Connection) -> bool:
    built_from = connection.scalar(select(tables.about.c.value).where(tables.about.c.key == "stamp"))
    if built_from is None:
        return connection.scalar(select(tables.reports.c.number).limit(1)) is not None
    return bool(built_from != _stamp(connection))


def _set_about(connection: Connection, **values: str) -> None:
    connection.execute(delete(tables.about).where(tables.about.c.key.in_(values)))
    connection.execute(insert(tables.about), [{"key": key, "value": value} for key, value in values.items()])


def _judgements(connection: Connection) -> tuple[Judgement, ...]:
    found = (decoded(Judgement, payload, {}) for payload in connection.scalars(select(tables.judgements.c.payload)))
    return tuple(sorted(found, key=lambda j: (j.at, j.id)))


def _insert_judgement(connection: Connection, judgement: Judgement, kept: Iterable[Judgement]) -> None:
    if judgement.id in {j.id for j in kept}:
        raise RecordError(f"judgement {judgement.id} was made already and says something else. Judge again, at a later time.")
    connection.execute(insert(tables.judgements).values(id=judgement.id, payload=encoded(judgement)))
