"""Quarters, halves and fiscal years, and what business reports compare them with."""

from communique.annotate.times.arithmetic import quarter
from communique.annotate.times.place import Place
from communique.annotate.times.relative import quarter_here
from communique.annotate.times.scene import Anchor, Direction, Found


def numbered(place: Place) -> Found | None:
    """Read `the third quarter`, `third-quarter`, `this year's first quarter`, `the 1988 second quarter`, `the third quarter of 1990`."""
    number = int(place.worth("o"))
    letter = "H" if place.has("half") else "Q"
    if number > (2 if letter == "H" else 4):
        return None
    if place.has("y") or place.has("y2"):
        return Found("DATE", f"{place.worth('y') or place.worth('y2')}-{letter}{number}", explicit=True)
    anchor = place.anchor
    if anchor is None:
        return Found("DATE", f"XXXX-{letter}{number}")
    year = anchor.year + int(place.worth("how") or 0) if place.has("how") else _year(place, anchor, letter, number)
    past = place.has("past")
    return Found("DATE", f"{year - past:04d}-{letter}{number}", f"year from {anchor.said}", compared=past)


def _year(place: Place, anchor: Anchor, letter: str, number: int) -> int:
    """Give the year of a quarter or half: the last one that began, or the next one where the verb looks ahead.

    Results of the quarter just over are announced too ("expects to report a third-quarter loss"), so a quarter back is not ahead.
    """
    here = anchor.month or 12
    now = quarter(here) if letter == "Q" else (1 if here < 7 else 2)
    if place.looks() is Direction.FUTURE:
        return anchor.year + (number < now - 1)
    return anchor.year - (number > now + 1 or (number > now and now == 1 and number == 4))


def under_discussion(place: Place) -> Found | None:
    """Read `the quarter`, `the latest period`, `the year-ago quarter`, `the 1988 period`: the quarter last named, moved as said."""
    known = quarter_here(place)
    if known is None:
        return Found("DATE", place.worth("y"), explicit=True) if place.has("y") else _without_quarter(place)
    why = f"quarter as {known}, under discussion"
    if place.has("y"):
        return Found("DATE", f"{place.worth('y')}{known[4:]}", why, compared=True)
    past = place.has("past") or place.worth("how") == "-1"
    return Found("DATE", f"{int(known[:4]) - past:04d}{known[4:]}", why, compared=past)


def _without_quarter(place: Place) -> Found | None:
    anchor = place.anchor
    if anchor is None:
        return Found("DATE", None)
    if place.has("past"):
        return Found("DATE", f"{anchor.year - 1:04d}", f"a year before {anchor.said}")
    if not place.has("quarter") or anchor.month is None:
        return None
    now = quarter(anchor.month)
    return Found("DATE", f"{anchor.year:04d}-Q{now}", f"quarter of {anchor.said}")
