"""A report's text as HTML with the words marked that entries rest on. Invariant: its text content is `report.text`, unchanged.

Labels and numbers that a reader sees beside the words come from attributes by the style sheet, so that they are no part of the text.
Spans that nest are nested; of two that cross, the later one is cut where the earlier ends, and its pieces are styled together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise

from markupsafe import Markup, escape

from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span
from communique.show.index import Index, anchor
from communique.show.uses import Use

KINDS = {"S": "Statement", "T": "Talks", "E": "Event", "P": "Provision", "G": "Agreement", "A": "Actor", "R": "Report", "N": "Notice"}
KINDS |= {"D": "Document", "I": "Issue", "O": "Position", "F": "Condition", "M": "Commitment", "Q": "Number", "X": "Conflict"}
"""What the letter of a label stands for."""

LABELS = {RegionKind.BLOCKQUOTE: "quoted from elsewhere", RegionKind.FURNITURE: "page furniture", RegionKind.RELATED: "other pages"}
"""How a region is named to a reader where its kind's own word says too little."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A report's marked text, and the anchors of the marks that had to be cut in pieces."""

    html: Markup
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Piece:
    """Characters `start` to `end` (held negative in `order`, so that longer pieces come first) of the mark `whole`."""

    start: int
    order: int
    whole: Span = field(compare=False)

    @property
    def end(self) -> int:
        return -self.order


def marked(report: Report, some: Iterable[Use], *, index: Index) -> Marked:
    """Give a report's text in blocks by region, every use's words marked and linked to the entries that rest on them."""
    by_span: dict[Span, list[Use]] = {}
    for use in some:
        by_span.setdefault(use.cite.span, []).append(use)
    blocks = tuple(_blocks(report))
    pieces = nested(by_span, edges=[start for _, start, _ in blocks])
    writer = _Writer(report, by_span, index, _counted(pieces), _with_inner(pieces))
    html = "".join(writer.block(region, start, end, pieces) for region, start, end in blocks)
    return Marked(Markup(html), tuple(writer.name(s) for s, n in writer.counts.items() if n > 1))  # noqa: S704 (escaped piece by piece)


def nested(spans: Iterable[Span], *, edges: Sequence[int]) -> list[_Piece]:
    """Cut spans so that any two pieces nest or lie apart and none crosses an edge; in order, outer before inner."""
    waiting = [_Piece(s.start, -s.end, s) for s in spans]
    heapify(waiting)
    done: list[_Piece] = []
    around: list[_Piece] = []
    while waiting:
        piece = heappop(waiting)
        while around and around[-1].end <= piece.start:
            around.pop()
        limit = min([e for e in edges if piece.start < e < piece.end] + ([around[-1].end] if around else []), default=piece.end)
        if limit < piece.end:
            heappush(waiting, _Piece(piece.start, -limit, piece.whole))
            heappush(waiting, _Piece(limit, -piece.end, piece.whole))
            continue
        done.append(piece)
        around.append(piece)
    return done


def _blocks(report: Report) -> Iterator[tuple[Region | None, int, int]]:
    """Yield each region with its stretch of the text; what lies between regions belongs to the one before."""
    regions: list[Region | None] = [*sorted(report.regions, key=lambda r: r.span)]
    starts = [0, *(r.span.start for r in regions[1:] if r)]
    yield from zip(regions or [None], starts, [*starts[1:], len(report.text)], strict=True)


def _counted(pieces: Iterable[_Piece]) -> dict[Span, int]:
    counts: dict[Span, int] = {}
    for piece in pieces:
        counts[piece.whole] = counts.get(piece.whole, 0) + 1
    return counts


def _with_inner(pieces: Sequence[_Piece]) -> frozenset[Span]:
    """Give the spans one of whose pieces holds another piece: their words cannot be a link."""
    return frozenset(a.whole for a, b in pairwise(pieces) if b.start < a.end)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one report: its text, what uses each span, in how many pieces each is cut, and which spans hold others."""

    report: Report
    by_span: dict[Span, list[Use]]
    index: Index
    counts: dict[Span, int]
    with_inner: frozenset[Span]

    def block(self, region: Region | None, start: int, end: int, pieces: Sequence[_Piece]) -> str:
        inside = [p for p in pieces if start <= p.start < end]
        return f"<div{_described(region)}>{''.join(self._parts(inside, start, end))}</div>"

    def _parts(self, pieces: Sequence[_Piece], start: int, end: int) -> Iterator[str]:
        at, around = start, list[_Piece]()
        for piece in [*pieces, None]:
            until = end if piece is None else piece.start
            while around and around[-1].end <= until:
                yield self._text(at, around[-1].end)
                at = around[-1].end
                yield self._close(around.pop())
            yield self._text(at, until)
            at = until
            if piece is not None:
                yield self._open(piece)
                around.append(piece)

    def _text(self, start: int, end: int) -> str:
        # A bare carriage return would become a line feed, and no reference can stand for U+0000.
        return str(escape(self.report.text[start:end])).replace("\r", "&#13;").replace("\0", "�")

    def _open(self, piece: _Piece) -> str:
        whole = piece.whole
        kind = f'class="{self._style(whole)}"'
        cut = f' data-of="{self.name(whole)}"' if self.counts[whole] > 1 else ""
        name = f' id="{self.name(whole)}"' if piece.start == whole.start else ""
        return f"<mark{name} {kind}{cut}>" + (f'<a href="#{anchor(self._entries(whole)[0])}">' if self._is_link(whole) else "")

    def _close(self, piece: _Piece) -> str:
        whole = piece.whole
        if piece.end < whole.end:
            return "</mark>"
        entries = self._entries(whole)
        if self._is_link(whole):
            return "</a>" + "".join(self._reference(e, shown=False) for e in entries[1:]) + "</mark>"
        main = {u.entry for u in self.by_span[whole] if u.main}
        return "".join(self._reference(e, shown=e in main) for e in entries) + "</mark>"

    def _is_link(self, whole: Span) -> bool:
        """Say whether the words themselves link back: small marks that hold no other. The rest get a number behind them."""
        main = any(u.main for u in self.by_span[whole])
        return not main and self.counts[whole] == 1 and whole not in self.with_inner

    def _entries(self, whole: Span) -> list[str]:
        """Give the entries that rest on a span: first those it is about, then the actor that it names."""
        ranked = sorted(self.by_span[whole], key=lambda u: (not u.main, u.entry not in self.index.actors))
        return list(dict.fromkeys(u.entry for u in ranked))

    def _style(self, whole: Span) -> str:
        main = [self.index.labels[u.entry][0].lower() for u in self.by_span[whole] if u.main]
        if main:
            return " ".join(sorted(set(main)))
        return "a" if any(u.entry in self.index.actors for u in self.by_span[whole]) else "w"

    def _reference(self, entry: str, *, shown: bool) -> str:
        label = self.index.labels[entry]
        words = f"{KINDS[label[0]]} {label[1:]}"
        return f'<a class="{"ref" if shown else "ref also"}" href="#{anchor(entry)}" data-n="{label}" aria-label="{words}"></a>'

    def name(self, whole: Span) -> str:
        return anchor(self.report.id, f"{whole.start}-{whole.end}")


def _described(region: Region | None) -> str:
    if region is None or region.kind in {RegionKind.BODY, RegionKind.LEAD}:
        return ""
    if region.kind is RegionKind.HEADLINE:
        return ' class="headline"'
    author = f", {region.author}" if region.author else ""
    return f' class="{region.kind.value}" data-label="{escape(LABELS.get(region.kind, region.kind.value) + author)}"'
