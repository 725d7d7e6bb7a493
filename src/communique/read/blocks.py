"""Blocks: the paragraphs of a text. Invariant: every character that is not white space stands in exactly one block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.model.span import Span, trimmed
from communique.read.boxes import LINK_MARKS

_LINE = re.compile(r"[^\r\n\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣·*]|[-–—](?=\s)|\(?\d{1,2}[.)]\s|\([a-z]\)\s)")
_ENDED = re.compile(r"[.!?:;,…。！？；：؟۔][\"'”’»)\]]*$")
LEAST_WRAP, MOST_WRAP = 55, 100
"""Widest line, in characters, at which a text can be wrapped by hand or by a mail program (usually 65 to 80)."""
SLACK = 25
"""How many characters a wrapped line may fall short of the widest one: the word that did not fit any more."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: where it stands, its words, and whether an empty line stands before it."""

    span: Span
    text: str
    apart: bool

    @property
    def words(self) -> int:
        """How many words it holds, parted by white space."""
        return len(self.text.split())

    @property
    def ended(self) -> bool:
        """Whether it ends as running text does, with closing punctuation."""
        return bool(_ENDED.search(self.text))

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list: a bullet, a dash or a number stands first."""
        return bool(_BULLET.match(self.text))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Give the paragraphs of `text` in order; lines are joined where the text is wrapped, else each line is one."""
    lines = tuple(_lines(text))
    width = _wrap_width(lines)
    return lines if width is None else tuple(_joined(text, lines, width))


def _lines(text: str) -> Iterator[Block]:
    last = 0
    for match in _LINE.finditer(text):
        if span := trimmed(text, match.start(), match.end()):
            apart = last > 0 and sum(1 for _ in _BREAK.finditer(text, last, span.start)) > 1
            yield from _parted(text, span, apart=apart)
            last = span.end


def _parted(text: str, span: Span, *, apart: bool) -> Iterator[Block]:
    """Yield a line in parts where links stand inside it, else whole."""
    cuts = [c for m in LINK_MARKS.finditer(text[span.start : span.end]) for c in m.span("link")]
    for start, end in pairwise([0, *cuts, len(span)]):
        if part := trimmed(text, span.start + start, span.start + end):
            yield Block(part, text[part.start : part.end], apart and start == 0)


def _wrap_width(lines: tuple[Block, ...]) -> int | None:
    """Give the width at which the lines are wrapped, or None: wrapped lines are nearly all full and often stop mid-sentence."""
    width = max((len(line.text) for line in lines), default=0)
    inner = [(line, after) for line, after in pairwise(lines) if not after.apart]
    if not LEAST_WRAP <= width <= MOST_WRAP or len(inner) < 4:
        return None
    full = sum(len(line.text) >= width - SLACK for line, _ in inner)
    running_on = sum(not line.ended and after.text[0].islower() for line, after in inner)
    return width if full >= 0.8 * len(inner) and running_on >= 0.3 * len(inner) else None


def _joined(text: str, lines: tuple[Block, ...], width: int) -> Iterator[Block]:
    start = lines[0]
    for line, after in [*pairwise(lines), (lines[-1], None)]:
        if after is None or after.apart or after.listed or len(line.text) < width - SLACK:
            span = Span(start.span.start, line.span.end)
            yield Block(span, text[span.start : span.end], start.apart)
            start = after or start
