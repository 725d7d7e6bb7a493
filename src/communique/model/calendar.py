"""EDTF dates as spans of days, to be compared: which comes first, and whether two can be the same."""

import re

_DATE = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")


def bounds(value: str | None) -> tuple[str, str] | None:
    """Give the first and last day that an EDTF date may mean, as strings that sort like dates; None where it has no year.

    >>> bounds("2031-05")
    ('2031-05-00', '2031-05-99')
    """
    if not value or "X" in value or ".." in value.split("/")[0][:2]:
        return None
    found = _DATE.findall(value)
    if not found or (value.endswith(("/..", "..]")) and len(found) < 2):
        return None
    return found[0] + "0000-00-00"[len(found[0]) :], found[-1] + "9999-99-99"[len(found[-1]) :]


def may_be_same(a: str | None, b: str | None) -> bool:
    """Say whether two dates can be the same day: one is unknown, or they overlap."""
    first, second = bounds(a), bounds(b)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def is_day(value: str | None) -> bool:
    """Say whether a date names one day."""
    return (found := bounds(value)) is not None and found[0][:10] == found[1][:10]
