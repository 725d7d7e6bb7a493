"""Dates as news pages write them: full days only, day first, month first and ISO.

A numeric date that could be read both ways (01/02/2022) is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|"
    r"DEC(?:EMBER)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"{_WEEKDAY}(?:{MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}|{_DAY}(?:st|nd|rd|th)?[\s-]{MONTH},?[\s-]{_YEAR}"
    rf"|(?<!\d){_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d){_DAY}[./-](?:0?[1-9]|[12]\d|"
    rf"3[01])[./-]{_YEAR}(?!\d))"
)
"""A pattern without groups that matches one full date."""
_MONTH_FIRST = re.compile(rf"(?P<m>{MONTH})\s(?P<d>{_DAY})(?:st|nd|rd|th)?(?:,?\s(?P<y>{_YEAR}))?")
_DAY_FIRST = re.compile(rf"(?P<d>{_DAY})(?:st|nd|rd|th)?[\s-](?P<m>{MONTH})(?:,?[\s-](?P<y>{_YEAR}))?")
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d\d)[-/.](?P<d>\d\d)")
_NUMERIC = re.compile(rf"(?P<a>\d\d?)(?P<sep>[./-])(?P<b>\d\d?)[./-](?P<y>{_YEAR})")
_FULL = re.compile(DATE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that stands at characters `start` to `end` of a text; `value` in EDTF."""

    start: int
    end: int
    value: str


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the full dates between two offsets of `text`, in order; offsets count from the start of `text`."""
    for match in _FULL.finditer(text, start, len(text) if end is None else end):
        if value := day_value(match.group()):
            yield Day(match.start(), match.end(), value)


def without_dates(text: str) -> str:
    """Give `text` with its full dates taken out."""
    return _FULL.sub("", text)


def day_value(words: str) -> str | None:
    """Give a date's EDTF value, `XXXX-01-13` where no year stands there; None if it is no date or can be read both ways."""
    if match := _ISO.search(words):
        return _checked(match["y"], int(match["m"]), int(match["d"]))
    if match := _NUMERIC.search(words):
        return _numeric(match)
    if match := _MONTH_FIRST.search(words) or _DAY_FIRST.search(words):
        month = _MONTHS.index(match["m"][:3].lower()) + 1
        return _checked(match["y"], month, int(match["d"]))
    return None


def _numeric(match: re.Match[str]) -> str | None:
    """Points mean day first (European use); a slash or hyphen tells nothing, so one number must be above 12 or both the same."""
    a, b = int(match["a"]), int(match["b"])
    if match["sep"] == "." or a > 12 or a == b:
        return _checked(match["y"], b, a)
    return _checked(match["y"], a, b) if b > 12 else None


def _checked(year: str | None, month: int, day: int) -> str | None:
    try:
        date(int(year or 2000), month, day)  # 2000 is a leap year: 29 February may stand without its year
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02}-{day:02}"
