"""Reports: one text as one outlet published it once, with its regions and where its date and outlet came from."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from communique.errors import CitationError
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN, When
from communique.model.span import Span


class RegionKind(StrEnum):
    """What a stretch of a report is."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    RELATED = "related"
    COMMENT = "comment"
    CORRECTION = "correction"
    FURNITURE = "furniture"

    @property
    def is_read(self) -> bool:
        """Say whether a stretch of this kind is the report's own words: no page furniture, no other pages, no readers' comments."""
        return self not in {RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT}


RUNNING = frozenset({RegionKind.LEAD, RegionKind.BODY, RegionKind.BLOCKQUOTE})
"""The kinds that make up the running text (`body` in the record)."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of one kind; `anchor` is the date that its "Thursday" counts from, where it differs from the report's."""

    span: Span
    kind: RegionKind
    author: str | None = None
    anchor: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date found for a report.

    `kind` is published, modified, crawled or text; `source` input, json-ld, meta, time, url, dateline or text.
    """

    kind: str
    source: str
    value: str
    cite: Citation | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that the report credits ("TASS", "With files from …") and the words that do it."""

    source: str
    cite: Citation


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a field of the report came from: `field` title, byline, outlet or language; `source` input, json-ld, meta, page or text.

    `cite` holds the words where the report's own text says so.
    """

    field: str
    source: str
    cite: Citation | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `text` is what every span counts in; for a plain-text file it is exactly the decoded file.

    `sha256` is that of the original bytes, `original` the bytes themselves where they differ from the text (HTML), else None.
    `regions` cover the text in order, without gaps but white space. `published` is unknown unless something says it.
    """

    id: str
    file: str
    text: str
    sha256: str
    regions: tuple[Region, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: When = UNKNOWN
    dates: tuple[DateCandidate, ...] = ()
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    original: bytes | None = None
    credits: tuple[Credit, ...] = ()
    stated: tuple[Stated, ...] = ()

    def cite(self, start: int, end: int) -> Citation:
        """Give the citation of characters `start` to `end` (exclusive)."""
        return Citation(self.id, start, end, self.text[start:end], self.text)

    @property
    def body(self) -> tuple[Span, ...]:
        """The running text: lead, body and block quotes."""
        return tuple(r.span for r in self.regions if r.kind in RUNNING)

    def region_at(self, offset: int) -> Region:
        """Give the region that holds the character at `offset`, or the last one before it (white space between regions)."""
        behind = bisect_right(self.regions, offset, key=_START)
        if not behind or offset >= len(self.text):
            raise CitationError(f"report {self.id}: no region at character {offset} of {len(self.text)}. Give an offset of its text.")
        return self.regions[behind - 1]


_START = attrgetter("span.start")
