"""Persons of one report: full name, all places, roles with whose they are.

Invariant: two places are one person's only by the same full name, by a chain, or by a surname that fits one full name of the report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.extract.actors import titles
from communique.extract.actors.places import is_silent
from communique.extract.actors.titles import Title
from communique.model.parse import Entity, Parse
from communique.model.span import Span
from communique.reference import PersonNames, Tables

_STOPPED = 3
"""Letters from which a name's last word is no abbreviation, so that a full stop behind it is the sentence's."""


@dataclass(slots=True)
class Person:
    """One person of a report: the places of the name, and titles with where they stand."""

    names: list[Span]
    titles: list[Title] = field(default_factory=list)

    def fullest(self, text: str) -> Span:
        """Give the place of the name with most words, of equal ones the first."""
        return max(self.names, key=lambda s: (len(text[s.start : s.end].split()), -s.start))


def persons_of(parse: Parse, tables: Tables) -> list[Person]:
    """Give the persons named in a report, in order of their first place."""
    found = (e for e in parse.entities if e.label == "PER" and not is_silent(parse, e.start))
    places = [s for e in found if (s := _name(e, parse, tables))]
    names = tables.persons
    groups: list[list[Span]] = []
    for place in (p for p in places if " " in _joined(parse, p)):
        joined = [g for g in groups if any(_same(parse, place, s, names) for s in g)]
        groups = [g for g in groups if g not in joined]
        groups.append(sorted([place, *(s for g in joined for s in g)]))
    bare = [p for p in places if " " not in _joined(parse, p)]
    groups = _with_surnames(parse, _with_parts(parse, sorted(groups), names), bare=bare, names=names)
    return [Person(g, _titles(parse, g, tables)) for g in sorted(groups)]


def _name(entity: Entity, parse: Parse, tables: Tables) -> Span | None:
    """Give the name's span without honorific, article and possessive; None for what is no name of a person."""
    inside = list(parse.tokens_in(Span(entity.start, entity.end)))
    while inside and (parse.text(inside[0]) in tables.honorifics or parse.text(inside[0]).lower() == "the"):
        inside.pop(0)
    comma = next((n for n, i in enumerate(inside) if parse.text(i) == ","), len(inside))
    inside = inside[:comma]
    while inside and not parse.text(inside[-1])[-1].isalnum() and not parse.text(inside[-1])[:-1].isalpha():
        inside.pop()
    if inside and _is_credited(parse, inside[0], tables):
        return None
    if not inside or all(len(parse.text(i)) < 2 for i in inside) or not any(parse.text(i)[:1].isupper() for i in inside):
        return None
    if len(inside) == 1 and _is_office(parse, inside[0], tables):
        return None
    span = parse.span(tuple(inside))
    written = parse.report.text[span.start : span.end]
    if " " not in written and (written.endswith(".") or written in tables.honorifics):
        return None
    return None if tables.state(written) and " " not in written and parse.chain_of(span) == (span,) else span


def _is_office(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a word taken for a name is an office with its article or adjective ("the Irish Taoiseach"); "Stephen King" is none."""
    return tables.office(parse.text(i)) is not None and bool(parse.children(i, "det", "amod", "nmod:poss"))


def _is_credited(parse: Parse, first: int, tables: Tables) -> bool:
    """Say whether a name is only the photographer's in a credit: an outlet and a stroke stand before it ("REUTERS/Ann Lee")."""
    if first < 2 or parse.text(first - 1) != "/":
        return False
    before = parse.tokens[first - 2]
    return tables.outlet(parse.report.text[before.start : before.end]) is not None


def _words(parse: Parse, span: Span) -> list[str]:
    return cleaned(parse.report.text[span.start : span.end]).replace("’", "'").split()


def cleaned(words: str) -> str:
    """Give a name's words with single spaces, without the possessive and a sentence's full stop ("Jr." and initials keep theirs)."""
    words = " ".join(words.replace("’s", "'s").removesuffix("'s").split())
    last = words.rsplit(" ", 1)[-1]
    short = len(last.rstrip(".")) < _STOPPED or "." in last[:-1]
    return words if short or " " not in words else words.removesuffix(".")


def _same(parse: Parse, a: Span, b: Span, names: PersonNames) -> bool:
    """Say whether two full names are one person's: the same words, or a chain that holds both and names that fit."""
    one, other = _words(parse, a), _words(parse, b)
    return one == other or (_chained(parse, a, b) and names.fit(one, other))


def _chained(parse: Parse, a: Span, b: Span) -> bool:
    return any(s.overlaps(b) and (s.covers(b) or b.covers(s)) for s in parse.chain_of(a))


def _with_parts(parse: Parse, groups: Sequence[list[Span]], names: PersonNames) -> list[list[Span]]:
    """Join groups of two words or more to the one fuller name of the report that they are the beginning, the end or the ends of."""
    fullest = [max((_words(parse, s) for s in g), key=len) for g in groups]
    found = [list(g) for g in groups]
    for n, words in enumerate(fullest):
        fuller = [m for m, other in enumerate(fullest) if len(words) > 1 and _is_part(words, other, names)]
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


def _with_surnames(parse: Parse, full: Sequence[list[Span]], *, bare: Iterable[Span], names: PersonNames) -> list[list[Span]]:
    """Join each bare name to the one full name that its chain holds, or that has it as surname; on doubt they stay apart.

    Bare names that fit no full name are one person's by the same word or by a chain.
    """
    found, alone = [list(g) for g in full], list[list[Span]]()
    for place in bare:
        word = _words(parse, place)[-1]
        owner = _owner(parse, place, full, names)
        if owner is not None:
            found[owner].append(place)
        elif any(word in names.families(_words(parse, s)) for g in full for s in g):
            alone.append([place])
        elif same := next((g for g in alone if any(_words(parse, s) == [word] or _chained(parse, place, s) for s in g)), None):
            same.append(place)
        else:
            alone.append([place])
    return [sorted(g) for g in (*found, *alone)]


def _owner(parse: Parse, place: Span, full: Sequence[list[Span]], names: PersonNames) -> int | None:
    """Give the number of the one full name that a bare one is part of: in its chain, else by surname; a father's before his son's."""
    word = _words(parse, place)[-1]
    chained = [
        n
        for n, g in enumerate(full)
        if any(_chained(parse, place, s) and word in {_words(parse, s)[0], names.bare(_words(parse, s))[-1]} for s in g)
    ]
    named = [n for n, g in enumerate(full) if any(word in names.families(_words(parse, s)) for s in g)]
    for fitting in (chained, named):
        elder = [n for n in fitting if not any(names.suffix(_words(parse, s)) for s in full[n])] or fitting
        if len(elder) == 1:
            return elder[0]
    return None


def _joined(parse: Parse, span: Span) -> str:
    return " ".join(_words(parse, span))


def _titles(parse: Parse, places: Iterable[Span], tables: Tables) -> list[Title]:
    found: list[Title] = []
    for span in places:
        inside = parse.tokens_in(span)
        if not inside:
            continue
        head = next((i for i in inside if not inside[0] <= parse.tokens[i].head <= inside[-1]), inside[-1])
        left = titles.before(parse, inside[0], tables)
        found.extend(t for t in (left, titles.beside(parse, inside[-1], tables, head=head)) if t)
        if left is None and (title := titles.preceding(parse, inside[0], tables, head=head)):
            found.append(title)
    return found
