"""The imprint: where a text names the outlet that published it, apart from credit lines and headlines.

In order of trust: a copyright line, a segment of a byline between bars, a masthead above the headline, and last the agency
of a dateline, which is the outlet only where nothing else is named.
"""

import re
from collections.abc import Callable

from communique.model.report import RUNNING, Region, RegionKind, Report
from communique.model.span import Span, trimmed
from communique.read.daywords import DATE
from communique.read.patterns import IMPRINT, OUTLET

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)(?: ©)? (?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?,? (?P<outlet>[A-Z][\w&'’ -]{2,50}?)(?=[.,|]|$)", re.IGNORECASE
)
_BARS = re.compile(r"[^|•·]+")
_MASTHEAD = re.compile(rf"(?:The )?(?:{OUTLET})")
_DATED = re.compile(rf"\W*(?:{DATE})")
_STAMP = re.compile(r"(?:press|news|media) release|statement|communiqu[ée]|for immediate release", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[A-Z][A-Z.'’ -]+(?:, [A-Z][\w. ]+?)?,? (?:{DATE} ?,? ?)?"
    rf"(?:\((?P<agency>[A-Z][\w.&'’ -]{{1,40}})\)|(?P<bare>{OUTLET})) ?[-–—]{{1,2}} "
)
MASTHEAD_WORDS = 6
"""Words of the longest names of outlets and ministries that stand alone on a first line."""


def imprint_span(report: Report) -> Span | None:
    """Give where the outlet is named, or None."""
    ways: tuple[Callable[[Report], Span | None], ...] = (_copyright, _between_bars, _masthead, _dateline)
    return next((span for way in ways if (span := way(report))), None)


def _copyright(report: Report) -> Span | None:
    for region in report.regions:
        if region.kind is RegionKind.FURNITURE and (match := _COPYRIGHT.match(report.text, region.span.start, region.span.end)):
            return Span(*match.span("outlet"))
    return None


def _between_bars(report: Report) -> Span | None:
    """A segment of the byline: "By A. Writer | The Lakeside Ledger | Nov. 21, 2023"."""
    for region in _above(report):
        if "|" not in report.text[region.span.start : region.span.end]:
            continue
        for segment in _BARS.finditer(report.text, region.span.start, region.span.end):
            span = trimmed(report.text, *segment.span())
            if span and _MASTHEAD.fullmatch(report.text, span.start, span.end):
                return span
    return None


def _masthead(report: Report) -> Span | None:
    """The first line, where it is an outlet's name, or a short name above a date or above "Press release"; never the headline itself."""
    regions = report.regions
    if regions and (match := IMPRINT.match(report.text[regions[0].span.start : regions[0].span.end])):
        return Span(regions[0].span.start + match.start("outlet"), regions[0].span.start + match.end("outlet"))
    if len(regions) < 3 or regions[0].kind not in (RegionKind.HEADLINE, RegionKind.FURNITURE):
        return None
    line, below = regions[0].span, report.text[regions[1].span.start : regions[1].span.end]
    if len(report.text[line.start : line.end].split()) > MASTHEAD_WORDS or regions[1].kind in RUNNING:
        return None
    named = _MASTHEAD.fullmatch(report.text, line.start, line.end)
    return line if named or _DATED.match(below) or _STAMP.match(below) else None


def _dateline(report: Report) -> Span | None:
    lead = next((r for r in report.regions if r.kind in RUNNING), None)
    match = _DATELINE.match(report.text, lead.span.start, lead.span.end) if lead else None
    return Span(*match.span("agency" if match["agency"] else "bare")) if match else None


def _above(report: Report) -> list[Region]:
    """Give the regions above the running text."""
    first = next((i for i, r in enumerate(report.regions) if r.kind in RUNNING), 0)
    return list(report.regions[:first])
