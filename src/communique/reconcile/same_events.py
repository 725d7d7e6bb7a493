"""Whether two events of two reports, other than talks, are the same: kind, sides, day, deed and words, each with its weight.

Talks have rules of their own (`alike`): they are known by who met and when, whatever words tell of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor, Who
from communique.model.days import Days, days
from communique.model.kinds import Status
from communique.model.mention import Event
from communique.model.report import Report
from communique.reconcile.alike import Sides, other_people, place_key, sides_of
from communique.reconcile.concepts import stem
from communique.reconcile.grouping import Likeness, Pair, candidates, grouped
from communique.reconcile.nearness import apart_in_days
from communique.reconcile.wording import Gist, gist

MOST = 60
"""Events that may share a key."""
WEIGHTS = {"sides": 0.3, "day": 0.2, "deed": 0.2, "words": 0.3}
"""What each feature counts; a feature gives 0 to 1. Chosen by reading the pairs of nine clusters of news."""
ENOUGH = 0.6
MOST_PAIRS = 0.5
"""Share of the pairs that are alike in one event told by many: each report leaves something else out."""
FEW_DAYS = 2
"""Days between reports of one event that names no day of its own."""
TOLD_AGAIN, LATER = 0.8, 31
"""Likeness of words from which on reports of that many days may tell of one event: agencies reprint the sentence that says how it began."""
_END = re.compile(r"[.!?;](?=\s|$)|\n")
_LONGEST = 160
"""Characters behind an event that its words may go on for."""
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done with words: one actor does several in a day, so that their words must agree."""
_LEAST_WORDS = 0.45
_SOME_WORDS = 0.2
_WITHIN_A_REPORT = 0.5
"""Likeness of words that two tellings of one report need: it tells of several deeds of one day more often than of one deed twice."""
_LIGHTEST = 1.5
"""Weight of the words that such tellings, and those of far days, have in common."""
_OPEN = frozenset({Status.HYPOTHETICAL})
"""How far an event is that only might be: it is no report of one that was."""
_HEAD_ENDS = re.compile(r",|\b(?:of|in|at|on|from|for|with|by|to|who|whom|which|that|whose|near|against)\b")
"""What follows the noun that a phrase is about."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Who is named on one side: states, bodies and persons that are known, and the nouns for those who are not ("police")."""

    known: Sides
    nouns: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Everybody, known or not."""
        return self.known.parties | self.nouns

    def meets(self, other: "Slot") -> bool:
        """Say whether somebody is named on both."""
        return bool(self.all & other.all)

    def excludes(self, other: "Slot") -> bool:
        """Say whether both name known ones and none in common, or other persons of one state."""
        parties = self.known.parties and other.known.parties and not self.known.parties & other.known.parties
        return bool(parties) or other_people(self.known, other.known)


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as it is compared."""

    event: Event
    doers: Slot
    done_to: Slot
    gist: Gist
    trigger: Gist
    told: Gist
    day: Days | None
    published: Days | None


@dataclass(frozen=True, slots=True)
class Alike:
    """Which events are the same, and by which pairs."""

    groups: Sequence[Sequence[str]]
    pairs: Mapping[Pair, Likeness]


def same_events(events: Sequence[Event], actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Alike:
    """Give the ids of events in groups of the same, and the pairs that are alike, each with how sure that is and why."""
    known = {e.id: _deed(e, actors, reports) for e in events}
    pairs = candidates({i: _keys(d) for i, d in known.items()}, most=MOST)
    alike = {(a, b): like for a, b in pairs if (like := _alike(known[a], known[b]))}
    groups = grouped(known, alike, apart=lambda a, b: not _may_be_one(known[a], known[b]), share=MOST_PAIRS)
    return Alike(groups, alike)


def _slot(whos: Sequence[Who], actors: Mapping[str, Actor]) -> Slot:
    return Slot(sides_of(whos, actors), frozenset(n for w in whos if w.actor not in actors and w.cite and (n := _noun(w.cite.quote))))


def _noun(words: str) -> str:
    """Give the noun that a phrase is about, as it is compared: "police" of "the police in Nice"; "" where it is but a pronoun."""
    found = gist(_HEAD_ENDS.split(words, maxsplit=1)[0] or words).content
    return f"~{stem(found[-1])}" if found else ""


def _deed(event: Event, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Deed:
    report = reports.get(event.trigger.report)
    return Deed(
        event=event,
        doers=_slot(event.actors, actors),
        done_to=_slot(event.recipients, actors),
        gist=gist(_around(event, report)),
        trigger=gist(event.trigger.quote),
        told=gist(" ".join(c.quote for c in event.cites)),
        day=days(event.when.value or ""),
        published=days(report.published.value or "") if report else None,
    )


def _around(event: Event, report: Report | None) -> str:
    """Give the words of an event without the names of its sides and without its verb or noun, on to the end of their sentence.

    Sides and deed are features of their own: counted here too, they would make any two deeds of one actor alike.
    """
    first, last = min(c.start for c in event.cites), max(c.end for c in event.cites)
    text = report.text if report else ""
    end = _END.search(text, last, min(len(text), last + _LONGEST))
    known = [w.cite for w in (*event.actors, *event.recipients) if w.actor and w.cite]
    taken = sorted((c.start, c.end) for c in (event.trigger, *known) if first <= c.start and c.end <= last)
    kept, at = [], first
    for start, stop in taken:
        kept.append(text[at : max(at, start)])
        at = max(at, stop)
    return " ".join([*kept, text[at : end.start() if end else min(len(text), last + _LONGEST)]])


def _keys(deed: Deed) -> Iterable[str]:
    """Yield what an event is found by: its type, a side, and its day or a telling stem."""
    for side in deed.doers.all | deed.done_to.all:
        if deed.day:
            yield f"{deed.event.type}\n{side}\n{deed.day.first}"
        yield from (f"{deed.event.type}\n{side}\n{stem}" for stem in (*deed.gist.weights, *deed.trigger.weights))


def _alike(a: Deed, b: Deed) -> Likeness | None:
    if not _may_be_one(a, b) or not (a.doers.meets(b.doers) or a.done_to.meets(b.done_to)):
        return None
    found = {"sides": _sides(a, b), "day": _day(a, b), "deed": _deeds(a, b), "words": a.gist.shared(b.gist)}
    score = sum(WEIGHTS[name] * value for name, value in found.items())
    if found["words"] < _least_words(a, b) or found["deed"] == 0 or score < ENOUGH:
        return None
    return Likeness(score, ", ".join(f"{name} {value:.2f}" for name, value in found.items()))


def _least_words(a: Deed, b: Deed) -> float:
    """Give how alike the words must be at least."""
    if a.event.trigger.report == b.event.trigger.report:
        return _WITHIN_A_REPORT
    return _LEAST_WORDS if a.event.type in _SPOKEN or not a.doers.meets(b.doers) else _SOME_WORDS


def _may_be_one(a: Deed, b: Deed) -> bool:
    """Say whether nothing that the two tell makes them two: another mode, status, side, person, place or day."""
    one, other = a.event, b.event
    if (one.mode and other.mode and one.mode != other.mode) or (one.status in _OPEN) != (other.status in _OPEN):
        return False
    if a.doers.excludes(b.doers) or a.done_to.excludes(b.done_to) or _other_places(a, b):
        return False
    if one.trigger.report == other.trigger.report and a.gist.common(b.gist) < _LIGHTEST:
        return False
    if a.day and b.day:
        return a.day.overlaps(b.day)
    apart = apart_in_days(a.day or a.published, b.day or b.published)
    return apart <= FEW_DAYS or (apart <= LATER and not a.day and not b.day and _reprinted(a, b))


def _reprinted(a: Deed, b: Deed) -> bool:
    return a.gist.common(b.gist) >= _LIGHTEST and a.gist.shared(b.gist) >= TOLD_AGAIN


def _other_places(a: Deed, b: Deed) -> bool:
    """Say whether the two name two places, and neither is among the other's words (a town, and the country that it lies in)."""
    one, other = a.event.place, b.event.place
    if not one or not other or place_key(one) == place_key(other):
        return False
    here, there = (gist(p.cite.quote).weights.keys() if p.cite else frozenset[str]() for p in (one, other))
    return not (here & b.told.weights.keys() or there & a.told.weights.keys())


def _sides(a: Deed, b: Deed) -> float:
    """Give 1 where the same act on the same, less where one report names fewer, more or others."""
    parts = [_share(one.all, other.all) for one, other in ((a.doers, b.doers), (a.done_to, b.done_to)) if one.all or other.all]
    return sum(parts) / len(parts)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Give how many of the named are named by both; half where only one report names anybody."""
    return len(one & other) / len(one | other) if one and other else 0.5


def _day(a: Deed, b: Deed) -> float:
    """Give 1 for one day that both name, half where one names a longer time, a third where reports of the same days name none."""
    if a.day and b.day:
        return 1.0 if a.day == b.day and a.day.first == a.day.last else 0.5
    return 0.35 if a.published and b.published else 0.0


def _deeds(a: Deed, b: Deed) -> float:
    """Give 1 for the same verb or noun, else how alike the two are in meaning, 0 where hardly."""
    if a.trigger.weights.keys() & b.trigger.weights.keys():
        return 1.0
    meant = a.trigger.meant(b.trigger)
    return meant if meant >= 0.35 else 0.0
