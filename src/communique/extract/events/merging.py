"""One event told twice in a report is one entry: the same type and sides, told again with the same word or in a headline."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.extract.according import both
from communique.model.kinds import Status
from communique.model.mention import Event


def merged(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events in order, later tellings of the same joined to the first with their citations."""
    kept: list[Event] = []
    places: dict[tuple[object, ...], int] = {}
    for event in events:
        key = _key(event)
        n = places.get(key) if key else None
        if n is not None and _may_be_same(kept[n], event):
            kept[n] = _joined(kept[n], event)
            continue
        if key:
            places[key] = len(kept)
        kept.append(event)
    yield from kept


def _key(event: Event) -> tuple[object, ...] | None:
    """Give what tellings of the same event share; None where a side is told by nobody known."""
    actors, recipients = frozenset(w.actor for w in event.actors), frozenset(w.actor for w in event.recipients)
    if not actors or not recipients or None in actors | recipients:
        return None
    return (event.type, event.mode, actors, recipients, event.trigger.quote.lower())


def _may_be_same(a: Event, b: Event) -> bool:
    return a.when.value is None or b.when.value is None or a.when.value == b.when.value


def _status(told: set[Status], first: Status) -> Status:
    """Give the status of what is told twice: contested where one telling denies it, held where one tells it as a fact."""
    if Status.DENIED in told and told & {Status.HELD, Status.ONGOING, Status.ALLEGED, Status.CONTESTED}:
        return Status.CONTESTED
    return Status.HELD if Status.HELD in told else first


def _joined(a: Event, b: Event) -> Event:
    known = a.when if a.when.value else b.when
    return replace(
        a,
        status=_status({a.status, b.status}, a.status),
        place=a.place or b.place,
        when=known,
        figures=a.figures or b.figures,
        according_to=both(a.according_to, b.according_to),
        cites=tuple(sorted({*a.cites, *b.cites})),
    )
