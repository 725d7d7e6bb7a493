"""Sources without a name ("US officials", "a senior diplomat"), where they are said to have said something."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from communique.extract.actors.people import COLLECTIVE, is_people
from communique.extract.actors.places import is_silent, match_of
from communique.extract.saying import is_saying
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Country, Tables

_INSIDE = ("amod", "compound", "nmod:desc", "nummod", "nmod:poss", "flat")


_CLOSING = frozenset({"”", "’", '"', "''", "»"})
_ONE = frozenset({"a", "an", "one", "another"})
_SOME = frozenset({"some", "several", "many", "few", "other", "both"})
_THE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source without a name, its state (alpha-3) where an adjective or name gives one, and where it is named again."""

    span: Span
    country: str | None
    again: tuple[Span, ...] = ()


def sources_of(parse: Parse, tables: Tables, *, persons: Collection[Span]) -> Iterator[Source]:
    """Yield the unnamed sources of a report; what names one of `persons`, or stands in its chain, is none.

    "The official" is the source of that noun named before, if there is one.
    """
    found: list[tuple[str, Source]] = []
    for i in range(len(parse.tokens)):
        if not _is_source(parse, i, tables):
            continue
        span = _phrase(parse, i, office=tables.office(parse.text(i)) is not None)
        if _named(parse, i, span, persons) or not (source := _source(parse, i, span, tables)):
            continue
        noun = parse.text(i).casefold()
        before = next((n for n in reversed(range(len(found))) if found[n][0] == noun), None) if _refers(parse, i, span) else None
        if before is None:
            found.append((noun, source))
        else:
            found[before] = (noun, replace(found[before][1], again=(*found[before][1].again, span)))
    yield from (source for _, source in found)


def _is_source(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a noun speaks and can stand for nobody known: a spokesman, police; any office or person with "a" or in the plural."""
    token = parse.tokens[i]
    if token.upos != "NOUN" or is_silent(parse, token.start) or not _speaks(parse, i):
        return False
    office = tables.office(parse.text(i))
    if office is not None and office.entry.unnamed:
        return True
    if parse.text(i).casefold() in COLLECTIVE:
        return True
    return (office is not None or is_people(parse.text(i), token.lemma)) and _indefinite(parse, i)


def _indefinite(parse: Parse, i: int) -> bool:
    """Say whether a noun is new to the reader: "a colonel", "two people", "residents"; never "the", "his" or "Norway's"."""
    before = {parse.text(c).lower() for c in parse.children(i, "det", "nummod", "amod")}
    if parse.children(i, "nmod:poss") or before & _THE:
        return False
    plural = parse.tokens[i].has("Number=Plur") or parse.text(i).lower() != parse.tokens[i].lemma.lower()
    return bool(before & (_ONE | _SOME)) or bool(parse.children(i, "nummod")) or plural


def _refers(parse: Parse, i: int, span: Span) -> bool:
    """Say whether the phrase is "the" and the noun alone, which speaks of one named before."""
    alone = span == parse.tokens[i].span
    return alone and any(parse.text(c).lower() in _THE for c in parse.children(i, "det"))


def _speaks(parse: Parse, i: int) -> bool:
    """Say whether a noun, or the list that it is in, is the subject of a verb of saying, or what a report is "according to"."""
    while parse.related(i, "conj") and parse.tokens[parse.tokens[i].head].upos in {"NOUN", "PROPN"} and not parse.children(i, "nsubj"):
        i = parse.tokens[i].head
    token = parse.tokens[i]
    if token.head >= 0 and (token.rel == "nsubj" or _follows_quotation(parse, i)):
        return is_saying(parse, token.head)
    return any(parse.text(c).lower() == "according" for c in parse.children(i, "case"))


def _follows_quotation(parse: Parse, i: int) -> bool:
    """Say whether a noun right behind an inverted verb is its subject, though the tree has it for an object (`“…” shouted a driver`)."""
    verb = parse.tokens[i].head
    return parse.related(i, "obj") and parse.subtree(i)[0] == verb + 1 and verb > 0 and parse.text(verb - 1) in _CLOSING


def _phrase(parse: Parse, i: int, *, office: bool) -> Span:
    """Give the noun with its modifiers in front of it, without the article; with those behind it too where it is no `office`."""
    kept = [i]
    for child in parse.children(i, *_INSIDE):
        if child < i:
            kept.extend(parse.subtree(child))
    first = max((n + 1 for n in range(min(kept), i) if n not in kept), default=min(kept))
    while first < i and parse.tokens[first].upos == "DET":
        first += 1
    return parse.span(tuple(range(first, (i if office else _last(parse, i)) + 1)))


def _last(parse: Parse, i: int) -> int:
    """Give the last word of what says which person is meant ("close to the families"); no clause, nothing behind a comma."""
    behind = {n for c in parse.children(i, "amod", "nmod") if c > i for n in parse.subtree(c)}
    last = i
    while last + 1 in behind and parse.tokens[last + 1].upos != "PUNCT":
        last += 1
    return last


def _named(parse: Parse, i: int, span: Span, persons: Collection[Span]) -> bool:
    """Say whether the phrase stands for a named person: it holds or is beside a name, or its chain has one."""
    beside = [parse.tokens[c].span for c in parse.children(i, "appos", "flat", "nmod:desc", "conj")]
    if any(s.overlaps(span) or any(s.overlaps(b) for b in beside) for s in persons):
        return True
    token = parse.tokens[i].span
    chains = (c for c in parse.chains if any(s.covers(token) and s.overlaps(span) for s in c))
    return any(s.overlaps(p) for chain in chains for s in chain for p in persons)


def _source(parse: Parse, i: int, span: Span, tables: Tables) -> Source | None:
    """Give the source; None where it holds people of two states ("Russian and US officials"), who are no one source."""
    words = parse.tokens_in(span)
    states = {m.entry.code for n in words if (m := match_of(parse.text(n), tables)) and isinstance(m.entry, Country)}
    if len(states) > 1 or any(parse.tokens[n].upos == "CCONJ" for n in words):
        return None
    return Source(span, next(iter(states), None))
