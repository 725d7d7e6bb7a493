"""Dates that name a day or a month themselves; the year is completed where it is missing."""

import re

from communique.annotate.times import arithmetic
from communique.annotate.times.clock import with_time
from communique.annotate.times.completing import stepped_year, year_of
from communique.annotate.times.lexicon import words
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Anchor, Found

_DIGITS = re.compile(r"\d+")
_OTHER_WORDS = frozenset({"may", "march", "april", "june", "august"})
_BEFORE_MONTH = words(", ( In Since By Until From During Last And This Next Each")
_DAY_ALONE_BEFORE = words("and when to was but")


def day_of_month(place: Place) -> Found | None:
    """Read `January 10`, `10 January 2022`, `Monday, Jan. 10`; without a year, complete it or leave XXXX."""
    month, day = int(place.worth("m")), int(place.worth("d"))
    if place.has("y"):
        year = int(place.worth("y"))
        value = f"{year:04d}-{month:02d}-{day:02d}"
        return with_time(place, value, why=None, explicit=True) if arithmetic.is_day(year, month, day) else None
    if not arithmetic.is_day(2000, month, day):
        return None
    year_found = year_of(place, month, day)
    if year_found is None:
        return with_time(place, f"XXXX-{month:02d}-{day:02d}", why=None)
    return with_time(place, f"{year_found.number:04d}-{month:02d}-{day:02d}", why=year_found.why)


def further_day(place: Place) -> Found | None:
    """Read the second day of `Jan. 9 and 10`: in the month that was just named."""
    known, day = place.scene.reference, int(place.worth("d"))
    if known is None or not re.match(r"[\dX]{4}-\d\d-\d\d", known):
        return None
    year, month = known[:4], int(known[5:7])
    if not arithmetic.is_day(int(year) if year.isdigit() else 2000, month, day):
        return None
    return Found("DATE", f"{known[:8]}{day:02d}", f"month of {known[:10]}, just named")


def day_of_this_month(place: Place) -> Found | None:
    """Read `the 20th` in a story: the month last named. Only figures count, and only where no noun follows."""
    if not place.form("d")[:1].isdigit() and not place.form("d")[4:5].isdigit():
        return None
    return None if place.after()[:1].isalpha() and place.after() not in _DAY_ALONE_BEFORE else further_day(place)


def month(place: Place) -> Found | None:
    """Read `January`, `mid-December`, `last June`, `each July`, `November 2021`, `April next year`."""
    number, anchor = int(place.worth("m")), place.anchor
    if place.has("y"):
        return Found("DATE", f"{int(place.worth('y')):04d}-{number:02d}", explicit=True)
    if place.form("how") in ("each", "every"):
        return Found("SET", f"XXXX-{number:02d}")
    if not place.has("how") and not place.has("edge") and (_is_other_word(place) or _is_no_day(place)):
        return None
    if place.has("how") and anchor and anchor.month:
        return _stepped(place, anchor, number)
    found = year_of(place, number, None)
    return Found("DATE", f"{found.number:04d}-{number:02d}", found.why) if found else Found("DATE", f"XXXX-{number:02d}")


def _stepped(place: Place, anchor: Anchor, number: int) -> Found:
    """Read `last June` and `June last year`."""
    if place.match.start("how") > place.match.start("m"):
        return Found("DATE", f"{anchor.year + int(place.worth('how') or 0):04d}-{number:02d}", f"year from {anchor.said}")
    why = f"{place.form('how')} {place.form('m')} from {anchor.said}"
    return Found("DATE", f"{stepped_year(place, anchor, number):04d}-{number:02d}", why)


def _is_other_word(place: Place) -> bool:
    """Say whether a month's name alone is rather a verb or a person: "Theresa May", "March on Washington" at a sentence's start."""
    before = place.before()
    return place.form("m") in _OTHER_WORDS and not (before[:1].islower() or before in _BEFORE_MONTH)


def _is_no_day(place: Place) -> bool:
    """Say whether the month stands in a date that the calendar does not have: "February 30"."""
    after = place.after()
    return after.isdigit() and len(after) <= len("30") and not arithmetic.is_day(2000, int(place.worth("m")), int(after))


def numeric(place: Place) -> Found | None:
    """Read `2022-01-10`, `10.01.2022`, `10/01/2022`; with slashes the order is only taken where one reading is a date."""
    form = place.form("date")
    parts = [int(p) for p in _DIGITS.findall(form)]
    if form[4:5] == "-":
        year, month, day = parts[:3]
    else:
        ordered = _ordered(parts, form, place.anchor)
        if ordered is None:
            return None
        day, month, year = ordered
    if not arithmetic.is_day(year, month, day):
        return None
    return with_time(place, f"{year:04d}-{month:02d}-{day:02d}", why=None, explicit=True)


def _ordered(parts: list[int], form: str, anchor: Anchor | None) -> tuple[int, int, int] | None:
    """Give day, month, year of a dotted date (day first) or one with slashes: the only reading, else the one at the anchor."""
    first, second, year = parts
    if year < 100:
        year += 1900 if year > 50 else 2000
    if "." in form:
        return (first, second, year) if arithmetic.is_day(year, second, first) and len(form) > len("1.1.90") else None
    readings = {(d, m, year) for d, m in ((first, second), (second, first)) if arithmetic.is_day(year, m, d)}
    if len(readings) > 1 and anchor and anchor.month:
        readings = {r for r in readings if (r[2], r[1]) == (anchor.year, anchor.month)}
    return readings.pop() if len(readings) == 1 else None
