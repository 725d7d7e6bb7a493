"""Whether mentions of two reports tell of the same talks, or of the same document; and which of many go together.

Invariant: whatever goes together is alike pair by pair, and two mentions of one report never go together. What fits two groups fits none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.model.actor import Actor, ActorKind, Who
from communique.model.calendar import bounds
from communique.model.kinds import DocumentKind
from communique.model.mention import Document, Event
from communique.reference.spelling import plain

Told = TypeVar("Told", Event, Document)


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is behind those named: states, or else bodies and persons; and the surnames of the persons, by state."""

    parties: frozenset[str]
    people: Mapping[str, frozenset[str]]


def sides_of(who: Iterable[Who], actors: Mapping[str, Actor]) -> Sides:
    """Give the states, bodies and persons behind those named; who is not known counts for nobody."""
    known = [a for w in who if (a := actors.get(w.actor or ""))]
    people: dict[str, set[str]] = {}
    for actor in known:
        if actor.kind is ActorKind.PERSON and actor.country:
            people.setdefault(actor.country, set()).add(plain(actor.name).casefold().split()[-1])
    return Sides(frozenset(a.country or a.id for a in known), {c: frozenset(names) for c, names in people.items()})


def same_talks(a: Event, b: Event, actors: Mapping[str, Actor]) -> bool:
    """Say whether two events are the same talks: dates of which one covers the other, the same place if both have one, and parties.

    On one day two shared parties are enough where they are all of the smaller side or the place is the same, and one at one place; at
    dates of which one is coarser, all parties must be the same. Not where the two name other people for a state, or where one talked
    over a line and the other at a place.
    """
    if not _one_covers(a.when.value, b.when.value) or not _one_place(a.place, b.place) or _line_and_place(a, b) or _line_and_place(b, a):
        return False
    first, second = (sides_of((*e.actors, *e.recipients), actors) for e in (a, b))
    if _other_people(first, second):
        return False
    shared = first.parties & second.parties
    if not _one_day(a.when.value, b.when.value):
        return len(shared) > 1 and first.parties == second.parties
    here = a.place is not None and b.place is not None
    within = bool(shared) and shared in (first.parties, second.parties)
    return (len(shared) > 1 and (within or here)) or (within and here)


def _one_covers(a: str | None, b: str | None) -> bool:
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return a is not None and b is not None and _NO_YEAR in (a[:4], b[:4]) and a[4:] == b[4:] != ""
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def _one_day(a: str | None, b: str | None) -> bool:
    """Say whether two dates are the same, or would be if both named the year."""
    return a is not None and b is not None and (a == b or (_NO_YEAR in (a[:4], b[:4]) and a[4:] == b[4:]))


_NO_YEAR = "XXXX"
"""What stands for the year where the text names none."""


def _one_place(a: Who | None, b: Who | None) -> bool:
    return a is None or b is None or place_key(a) == place_key(b)


def place_key(place: Who) -> str:
    """Give what two places are compared by: the actor, else the words in plain small letters."""
    return place.actor or (" ".join(plain(place.cite.quote).casefold().split()) if place.cite else "")


def _line_and_place(a: Event, b: Event) -> bool:
    return a.mode == "phone" and b.mode != "phone" and b.place is not None


def _other_people(a: Sides, b: Sides) -> bool:
    return any(not a.people[country] & b.people[country] for country in a.people.keys() & b.people.keys())


def same_document(a: Document, b: Document, actors: Mapping[str, Actor]) -> bool:
    """Say whether two documents are the same: kind and author agree, and the addressee, or what the title says beyond the kind.

    A statement or a fact sheet that one author gives out is not known by him alone: he gives out many.
    """
    if a.kind is not b.kind:
        return False
    by, to = (tuple(sides_of(s, actors).parties for s in sides) for sides in ((a.by, b.by), (a.to, b.to)))
    if not by[0] & by[1] or (to[0] and to[1] and not to[0] & to[1]):
        return False
    if a.kind is DocumentKind.STATEMENT:
        return by[0] == by[1] and len(by[0]) > 1 and _published_alike(a, b)
    return bool(to[0] & to[1]) or bool(_words(a) & _words(b))


def _published_alike(a: Document, b: Document) -> bool:
    return a.status is b.status


_PLAIN = frozenset(
    ["draft", "drafts", "letter", "reply", "statement", "bill", "fact", "sheet", "sheets", "written", "proposed", "the", "of", "new"]
)
"""Words of a title that tell only what kind of document it is."""


def _words(document: Document) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in plain(document.title).casefold().split() if w not in _PLAIN)


def together(told: Sequence[Told], alike: Callable[[Told, Told], bool], *, report: Callable[[Told], str]) -> list[list[Told]]:
    """Give the groups of mentions that go together, the finest dates first: the result is the same in whatever order they come."""
    groups: list[list[Told]] = []
    for one in sorted(told, key=_rank):
        fitting = [g for g in groups if all(report(m) != report(one) and alike(m, one) for m in g)]
        if len(fitting) == 1:
            fitting[0].append(one)
        else:
            groups.append([one])
    return groups


def _rank(one: Event | Document) -> tuple[int, str]:
    """Rank the finest dates first, then by id: days find their groups before the weeks that hold them."""
    dated = bounds(one.when.value if isinstance(one, Event) else one.due.value)
    width = 3 if dated is None else 0 if dated[0] == dated[1] else 1 if dated[0][:7] == dated[1][:7] else 2
    return width, one.id
