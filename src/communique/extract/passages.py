"""Quotations in their surroundings: the outlet's own words before and after each, within its paragraph, as tokens of the parse.

A slight quotation is a title or a scare quote: a few words in marks inside a clause of the outlet's. Its words count as the outlet's
own where other quotations are concerned, so that `he said on “This Week.” “We will …”` is read past it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.extract.quotation_marks import Quoted, paragraphs, quoted
from communique.extract.saying import introduces
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span

STOPS = frozenset({".", "!", "?", "…", "...", "....", ";", "•", "?!", "!!"})
COMMAS = frozenset({",", "–", "—", "-", "--"})
SLIGHT = 12
"""Most words of a slight quotation; longer ones inside a clause are someone's reported words."""
_TITLE = 6
_LONG_TITLE = 9
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with", "&"})
_MARKS = "\"”“'’»`‘ \u00a0"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation of depth 0. `before` and `after` hold the outlet's tokens next to it, up to a stop, a quotation or the paragraph's end.

    `paragraph` and `paragraph_end` number the paragraphs that it begins and ends in. `stopped` says that `after` ends with a stop
    or the paragraph, not with the next quotation. `ending` is its last sign: "," "." "?" or "!", "" where there is none.
    """

    quotation: Quoted
    paragraph: int
    paragraph_end: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    stopped: bool
    slight: bool
    ending: str


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
        """The quotations of depth 0 in what is the report's own, in order: not those of comments, related links and furniture."""
        return tuple(q for q in quoted(self.parse.report.text) if q.depth == 0 and self.is_read(q.outer.start))

    def is_read(self, offset: int) -> bool:
        """Say whether what stands at `offset` is the report's own: no comment, related link or furniture."""
        return self.parse.report.region_at(offset).kind.is_read

    def heads(self, offset: int) -> bool:
        """Say whether what stands at `offset` is a headline."""
        return self.parse.report.region_at(offset).kind is RegionKind.HEADLINE

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens within marks, and the marks themselves, but not those of slight quotations."""
        return frozenset(i for q in self._weighty for i in touched(self.parse, q.outer))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in order."""
        return tuple(self._passage(q) for q in self.quotations)

    @cached_property
    def _firsts(self) -> frozenset[int]:
        starts = {p.start for p in self.paragraphs}
        return frozenset(i for i, t in enumerate(self.parse.tokens) if t.start in starts)

    def marks_in(self, start: int, end: int) -> Iterator[Span]:
        """Yield the quotations, with their marks, that share characters with a stretch."""
        at = bisect_left(self._ends, start)
        for q in self.quotations[at:]:
            if q.outer.start >= end:
                return
            yield q.outer

    @cached_property
    def marked(self) -> frozenset[int]:
        """The tokens of every quotation, slight ones too."""
        return frozenset(i for q in self.quotations for i in self.parse.tokens_in(q.outer))

    @cached_property
    def _ends(self) -> list[int]:
        return [q.outer.end for q in self.quotations]

    def begins(self, token: int) -> bool:
        """Say whether a token is the first of a paragraph."""
        return token in self._firsts

    @cached_property
    def _weighty(self) -> tuple[Quoted, ...]:
        return tuple(q for q in self.quotations if not self._slight(q))

    def lead(self, passage: Passage) -> tuple[int, ...]:
        """Give all of the outlet's tokens before a passage, back to the quotation before it or the beginning of its paragraph."""
        start = passage.quotation.outer.start
        ends = [q.outer.end for q in self._weighty if q.outer.end <= start]
        return self._own(max([self.paragraphs[passage.paragraph].start, *ends]), start)

    def lead_above(self, passage: Passage) -> tuple[int, ...]:
        """Give the outlet's words of the paragraph before a passage that is a paragraph of its own, if no quotation ends it."""
        here = passage.paragraph
        alone = passage.quotation.outer.start == self.paragraphs[here].start and not passage.after
        if here == 0 or not alone:
            return ()
        above = self.paragraphs[here - 1]
        ends = [q.outer.end for q in self._weighty if above.start < q.outer.end <= above.end]
        text = self.parse.report.text
        told = text[above.end - 1] in ".!?" and text[above.start] not in _MARKS + "“«"
        return self._own(max([above.start, *ends]), above.end) if told else ()

    def behind(self, passage: Passage) -> tuple[int, ...]:
        """Give the outlet's words of the paragraph behind a passage that is a paragraph of its own."""
        last = passage.paragraph_end + 1
        if passage.before or last >= len(self.paragraphs) or passage.quotation.outer.end < self.paragraphs[last - 1].end:
            return ()
        return self._own(self.paragraphs[last].start, self.paragraphs[last].end)

    def unstopped(self, passage: Passage) -> bool:
        """Say whether no stop ends the paragraph of a passage, as in a headline."""
        return self.parse.report.text[self.paragraphs[passage.paragraph_end].end - 1] not in ".!?"

    def _passage(self, here: Quoted) -> Passage:
        first, last = self._paragraph_at(here.outer.start), self._paragraph_at(here.outer.end - 1)
        left = max([self.paragraphs[first].start, *(q.outer.end for q in self._weighty if q.outer.end <= here.outer.start)])
        right = min([self.paragraphs[last].end, *(q.outer.start for q in self._weighty if q.outer.start >= here.outer.end)])
        before, after = self._own(left, here.outer.start), self._own(here.outer.end, right)
        head = _to_stop(self.parse, after)
        return Passage(
            here,
            first,
            last,
            _after_stop(self.parse, before) or self._led_in(first, here.outer.start),
            head,
            stopped=len(head) < len(after) or right == self.paragraphs[last].end,
            slight=here not in self._weighty,
            ending=self._ending(here),
        )

    def _led_in(self, paragraph: int, start: int) -> tuple[int, ...]:
        """Give the last sentence of the paragraph before, if a colon ends it and the quotation begins this one."""
        if paragraph == 0 or start != self.paragraphs[paragraph].start:
            return ()
        before = self.paragraphs[paragraph - 1]
        if self.parse.report.text[before.end - 1] != ":":
            return ()
        left = max([before.start, *(q.outer.end for q in self._weighty if q.outer.end <= before.end)])
        return _after_stop(self.parse, self._own(left, before.end))

    def _slight(self, quotation: Quoted) -> bool:
        text, words = self.parse.report.text, quotation.words[0]
        inner = text[words.start : words.end]
        if len(quotation.words) > 1 or not quotation.closed or any(s in inner[:-1] for s in (". ", "? ", "! ")):
            return False
        before = text[self.paragraphs[self._paragraph_at(words.start)].start : quotation.outer.start].rstrip()
        tokens = inner.split()
        if before[-1:].isalnum() and len(tokens) <= SLIGHT:
            whole = inner[:1].isupper() or self._ending(quotation) != ""
            return not (whole and self._leads_to(quotation.outer.start))
        return titled(inner) and before[-1:] in {",", "("}

    def _leads_to(self, offset: int) -> bool:
        """Say whether the word before `offset` leads to a quotation: a saying verb, "that" behind one, or a first word "But"."""
        at = bisect_left(self.parse.tokens, offset, key=lambda t: t.start) - 1
        if at < 0:
            return False
        if self.parse.text(at).lower() == "that" and at > 0:
            at -= 1
        return introduces(self.parse, at) or self.parse.text(at) in {"But", "And", "Yet", "Still"}

    def _ending(self, here: Quoted) -> str:
        text, span = self.parse.report.text, here.outer
        after = text[span.end : span.end + 3].lstrip()[:1]
        inside = text[span.start : span.end].rstrip(_MARKS)[-1:]
        if inside == "," or (after == "," and inside not in ".?!"):
            return ","
        if inside in "?!":
            return inside
        if inside in ".…" or after in set(".;"):
            return "."
        return "," if inside in "—–-" or after in set("—–-") else ""

    def _own(self, start: int, end: int) -> tuple[int, ...]:
        if start >= end:
            return ()
        return tuple(i for i in self.parse.tokens_in(Span(start, end)) if i not in self.inside)

    def _paragraph_at(self, offset: int) -> int:
        return min(bisect_right(self.paragraphs, offset, key=lambda p: p.end), len(self.paragraphs) - 1)


def is_title(page: Page, passage: Passage) -> bool:
    """Say whether a quotation names a programme, a film or a book: capitals behind "on", "in", "at" or "of" (`on ABN's “Live” show`)."""
    parse, inner = page.parse, page.parse.report.text[passage.quotation.words[0].start : passage.quotation.words[0].end]
    words = inner.rstrip(".,").split()
    small = {w for w in words if not w[:1].isupper()}
    if len(passage.quotation.words) > 1 or not words or len(words) > _LONG_TITLE or not words[0][:1].isupper() or small - _SMALL:
        return False
    first = bisect_left(parse.tokens, passage.quotation.outer.start, key=lambda t: t.start)
    if len(words) > 1 and parse.text(first - 1) in {"'s", "’s"} and passage.ending in {"", ".", ","}:
        return True
    for i in range(first - 1, max(first - 1 - _TITLE, -1), -1):
        if parse.tokens[i].upos == "ADP":
            return parse.text(i).lower() in {"on", "in", "at", "of"}
        if parse.tokens[i].upos not in {"PROPN", "NOUN", "ADJ", "DET", "NUM"} and parse.text(i) not in {
            "'s",
            "’s",
            "'",
            "’",
            "his",
            "her",
            "its",
            "their",
        }:
            return False
    return False


def titled(words: str) -> bool:
    """Say whether words read as a title: a few, with capitals but for short ones, and no sign of a sentence's end."""
    tokens = words.split()
    return 1 < len(tokens) <= _TITLE and all(t[:1].isupper() or len(t) < 4 for t in tokens) and words[-1] not in ".?!"


def touched(parse: Parse, span: Span) -> Sequence[int]:
    """Give the tokens that share a character with `span`."""
    wide = parse.tokens_in(span)
    if not wide:
        return [i for i, t in enumerate(parse.tokens) if t.span.overlaps(span)]
    edges = [i for i in (wide[0] - 1, wide[-1] + 1) if 0 <= i < len(parse.tokens) and parse.tokens[i].span.overlaps(span)]
    return [*wide, *edges]


def _after_stop(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Give the tokens behind the last stop; a mark that closes a slight quotation behind the stop belongs to it."""
    for n in range(len(tokens) - 1, -1, -1):
        if parse.text(tokens[n]) in STOPS:
            return _unmarked(parse, tokens[n + 1 :])
    return _unmarked(parse, tokens)


def _unmarked(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    while tokens and parse.text(tokens[0]) in {"”", '"', "''", "’", "'", "(", ")", "["}:
        tokens = tokens[1:]
    return tokens


def _to_stop(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, ...]:
    for n, i in enumerate(tokens):
        if parse.text(i) in STOPS:
            return tokens[:n]
    return tokens


def texts(parse: Parse, tokens: Iterable[int]) -> list[str]:
    """Give the forms of tokens in lower case."""
    return [parse.text(i).lower() for i in tokens]
