"""What each mention of a claim says, field by field: every differing value is kept with the mentions that give it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from communique.model.actor import Who
from communique.model.claim import Value
from communique.model.figure_words import figure_in_words
from communique.model.mention import Commitment, Condition, Document, Event, Figure, Position, Provision, Statement

Claimed = Statement | Event | Document | Position | Condition | Commitment | Provision
"""What a claim is made of."""

Fields = Iterator[tuple[str, str | None]]


def report_of(mention: Claimed) -> str:
    """Give the id of the report that a mention stands in."""
    if isinstance(mention, Statement | Provision):
        return mention.content[0].report
    return mention.trigger.report if isinstance(mention, Event) else mention.cites[0].report


def values_of(told: Iterable[Claimed]) -> dict[str, tuple[Value, ...]]:
    """Give, for every field, each value and which mentions give it; fields and values sorted."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for mention in told:
        for name, value in (*_FIELDS[type(mention)](mention), *_figures(mention)):
            if value is not None:
                found.setdefault(name, {}).setdefault(value, {})[mention.id] = None
    return {name: tuple(Value(v, tuple(ids)) for v, ids in sorted(found[name].items())) for name in sorted(found)}


def _statement(said: Statement) -> Fields:
    yield from (("speaker", said.speaker.actor), ("form", said.form.value), ("said_on", said.said_on.value))


def _event(event: Event) -> Fields:
    yield from (("type", event.type), ("mode", event.mode), ("when", event.when.value), ("place", _place(event.place)))
    yield from (("status", event.status.value), ("part_of", event.part_of), ("topic", event.topic), ("outcome", event.outcome))
    yield from _actors("actors", event.actors)
    yield from _actors("recipients", event.recipients)


def _document(document: Document) -> Fields:
    yield from (("kind", document.kind.value), ("title", document.title))
    yield from (("dated", document.dated.value), ("due", document.due.value))
    yield ("status", document.status.value if document.status else None)
    yield from _actors("by", document.by)
    yield from _actors("to", document.to)


def _position(position: Position) -> Fields:
    yield from (("actor", position.actor.actor), ("issue", position.issue), ("stance", position.stance.value), ("on", position.on.value))
    yield ("expressed", "yes" if position.expressed else "no")


def _condition(condition: Condition) -> Fields:
    yield from (("kind", condition.kind.value), ("speaker", condition.speaker.actor))
    yield from _actors("target", condition.target)
    yield from _actors("by", condition.by)


def _commitment(commitment: Commitment) -> Fields:
    yield from (("by", commitment.by.actor), ("on", commitment.on.value), ("scope", commitment.scope))
    yield from _actors("to", commitment.to)


def _provision(provision: Provision) -> Fields:
    yield from (("number", provision.number), ("article", provision.article), ("wording", provision.wording.value))
    yield from (("kind", provision.kind.value if provision.kind else None), ("action", provision.action), ("object", provision.object))
    yield from (("place", provision.place), ("baseline", provision.baseline.value))
    yield ("proposed_by", provision.proposed_by.actor if provision.proposed_by else None)
    yield from _actors("bearer", provision.bearer)


_FIELDS: Mapping[type, Callable[[Any], Fields]] = {  # Any: each reads the noun that it stands beside
    Statement: _statement,
    Event: _event,
    Document: _document,
    Position: _position,
    Condition: _condition,
    Commitment: _commitment,
    Provision: _provision,
}


def _actors(field: str, who: Sequence[Who]) -> Fields:
    yield from ((field, w.actor) for w in sorted(who, key=lambda w: w.actor or ""))


def _place(place: Who | None) -> str | None:
    if place is None:
        return None
    return place.actor or (place.cite.quote if place.cite else None)


def figures_of(mention: Claimed) -> tuple[Figure, ...]:
    """Give the numbers that a mention tells; documents tell none."""
    return () if isinstance(mention, Document) else mention.figures


def _figures(mention: Claimed) -> Fields:
    yield from (("figures", figure_in_words(f)) for f in figures_of(mention))
