"""How far apart in time two reports or entries are, as far as their dates tell."""

from datetime import date

from communique.model.days import FIRST, LAST, Days


def apart_in_days(a: Days | None, b: Days | None) -> int:
    """Give the days that lie between two dates at least: 0 where they overlap, or where one is not known or open."""
    if a is None or b is None or a.overlaps(b):
        return 0
    early, late = (a, b) if a.last < b.first else (b, a)
    if FIRST in (early.last, late.first) or LAST in (early.last, late.first):
        return 0
    return (date.fromisoformat(late.first) - date.fromisoformat(early.last)).days
