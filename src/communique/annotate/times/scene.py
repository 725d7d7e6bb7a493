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
class Found:
    """What a rule makes of a place: TIMEX3 type and value (None: no anchor), and why.

    `explicit`: the words name the year themselves. `compared`: they name a time only to compare with it ("a year ago").
    """

    type: str
    value: str | None
    why: str | None = None
    explicit: bool = False
    compared: bool = False


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


def leaning(days: int, looks: Direction) -> int:
    """Give how far a date `days` from the anchor is, further where it goes against the verb's tense: a tense only leans.

    Without a tense, what is ahead counts twice: news that looks far ahead says so.
    """
    if looks is Direction.PAST and days > _TENSE_SLACK:
        return days * 5
    if looks is not Direction.FUTURE:
        return days * 2 if days > _TENSE_SLACK else abs(days)
    return abs(days) * (3 if days < -_TENSE_SLACK else 1)


_TENSE_SLACK = 20
"""Days by which a date may go against the tense at no cost: "was set for Friday", "would end on Jan. 5"."""


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

    def named(self, found: Found, *, at: int) -> None:
        """Note that a date was named at character `at`: later ones count from it."""
        value = found.value
        if value is None or first_day(value) is None:
            return
        self.reference, self.reference_at = value, at
        if found.explicit and (len(value) > len("2022") or self.history):
            self.explicit, self.explicit_at = value, at
        if "-Q" in value and not found.compared and (self.quarter is None or self._is_over(value)):
            self.quarter, self.quarter_at = value, at

    def _is_over(self, quarter: str) -> bool:
        """Say whether a quarter is over: results are reported of quarters that are."""
        start = first_day(quarter)
        return self.anchor is None or self.anchor.date is None or start is None or (self.anchor.date - start).days > 80
