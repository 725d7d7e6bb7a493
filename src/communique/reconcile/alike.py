"""Whether mentions of two reports tell of the same talks, or of the same document; and which of many go together.

Invariant: whatever goes together is alike pair by pair, and two mentions of one report never go together. What fits two groups fits none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.model.actor import Actor, ActorKind, Who
from communique.model.calendar import bounds
from communique.model.days import Days, days
from communique.model.kinds import DocumentKind
from communique.model.mention import Document, Event
from communique.model.report import Report
from communique.reconcile.nearness import apart_in_days
from communique.reconcile.wording import Gist, gist
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


@dataclass(frozen=True, slots=True)
class Met:
    """Talks as they are compared: who is behind those who take part, the days that the date allows, and when the report was published."""

    event: Event
    sides: Sides
    days: tuple[str, str] | None
    place: str | None
    told: Gist
    published: Days | None


def _met(event: Event, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Met:
    place = place_key(event.place) if event.place else None
    report = reports.get(event.trigger.report)
    return Met(
        event,
        sides_of((*event.actors, *event.recipients), actors),
        bounds(event.when.value),
        place,
        gist(" ".join(c.quote for c in event.cites)),
        days(report.published.value or "") if report else None,
    )


FEW_DAYS = 2
"""Days between two reports of talks of which neither names the day."""
_LIKE_WORDS = 0.5
"""Share of the words' weight that two such tellings have in common."""


def _same_talks(a: Met, b: Met) -> bool:
    """Say whether two events are the same talks: dates of which one covers the other, the same place if both have one, and parties.

    On one day two shared parties are enough where they are all of the smaller side or the place is the same, and one at one place; at
    dates of which one is coarser, all parties must be the same. Where neither names a day, the reports must be of the same days and tell
    of the same parties in like words. Not where two parties send other people, or where one talked over a line and the other at
    a place.
    """
    if a.place and b.place and a.place != b.place:
        return False
    if a.event.when.value is None and b.event.when.value is None:
        return _told_alike(a, b) and not other_people(a.sides, b.sides)
    if not _one_covers(a, b):
        return False
    first, second = a.sides.parties, b.sides.parties
    shared = first & second
    council = first == second and len(first) >= MANY
    if _line_and_place(a.event, b.event) or _line_and_place(b.event, a.event) or (not council and other_people(a.sides, b.sides)):
        return False
    if not _one_day(a.event.when.value, b.event.when.value):
        return len(shared) > 1 and first == second
    here = a.place is not None and b.place is not None
    within = bool(shared) and shared in (first, second)
    return (len(shared) > 1 and (within or here)) or (within and here)


MANY = 3
"""Parties from which on other people of one state are no other talks: a state sends several to a council."""


def _told_alike(a: Met, b: Met) -> bool:
    near = a.published is not None and b.published is not None and apart_in_days(a.published, b.published) <= FEW_DAYS
    first, second = a.sides.parties, b.sides.parties
    shared = first & second
    return near and len(shared) > 1 and shared in (first, second) and a.told.shared(b.told) >= _LIKE_WORDS


def _one_covers(a: Met, b: Met) -> bool:
    first, second = a.days, b.days
    if first is None or second is None:
        one, other = a.event.when.value, b.event.when.value
        return one is not None and other is not None and _NO_YEAR in (one[:4], other[:4]) and one[4:] == other[4:] != ""
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def _one_day(a: str | None, b: str | None) -> bool:
    """Say whether two dates are the same, or would be if both named the year."""
    return a is not None and b is not None and (a == b or (_NO_YEAR in (a[:4], b[:4]) and a[4:] == b[4:]))


_NO_YEAR = "XXXX"
"""What stands for the year where the text names none."""


def place_key(place: Who) -> str:
    """Give what two places are compared by: the actor, else the words in plain small letters."""
    return place.actor or (" ".join(plain(place.cite.quote).casefold().split()) if place.cite else "")


def _line_and_place(a: Event, b: Event) -> bool:
    return a.mode == "phone" and b.mode != "phone" and b.place is not None


def other_people(a: Sides, b: Sides) -> bool:
    """Say whether the two name persons of one state, but none in common."""
    return any(not a.people[country] & b.people[country] for country in a.people.keys() & b.people.keys())


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is compared: who is behind author and addressee, and what its title says beyond its kind."""

    document: Document
    by: frozenset[str]
    to: frozenset[str]
    words: frozenset[str]
    dated: Days | None


def _paper(document: Document, actors: Mapping[str, Actor]) -> Paper:
    by, to = (sides_of(some, actors).parties for some in (document.by, document.to))
    return Paper(document, by, to, _words(document), days(document.dated.value or ""))


_SLIP = 3
"""Days by which two reports may date one document apart: then one of them is wrong, which is a conflict. Further apart they are two."""


def _same_document(a: Paper, b: Paper) -> bool:
    """Say whether two documents are the same: kind and author agree, and the addressee, or what the title says beyond the kind.

    A statement or a fact sheet that one author gives out is not known by him alone: he gives out many. Nor do far days go together,
    but where one report tells that it was sent and the other that it was published.
    """
    if a.document.status is b.document.status and apart_in_days(a.dated, b.dated) > _SLIP:
        return False
    if a.document.kind is not b.document.kind or not a.by & b.by or (a.to and b.to and not a.to & b.to):
        return False
    if a.document.kind is DocumentKind.STATEMENT:
        return a.by == b.by and len(a.by) > 1 and a.document.status is b.document.status
    return bool(a.to & b.to) or bool(a.words & b.words)


_PLAIN = frozenset(
    ["draft", "drafts", "letter", "reply", "statement", "bill", "fact", "sheet", "sheets", "written", "proposed", "the", "of", "new"]
)
"""Words of a title that tell only what kind of document it is."""


def _words(document: Document) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in plain(document.title).casefold().split() if w not in _PLAIN)


def talks_groups(talks: Sequence[Event], actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> list[list[Event]]:
    """Give talks in groups of the same."""
    met = {e.id: _met(e, actors, reports) for e in talks}
    return together(talks, lambda a, b: _same_talks(met[a.id], met[b.id]), report=lambda e: e.trigger.report)


def document_groups(documents: Sequence[Document], actors: Mapping[str, Actor]) -> list[list[Document]]:
    """Give documents in groups of the same."""
    papers = {d.id: _paper(d, actors) for d in documents}
    return together(documents, lambda a, b: _same_document(papers[a.id], papers[b.id]), report=lambda d: d.cites[0].report)


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
    dated = bounds(one.when.value if isinstance(one, Event) else one.dated.value or one.due.value)
    width = 3 if dated is None else 0 if dated[0] == dated[1] else 1 if dated[0][:7] == dated[1][:7] else 2
    return width, one.id
