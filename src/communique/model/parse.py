"""The parse: one report annotated with Universal Dependencies. The contract between `annotate` and `extract`.

Labels are those of UD 2 (https://universaldependencies.org) with the English subtypes: `nsubj:pass`, `aux:pass`, `obl:agent`,
`acl:relcl`, `nmod:poss`, `compound:prt`, `nmod:desc` (a title before its name), … All offsets are characters of `report.text`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from communique.errors import ParseError
from communique.model.notice import Notice
from communique.model.report import Report
from communique.model.span import Span

ROOT = -1
"""Head of a sentence's root."""


@cache  # some sixty relations, asked for a million times in fifty reports
def _base(relation: str) -> str:
    """Give a relation without its subtype: "nsubj" of "nsubj:pass"."""
    return relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `head` is an index into the parse's tokens, `ROOT` for a root; `feats` as in CoNLL-U, "" for none."""

    start: int
    end: int
    upos: str
    feats: str
    lemma: str
    head: int
    rel: str

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)

    def has(self, feature: str) -> bool:
        """Say whether the token has a feature, written `Name=Value`."""
        return feature in self.feats.split("|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to but not including `last` of the parse, from `start` to `end` in the text."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A name: PER, ORG or LOC from the pipeline; NORP, LAW and EVENT from tables and patterns."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A TIMEX3 time: `type` DATE, TIME, DURATION or SET; `value` None when it cannot be anchored; `why` says how it was anchored."""

    start: int
    end: int
    type: str
    value: str | None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """One report annotated. `chains` hold the spans that name the same referent, in order of the text."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    chains: tuple[tuple[Span, ...], ...] = ()
    notices: tuple[Notice, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _sentence: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if not ROOT <= token.head < len(self.tokens) or token.head == i:
                raise ParseError(f"report {self.report.id}, token {i}: head {token.head} is no other token. Give an index or -1.")
            if token.head != ROOT:
                children[token.head].append(i)
        object.__setattr__(self, "_children", tuple(tuple(c) for c in children))
        object.__setattr__(self, "_sentence", self._sentence_numbers())

    def _sentence_numbers(self) -> tuple[int, ...]:
        numbers = [n for n, s in enumerate(self.sentences) for _ in range(s.first, s.last)]
        if len(numbers) != len(self.tokens):
            raise ParseError(
                f"report {self.report.id}: sentences hold {len(numbers)} of {len(self.tokens)} tokens. Each must be held once."
            )
        for n, s in enumerate(self.sentences):
            roots = [i for i in range(s.first, s.last) if self.tokens[i].head == ROOT]
            if len(roots) != 1 or self.subtree(roots[0]) != tuple(range(s.first, s.last)):
                raise ParseError(f"report {self.report.id}, sentence {n}: {len(roots)} roots, a circle, or a head outside. Give one tree.")
        return tuple(numbers)

    def text(self, i: int) -> str:
        """Give the form of token `i`."""
        return self.report.text[self.tokens[i].start : self.tokens[i].end]

    def children(self, i: int, *relations: str) -> tuple[int, ...]:
        """Give the dependents of token `i` in order; with `relations`, those of one of them (a bare name holds its subtypes)."""
        below = self._children[i]
        if not relations or not below:
            return below
        tokens = self.tokens
        return tuple(c for c in below if tokens[c].rel in relations or _base(tokens[c].rel) in relations)

    def related(self, i: int, *relations: str) -> bool:
        """Say whether token `i` hangs on its head by one of the relations; `nsubj` holds for `nsubj:pass` too."""
        relation = self.tokens[i].rel
        return relation in relations or _base(relation) in relations

    def subtree(self, i: int) -> tuple[int, ...]:
        """Give token `i` and everything below it, in order of the text."""
        found, waiting = [], [i]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self._children[found[-1]])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the head of token `i`, that head's head, and so on up to the root."""
        while (i := self.tokens[i].head) != ROOT:
            yield i

    def sentence_of(self, i: int) -> Sentence:
        """Give the sentence that token `i` stands in."""
        return self.sentences[self._sentence[i]]

    def root(self, sentence: Sentence) -> int:
        """Give the root of a sentence."""
        return next(i for i in range(sentence.first, sentence.last) if self.tokens[i].head == ROOT)

    def span(self, tokens: tuple[int, ...]) -> Span:
        """Give the span from the first to the last of `tokens`, gaps included."""
        return Span(min(self.tokens[i].start for i in tokens), max(self.tokens[i].end for i in tokens))

    def tokens_in(self, span: Span) -> tuple[int, ...]:
        """Give the tokens that lie wholly inside `span`, in order."""
        return tuple(range(*self._bounds(span)))

    def _bounds(self, span: Span) -> tuple[int, int]:
        first = bisect_left(self.tokens, span.start, key=lambda t: t.start)
        last = bisect_right(self.tokens, span.end, key=lambda t: t.end)
        return first, max(first, last)

    def chain_of(self, span: Span) -> tuple[Span, ...]:
        """Give the chain that holds `span`, or `span` alone."""
        return next((c for c in self.chains if span in c), (span,))
