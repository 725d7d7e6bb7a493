"""Whether two events of two reports, other than talks, are the same: kind, sides, day, deed and words, each with its weight.

Talks have rules of their own (`alike`): they are known by who met and when, whatever words tell of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor
from communique.model.days import Days, days
from communique.model.kinds import Status
from communique.model.mention import Event
from communique.model.report import Report
from communique.reconcile.alike import Sides, other_people, place_key, sides_of
from communique.reconcile.grouping import Likeness, Pair, candidates
from communique.reconcile.nearness import apart_in_days
from communique.reconcile.wording import Gist, gist

MOST = 60
"""Events that may share a key."""
WEIGHTS = {"sides": 0.3, "day": 0.2, "deed": 0.2, "words": 0.3}
"""What each feature counts; a feature gives 0 to 1. Chosen by reading the pairs of five clusters of news."""
ENOUGH = 0.66
FEW_DAYS = 2
"""Days between reports of one event that names no day of its own."""
_END = re.compile(r"[.!?;](?=\s|$)|\n")
_LONGEST = 160
"""Characters behind an event that its words may go on for."""
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done with words: one actor does several in a day, so that their words must agree."""
_LEAST_WORDS = 0.45
_SOME_WORDS = 0.2
_OPEN = frozenset({Status.HYPOTHETICAL})
"""How far an event is that only might be: it is no report of one that was."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as it is compared."""

    event: Event
    doers: Sides
    done_to: Sides
    gist: Gist
    trigger: Gist
    day: Days | None
    published: Days | None


def same_events(events: Sequence[Event], actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> dict[Pair, Likeness]:
    """Give the pairs of events that are the same, each with how sure that is and why."""
    known = {e.id: _deed(e, actors, reports) for e in events}
    pairs = candidates({i: _keys(d) for i, d in known.items()}, most=MOST)
    return {(a, b): like for a, b in pairs if (like := _alike(known[a], known[b]))}


def _deed(event: Event, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Deed:
    report = reports.get(event.trigger.report)
    return Deed(
        event=event,
        doers=sides_of(event.actors, actors),
        done_to=sides_of(event.recipients, actors),
        gist=gist(_around(event, report)),
        trigger=gist(event.trigger.quote),
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
    month = deed.day.first[:7] if deed.day else ""
    for side in deed.doers.parties | deed.done_to.parties:
        if month:
            yield f"{deed.event.type}\n{side}\n{deed.day.first if deed.day else month}"
        yield from (f"{deed.event.type}\n{side}\n{stem}" for stem in (*deed.gist.weights, *deed.trigger.weights))


def _alike(a: Deed, b: Deed) -> Likeness | None:
    if a.event.trigger.report == b.event.trigger.report or not _may_be_one(a, b):
        return None
    found = {"sides": _sides(a, b), "day": _day(a, b), "deed": _deeds(a, b), "words": a.gist.shared(b.gist)}
    least = _LEAST_WORDS if a.event.type in _SPOKEN else _SOME_WORDS
    score = sum(WEIGHTS[name] * value for name, value in found.items())
    if found["words"] < least or found["deed"] == 0 or score < ENOUGH:
        return None
    return Likeness(score, ", ".join(f"{name} {value:.2f}" for name, value in found.items()))


def _may_be_one(a: Deed, b: Deed) -> bool:
    """Say whether nothing that the two tell makes them two: another mode, status, side, person, place or day."""
    one, other = a.event, b.event
    if (one.mode and other.mode and one.mode != other.mode) or (one.status in _OPEN) != (other.status in _OPEN):
        return False
    if not a.doers.parties & b.doers.parties or (a.done_to.parties and b.done_to.parties and not a.done_to.parties & b.done_to.parties):
        return False
    if other_people(a.doers, b.doers) or other_people(a.done_to, b.done_to):
        return False
    if one.place and other.place and place_key(one.place) != place_key(other.place):
        return False
    if a.day and b.day:
        return a.day.overlaps(b.day)
    return apart_in_days(a.day or a.published, b.day or b.published) <= FEW_DAYS


def _sides(a: Deed, b: Deed) -> float:
    """Give 1 where the same parties act on the same, less where one report names fewer or more of them."""
    parts = [_share(a.doers.parties, b.doers.parties)]
    if a.done_to.parties or b.done_to.parties:
        parts.append(_share(a.done_to.parties, b.done_to.parties))
    return sum(parts) / len(parts)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


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
