"""Nouns to rows and back. Every function borrows a connection; none commits."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select, update

from communique.errors import CitationError, RecordError
from communique.model.actor import Named
from communique.model.ids import SEPARATOR
from communique.model.kinds import Kind
from communique.model.mention import Commitment, Condition, Document, Event, Mention, Number, Position, Provision, Statement
from communique.model.notice import Notice
from communique.model.report import Report
from communique.record import search, tables
from communique.record.codec import Texts, decoded, encoded

CLASSES: Mapping[Kind, type[Mention]] = {
    Kind.NAMED: Named,
    Kind.STATEMENT: Statement,
    Kind.EVENT: Event,
    Kind.PROVISION: Provision,
    Kind.DOCUMENT: Document,
    Kind.POSITION: Position,
    Kind.CONDITION: Condition,
    Kind.COMMITMENT: Commitment,
    Kind.NUMBER: Number,
}
"""The class of each kind of mention, and so the kind of each class."""

T = TypeVar("T")

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with what was found in it, by which weights and which version of Communique."""

    report: Report
    mentions: tuple[Mention, ...]
    notices: tuple[Notice, ...]
    weights: str
    version: str


def digest(*parts: str) -> str:
    """Give the sha256 of some strings as hexadecimal digits."""
    return sha256(SEPARATOR.join(parts).encode("utf-8")).hexdigest()


def kind_of(mention: Mention) -> Kind:
    """Give the kind of a mention."""
    return next(kind for kind, noun in CLASSES.items() if isinstance(mention, noun))


def write_reading(connection: Connection, reading: Reading) -> None:
    """Put a report and what was found in it in place of what was there; leave it untouched where nothing differs."""
    _check(reading)
    report = reading.report
    payload = _payload(report)
    found = _mention_rows(reading)
    notes = [encoded(n) for n in reading.notices]
    row = {
        "payload": payload,
        "text": zlib.compress(report.text.encode("utf-8")),
        "original": None if report.original is None else zlib.compress(report.original),
        "weights": reading.weights,
        "version": reading.version,
        "digest": digest(payload, report.text, *sorted(r["payload"] for r in found), *sorted(notes), reading.weights, reading.version),
    }
    if known := connection.execute(
        select(tables.reports.c.number, tables.reports.c.digest).where(tables.reports.c.id == report.id)
    ).first():
        if known.digest == row["digest"]:
            return
        number = int(known.number)
        _clear(connection, number)
        connection.execute(update(tables.reports).where(tables.reports.c.number == number).values(row))
    else:
        number = connection.scalars(insert(tables.reports).returning(tables.reports.c.number), {"id": report.id, **row}).one()
    if found:
        connection.execute(insert(tables.mentions), [{**r, "report": number} for r in found])
    write_notices(connection, reading.notices, number=number)
    search.index(connection, number, report.text)


def holds(connection: Connection, report: Report, *, weights: str, version: str) -> bool:
    """Say whether the stored report with this id is equal to `report` and was read by these weights and this version.

    Its original bytes are compared by their sha256.
    """
    columns = tables.reports.c
    query = select(columns.payload, columns.text).where(columns.id == report.id, columns.weights == weights, columns.version == version)
    row = connection.execute(query).first()
    return row is not None and row.payload == _payload(report) and zlib.decompress(row.text).decode("utf-8") == report.text


def delete_report(connection: Connection, report_id: str) -> None:
    """Take a report and what was found in it out of the dossier; RecordError where it is not there."""
    number = connection.scalar(select(tables.reports.c.number).where(tables.reports.c.id == report_id))
    if number is None:
        raise RecordError(f"there is no report {report_id} in the dossier. Name one that `communique show` lists.")
    _clear(connection, number)
    search.index(connection, number, "")
    connection.execute(delete(tables.reports).where(tables.reports.c.number == number))


def write_notices(connection: Connection, notices: Iterable[Notice], *, number: int | None = None, reconciled: bool = False) -> None:
    """Add notices of a report (by its row's number), of files without one, or of unit two; one that is there already is left."""
    origin = f"report {number}" if number is not None else "reconciled" if reconciled else "file"
    rows = {digest(origin, p): p for p in (encoded(n) for n in notices)}
    columns = tables.notices.c
    there = set(connection.scalars(select(columns.id).where(columns.report.is_(None))))  # a report's own were cleared before
    new = [{"id": i, "report": number, "reconciled": reconciled, "payload": p} for i, p in rows.items() if i not in there]
    if new:
        connection.execute(insert(tables.notices), new)


def read_reports(connection: Connection) -> tuple[Report, ...]:
    """Give every report with its text and without its original bytes, sorted by file and id."""
    columns = (tables.reports.c.id, tables.reports.c.payload, tables.reports.c.text)
    return tuple(sorted((_report(*row) for row in connection.execute(select(*columns))), key=lambda r: (r.file, r.id)))


def read_original(connection: Connection, report_id: str) -> bytes:
    """Give the original bytes of a report, checked against their sha256; RecordError where they were not kept or differ."""
    columns = (tables.reports.c.id, tables.reports.c.payload, tables.reports.c.text, tables.reports.c.original)
    row = connection.execute(select(*columns).where(tables.reports.c.id == report_id)).first()
    if row is None:
        raise RecordError(f"there is no report {report_id} in the dossier. Name one that `communique show` lists.")
    report = _report(row.id, row.payload, row.text)
    kept = report.text.encode(report.encoding or "utf-8", "replace") if row.original is None else zlib.decompress(row.original)
    if sha256(kept).hexdigest() != report.sha256:
        raise RecordError(f"report {report_id} ({report.file}): the original bytes were not kept as they were. Read the file again.")
    return kept


def read_mentions(connection: Connection, texts: Texts) -> Mapping[str, tuple[Mention, ...]]:
    """Give the mentions of every report (also of those without one) in the order that `extract` gave, by report id, sorted."""
    found: dict[str, list[Mention]] = {report: [] for report in sorted(texts)}
    columns = (tables.reports.c.id, tables.mentions.c.kind, tables.mentions.c.payload)
    query = select(*columns).join_from(tables.mentions, tables.reports).order_by(tables.mentions.c.report, tables.mentions.c.position)
    for report, kind, payload in connection.execute(query):
        found[report].append(decoded(CLASSES[Kind(kind)], payload, texts))
    return {report: tuple(mentions) for report, mentions in found.items()}


def read_named(connection: Connection, ids: Iterable[str], texts: Texts) -> tuple[Named, ...]:
    """Give the mentions of actors that have one of these ids."""
    wanted, columns = frozenset(ids), tables.mentions.c
    if not wanted:
        return ()
    rows = connection.execute(select(columns.id, columns.payload).where(columns.kind == Kind.NAMED.value))
    return tuple(decoded(Named, payload, texts) for id_, payload in rows if id_ in wanted)


def read_notices(connection: Connection) -> tuple[Notice, ...]:
    """Give every notice, sorted by file, report, stage and place, so that the order of reading does not show."""
    return tuple(sorted((decoded(Notice, p, {}) for p in connection.scalars(select(tables.notices.c.payload))), key=notice_order))


def notice_order(notice: Notice) -> tuple[str, str, str, tuple[int, int], str, str]:
    """Give what notices are sorted by."""
    place = (notice.span.start, notice.span.end) if notice.span else (-1, -1)
    return notice.file or "", notice.report or "", notice.stage, place, notice.what, notice.remedy


def entry_rows(entries: Sequence[object], texts: Texts) -> list[dict[str, Any]]:
    """Give the rows of entries (nouns with an `id`); each is read again with `texts`, so that a wrong citation raises here."""
    return [{"id": getattr(e, "id"), "payload": _checked(e, texts)} for e in entries]  # noqa: B009 (entries share no class)


def replace_all(connection: Connection, table: Table, new: Sequence[Mapping[str, Any]]) -> None:
    """Put rows in place of all that is in `table`."""
    connection.execute(delete(table))
    if new:
        connection.execute(insert(table), new)


def read_entries(connection: Connection, table: Table, noun: type[T], texts: Texts) -> tuple[T, ...]:
    """Give the entries of class `noun` in `table`, sorted by id."""
    rows = connection.execute(select(table.c.id, table.c.payload)).all()
    return tuple(decoded(noun, payload, texts) for _, payload in sorted((r.id, r.payload) for r in rows))


def _check(reading: Reading) -> None:
    report = reading.report
    if half := _HALF.search(report.text):
        raise RecordError(f"report {report.id} ({report.file}), character {half.start()}: half a character. Decode the text again.")
    if report.original is not None and sha256(report.original).hexdigest() != report.sha256:
        raise RecordError(f"report {report.id} ({report.file}): its sha256 is not that of its original bytes. Read the file again.")
    ids = [m.id for m in reading.mentions]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise RecordError(f"report {report.id} ({report.file}): mention {twice[0]} is there twice. Make one of the two.")


def _mention_rows(reading: Reading) -> list[dict[str, Any]]:  # Any: texts and numbers, as columns want them
    texts = {reading.report.id: reading.report.text}
    return [{"id": m.id, "position": i, "kind": kind_of(m).value, "payload": _checked(m, texts)} for i, m in enumerate(reading.mentions)]


def _checked(noun: T, texts: Texts) -> str:
    """Encode a noun and read it back, so that nothing is stored that could not be opened at its words."""
    payload = encoded(noun)
    if decoded(type(noun), payload, texts) != noun:
        raise CitationError(f"{noun!r:.120} changes when it is stored. Use the types that its fields declare.")
    return payload


def _clear(connection: Connection, number: int) -> None:
    for table in (tables.mentions, tables.notices):
        connection.execute(delete(table).where(table.c.report == number))


def _payload(report: Report) -> str:
    """Give a report as JSON without what lies in columns of its own."""
    return encoded(replace(report, text="", original=None))


def _report(id_: str, payload: str, packed: bytes) -> Report:
    content = zlib.decompress(packed).decode("utf-8")
    return replace(decoded(Report, payload, {id_: content}), text=content)
