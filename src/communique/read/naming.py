"""Naming: a report's title, outlet, byline and credited sources, read from its own text, each with where it stands."""

import re
from collections.abc import Iterator

from communique.model.report import RUNNING, Credit, RegionKind, Report
from communique.model.span import Span, trimmed
from communique.read.blocks import blocks_of
from communique.read.daywords import DATE
from communique.read.imprint import imprint_span
from communique.read.patterns import BYLINE, CREDIT_LINE, OUTLET
from communique.read.regions import kinds_in, title_end, title_index

_OUTLET_FIRST = re.compile(rf"^(?P<outlet>{OUTLET}) [–—|-] (?P<title>\S.{{8,}})$")
_OUTLET_LAST = re.compile(rf"^(?P<title>.{{8,}}\S) (?:[–—|]|-) (?P<outlet>{OUTLET})$")
_POSTED_BY = re.compile(rf"^[(\[]?(?P<outlet>[A-Z][\w.&'’ -]{{1,50}}?), (?:posted|published|issued)(?: on)? {DATE}")
_AGENCY = re.compile(
    r"(?P<slashed>/(?P<a>[A-Z][\w. -]{1,30}?)/)|\((?P<b>Reuters|AP|AFP|TASS|Interfax|Xinhua|UPI|DPA|dpa|ANSA|EFE|PA|CNN|Bloomberg|"
    r"RFE/RL|Sputnik|RIA Novosti|Anadolu|Kyodo|[A-Z][\w.]+ News)\)"
)
_DATELINE_START = re.compile(r"[A-Z][A-Z.'’-]+")
DATELINE_LENGTH = 90
"""Characters at a paragraph's start within which a dateline names its agency."""
_FROM = re.compile(
    r"\b(?:with (?:files|reporting|reports?|inputs?|additional reporting|material|information|contributions?) (?:from|by)|sources?:|"
    r"agenc(?:y|ies):)\s+",
    re.IGNORECASE,
)
_PART = re.compile(r",\s+(?:and\s+)?|\s+and\s+|;\s+|\s+&\s+")
_TITLE_IN_QUOTES = re.compile(r"\s*[“\"‘«].*$", re.DOTALL)


def title_span(report: Report) -> Span | None:
    """Give where the report's own headline stands, without an outlet's name before or behind it; None where there is none."""
    blocks = blocks_of(report.text)
    kinds = kinds_in(report.regions, blocks)
    start = title_index(blocks, kinds)
    if start is None:
        return None
    whole = Span(blocks[start].span.start, blocks[title_end(blocks, kinds, start) - 1].span.end)
    match = _outlet_match(report.text[whole.start : whole.end])
    return Span(whole.start + match.start("title"), whole.start + match.end("title")) if match else _unmarked(report.text, whole)


def _unmarked(text: str, whole: Span) -> Span:
    """Leave out the signs that mark a heading in Markdown."""
    mark = re.compile(r"#{1,6}\s+").match(text, whole.start)
    return trimmed(text, mark.end(), whole.end) or whole if mark else whole


def _outlet_match(headline: str) -> re.Match[str] | None:
    return _OUTLET_FIRST.match(headline) or _OUTLET_LAST.match(headline)


def outlet_span(report: Report) -> Span | None:
    """Give where the outlet is named: a credit line or posting note at either end, a name set off in the headline, the imprint."""
    for note in _notes(report):
        text = report.text[note.start : note.end]
        if match := CREDIT_LINE.match(text) or _POSTED_BY.match(text):
            return Span(note.start + match.start("outlet"), note.start + match.end("outlet"))
    for region in report.regions:
        if region.kind is RegionKind.HEADLINE and (match := _outlet_match(report.text[region.span.start : region.span.end])):
            return Span(region.span.start + match.start("outlet"), region.span.start + match.end("outlet"))
    return imprint_span(report)


def byline_span(report: Report) -> Span | None:
    """Give where the writers are named: "By …" or a name between dashes, in a note at either end."""
    for region in _notes(report):
        if match := BYLINE.match(report.text[region.start : region.end]):
            group = "by" if match["by"] else "dashed"
            return Span(region.start + match.start(group), region.start + match.end(group))
    return None


def _notes(report: Report) -> Iterator[Span]:
    """The furniture before the text, then that behind it."""
    running = [i for i, r in enumerate(report.regions) if r.kind in RUNNING]
    first, last = (running[0], running[-1]) if running else (len(report.regions), -1)
    second = running[1] if len(running) > 1 else first
    for i, region in enumerate(report.regions):
        if region.kind is RegionKind.FURNITURE and (i < second or i > last or i < first):
            yield region.span


def credits_of(report: Report) -> Iterator[Credit]:
    """Yield the sources that the report credits: the agency of its dateline, and those of notes such as "With files from …"."""
    for region in report.regions:
        if region.kind in RUNNING:
            yield from _dateline_credit(report, region.span)
            break
    for region in report.regions:
        if region.kind in (RegionKind.FURNITURE, RegionKind.CORRECTION):
            yield from _noted_credits(report, region.span)


def _dateline_credit(report: Report, region: Span) -> Iterator[Credit]:
    if not _DATELINE_START.match(report.text, region.start):
        return
    if match := _AGENCY.search(report.text, region.start, min(region.end, region.start + DATELINE_LENGTH)):
        group = "a" if match["a"] else "b"
        yield Credit(match[group], report.cite(*match.span(group)))


def _noted_credits(report: Report, region: Span) -> Iterator[Credit]:
    match = _FROM.search(report.text, region.start, region.end)
    if match is None:
        return
    start = match.end()
    for part in [*_PART.finditer(report.text, start, region.end), None]:
        end = part.start() if part else region.end
        name = _TITLE_IN_QUOTES.sub("", report.text[start:end]).rstrip(' .)]\n\r\t”"')
        if name and name[0].isalnum() and len(name) <= 60:
            yield Credit(name, report.cite(start, start + len(name)))
        start = part.end() if part else end
