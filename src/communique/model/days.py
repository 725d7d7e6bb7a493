"""The days that an EDTF date allows: what dates of different precision can be compared by."""

import re
from calendar import monthrange
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:]+)?[~?%]?")
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "02")}
FIRST, LAST = "0000-01-01", "9999-12-31"
"""Ends of what is open."""


@dataclass(frozen=True, slots=True)
class Days:
    """From day `first` to day `last`, both `YYYY-MM-DD` and included."""

    first: str
    last: str

    def overlaps(self, other: "Days") -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Days") -> bool:
        """Say whether every day of `other` is one of these."""
        return self.first <= other.first and other.last <= self.last


def days(value: str) -> Days | None:
    """Give the days that an EDTF level 1 value allows; None where it names no year, so that nothing can be said."""
    inner = value.strip("[]")
    for sign in ("..", "/"):
        if sign in inner and not (sign == ".." and "/" in inner):
            first, _, last = inner.partition(sign)
            return _between(first, last)
    return _of(inner)


def _between(first: str, last: str) -> Days | None:
    start = Days(FIRST, FIRST) if first in {"", ".."} else _of(first)
    end = Days(LAST, LAST) if last in {"", ".."} else _of(last)
    return Days(start.first, end.last) if start and end and start.first <= end.last else None


def _of(value: str) -> Days | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = found[1], found[2], found[3]
    low, high = year.replace("X", "0"), year.replace("X", "9")
    if month is None or month == "XX":
        return Days(f"{low}-01-01", f"{high}-12-31")
    if month in _SEASONS:
        return _season(low, high, month)
    if day is None or day == "XX":
        return Days(f"{low}-{month}-01", f"{high}-{month}-{monthrange(int(high), int(month))[1]:02}")
    return Days(f"{low}-{month}-{day}", f"{high}-{month}-{day}")


def _season(low: str, high: str, season: str) -> Days:
    """Give a season's months in the northern hemisphere; winter runs into the next year."""
    first, last = _SEASONS[season]
    year = high if last > first else f"{int(high) + 1:04}"
    return Days(f"{low}-{first}-01", f"{year}-{last}-{monthrange(int(year), int(last))[1]:02}")
