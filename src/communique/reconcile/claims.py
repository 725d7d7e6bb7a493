"""Claims: what mentions say to be so. Each statement and event is one; the same talks, or the same document, of several reports are one.

Copies are not yet told from witnesses, so a claim has at least one origin and at most as many as outlets.
"""

from collections.abc import Iterable, Mapping, Sequence

from communique.model.actor import Actor, Who
from communique.model.claim import Claim, Origins, Value
from communique.model.kinds import Kind
from communique.model.mention import Document, Event, Statement
from communique.model.report import Report
from communique.reconcile.alike import same_document, same_talks, together

_TALKS = "CONSULT"
_Mention = Statement | Event | Document


def claims_of(
    statements: Sequence[Statement],
    events: Sequence[Event],
    documents: Sequence[Document] = (),
    *,
    actors: Mapping[str, Actor],
    reports: Mapping[str, Report],
) -> list[Claim]:
    """Give the claims of statements, events and documents whose actors are those of `actors`, sorted by id."""
    talks = together([e for e in events if e.type == _TALKS], lambda a, b: same_talks(a, b, actors), report=_report)
    papers = together(documents, lambda a, b: same_document(a, b, actors), report=_report)
    alone: list[tuple[Kind, _Mention]] = [
        *((Kind.STATEMENT, s) for s in statements),
        *((Kind.EVENT, e) for e in events if e.type != _TALKS),
    ]
    claims = [_claim([one], kind, reports) for kind, one in alone]
    claims += [_claim(group, Kind.EVENT, reports) for group in talks]
    claims += [_claim(group, Kind.DOCUMENT, reports) for group in papers]
    return sorted(claims, key=lambda c: c.id)


def _claim(mentions: Sequence[_Mention], kind: Kind, reports: Mapping[str, Report]) -> Claim:
    told = sorted(mentions, key=lambda m: m.id)
    ids = sorted({_report(m) for m in told})
    outlets = sorted({name for i in ids if i in reports and (name := reports[i].outlet)})
    unknown = sum(1 for i in ids if i not in reports or not reports[i].outlet)
    return Claim(
        id=told[0].id,
        kind=kind.value,
        mentions=tuple(m.id for m in told),
        values=_values(told),
        reports=tuple(ids),
        outlets=tuple(outlets),
        origins=Origins(1, max(1, len(outlets) + unknown)),
    )


def _report(mention: _Mention) -> str:
    if isinstance(mention, Statement):
        return mention.content[0].report
    return mention.trigger.report if isinstance(mention, Event) else mention.cites[0].report


def _values(told: Iterable[_Mention]) -> dict[str, tuple[Value, ...]]:
    """Give, for every field, each value and which mentions give it; fields and values sorted."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for mention in told:
        for name, value in _fields(mention):
            if value is not None:
                found.setdefault(name, {}).setdefault(value, {})[mention.id] = None
    return {name: tuple(Value(v, tuple(ids)) for v, ids in sorted(found[name].items())) for name in sorted(found)}


def _fields(mention: _Mention) -> Iterable[tuple[str, str | None]]:
    if isinstance(mention, Statement):
        return (("speaker", mention.speaker.actor), ("form", mention.form.value), ("said_on", mention.said_on.value))
    if isinstance(mention, Document):
        return (
            ("kind", mention.kind.value),
            ("title", mention.title),
            ("status", mention.status.value if mention.status else None),
            ("due", mention.due.value),
            *_actors("by", mention.by),
            *_actors("to", mention.to),
        )
    return (
        ("type", mention.type),
        ("mode", mention.mode),
        ("when", mention.when.value),
        ("place", _named_place(mention.place)),
        ("status", mention.status.value),
        ("part_of", mention.part_of),
        ("topic", mention.topic),
        ("outcome", mention.outcome),
        *_actors("actors", mention.actors),
        *_actors("recipients", mention.recipients),
    )


def _actors(field: str, who: Iterable[Who]) -> Iterable[tuple[str, str | None]]:
    return ((field, w.actor) for w in sorted(who, key=lambda w: w.actor or ""))


def _named_place(place: Who | None) -> str | None:
    if place is None:
        return None
    return place.actor or (place.cite.quote if place.cite else None)
