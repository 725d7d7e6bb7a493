"""Tokens, sentences and the trees over them. Invariant: every sentence is one tree, and every token stands in one sentence.

What rules ask for again and again (forms, dependents by relation, subtrees) is worked out once here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from communique.errors import ParseError
from communique.model.span import Span

ROOT = -1
"""Head of a sentence's root."""

_NOTHING: Mapping[str, tuple[int, ...]] = MappingProxyType({})


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
        return feature in self.feats and feature in self.feats.split("|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to but not including `last` of the parse, from `start` to `end` in the text."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """The trees of one report. By token: `forms` as written, `lowers` in lower case, `relations` (its own and without the subtype)."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    forms: tuple[str, ...]
    lowers: tuple[str, ...]
    relations: tuple[frozenset[str], ...]
    below: tuple[tuple[int, ...], ...]
    sentence: tuple[int, ...]
    """By token, the number of its sentence."""
    related: tuple[Mapping[str, tuple[int, ...]], ...]
    """By token, its dependents by relation, also by its name without the subtype."""
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]
    _subtrees: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def is_of(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> bool:
        """Say whether these are the trees of just these tokens and sentences of a text."""
        return self.text is text and self.tokens is tokens and self.sentences is sentences

    def subtree(self, i: int) -> tuple[int, ...]:
        """Give token `i` and everything below it, in order of the text."""
        if i not in self._subtrees:
            self._subtrees[i] = _subtree(self.below, i)
        return self._subtrees[i]

    def beginning(self, start: int, end: int) -> range:
        """Give the tokens that begin within characters `start` to `end` (exclusive)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def between(self, start: int, end: int) -> range:
        """Give the tokens that lie wholly within characters `start` to `end`."""
        first = bisect_left(self._starts, start)
        return range(first, max(first, bisect_right(self._ends, end)))


def forest(name: str, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> Forest:
    """Give the trees of the report called `name`. Raise `ParseError` where they are none."""
    forms = tuple([text[t.start : t.end] for t in tokens])
    below = _below(name, tokens)
    return Forest(
        text=text,
        tokens=tokens,
        sentences=sentences,
        forms=forms,
        lowers=tuple([f.lower() for f in forms]),
        relations=tuple([_names(t.rel) for t in tokens]),
        below=below,
        sentence=_sentence_numbers(name, tokens, sentences, below),
        related=tuple([_by_relation(tokens, children) if children else _NOTHING for children in below]),
        _starts=tuple([t.start for t in tokens]),
        _ends=tuple([t.end for t in tokens]),
    )


@cache  # some sixty relations
def _names(relation: str) -> frozenset[str]:
    """Give what a relation is asked for by: itself, and itself without its subtype."""
    return frozenset((relation, relation.partition(":")[0]))


def _below(name: str, tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if not ROOT <= token.head < len(tokens) or token.head == i:
            raise ParseError(f"report {name}, token {i}: head {token.head} is no other token. Give an index or -1.")
        if token.head != ROOT:
            children[token.head].append(i)
    return tuple(map(tuple, children))


def _by_relation(tokens: Sequence[Token], children: Sequence[int]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for child in children:
        for relation in _names(tokens[child].rel):
            found[relation] = (*found.get(relation, ()), child)
    return found


def _sentence_numbers(name: str, tokens: Sequence[Token], sentences: Sequence[Sentence], below: Sequence[Sequence[int]]) -> tuple[int, ...]:
    numbers = [n for n, s in enumerate(sentences) for _ in range(s.first, s.last)]
    if len(numbers) != len(tokens):
        raise ParseError(f"report {name}: sentences hold {len(numbers)} of {len(tokens)} tokens. Each must be held once.")
    for n, s in enumerate(sentences):
        roots = [i for i in range(s.first, s.last) if tokens[i].head == ROOT]
        if len(roots) != 1 or _subtree(below, roots[0]) != tuple(range(s.first, s.last)):
            raise ParseError(f"report {name}, sentence {n}: {len(roots)} roots, a circle, or a head outside. Give one tree.")
    return tuple(numbers)


def _subtree(below: Sequence[Sequence[int]], i: int) -> tuple[int, ...]:
    found, waiting = [], [i]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(below[found[-1]])
    return tuple(sorted(found))
