"""Sources without a name ("US officials", "a senior diplomat"), where they are said to have said something."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from communique.extract.actors.places import match_of
from communique.extract.saying import is_saying
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Country, Tables

_INSIDE = ("amod", "compound", "nmod:desc", "nummod", "nmod:poss", "flat")


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source without a name, and its state (ISO 3166 alpha-3) where an adjective or name gives one."""

    span: Span
    country: str | None


def sources_of(parse: Parse, tables: Tables, *, persons: Collection[Span]) -> Iterator[Source]:
    """Yield the unnamed sources of a report; what names one of `persons`, or stands in its chain, is none."""
    for i, token in enumerate(parse.tokens):
        if token.upos != "NOUN" or not _speaks(parse, i):
            continue
        office = tables.office(parse.text(i))
        if office is None or not office.entry.unnamed:
            continue
        span = _phrase(parse, i)
        if not _named(parse, i, span, persons) and (source := _source(parse, i, span, tables)):
            yield source


def _speaks(parse: Parse, i: int) -> bool:
    """Say whether a noun is the subject of a verb of saying, or what a report is "according to"."""
    token = parse.tokens[i]
    if token.rel == "nsubj" and token.head >= 0:
        return is_saying(parse, token.head)
    return any(parse.text(c).lower() == "according" for c in parse.children(i, "case"))


def _phrase(parse: Parse, i: int) -> Span:
    """Give the noun with its modifiers in front of it, without the article."""
    kept = [i]
    for child in parse.children(i, *_INSIDE):
        if child < i:
            kept.extend(parse.subtree(child))
    first = max((n + 1 for n in range(min(kept), i) if n not in kept), default=min(kept))
    while first < i and parse.tokens[first].upos == "DET":
        first += 1
    return parse.span(tuple(range(first, i + 1)))


def _named(parse: Parse, i: int, span: Span, persons: Collection[Span]) -> bool:
    """Say whether the phrase stands for a named person: it holds or is beside a name, or its chain has one."""
    beside = [parse.tokens[c].span for c in parse.children(i, "appos", "flat", "nmod:desc", "conj")]
    if any(s.overlaps(span) or any(s.overlaps(b) for b in beside) for s in persons):
        return True
    chains = (c for c in parse.chains if any(s.covers(parse.tokens[i].span) and s.overlaps(span) for s in c))
    return any(s.overlaps(p) for chain in chains for s in chain for p in persons)


def _source(parse: Parse, i: int, span: Span, tables: Tables) -> Source | None:
    """Give the source; None where it holds people of two states ("Russian and US officials"), who are no one source."""
    words = parse.tokens_in(span)
    states = {m.entry.code for n in words if (m := match_of(parse.text(n), tables)) and isinstance(m.entry, Country)}
    if len(states) > 1 or any(parse.tokens[n].upos == "CCONJ" for n in words):
        return None
    return Source(span, next(iter(states), None))
