"""TIMEX3 values as EDTF dates: never more precise than the value, None where a value names no date.

Sources: TimeML TIMEX3 (Pustejovsky et al. 2003; ISO 24617-1) and the Library of Congress's EDTF specification (ISO 8601-2:2019).
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from communique.model.dates import When
from communique.model.parse import Time
from communique.model.report import Report

_PLAIN = re.compile(r"(\d{4}|XXXX)(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T((?:[01]\d|2[0-3])(?::[0-5]\d)?)(?::[0-5]\d)?")
_PART = re.compile(r"((?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T(?:24(?::00)?|[A-Z]{2})")
_WEEK = re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])(-WE)?")
_PERIOD = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_SHORT = re.compile(r"(\d{3})X?|(\d{2})(?:XX)?")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_MONTHS = {"Q": 3, "H": 6}


def when_of(time: Time, report: Report) -> When:
    """Give the date of a time in the report's text; `inferred` with the reason where the tagger completed it.

    A length, a set, "now" and what could not be anchored give a `When` without a value that still cites the words.
    """
    value = edtf(time.value) if time.value and time.type in ("DATE", "TIME") else None
    cite = report.cite(time.start, time.end)
    inferred = value is not None and time.why is not None
    return When(value, cite.quote, cite, inferred, time.why)


def edtf(value: str) -> str | None:
    """Give the EDTF form of a TIMEX3 value: `2022-W03` → `[2022-01-17..2022-01-23]`; None where it names no calendar date."""
    for pattern, form in _FORMS:
        if match := pattern.fullmatch(value):
            return form(match)
    return None


def _plain(match: re.Match[str]) -> str | None:
    year, month, day = match.groups()
    if year == "XXXX" and (month in (None, "XX") or day == "XX"):
        return None if month in (None, "XX") else f"XXXX-{month}"
    if not _exists(year, month, day):
        return None
    return match[0].removesuffix("-XX").removesuffix("-XX")


def _exists(year: str, month: str | None, day: str | None) -> bool:
    """Say whether the calendar has the day; 29 February does where the year is not known."""
    if month in (None, "XX") or day in (None, "XX"):
        return True
    try:
        date(2000 if year == "XXXX" else int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _clock(match: re.Match[str]) -> str | None:
    return f"{match[1]}-{match[2]}-{match[3]}T{match[4]}" if _exists(match[1], match[2], match[3]) else None


def _part(match: re.Match[str]) -> str | None:
    year, month, day = match[1].split("-")
    return match[1] if _exists(year, month, day) else None


def _week(match: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5 if match[3] else 0)
        return f"[{first.isoformat()}..{(monday + timedelta(days=6)).isoformat()}]"
    except (ValueError, OverflowError):
        return None


def _period(match: re.Match[str]) -> str | None:
    length, number = _MONTHS[match[2]], int(match[3])
    last = length * number
    return f"[{match[1]}-{last - length + 1:02d}..{match[1]}-{last:02d}]" if last <= 12 else None


def _season(match: re.Match[str]) -> str:
    return f"{match[1]}-{_SEASONS[match[2]]}"


def _short(match: re.Match[str]) -> str:
    return f"{match[1]}X" if match[1] else f"{match[2]}XX"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_PLAIN, _plain),
    (_DAY, _clock),
    (_PART, _part),
    (_WEEK, _week),
    (_PERIOD, _period),
    (_SEASON, _season),
    (_SHORT, _short),
)
