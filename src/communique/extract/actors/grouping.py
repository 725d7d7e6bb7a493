"""Which places of persons' names in one report are one person's.

Invariant: two places are one person's only by the same full name, by a chain, or by a surname that fits one full name of the report.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import PersonNames

_STOPPED = 3
"""Letters from which a name's last word is no abbreviation, so that a full stop behind it is the sentence's."""

Group = list[Span]


@dataclass(frozen=True, slots=True)
class Places:
    """The places of persons' names: their words, the chain that each is in, and the chains with a span around or within it."""

    words: Mapping[Span, tuple[str, ...]]
    chain: Mapping[Span, int]
    near: Mapping[Span, frozenset[int]]
    names: PersonNames

    @classmethod
    def of(cls, parse: Parse, places: Iterable[Span], names: PersonNames) -> "Places":
        """Look up the words and chains of each place, once."""
        found = sorted(places)
        starts = [p.start for p in found]
        near: dict[Span, set[int]] = {p: set() for p in found}
        chain: dict[Span, int] = {}
        for n, spans in enumerate(parse.chains):
            for span in spans:
                if span in near:
                    chain.setdefault(span, n)
                for place in _touched(found, starts, span):
                    near[place].add(n)
        words = {p: tuple(cleaned(parse.report.text[p.start : p.end]).replace("’", "'").split()) for p in found}
        return cls(words, chain, {p: frozenset(c) for p, c in near.items()}, names)

    def chained(self, a: Span, b: Span) -> bool:
        """Say whether the chain of `a` has a span around or within `b`."""
        return a in self.chain and self.chain[a] in self.near[b]

    def families(self, span: Span) -> frozenset[str]:
        """Give the words that may stand for the name at `span` by themselves."""
        return self.names.families(self.words[span])

    def has_suffix(self, group: Iterable[Span]) -> bool:
        """Say whether a group's name has a suffix ("Jr.")."""
        return any(self.names.suffix(self.words[s]) for s in group)


def _touched(places: Sequence[Span], starts: Sequence[int], span: Span) -> Iterator[Span]:
    """Yield the places, sorted and apart, that cover `span` or lie within it."""
    first = max(0, bisect_left(starts, span.start) - 1)
    for place in places[first:]:
        if place.start >= span.end:
            return
        if place.covers(span) or span.covers(place):
            yield place


def cleaned(words: str) -> str:
    """Give a name's words with single spaces, without the possessive and a sentence's full stop ("Jr." and initials keep theirs)."""
    words = " ".join(words.replace("\u00ad", "").replace("’s", "'s").removesuffix("'s").split())
    last = words.rsplit(" ", 1)[-1]
    short = len(last.rstrip(".")) < _STOPPED or "." in last[:-1]
    return words if short or " " not in words else words.removesuffix(".")


def grouped(places: Places) -> list[Group]:
    """Give the places by person, in order of their first."""
    groups: list[Group] = []
    for place in (p for p in places.words if len(places.words[p]) > 1):
        joined = _together(places, place, [g for g in groups if any(_same(places, place, s) for s in g)])
        groups = [g for g in groups if g not in joined]
        groups.append(sorted([place, *(s for g in joined for s in g)]))
    return sorted(_with_surnames(places, _with_parts(places, sorted(groups))))


def _together(places: Places, place: Span, groups: Sequence[Group]) -> Sequence[Group]:
    """Give the groups that a place joins: all where their names fit each other, else the ones with its own words."""
    words = sorted({places.words[place], *(places.words[s] for g in groups for s in g)})
    if all(places.names.fit(a, b) for n, a in enumerate(words) for b in words[n + 1 :]):
        return groups
    return [g for g in groups if any(places.words[s] == places.words[place] for s in g)][:1]


def _same(places: Places, a: Span, b: Span) -> bool:
    """Say whether two full names are one person's: the same words, or a chain that holds both and names that fit."""
    one, other = places.words[a], places.words[b]
    return one == other or (places.chained(a, b) and places.names.fit(one, other))


def _with_parts(places: Places, groups: Sequence[Group]) -> list[Group]:
    """Join groups of two words or more to the one fuller name of the report that they are the beginning, the end or the ends of."""
    fullest, names = [max((places.words[s] for s in g), key=len) for g in groups], places.names
    found = [list(g) for g in groups]
    for n, words in enumerate(fullest):
        fuller = [m for m, other in enumerate(fullest) if _is_part(words, other, names)]
        widest = [m for m in fuller if all(m == o or _is_part(fullest[o], fullest[m], names) for o in fuller)]
        if len(widest) == 1:
            found[widest[0]].extend(found[n])
            found[n] = []
    return [sorted(g) for g in found if g]


def _is_part(words: Sequence[str], other: Sequence[str], names: PersonNames) -> bool:
    """Say whether a name is the beginning or the end of a longer one, or has its first and last word ("Ada Lund", "Ada Berg Lund").

    A longer one that only adds a suffix is another person's.
    """
    if len(words) >= len(other) or names.suffix(words) != names.suffix(other):
        return False
    return list(other[: len(words)]) == list(words) or names.fit(words, other)


def _with_surnames(places: Places, full: Sequence[Group]) -> list[Group]:
    """Join each bare name to the one full name that its chain holds, or that has it as surname; on doubt they stay apart.

    Bare names that fit no full name are one person's by the same word or by a chain.
    """
    found, alone = [list(g) for g in full], list[Group]()
    families = [frozenset[str]().union(*(places.families(s) for s in g)) for g in full]
    for place in (p for p in places.words if len(places.words[p]) == 1):
        owner = _owner(places, place, full, families)
        if owner is not None:
            found[owner].append(place)
            continue
        doubtful = any(places.words[place][-1] in some for some in families)
        same = None if doubtful else next((g for g in alone if any(_alike(places, place, s) for s in g)), None)
        if same is None:
            alone.append([place])
        else:
            same.append(place)
    return [sorted(g) for g in (*found, *alone)]


def _alike(places: Places, one: Span, other: Span) -> bool:
    return places.words[one] == places.words[other] or places.chained(one, other)


def _owner(places: Places, place: Span, full: Sequence[Group], families: Sequence[frozenset[str]]) -> int | None:
    """Give the number of the one full name that a bare one is part of: in its chain, else by surname; a father's before his son's."""
    word = places.words[place][-1]
    near = full if place in places.chain else ()
    chained = [n for n, g in enumerate(near) if any(places.chained(place, s) and word in _ends(places, s) for s in g)]
    named = [n for n, some in enumerate(families) if word in some]
    for fitting in (chained, named):
        elder = [n for n in fitting if not places.has_suffix(full[n])] or fitting
        if len(elder) == 1:
            return elder[0]
    return None


def _ends(places: Places, span: Span) -> set[str]:
    """Give the first and the last word of a name, the suffix left out."""
    words = places.names.bare(places.words[span])
    return {words[0], words[-1]}
