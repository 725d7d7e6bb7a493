"""How findings say dates and quantities."""

from functools import lru_cache
from math import inf

from communique.model.days import FIRST, LAST, Days
from communique.model.quantity import Quantity
from communique.reference.edtf import first_day, last_day

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def date(written: str) -> str:
    """Give a date of a table in words: "27 May 1997", "May 1997", "1997"."""
    parts = written.split("-")
    words = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*words, *([_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []), parts[0]])


@lru_cache(maxsize=1 << 12)
def days(when: Days) -> str:
    """Give the days of an event in words, with the preposition: "on 2 February 2022", "between … and …"."""
    if when.first == when.last:
        return f"on {date(when.first)}"
    if when.first <= FIRST:
        return f"on or before {date(when.last)}"
    if when.last >= LAST:
        return f"on or after {date(when.first)}"
    for whole in (when.first[:4], when.first[:7]):
        if (first_day(whole), last_day(whole)) == (when.first, when.last):
            return f"in {date(whole)}"
    first = date(when.first) if when.first[:7] != when.last[:7] else str(int(when.first[8:]))
    return f"between {first} and {date(when.last)}"


def span(since: str | None, until: str | None) -> str:
    """Give the days from one date to another, either of which may be open, in words."""
    if since and until:
        return f"between {date(since)} and {date(until)}"
    return f"on or after {date(since)}" if since else f"on or before {date(until or LAST)}"


def number(value: float) -> str:
    """Give a number with commas between thousands: "5,000", "3.67"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def amount(quantity: Quantity) -> str:
    """Give an interval in words: "5,000", "more than 13,000", "27,000 to 33,000"."""
    if quantity.low == quantity.high:
        return number(quantity.low)
    if quantity.high == inf:
        if quantity.low == 0 and quantity.low_open:
            return "some"
        return f"{'more than' if quantity.low_open else 'at least'} {number(quantity.low)}"
    if quantity.low_open:
        return f"more than {number(quantity.low)} and at most {number(quantity.high)}"
    if quantity.low == 0:
        return f"{'fewer than' if quantity.high_open else 'at most'} {number(quantity.high)}"
    return f"{number(quantity.low)} to {number(quantity.high)}"
