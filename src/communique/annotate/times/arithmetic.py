"""Sums over the calendar: days, weeks, months, quarters, seasons and the holidays that move. TIMEX3 values in and out."""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

_MONDAY, _TUESDAY, _THURSDAY, _SUNDAY = 0, 1, 3, 6
SEASON_ORDER = ("SP", "SU", "FA", "WI")
_FULL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=T|$)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PERIOD = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_PERIOD_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def day_after(day: date, days: int) -> date | None:
    """Give the day `days` after `day`, or None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week(day: date) -> str:
    """Give the ISO week of a day, as `2022-W03`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def quarter(month: int) -> int:
    """Give the quarter of the year, 1 to 4, that a month lies in."""
    return (month + 2) // 3


def month_after(year: int, month: int, months: int) -> str | None:
    """Give the month `months` after a month, as `2022-01`, or None beyond the calendar."""
    count = year * 12 + month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}" if MINYEAR <= count // 12 <= MAXYEAR else None


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has this day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def first_day(value: str) -> date | None:
    """Give the first day of a TIMEX3 value that names a day, week, month, quarter, half, season or year; else None."""
    if match := _FULL.match(value):
        year, month, day = (int(g) if g else 1 for g in match.groups())
        return date(year, month, day) if is_day(year, month, day) else None
    if match := _WEEK.match(value):
        return _week_start(int(match[1]), int(match[2]))
    if match := _PERIOD.match(value):
        return date(int(match[1]), _PERIOD_MONTH[match[2]], 1) if int(match[1]) else None
    return None


def _week_start(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def moved(day: date, unit: str, count: float) -> str | None:
    """Give the TIMEX3 value `count` units from `day`, as precise as the unit: a day, an ISO week, a month, a year, a decade."""
    if unit in ("D", "W", "2W"):
        there = day_after(day, int(count * _DAYS[unit]))
        return None if there is None else there.isoformat() if unit == "D" else week(there)
    month = month_after(day.year, day.month, int(count * _MONTHS[unit]))
    if month is None:
        return None
    if unit == "Q":
        return f"{month[:4]}-Q{quarter(int(month[5:]))}"
    return {"M": month, "Y": month[:4], "DE": month[:3], "CE": month[:2]}[unit]


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """Give the nearest `weekday` (1 Monday to 7 Sunday) on or before (`direction` < 0) or on or after `day`."""
    ahead = (weekday - day.isoweekday()) % 7
    return day_after(day, ahead if direction > 0 or ahead == 0 else ahead - 7)


def holiday(rule: str, year: int) -> str | None:
    """Give the day of a holiday in a year: `MM-DD`, or the name of a holiday that moves (United States, Western churches)."""
    if not rule or not MINYEAR < year < MAXYEAR:
        return None
    if rule[0].isdigit():
        return f"{year:04d}-{rule}"
    if rule.startswith(("easter", "good")):
        easter = _easter(year)
        return str(easter + timedelta(days={"easter": 0, "good-friday": -2, "easter-monday": 1}[rule]))
    month, weekday, nth, later = {
        "thanksgiving": (11, _THURSDAY, 4, 0), "labor": (9, _MONDAY, 1, 0), "election": (11, _MONDAY, 1, 1),
        "columbus": (10, _MONDAY, 2, 0), "mlk": (1, _MONDAY, 3, 0), "memorial": (6, _MONDAY, 1, -7),
    }[rule]  # fmt: skip
    first = date(year, month, 1)
    return str(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1) + later))


def _easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Butcher's algorithm, Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
