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
from communique.reconcile.alike import MANY, Sides, other_people, place_key, sides_of

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
    known = [replace(e, when=found[e.id]) if e.id in found else e for e in events]
    years = _years(found, {e.id: e for e in events})
    return [replace(e, when=when) if (when := _with_year(e, years)) else e for e in known]


def _years(found: Mapping[str, When], events: Mapping[str, Event]) -> dict[str, list[When]]:
    """Give, by report, the days without a year whose year another report told."""
    told: dict[str, list[When]] = {}
    for id_, when in found.items():
        if _NO_YEAR.fullmatch(events[id_].when.value or ""):
            told.setdefault(events[id_].trigger.report, []).append(when)
    return told


def _with_year(event: Event, years: Mapping[str, Sequence[When]]) -> When | None:
    """Give the day of an event with the year of a near day in the same report, None where none is near or the years differ."""
    without = _NO_YEAR.fullmatch(event.when.value or "")
    known = [(w, date.fromisoformat(w.value or "")) for w in years.get(event.trigger.report, ())] if without else []
    near = {day: w for w, told in known if without and (day := _nearest(without[1], told)) and abs((day - told).days) <= _NEAR}
    if len(near) != 1:
        return None
    ((day, told),) = near.items()
    return replace(
        event.when, value=day.isoformat(), inferred=True, why=f"the year of “{told.text}” in the same report, of which: {told.why}"
    )


_NEAR = 31
"""Days within which two days of one report are taken to be of one year, or of one turn of the year."""


def _nearest(day: str, told: date) -> date | None:
    """Give the day without a year that is nearest to a date; None for 29 February of other years."""
    try:
        return min((date.fromisoformat(f"{told.year + n}-{day}") for n in (-1, 0, 1)), key=lambda d: abs((d - told).days))
    except ValueError:
        return None


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
    two = len(first) < MANY or first != second
    if (two and other_people(met.sides, dated.sides)) or (met.place and dated.place and met.place != dated.place):
        return False
    if without := _NO_YEAR.fullmatch(met.event.when.value or ""):
        return day[5:] == without[1] and len(first & second) > 1 and (first <= second or second <= first)
    here = (met.place is not None and met.place == dated.place) or len(first) >= MANY
    return here and first == second and len(first) > 1 and _weekday(met.event.when) == date.fromisoformat(day).weekday()


def _weekday(when: When) -> int | None:
    """Give the weekday that the words of an open date name, None where they say more or less than that."""
    words = re.findall(r"\w+", (when.text or "").lower()) if when.value is None else []
    named = [_WEEKDAYS.index(w) for w in words if w in _WEEKDAYS]
    return named[0] if len(named) == 1 and set(words) <= {*_WEEKDAYS, "on", "this", "morning", "afternoon", "evening", "night"} else None
