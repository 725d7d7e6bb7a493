"""Figures: every number of a report that counts something, with unit, bound, of what, where and for whom.

Dates, ages, clock times, ranks, labels ("Article 4") and names ("SS-20") are none.
"""

from collections.abc import Iterator

from communique.extract.amounts.bounds import bounded
from communique.extract.amounts.counting import Counted, counted
from communique.extract.amounts.numerals import numerals
from communique.extract.amounts.parties import parties
from communique.model.mention import Figure
from communique.model.parse import Parse
from communique.model.report import RegionKind

__all__ = ["figures"]

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})


def figures(parse: Parse) -> Iterator[Figure]:
    """Yield the figures of a report, in order of the text."""
    for number in numerals(parse.report.text):
        if parse.report.region_at(number.span.start).kind in _UNREAD:
            continue
        if (found := counted(parse, number)) is not None and (figure := _figure(parse, found)):
            yield figure


def _figure(parse: Parse, found: Counted) -> Figure | None:
    told = bounded(parse, found.number.span)
    bound = "at_least" if found.number.is_vague and found.number.upper is None else told.bound
    if found.number.value == 1 and bound == "exact" and not found.number.unit:
        return None
    where = parties(parse, found)
    cite = parse.report.cite(told.span.start, max(told.span.end, found.end))
    return Figure(found.number.value, found.unit, bound, where.of, where.place, where.recipient, cite, found.number.upper)
