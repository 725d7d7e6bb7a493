"""Persons of one report: full name, all places, roles with whose they are.

`grouping` says which places are one person's.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from communique.extract.actors import appositions, owners, titles
from communique.extract.actors.grouping import Places, grouped
from communique.extract.actors.places import is_silent
from communique.extract.actors.titles import Title
from communique.extract.actors.told import told
from communique.model.parse import Entity, Parse
from communique.model.span import Span
from communique.reference import How, Tables

_INSIDE = frozenset("-–'’.\u00ad“”\"‘")
"""Signs that a name's words may be or begin with: hyphens, apostrophes, the marks around a nickname."""
_JOINED = 2
"""Tokens from a name's last to the one behind the hyphen."""
_PAST = re.compile(r"[a-z]{3,}ed")
_SYLLABLE = 6
"""Letters of the second syllable of a given name at most ("Jae-in", "Soo-hyun")."""


@dataclass(slots=True)
class Person:
    """One person of a report: the places of the name, and titles with where they stand."""

    names: list[Span]
    titles: list[Title] = field(default_factory=list)

    def fullest(self, text: str) -> Span:
        """Give the place of the name with most words, of equal ones the first."""
        return max(self.names, key=lambda s: (len(text[s.start : s.end].split()), -s.start))


def persons_of(parse: Parse, tables: Tables, *, but: Collection[Span] = ()) -> list[Person]:
    """Give the persons named in a report, in order of their first place; what stands at `but` is none."""
    bodies = Counter(parse.report.text[e.start : e.end] for e in parse.entities if e.label == "ORG")
    people = Counter(parse.report.text[e.start : e.end] for e in parse.entities if e.label == "PER")
    named = (e for e in parse.entities if not bodies[w := parse.report.text[e.start : e.end]] or " " in w or bodies[w] < people[w])
    found = (e for e in named if e.label == "PER" and not is_silent(parse, e.start) and Span(e.start, e.end) not in but)
    places = [s for e in found if not _is_party(parse, e, tables) and (s := _name(e, parse, tables))]
    return [Person(g, _titles(parse, g, tables)) for g in grouped(Places.of(parse, places, tables.persons))]


def _is_party(parse: Parse, entity: Entity, tables: Tables) -> bool:
    """Say whether one word taken for a person's is the party or chamber before an office of parliament ("a Likud lawmaker")."""
    inside = parse.tokens_in(Span(entity.start, entity.end))
    if len(inside) != 1 or not parse.related(inside[0], "compound") or parse.tokens[inside[0]].head != inside[0] + 1:
        return False
    office = tables.office(parse.text(inside[0] + 1))
    return office is not None and office.entry.body == "parliament" and parse.tokens[inside[0] + 1].upos == "NOUN"


def _name(entity: Entity, parse: Parse, tables: Tables) -> Span | None:
    """Give the name's span without honorific, article and possessive; None for what is no name of a person."""
    inside = list(parse.tokens_in(Span(entity.start, entity.end)))
    while inside and (parse.text(inside[0]) in tables.honorifics or parse.text(inside[0]).lower() == "the"):
        inside.pop(0)
    while inside and parse.text(inside[0]).islower() and parse.tokens[inside[0]].upos in {"VERB", "AUX"}:
        inside.pop(0)
    comma = next((n for n, i in enumerate(inside) if parse.text(i) == ","), len(inside))
    inside = [*_without_verb(parse, inside[:comma])]
    while inside and not parse.text(inside[-1])[-1].isalnum() and not parse.text(inside[-1])[:-1].isalpha():
        inside.pop()
    if inside and _is_credited(parse, inside[0], tables):
        return None
    if not inside or all(len(parse.text(i)) < 2 for i in inside) or not any(parse.text(i)[:1].isupper() for i in inside):
        return None
    if len(inside) == 1 and (_is_office(parse, inside[0], tables) or parse.text(inside[0]) in tables.metonyms.weapons):
        return None
    if any(not parse.text(i)[0].isalpha() and parse.text(i)[0] not in _INSIDE for i in inside) or _is_begun_office(parse, inside, tables):
        return None
    span = parse.span(tuple(_with_hyphen(parse, inside)))
    written = parse.report.text[span.start : span.end]
    if " " not in written and (written.endswith(".") or written in tables.honorifics):
        return None
    return None if tables.state(written) and " " not in written and parse.chain_of(span) == (span,) else span


def _without_verb(parse: Parse, inside: Sequence[int]) -> Iterator[int]:
    """Yield a name's tokens up to a small word that is none of a name: what its bearer did ("Alder|demurred"); "al", "van der" stay."""
    for n, i in enumerate(inside):
        word, token = parse.text(i), parse.tokens[i]
        if n and word.islower() and (token.upos in {"VERB", "AUX", "ADV", "SCONJ", "CCONJ"} or _PAST.fullmatch(word)):
            return
        yield i


def _is_begun_office(parse: Parse, inside: list[int], tables: Tables) -> bool:
    """Say whether one word taken for a name is the beginning of an office ("Prime" of "Prime Minister")."""
    if len(inside) != 1 or inside[0] + 1 >= len(parse.tokens):
        return False
    words = f"{parse.text(inside[0])} {parse.text(inside[0] + 1)}"
    office = tables.office(words)
    return office is not None and office.entry.words == words.casefold()


def _with_hyphen(parse: Parse, inside: list[int]) -> list[int]:
    """Give a name's tokens with what a hyphen joins to the last ("Moon Jae|-in"); not a suffix of the language ("Obama-era")."""
    last = inside[-1]
    joined = parse.report.text[parse.tokens[last].end :][:1] == "-" and len(inside) > 1 and last + _JOINED < len(parse.tokens)
    part = parse.text(last + _JOINED) if joined else ""
    given = part.isalpha() and len(part) <= _SYLLABLE and parse.tokens[last + _JOINED].start == parse.tokens[last].end + 1
    return [*inside, last + 1, last + _JOINED] if given and parse.tokens[last + _JOINED].upos in {"PROPN", "X", "ADP"} else inside


def _is_office(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a word taken for a name is an office with its article or adjective ("the Irish Taoiseach"); "Stephen King" is none."""
    return tables.office(parse.text(i)) is not None and bool(parse.children(i, "det", "amod", "nmod:poss"))


def _is_credited(parse: Parse, first: int, tables: Tables) -> bool:
    """Say whether a name is only the photographer's in a credit: an outlet and a stroke are beside it ("REUTERS/Ann Lee")."""
    start = parse.tokens[first].start
    last = next((e.end for e in parse.entities_at(first) if e.label == "PER" and e.start == start), 0)
    if parse.report.text[last : last + 1] == "/" and any(e.label == "ORG" and e.start == last + 1 for e in parse.entities):
        return True
    if first < 2 or parse.text(first - 1) != "/":
        return False
    before = parse.tokens[first - 2]
    return tables.outlet(parse.report.text[before.start : before.end]) is not None


def _titles(parse: Parse, places: Iterable[Span], tables: Tables) -> list[Title]:
    found: list[Title] = []
    for span in places:
        if inside := parse.tokens_in(span):
            found.extend(_titles_at(parse, inside, tables))
    return found


def _titles_at(parse: Parse, inside: Sequence[int], tables: Tables) -> Iterator[Title]:
    """Yield the titles that stand with one place of a name."""
    head = next((i for i in inside if not inside[0] <= parse.tokens[i].head <= inside[-1]), inside[-1])
    left = titles.before(parse, inside[0], tables) or _shared(parse, head, tables)
    if left:
        if other := titles.above(parse, left, tables):
            yield other
        yield _located(parse, left, inside[-1], tables)
    if behind := appositions.beside(parse, inside[-1], tables, head=head):
        yield behind
    yield from told(parse, head, tables)
    if left is None and (title := appositions.preceding(parse, inside[0], tables, head=head)):
        yield _located(parse, title, inside[-1], tables)


def _shared(parse: Parse, head: int, tables: Tables) -> Title | None:
    """Give the plural title before the first of several names, of which this is a later one ("Senators Ann Roe and Bo Lind")."""
    first = parse.tokens[head].head
    if not parse.related(head, "conj") or not any(e.label == "PER" and e.start == parse.tokens[first].start for e in parse.entities):
        return None
    title = titles.before(parse, first, tables)
    office = tables.office(parse.report.text[title.words.start : title.words.end]) if title else None
    return title if office and office.how is How.PEOPLE else None


def _located(parse: Parse, title: Title, last: int, tables: Tables) -> Title:
    """Give a title with whose it is where only the words behind the name say so."""
    if title.owner_span is not None:
        return title
    owner = owners.behind_name(parse, last, tables, seated=titles.is_seated(parse, parse.tokens_in(title.words), tables))
    return replace(title, owner=owner.entry, owner_span=owner.span) if owner else title
