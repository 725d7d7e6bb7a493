"""Dates in words: EDTF as a reader says it. Never more precise than the value."""

import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
DOUBTS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PARTS = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T(.+?))?)?)?([~?%]?)")
_DAY = re.compile(r"\d{4}-(0\d|1[0-2])-\d\d")


def in_words(edtf: str) -> str:
    """Give an EDTF date in words: `2022-01-10` as "10 January 2022", `[a..b]` as "some day from … to …", `a/b` as "… to …"."""
    if edtf.startswith("["):
        return _within(*edtf.strip("[]").split("..", 1))
    if "/" in edtf:
        return _lasting(*edtf.split("/", 1))
    return _date(edtf)


def between(start: str, end: str) -> str:
    """Give two dates in words, what days share said once: "10 to 13 January 2022"; one date where both are the same."""
    if start == end:
        return _date(start)
    if _DAY.fullmatch(start) and _DAY.fullmatch(end):
        shared = 7 if start[:7] == end[:7] else 4 if start[:4] == end[:4] else 0
        words = _date(start).split(" ")
        return f"{' '.join(words[: {7: 1, 4: 2, 0: 3}[shared]])} to {_date(end)}"
    return f"{_date(start)} to {_date(end)}"


def _within(start: str, end: str) -> str:
    if not start:
        return f"on or before {_date(end)}"
    if not end:
        return f"on or after {_date(start)}"
    return f"some day from {between(start, end)}"


def _lasting(start: str, end: str) -> str:
    if start == "..":
        return f"until {_date(end)}"
    if end == "..":
        return f"from {_date(start)} on"
    return between(start, end)


def _date(value: str) -> str:
    found = _PARTS.fullmatch(value)
    if found is None:
        return value
    year, month, day, time, doubt = found.groups()
    words = " ".join(w for w in (_day(day), _month(month), _year(year)) if w)
    return DOUBTS[doubt] + words + (f", {time}" if time else "")


def _day(day: str | None) -> str:
    return "" if day in {None, "XX"} else str(int(day or 0))


def _month(month: str | None) -> str:
    if month is None:
        return ""
    if month == "XX":
        return "of an unknown month,"
    return SEASONS.get(month) or MONTHS[int(month) - 1]


def _year(year: str) -> str:
    if year == "XXXX":
        return "(year unknown)"
    if "X" in year:
        return year.replace("X", "0") + "s"
    return year
