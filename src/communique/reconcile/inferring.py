"""Dates that a report leaves open and another one tells: "on Monday" in a report without a date, a day without its year.

Only where it is sure: the same parties and place, the day or the weekday agrees, and no dated talks of another day fit as well. What is
inferred is marked so and says from where.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.model.actor import Actor
from communique.model.dates import When
from communique.model.mention import Event
from communique.model.report import Report
from communique.reconcile.alike import Sides, other_people, place_key, sides_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_YEAR = re.compile(r"XXXX-(\d\d-\d\d)")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TALKS = "CONSULT"


@dataclass(frozen=True, slots=True)
class _Met:
    """Talks as they are compared where a date is open."""

    event: Event
    sides: Sides
    place: str | None


def with_dates(events: Sequence[Event], actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> list[Event]:
    """Give the events, talks whose date is open with that of the same talks in a dated report; the others as they are."""
    talks = [_met(e, actors) for e in events if e.type == _TALKS]
    dated = [m for m in talks if _DAY.fullmatch(m.event.when.value or "")]
    found = {m.event.id: when for m in talks if m not in dated and (when := _inferred(m, dated, reports))}
    return [replace(e, when=found[e.id]) if e.id in found else e for e in events]


def _met(event: Event, actors: Mapping[str, Actor]) -> _Met:
    return _Met(event, sides_of((*event.actors, *event.recipients), actors), place_key(event.place) if event.place else None)


def _inferred(met: _Met, dated: Sequence[_Met], reports: Mapping[str, Report]) -> When | None:
    """Give the one day on which dated talks of other reports are the same; None where none is, or two are."""
    same = [d for d in dated if d.event.trigger.report != met.event.trigger.report and _same(met, d)]
    if len({d.event.when.value for d in same}) != 1:
        return None
    when, told = met.event.when, min(d.event.trigger.report for d in same)
    source = (reports[told].outlet or reports[told].file) if told in reports else told
    why = f"{source} tells of the same talks and dates them"
    return replace(when, value=same[0].event.when.value, inferred=True, why=why)


def _same(met: _Met, dated: _Met) -> bool:
    """Say whether open and dated talks are the same: a day without its year needs like parties, a weekday alone the same and the place."""
    day = dated.event.when.value or ""
    first, second = met.sides.parties, dated.sides.parties
    if other_people(met.sides, dated.sides) or (met.place and dated.place and met.place != dated.place):
        return False
    if without := _NO_YEAR.fullmatch(met.event.when.value or ""):
        return day[5:] == without[1] and len(first & second) > 1 and (first <= second or second <= first)
    here = met.place is not None and met.place == dated.place
    return here and first == second and len(first) > 1 and _weekday(met.event.when) == date.fromisoformat(day).weekday()


def _weekday(when: When) -> int | None:
    """Give the weekday that the words of an open date name, None where they say more or less than that."""
    words = re.findall(r"\w+", (when.text or "").lower()) if when.value is None else []
    named = [_WEEKDAYS.index(w) for w in words if w in _WEEKDAYS]
    return named[0] if len(named) == 1 and set(words) <= {*_WEEKDAYS, "on", "this", "morning", "afternoon", "evening", "night"} else None
