"""Quotations in their surroundings: the outlet's own words before and after each, within its paragraph, as tokens of the parse.

Invariant: no token of `before` or `after` stands within quotation marks of depth 0, and none leaves the paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.extract.quotation_marks import Quoted, paragraphs, quoted
from communique.model.parse import Parse
from communique.model.span import Span

STOPS = frozenset({".", "!", "?", "…", "...", "....", ";", "•", "?!", "!!"})
_MARKS = frozenset("\"“”„‟«»'‘’‚`")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation of depth 0. `before` and `after` hold the outlet's tokens next to it, up to a stop, a quotation or the paragraph's end.

    `stopped` says that `after` ends with a stop or the paragraph, not with the next quotation; `opens` that no word of the same
    sentence of the outlet stands before it.
    """

    quotation: Quoted
    paragraph: int
    paragraph_end: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    stopped: bool
    joins: bool
    gap: str

    @property
    def opens(self) -> bool:
        """Whether nothing of the outlet's sentence stands before it."""
        return not self.before


@dataclass(frozen=True)
class Page:
    """One parse with its passages and the tokens that stand within marks."""

    parse: Parse

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the text, in order."""
        return tuple(paragraphs(self.parse.report.text))

    @cached_property
    def quotations(self) -> tuple[Quoted, ...]:
        """The quotations of depth 0, in order."""
        return tuple(q for q in quoted(self.parse.report.text) if q.depth == 0)

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens within marks, and the marks themselves."""
        return frozenset(i for q in self.quotations for i in _touched(self.parse, q.outer))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in order."""
        return tuple(self._passage(n) for n in range(len(self.quotations)))

    def _passage(self, n: int) -> Passage:
        here = self.quotations[n]
        first, last = self._paragraph_at(here.outer.start), self._paragraph_at(here.outer.end - 1)
        left = max([self.paragraphs[first].start, *(q.outer.end for q in self.quotations[:n])])
        right = min([self.paragraphs[last].end, *(q.outer.start for q in self.quotations[n + 1 :])])
        before, after = self._own(left, here.outer.start), self._own(here.outer.end, right)
        tail, head = _after_stop(self.parse, before), _to_stop(self.parse, after)
        text = self.parse.report.text
        return Passage(
            here,
            first,
            last,
            tail or self._led_in(first, here.outer.start),
            head,
            stopped=len(head) < len(after) or right == self.paragraphs[last].end,
            joins=n > 0 and self.quotations[n - 1].outer.end == left,
            gap=text[left : here.outer.start].strip(),
        )

    def _led_in(self, paragraph: int, start: int) -> tuple[int, ...]:
        """Give the last sentence of the paragraph before, if a colon ends it and the quotation begins this one."""
        if paragraph == 0 or start != self.paragraphs[paragraph].start:
            return ()
        before = self.paragraphs[paragraph - 1]
        if self.parse.report.text[before.end - 1] != ":":
            return ()
        return _after_stop(self.parse, self._own(max([before.start, *(q.outer.end for q in self.quotations if q.outer.end <= start)]), before.end))

    def _own(self, start: int, end: int) -> tuple[int, ...]:
        if start >= end:
            return ()
        return tuple(i for i in self.parse.tokens_in(Span(start, end)) if i not in self.inside)

    def _paragraph_at(self, offset: int) -> int:
        return next((n for n, p in enumerate(self.paragraphs) if offset < p.end), len(self.paragraphs) - 1)


def _touched(parse: Parse, span: Span) -> Sequence[int]:
    wide = parse.tokens_in(span)
    if not wide:
        return [i for i, t in enumerate(parse.tokens) if t.start < span.end and t.end > span.start]
    edges = [i for i in (wide[0] - 1, wide[-1] + 1) if 0 <= i < len(parse.tokens) and parse.tokens[i].span.overlaps(span)]
    return [*wide, *edges]


def _after_stop(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    for n in range(len(tokens) - 1, -1, -1):
        if parse.text(tokens[n]) in STOPS:
            return tokens[n + 1 :]
    return tokens


def _to_stop(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    for n, i in enumerate(tokens):
        if parse.text(i) in STOPS:
            return tokens[:n]
    return tokens
