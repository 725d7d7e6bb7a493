"""Quarters, halves and fiscal years, and what business reports compare them with."""

from communique.annotate.times.arithmetic import quarter
from communique.annotate.times.place import Found, Place
from communique.annotate.times.relative import quarter_here
from communique.annotate.times.scene import Direction


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
    if place.has("how"):
        year = anchor.year + int(place.worth("how") or 0)
    else:
        here = anchor.month or 12
        now = quarter(here) if letter == "Q" else (1 if here < 7 else 2)
        ahead = place.looks() is Direction.FUTURE
        year = anchor.year - (number > now and not ahead and not (number == now + 1)) + (ahead and number < now)
    year -= place.has("past")
    return Found("DATE", f"{year:04d}-{letter}{number}", f"year from {anchor.said}")


def under_discussion(place: Place) -> Found | None:
    """Read `the quarter`, `the latest period`, `the year-ago quarter`, `the 1988 period`: the quarter last named, moved as the words say."""
    known = quarter_here(place)
    if known is None:
        if place.has("y"):
            return Found("DATE", place.worth("y"), explicit=True)
        return _without_quarter(place)
    if place.has("y"):
        return Found("DATE", f"{place.worth('y')}{known[4:]}", f"quarter as {known}, under discussion")
    year = int(known[:4]) - (place.has("past") or place.worth("how") == "-1")
    return Found("DATE", f"{year:04d}{known[4:]}", f"{known}, under discussion")


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
