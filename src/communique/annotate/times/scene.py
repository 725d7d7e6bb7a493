"""What a time is counted from: the anchor (publication or region date), the last date named, the quarter under discussion."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from communique.annotate.times.arithmetic import first_day, is_day
from communique.annotate.times.lexicon import KINDS
from communique.annotate.times.lexing import Words
from communique.model.report import Report


class Direction(StrEnum):
    """Which way the governing verb looks."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that "today" is: a year, perhaps a month and a day, and `said`, the words for where it is from."""

    year: int
    month: int | None
    day: int | None
    said: str

    @property
    def date(self) -> date | None:
        """The day, where it is known to the day."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def value(self) -> str:
        """The anchor as a TIMEX3 value, as precise as it is known."""
        return "-".join(f"{part:0{width}d}" for part, width in ((self.year, 4), (self.month, 2), (self.day, 2)) if part)


def anchor_at(report: Report, offset: int) -> Anchor | None:
    """Give the anchor of a place in a report: its region's date where known, else the date of publication, else None."""
    here = report.region_at(offset).anchor.value if report.regions and report.regions[0].span.start <= offset else None
    if here and (anchor := _anchor(here, "the date of its part")):
        return anchor
    return _anchor(report.published.value, "publication") if report.published.value else None


def _anchor(value: str, said: str) -> Anchor | None:
    start = first_day(value.rstrip("~?%")[: 10 if "T" in value else None])
    if start is None:
        return None
    parts = value.rstrip("~?%").split("T")[0].count("-")
    month, day = (start.month if parts else None), (start.day if parts > 1 else None)
    return Anchor(start.year, month, day, f"{said} {value}") if is_day(start.year, start.month, start.day) else None


_FULL_DATE = re.compile(rf"{KINDS['month']}(?:[{KINDS['day']}{KINDS['ordinal']}]{KINDS['comma']}?)?({KINDS['year']})")
_NEWS = re.compile(f"[{KINDS['weekday']}{KINDS['ref']}]")
LONG_AGO = 2
"""Years before the anchor from which a date counts as history."""


def is_history(words: Words, anchor: Anchor | None) -> bool:
    """Say whether a text tells of years long past rather than of the news: more dates of such years than weekdays and "today"."""
    years = [int(words.worths[m.start(1)]) for m in _FULL_DATE.finditer(words.kinds)]
    past = [y for y in years if anchor is None or y <= anchor.year - LONG_AGO]
    return len(past) > max(2, len(years) - len(past)) and len(past) > len(_NEWS.findall(words.kinds))


@dataclass(slots=True)
class Scene:
    """What is known while reading one report: changes from time to time as dates and quarters are named.

    `history` says that the report tells of years long past, so that a date without a year goes on from the year before it.
    """

    anchor: Anchor | None = None
    reference: str | None = None
    reference_at: int = -1
    explicit: str | None = None
    explicit_at: int = -1
    quarter: str | None = None
    quarter_at: int = -1
    history: bool = False

    def named(self, value: str, *, at: int, explicit: bool) -> None:
        """Note that the date `value` was named at offset `at`, with its year where `explicit`."""
        if first_day(value) is None:
            return
        self.reference, self.reference_at = value, at
        if explicit and (len(value) > 4 or self.history):
            self.explicit, self.explicit_at = value, at
        if "-Q" in value:
            self.quarter, self.quarter_at = value, at
