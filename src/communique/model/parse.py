"""The parse: one report annotated with Universal Dependencies. The contract between `annotate` and `extract`.

Labels are those of UD 2 (https://universaldependencies.org) with the English subtypes: `nsubj:pass`, `aux:pass`, `obl:agent`,
`acl:relcl`, `nmod:poss`, `compound:prt`, `nmod:desc` (a title before its name), … All offsets are characters of `report.text`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from communique.model.notice import Notice
from communique.model.report import Report
from communique.model.span import Span
from communique.model.tree import ROOT, Forest, Sentence, Token, forest

__all__ = ["ROOT", "Entity", "Parse", "Sentence", "Time", "Token"]


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
    trees: Forest = field(default=None, repr=False, compare=False)  # type: ignore[assignment] # worked out; `replace` hands it on
    memory: dict[object, dict[int, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)  # Any: see `remembered`
    _timed: frozenset[int] = field(init=False, repr=False, compare=False)
    _entities: Mapping[int, tuple[Entity, ...]] = field(init=False, repr=False, compare=False)
    _chains: Mapping[Span, tuple[Span, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.trees is None or not self.trees.is_of(self.report.text, self.tokens, self.sentences):
            object.__setattr__(self, "trees", forest(self.report.id, self.report.text, self.tokens, self.sentences))
        object.__setattr__(self, "_timed", frozenset(i for t in self.times for i in self.trees.beginning(t.start, t.end)))
        object.__setattr__(self, "_entities", self._entities_by_token())
        object.__setattr__(self, "_chains", {s: c for c in reversed(self.chains) for s in c})

    def _entities_by_token(self) -> Mapping[int, tuple[Entity, ...]]:
        found: dict[int, tuple[Entity, ...]] = {}
        for entity in self.entities:
            for i in self.trees.beginning(entity.start, entity.end):
                found[i] = (*found.get(i, ()), entity)
        return found

    def __getstate__(self) -> list[object]:
        return [getattr(self, name) for name in _STORED]

    def __setstate__(self, state: list[object]) -> None:
        for name, value in zip(_STORED, state, strict=False):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "trees", None)
        object.__setattr__(self, "memory", {})
        self.__post_init__()

    def text(self, i: int) -> str:
        """Give the form of token `i`."""
        return self.trees.forms[i]

    def children(self, i: int, *relations: str) -> tuple[int, ...]:
        """Give the dependents of token `i` in order; with `relations`, those of one of them (a bare name holds its subtypes)."""
        if not relations:
            return self.trees.below[i]
        related = self.trees.related[i]
        if not related:
            return ()
        found: tuple[int, ...] = ()
        for relation in relations:
            if relation in related:
                found = tuple(sorted({*found, *related[relation]})) if found else related[relation]
        return found

    def related(self, i: int, *relations: str) -> bool:
        """Say whether token `i` hangs on its head by one of the relations; `nsubj` holds for `nsubj:pass` too."""
        return not self.trees.relations[i].isdisjoint(relations)

    def subtree(self, i: int) -> tuple[int, ...]:
        """Give token `i` and everything below it, in order of the text."""
        return self.trees.subtree(i)

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the head of token `i`, that head's head, and so on up to the root."""
        while (i := self.tokens[i].head) != ROOT:
            yield i

    def sentence_of(self, i: int) -> Sentence:
        """Give the sentence that token `i` stands in."""
        return self.sentences[self.trees.sentence[i]]

    def root(self, sentence: Sentence) -> int:
        """Give the root of a sentence."""
        return next(i for i in range(sentence.first, sentence.last) if self.tokens[i].head == ROOT)

    def span(self, tokens: tuple[int, ...]) -> Span:
        """Give the span from the first to the last of `tokens`, gaps included."""
        return Span(min([self.tokens[i].start for i in tokens]), max([self.tokens[i].end for i in tokens]))

    def tokens_in(self, span: Span) -> tuple[int, ...]:
        """Give the tokens that lie wholly inside `span`, in order."""
        return tuple(self.trees.between(span.start, span.end))

    def chain_of(self, span: Span) -> tuple[Span, ...]:
        """Give the chain that holds `span`, or `span` alone."""
        return self._chains.get(span) or (span,)

    def timed(self, i: int) -> bool:
        """Say whether token `i` begins within a time."""
        return i in self._timed

    def entities_at(self, i: int) -> tuple[Entity, ...]:
        """Give the entities that token `i` begins within, in their order."""
        return self._entities.get(i, ())


_STORED = tuple(f.name for f in fields(Parse) if f.init and f.name != "trees")
"""What makes a parse; the rest is worked out from it, so that a stored parse need not hold it."""
