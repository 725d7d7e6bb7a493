"""Claims: what mentions say to be so. Each statement and event is one; talks that reports date, place and people alike are one together.

Copies are not yet told from witnesses, so a claim has at least one origin and at most as many as outlets.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from communique.model.actor import Actor, Who
from communique.model.claim import Claim, Origins, Value
from communique.model.kinds import Kind
from communique.model.mention import Event, Statement
from communique.model.report import Report
from communique.reference.spelling import plain

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TALKS = "CONSULT"


def claims_of(
    statements: Sequence[Statement], events: Sequence[Event], *, actors: Mapping[str, Actor], reports: Mapping[str, Report]
) -> list[Claim]:
    """Give the claims of statements and events whose actors are those of `actors`, sorted by id."""
    spoken = [_claim([s], Kind.STATEMENT, reports) for s in statements]
    groups: dict[tuple[str, ...], list[Event]] = {}
    for event in events:
        groups.setdefault(_occasion(event, actors), []).append(event)
    happened = [_claim(g, Kind.EVENT, reports) for group in groups.values() for g in _across(group)]
    return sorted([*spoken, *happened], key=lambda c: c.id)


def _occasion(event: Event, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Give what two reports must agree in to tell of the same talks: the day, the place, who takes part; else the event's own id."""
    day, place = event.when.value, event.place
    parties = sorted({_party(w, actors) for w in (*event.actors, *event.recipients)})
    if event.type != _TALKS or not day or not _DAY.fullmatch(day) or place is None or not parties or "" in parties:
        return (event.id,)
    return (day, _where(place), *parties)


def _party(who: Who, actors: Mapping[str, Actor]) -> str:
    """Give the state that a participant belongs to, else the participant; "" where unknown."""
    actor = actors.get(who.actor or "")
    return (actor.country or actor.id) if actor else ""


def _where(place: Who) -> str:
    return place.actor or (plain(place.cite.quote).casefold() if place.cite else "")


def _across(group: Sequence[Event]) -> list[list[Event]]:
    """Give the events as one claim where each is from another report; two of one report are two talks, so all stay apart."""
    reports = [e.trigger.report for e in group]
    return [list(group)] if len(set(reports)) == len(reports) else [[e] for e in group]


def _claim(mentions: Sequence[Statement | Event], kind: Kind, reports: Mapping[str, Report]) -> Claim:
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


def _report(mention: Statement | Event) -> str:
    return mention.content[0].report if isinstance(mention, Statement) else mention.trigger.report


def _values(told: Iterable[Statement | Event]) -> dict[str, tuple[Value, ...]]:
    """Give, for every field, each value and which mentions give it; fields and values sorted."""
    found: dict[str, dict[str, list[str]]] = {}
    for mention in told:
        for name, value in _fields(mention):
            if value is not None:
                found.setdefault(name, {}).setdefault(value, []).append(mention.id)
    return {name: tuple(Value(v, tuple(ids)) for v, ids in sorted(found[name].items())) for name in sorted(found)}


def _fields(mention: Statement | Event) -> Iterable[tuple[str, str | None]]:
    if isinstance(mention, Statement):
        return (("speaker", mention.speaker.actor), ("form", mention.form.value), ("said_on", mention.said_on.value))
    return (
        ("type", mention.type),
        ("when", mention.when.value),
        ("place", _named_place(mention.place)),
        ("status", mention.status.value),
        *(("actors", w.actor) for w in sorted(mention.actors, key=lambda w: w.actor or "")),
    )


def _named_place(place: Who | None) -> str | None:
    if place is None:
        return None
    return place.actor or (place.cite.quote if place.cite else None)
