"""Mentions of the same talks in one report become one entry with all their citations; what cannot be the same stays apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extract.according import both
from communique.model.actor import Who
from communique.model.calendar import bounds, is_day, may_be_same
from communique.model.dates import When
from communique.model.kinds import Status
from communique.model.mention import Event


@dataclass(frozen=True, slots=True)
class Account:
    """An entry that one trigger gives. `back` says that it points back ("the talks with Russia") and tells nothing new of its own.

    `parties` are the countries and bodies behind its actors: what two mentions of the same talks share when one names the minister;
    `people` the persons with the country of each. `headline`: a headline told of them, without day and place.
    """

    event: Event
    parties: frozenset[str]
    people: frozenset[tuple[str, str]]
    group: str
    back: bool
    headline: bool = False


_FURTHEST = (Status.CANCELLED, Status.HELD, Status.ONGOING, Status.PLANNED, Status.ALLEGED, Status.HYPOTHETICAL)


def with_new(kept: Sequence[Account], new: Account) -> list[Account]:
    """Give the talks so far with one more mention: joined to that of the same talks; one that only points back gives none of its own."""
    place = next((n for n in reversed(range(len(kept))) if _same(kept[n], new)), None)
    if place is not None:
        return [*kept[:place], _joined(kept[place], new), *kept[place + 1 :]]
    return [*kept] if new.back else [*kept, new]


def _same(old: Account, new: Account) -> bool:
    """Decide: dates, places and formats must agree where both are known, participants must meet, and something must tie the two."""
    a, b = old.event, new.event
    if not may_be_same(a.when.value, b.when.value) or not _one_place(a, b) or not _one_format(a, b):
        return False
    shared, smaller = old.parties & new.parties, min(len(old.parties), len(new.parties))
    if _other_people(old, new) or (Status.CANCELLED in (a.status, b.status) and a.status is not b.status):
        return False
    if _loose(old, new):
        return _tied_loosely(old, new)
    if is_day(a.when.value) and bounds(a.when.value) == bounds(b.when.value):
        return bool(shared) and len(shared) == smaller and {a.status, b.status} != {Status.HELD, Status.PLANNED}
    if a.part_of and a.part_of == b.part_of and shared:
        return True
    tied = a.status is b.status or new.back or Status.DENIED in (a.status, b.status)
    return (tied and len(shared) == smaller > 1) or (new.back and len(shared) == len(new.parties) > 0 and old.group == new.group)


def _loose(old: Account, new: Account) -> bool:
    """Say whether one of two mentions tells little of who takes part: a headline, or talks without a name."""
    return (old.headline and not new.headline and old.event.status is new.event.status) or not (old.parties and new.parties)


def _tied_loosely(old: Account, new: Account) -> bool:
    """Say whether a headline shares a party with the talks below, or names none of its own; without names, whether the day is the same."""
    a, b = old.event, new.event
    if old.headline:
        return bool(old.parties & new.parties) or any(w.actor is None for w in a.actors)
    return a.status is b.status and is_day(a.when.value) and bounds(a.when.value) == bounds(b.when.value)


def _other_people(old: Account, new: Account) -> bool:
    """Say whether the two name other people for a country: her talks with the president are not those with his minister."""
    countries = {c for c, _ in old.people} & {c for c, _ in new.people}
    return any(not {p for c, p in old.people if c == country} & {p for c, p in new.people if c == country} for country in countries)


def _words(who: Who | None) -> str | None:
    return who.cite.quote.lower() if who and who.cite else None


def _breadth(when: When) -> tuple[bool, bool, int]:
    """Rank dates: known ones first, single days first, then the longer (finer) value."""
    return when.value is None, not is_day(when.value), -len(when.value or "") if is_day(when.value) else 0


def _one_place(a: Event, b: Event) -> bool:
    return a.place is None or b.place is None or _words(a.place) == _words(b.place)


def _one_format(a: Event, b: Event) -> bool:
    return a.part_of is None or b.part_of is None or a.part_of == b.part_of or not (a.part_of[0].isupper() and b.part_of[0].isupper())


def _status(a: Status, b: Status) -> Status:
    """Give the status of talks told of twice: contested where one place denies what another tells."""
    if Status.CONTESTED in (a, b) or (a is not b and Status.DENIED in (a, b)):
        return Status.CONTESTED
    return a if a is b else min(a, b, key=_FURTHEST.index)


def _joined(old: Account, new: Account) -> Account:
    a, b = old.event, new.event
    status = _status(a.status, b.status)
    if old.headline and len(b.actors) > 1:
        a, old = replace(a, actors=()), replace(old, parties=frozenset())
    actors = a.actors if new.back else tuple({w.actor or (w.cite and w.cite.start): w for w in (*b.actors, *a.actors)}.values())
    event = replace(
        a,
        actors=tuple(sorted(actors, key=lambda w: w.cite.start if w.cite else 0)),
        status=status,
        why=f"{a.why}; {b.why}" if status is Status.CONTESTED is not a.status else a.why if status is a.status else b.why,
        mode=a.mode or b.mode,
        place=a.place or b.place,
        when=min(a.when, b.when, key=_breadth),
        part_of=a.part_of or b.part_of,
        topic=a.topic or b.topic,
        outcome=a.outcome or b.outcome,
        according_to=both(a.according_to, b.according_to),
        figures=a.figures or b.figures,
        cites=tuple(sorted({*a.cites, *b.cites})),
    )
    return replace(
        old,
        headline=old.headline and new.headline,
        event=event,
        parties=old.parties | (frozenset() if new.back else new.parties),
        people=old.people | new.people,
    )
