"""Noun phrases of a parse: their extent, their conjuncts, and which named actors they speak of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.model.actor import ActorKind, Named, Who
from communique.model.citation import Citation
from communique.model.memory import remembered
from communique.model.parse import ROOT, Parse
from communique.model.span import Span
from communique.reference import Tables

_OUTSIDE = (
    "appos",
    "conj",
    "cc",
    "punct",
    "acl",
    "advcl",
    "parataxis",
    "case",
    "mark",
    "cop",
    "nsubj",
    "csubj",
    "aux",
    "obl",
    "advmod",
    "dep",
)
"""Dependents of a noun that its short phrase leaves out: joined or set-off material, and the clause around a predicate."""
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod:desc", "det", "flat")


def form(parse: Parse, i: int) -> str:
    """Give the form of token `i` in lower case. Word lists hold forms: a lemma may be wrong, a form is what stands there."""
    return parse.trees.lowers[i]


@remembered
def phrase(parse: Parse, i: int) -> Span:
    """Give the extent of the noun phrase headed by `i`, without its preposition, article, conjuncts, appositions and clauses."""
    kept = [i]
    for child in parse.children(i):
        if (
            parse.related(child, *_OUTSIDE)
            or _time(parse, child)
            or (parse.related(child, "det", "nmod:poss") and form(parse, child) in ("the", "a", "an"))
        ):
            continue
        kept.extend(_below(parse, child))
    return _contiguous(parse, i, tuple(sorted(kept)))


def _below(parse: Parse, i: int) -> Iterator[int]:
    """Yield `i` and what hangs below it, without clauses and set-off material; prepositions and conjuncts of modifiers belong to it."""
    yield i
    for child in parse.children(i):
        if not parse.related(child, "acl", "advcl", "parataxis", "appos") and not _time(parse, child):
            yield from _below(parse, child)


def _time(parse: Parse, i: int) -> bool:
    return parse.timed(i)


def _contiguous(parse: Parse, head: int, kept: tuple[int, ...]) -> Span:
    """Give the longest run of `kept` around `head` that no left-out word interrupts (marks may)."""
    first = last = kept.index(head)
    while first > 0 and _joined(parse, kept[first - 1], kept[first]):
        first -= 1
    while last + 1 < len(kept) and _joined(parse, kept[last], kept[last + 1]):
        last += 1
    while last > kept.index(head) and parse.tokens[kept[last]].upos in ("PUNCT", "ADP", "CCONJ"):
        last -= 1
    while first < kept.index(head) and parse.tokens[kept[first]].upos in ("PUNCT", "ADP", "CCONJ"):
        first += 1
    return parse.span(kept[first : last + 1])


def _joined(parse: Parse, a: int, b: int) -> bool:
    return all(parse.tokens[j].upos == "PUNCT" and parse.text(j) in "-–‘’'" for j in range(a + 1, b))


def conjuncts(parse: Parse, i: int) -> tuple[int, ...]:
    """Give token `i` and the nouns joined to it by conjunction, also chained ones, also where one hangs on a title before a name."""
    found = [i]
    for child in (*parse.children(i, "conj"), *(c for t in parse.children(i, "nmod:desc") for c in parse.children(t, "conj") if c > i)):
        found.extend(conjuncts(parse, child))
    return tuple(found)


@remembered
def case(parse: Parse, i: int) -> str:
    """Give the preposition of token `i` in lower case ("ahead of" gives "ahead"), "" for none; one at the title before it counts."""
    heads = (i, *parse.children(i, "nmod:desc"))
    return next((form(parse, c) for h in heads for c in parse.children(h, "case") if parse.text(c) not in ("'s", "’s", "'", "’")), "")


@remembered
def quoted(parse: Parse, i: int) -> bool:
    """Say whether token `i` stands inside quotation marks of its sentence or one that runs on from before."""
    text = parse.report.text
    line = text.rfind("\n", 0, parse.tokens[i].start) + 1
    before = text[line : parse.tokens[i].start]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1


def predicate(parse: Parse, i: int) -> int | None:
    """Give the head of token `i` above conjuncts, None for a root."""
    while parse.tokens[i].head != ROOT and parse.related(i, "conj"):
        i = parse.tokens[i].head
    head = parse.tokens[i].head
    return None if head == ROOT else head


@dataclass(frozen=True)
class Cast:
    """The named actors of a report, to be looked up by place: which of them a token or a phrase speaks of."""

    parse: Parse
    named: Sequence[Named]
    tables: Tables
    delegates: frozenset[str] = frozenset()
    _places: list[tuple[Span, Named]] = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)
    _longest: int = field(init=False, repr=False)
    _persons: frozenset[str] = field(init=False, repr=False)
    memory: dict[object, dict[int, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)  # Any: see `remembered`

    def __post_init__(self) -> None:
        places = [(c.span, n) for n in self.named for c in n.cites if n.kind is not ActorKind.OUTLET]
        places.sort(key=lambda p: (p[0], p[1].id))
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_starts", [s.start for s, _ in places])
        object.__setattr__(self, "_longest", max((len(s) for s, _ in places), default=0))
        object.__setattr__(self, "_persons", frozenset(n.id for n in self.named if n.kind is ActorKind.PERSON))

    @remembered
    def at(self, i: int) -> Named | None:
        """Give the actor with the longest name that covers token `i`, directly or through a pronoun's chain."""
        token = self.parse.tokens[i].span
        covering = [(len(s), n) for s, n in self._near(token) if s.covers(token)]
        if covering:
            return max(covering, key=lambda c: c[0])[1]
        if self.parse.tokens[i].upos != "PRON":
            return None
        chained = [s for s in self.parse.chain_of(token) if s != token]
        return next((n for s in chained for place, n in self._near(s) if place == s), None)

    def _near(self, span: Span) -> list[tuple[Span, Named]]:
        first, end = bisect_left(self._starts, span.start - self._longest), bisect_right(self._starts, span.end)
        return [p for p in self._places[first:end] if p[0].overlaps(span)]

    @remembered
    def who(self, i: int) -> tuple[Who, ...]:
        """Give whom the phrase headed by `i` speaks of: its own name; else, for people, their modifiers' names.

        "NATO foreign ministers" speaks of NATO; people of whom nothing is named give their words alone.
        """
        span = phrase(self.parse, i)
        if named := self._head(i, span):
            return (Who(named.id, self._cite(self._named_span(i, named, span))),)
        if form(self.parse, i) not in self.delegates:
            return ()
        modifiers = self._modifiers(i)
        if len(modifiers) < 2:
            return (Who(modifiers[0][1].id if modifiers else None, self._cite(span)),)
        return tuple(Who(n.id, self._cite(self.parse.tokens[m].span)) for m, n in modifiers)

    def _head(self, i: int, span: Span) -> Named | None:
        """Give the actor named by the head itself, by a name behind a title that the parser took for the head, or by its apposition."""
        if found := self.at(i):
            return found
        after = [c for c in self.parse.children(i, "nmod", "flat", "nmod:desc") if c > i and not case(self.parse, c)]
        persons = {n.id: n for c in after if (n := self.at(c)) and n.kind is ActorKind.PERSON}
        if len(persons) == 1:
            return next(iter(persons.values()))
        return next((n for c in self.parse.children(i, "appos") if (n := self.at(c))), None)

    def _named_span(self, i: int, named: Named, span: Span) -> Span:
        """Give the words that name the actor: those over the head, else the longest within the phrase, else the phrase."""
        token = self.parse.tokens[i].span
        own = [s for s, n in self._near(span) if n is named]
        return max([s for s in own if s.covers(token)] or [s for s in own if span.covers(s)] or [span], key=len)

    def _modifiers(self, i: int) -> list[tuple[int, Named]]:
        """Give the named modifiers of a noun with their tokens: "Russian and US officials" has two; "a group of …" passes on."""
        heads = [c for c in self.parse.children(i) if self.parse.tokens[c].rel in _MODIFIERS or self._of(c)]
        found: list[tuple[int, Named]] = []
        for m in (m for c in heads for m in conjuncts(self.parse, c)):
            if (named := self.at(m)) and named.kind is not ActorKind.PERSON:
                found.append((m, named))
            elif named is None and self._of(m) and form(self.parse, m) in self.delegates:
                found.extend(self._modifiers(m))
        return list({n.id: (m, n) for m, n in reversed(found)}.values())[::-1]

    def parts(self, name: Span) -> tuple[Who, ...]:
        """Give the actors whose names a name joins: the two of "NATO-Russia Council"."""
        return tuple(who for i in self.parse.tokens_in(name) for who in self.modifier(i))

    def modifier(self, i: int) -> tuple[Who, ...]:
        """Give the actor that a single word before a noun stands for, by the tables: "Russian" in "Russian-American talks".

        Only actors that the report names elsewhere too: such a word alone makes none.
        """
        keys = {m.entry.key for m in self.tables.matches(self.parse.text(i))}
        found = [n for n in self.named if n.key in keys and n.kind is not ActorKind.OUTLET]
        return (Who(found[0].id, self._cite(self.parse.tokens[i].span)),) if len(found) == 1 else ()

    def within_name(self, span: Span) -> bool:
        """Say whether a stretch is only a part of an actor's longer name ("Europe" in "Bank of Europe")."""
        return any(len(s) > len(span) and s.covers(span) for s, _ in self._near(span))

    def names(self, span: Span) -> bool:
        """Say whether a stretch is an actor's name or a part of it ("May" in "Mrs May")."""
        return any(s.covers(span) for s, _ in self._near(span))

    def is_person(self, who: Who) -> bool:
        """Say whether someone is a person."""
        return who.actor in self._persons

    def _of(self, i: int) -> bool:
        return self.parse.related(i, "nmod") and case(self.parse, i) in ("of", "from")

    def _cite(self, span: Span) -> Citation:
        return self.parse.report.cite(span.start, span.end)
