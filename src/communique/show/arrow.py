"""The record as Arrow tables, for notebooks. pyarrow is an extra and is imported only when the tables are asked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from communique.errors import ExportError
from communique.model.citation import Citation
from communique.model.mention import Event, Provision, Statement
from communique.model.record import Record
from communique.show.uses import uses_of

if TYPE_CHECKING:
    import pyarrow as pa

TEXT, WHOLE, YES_NO, TEXTS = "string", "int64", "bool", "list"
Row = dict[str, object]

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "reports": dict.fromkeys(("id", "file", "title", "byline", "outlet", "published", "language", "url", "sha256", "text"), TEXT),
    "actors": {**dict.fromkeys(("id", "name", "kind", "country"), TEXT), "aliases": TEXTS},
    "roles": dict.fromkeys(("actor", "title", "of", "from", "to"), TEXT),
    "statements": {
        **dict.fromkeys(("id", "report", "speaker", "on_behalf_of", "words", "form", "addressee", "channel", "said_on", "why"), TEXT),
        "negated": YES_NO,
    },
    "events": {
        **dict.fromkeys(("id", "report", "type", "mode", "words", "place", "when", "status", "topic", "outcome", "why"), TEXT),
        "actors": TEXTS,
        "recipients": TEXTS,
    },
    "provisions": {
        **dict.fromkeys(("id", "report", "agreement", "number", "words", "wording", "kind", "baseline", "proposed_by", "why"), TEXT),
        "bearer": TEXTS,
    },
    "agreements": {**dict.fromkeys(("id", "title", "dated"), TEXT), "proposed_by": TEXTS, "parties": TEXTS},
    "claims": {"id": TEXT, "kind": TEXT, "mentions": TEXTS, "reports": TEXTS, "outlets": TEXTS, "origins_min": WHOLE, "origins_max": WHOLE},
    "cites": {**dict.fromkeys(("entry", "role", "report"), TEXT), "start": WHOLE, "end": WHOLE, "quote": TEXT},
    "notices": {**dict.fromkeys(("stage", "what", "remedy", "file", "report"), TEXT), "start": WHOLE, "end": WHOLE},
    "judgements": dict.fromkeys(("id", "entry", "kind", "decision", "by", "at", "why"), TEXT),
}
"""Columns of each table and what they hold. A column is null where the record does not know."""


def arrow_tables(record: Record) -> "Mapping[str, pa.Table]":
    """Give one table per kind of entry, and `cites`: every citation with its entry and role; offsets are characters.

    Ids are those of the JSON export; dates are EDTF; actors are actor ids. Raises `ExportError` where pyarrow is missing.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (an extra)
    except ImportError as missing:
        raise ExportError("Arrow tables need pyarrow, which is not installed. Run: pip install 'communique[notebook]'") from missing
    types = {TEXT: pa.string(), WHOLE: pa.int64(), YES_NO: pa.bool_(), TEXTS: pa.list_(pa.string())}
    schemas = {name: pa.schema([(c, types[t]) for c, t in columns.items()]) for name, columns in COLUMNS.items()}
    return {name: pa.Table.from_pylist(list(rows), schema=schemas[name]) for name, rows in _rows(record).items()}


def _rows(record: Record) -> dict[str, Iterable[Row]]:
    return {
        "reports": _reports(record),
        "actors": _actors(record),
        "roles": _roles(record),
        "statements": (_statement(s) for s in record.statements),
        "events": (_event(e) for e in record.events),
        "provisions": (_provision(p, agreement=a.id) for a in record.agreements for p in a.provisions),
        "agreements": _agreements(record),
        "claims": _claims(record),
        "cites": _cites(record),
        "notices": _notices(record),
        "judgements": _judgements(record),
    }


def _reports(record: Record) -> Iterator[Row]:
    names = ("id", "file", "title", "byline", "outlet", "language", "url", "sha256", "text")
    for report in record.reports:
        yield {name: getattr(report, name) for name in names} | {"published": report.published.value}


def _actors(record: Record) -> Iterator[Row]:
    for a in record.actors:
        aliases = sorted({alias.name for alias in a.aliases})
        yield {"id": a.id, "name": a.name, "kind": a.kind.value, "country": a.country, "aliases": aliases}


def _roles(record: Record) -> Iterator[Row]:
    for a in record.actors:
        for r in a.roles:
            yield {"actor": a.id, "title": r.title, "of": r.of, "from": r.since, "to": r.until}


def _statement(s: Statement) -> Row:
    return {
        "id": s.id,
        "report": s.content[0].report,
        "speaker": s.speaker.actor,
        "on_behalf_of": s.on_behalf_of,
        "words": _words(s.content),
        "form": s.form.value,
        "addressee": s.addressee.actor if s.addressee else None,
        "channel": s.channel,
        "said_on": s.said_on.value,
        "negated": s.negated,
        "why": s.why,
    }


def _event(e: Event) -> Row:
    return {
        "id": e.id,
        "report": e.trigger.report,
        "type": e.type,
        "mode": e.mode,
        "words": e.trigger.quote,
        "actors": [w.actor for w in e.actors],
        "recipients": [w.actor for w in e.recipients],
        "place": e.place.actor if e.place else None,
        "when": e.when.value,
        "status": e.status.value,
        "topic": e.topic,
        "outcome": e.outcome,
        "why": e.why,
    }


def _provision(p: Provision, *, agreement: str) -> Row:
    return {
        "id": p.id,
        "report": p.content[0].report,
        "agreement": agreement,
        "number": p.number,
        "words": _words(p.content),
        "wording": p.wording.value,
        "kind": p.kind.value if p.kind else None,
        "bearer": [w.actor for w in p.bearer],
        "baseline": p.baseline.value,
        "proposed_by": p.proposed_by.actor if p.proposed_by else None,
        "why": p.why,
    }


def _agreements(record: Record) -> Iterator[Row]:
    for a in record.agreements:
        whos = {"proposed_by": [w.actor for w in a.proposed_by], "parties": [w.actor for w in a.parties]}
        yield {"id": a.id, "title": a.title, "dated": a.dated.value, **whos}


def _claims(record: Record) -> Iterator[Row]:
    for c in record.claims:
        lists = {"mentions": list(c.mentions), "reports": list(c.reports), "outlets": list(c.outlets)}
        yield {"id": c.id, "kind": c.kind, **lists, "origins_min": c.origins.min, "origins_max": c.origins.max}


def _cites(record: Record) -> Iterator[Row]:
    for use in uses_of(record):
        place = {"report": use.cite.report, "start": use.cite.start, "end": use.cite.end, "quote": use.cite.quote}
        yield {"entry": use.entry, "role": use.role, **place}


def _notices(record: Record) -> Iterator[Row]:
    for n in record.notices:
        place = {"start": n.span.start, "end": n.span.end} if n.span else {}
        yield {"stage": n.stage.value, "what": n.what, "remedy": n.remedy, "file": n.file, "report": n.report, **place}


def _judgements(record: Record) -> Iterator[Row]:
    for j in record.judgements:
        names = {name: getattr(j, name) for name in ("id", "entry", "kind", "by", "at", "why")}
        yield {**names, "decision": j.decision.value}


def _words(content: tuple[Citation, ...]) -> str:
    """Give the words of several citations in order, an ellipsis where something stands between them."""
    return " … ".join(c.quote for c in sorted(content))
