"""When talks take place, as EDTF: days from a word for one time, ranges from two, open ones after "since", halves of a month."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from communique.model.calendar import bounds, is_day
from communique.model.dates import When
from communique.model.parse import Parse, Time
from communique.model.timex import when_of

_THROUGH = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*")
_BOTH = re.compile(r"(?:\s*,)?\s+and\s+(?:on\s+)?")
_HALF = re.compile(r"\b(first|second) half of(?:\s+\w+)?\s*$", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_REACH = 30
"""Characters before a month in which "first half of" may stand; it is 14 long, with the month itself 24 at most."""


def when_told(parse: Parse, time: Time, *, since: bool = False) -> When:
    """Give the date of talks at a time of the text: with the time it is joined to a range, after `since` open, else the time's own."""
    for other in parse.times:
        if other is not time and (joined := _joined(parse, *sorted((other, time)))):
            return joined
    told = when_of(time, parse.report)
    if since and told.value and "/" not in told.value and ".." not in told.value:
        return replace(told, value=f"{told.value}/..")
    return _half(parse, time, told)


def to_come(parse: Parse, when: When) -> When:
    """Give the date of planned talks: a bare weekday that was read as the last one is the next one ("is to meet on Monday")."""
    published = parse.report.published.value
    told = (when.text or "").lower().split()
    bare = 0 < len(told) <= _WITH_ARTICLE and told[-1] in _WEEKDAYS and told[0] not in ("last", "past")
    if not bare or not when.inferred or not (is_day(when.value) and is_day(published)) or not when.value or not published:
        return when
    day, today = date.fromisoformat(when.value[:10]), date.fromisoformat(published[:10])
    if not timedelta(0) < today - day <= timedelta(7):
        return when
    return replace(when, value=(day + timedelta(7)).isoformat(), why=f"{when.why}; the talks were still to come on {published}")


_WITH_ARTICLE = 2
"""Words of a bare weekday: "Monday", "this Monday"."""
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def opens_range(parse: Parse, time: Time) -> bool:
    """Say whether a time is the first day of a range ("from Monday to Thursday")."""
    text = parse.report.text
    return any(o.start > time.end and _THROUGH.fullmatch(text[time.end : o.start]) for o in parse.times)


def _joined(parse: Parse, a: Time, b: Time) -> When | None:
    """Give the range of two times: "from Monday to Thursday", "between 3 and 5 May", or one day "and" the next."""
    text, first, second = parse.report.text, when_of(a, parse.report), when_of(b, parse.report)
    between, before = text[a.end : b.start], text[: a.start].split()[-1:]
    through = _THROUGH.fullmatch(between) is not None or (_BOTH.fullmatch(between) is not None and before in (["between"], ["Between"]))
    if not through and not (_BOTH.fullmatch(between) and _next_day(first.value, second.value)):
        return None
    early, late = bounds(first.value), bounds(second.value)
    if early is None or late is None or not early[0] < late[0] or any(c in f"{first.value}{second.value}" for c in "/[."):
        return None
    cite = parse.report.cite(a.start, b.end)
    why = first.why or second.why
    return When(f"{first.value}/{second.value}", cite.quote, cite, first.inferred or second.inferred, why)


def _next_day(a: str | None, b: str | None) -> bool:
    if not a or not b or not (is_day(a) and is_day(b)) or len(a) != 10 or len(b) != 10:
        return False
    return (date.fromisoformat(b) - date.fromisoformat(a)).days == 1


def _half(parse: Parse, time: Time, told: When) -> When:
    """Give the days of "the first half of September" where the time's value is the month."""
    month = _MONTH.fullmatch(told.value or "")
    half = _HALF.search(parse.report.text[max(0, time.start - _REACH) : time.end])
    if month is None or half is None or told.cite is None or int(month[2]) > 12:
        return told
    days = ("01", "15") if half[1].lower() == "first" else ("16", str(monthrange(int(month[1]), int(month[2]))[1]))
    return replace(told, value=f"[{month[0]}-{days[0]}..{month[0]}-{days[1]}]")
