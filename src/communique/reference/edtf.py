"""First and last day of the dates that tables hold: `2004`, `2004-03`, `2004-03-29`."""

import re
from calendar import monthrange

from communique.errors import DateError

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def first_day(date: str) -> str:
    """Give the first day of a date, as `YYYY-MM-DD`. Raise `DateError` where it is no year, month or day."""
    year, month, day = _parts(date)
    return f"{year}-{month or '01'}-{day or '01'}"


def last_day(date: str) -> str:
    """Give the last day of a date, as `YYYY-MM-DD`. Raise `DateError` where it is no year, month or day."""
    year, month, day = _parts(date)
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


def within(date: str, *, since: str | None, until: str | None) -> bool | None:
    """Say whether all of `date` lies from `since` to `until` (inclusive; None is open); None where dates are too coarse to say."""
    first, last = first_day(date), last_day(date)
    if (since and last < first_day(since)) or (until and first > last_day(until)):
        return False
    if (since and first < last_day(since)) or (until and last > first_day(until)):
        return None
    return True


def _parts(date: str) -> tuple[str, str | None, str | None]:
    found = _DATE.fullmatch(date)
    if not found or not "01" <= (found[2] or "01") <= "12":
        raise DateError(f"{date!r} is no day, month or year. Write 2004-03-29, 2004-03 or 2004.")
    if found[3] and not 1 <= int(found[3]) <= monthrange(int(found[1]), int(found[2]))[1]:
        raise DateError(f"{date!r} is no day of the calendar. Write 2004-03-29, 2004-03 or 2004.")
    return found[1], found[2], found[3]
