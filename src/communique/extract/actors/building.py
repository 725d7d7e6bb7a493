"""Builds the mentions of a report's actors: chains given to whom they name, names with why, roles with whose they are.

Invariant: no two actors share a span, and each has the id of its first name's place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from communique.extract.actors.acronyms import with_acronyms
from communique.extract.actors.grouping import cleaned
from communique.extract.actors.people import is_people
from communique.extract.actors.places import is_silent
from communique.extract.actors.referents import TOLD, Cast, Referent, only_body, referents_of
from communique.extract.actors.titles import Title
from communique.model.actor import ActorKind, Alias, Named, Role
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.span import Span
from communique.reference import How, Organisation

_NESTED = 12
"""How many names may begin between a name and the end of one that it lies in."""
_LINKS = frozenset({"of", "for", "to", "on", "at", "in", "the", "a", "an"})


def named_of(cast: Cast) -> Iterator[Named]:
    """Yield the actors in order of their first place."""
    referents = with_acronyms(cast, referents_of(cast))
    _chained(cast, referents)
    _described(cast, referents)
    ids = {r.first: _id(cast, r) for r in referents}
    for referent in sorted(referents, key=lambda r: r.first):
        yield _named(cast, referent, ids, referents)


def _id(cast: Cast, referent: Referent) -> str:
    return mention_id(cast.parse.report.id, Kind.NAMED, [referent.first])


def _chained(cast: Cast, referents: Sequence[Referent]) -> None:
    """Give each chain's pronouns and nouns to the one actor that the chain names; a chain that names two is left."""
    taken = sorted(
        {s for r in referents for s, why in r.names.items() if why != TOLD}
        | {Span(e.start, e.end) for e in cast.parse.entities if e.label != "NORP"}
    )
    named, ending = _by_place(referents)
    for chain in cast.parse.chains:
        owners = {n: r for s in chain for n, r in (*named.get(s, ()), *_headed(s, ending))}
        if len(owners) == 1:
            owner = next(iter(owners.values()))
            free = (s for s in chain if not is_silent(cast.parse, s.start) and not _overlaps(taken, s))
            owner.others.update(s for s in free if _may_be(cast, s, owner))


_Owners = dict[Span, list[tuple[int, Referent]]]


def _by_place(referents: Sequence[Referent]) -> tuple[_Owners, dict[int, list[tuple[Span, int, Referent]]]]:
    """Give the referents, with their numbers, by the places of their names, and the persons by where these end."""
    named: _Owners = {}
    ending: dict[int, list[tuple[Span, int, Referent]]] = {}
    for n, referent in enumerate(referents):
        for span in set(referent.names) - referent.adjectives:
            named.setdefault(span, []).append((n, referent))
            if referent.kind is ActorKind.PERSON:
                ending.setdefault(span.end, []).append((span, n, referent))
    return named, ending


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    """Say whether `span` overlaps one of `taken`, which are sorted; names nest at most a few deep."""
    first = bisect_left(taken, span.end, key=lambda s: s.start)
    return any(taken[n].overlaps(span) for n in range(max(0, first - _NESTED), first))


def _may_be(cast: Cast, span: Span, referent: Referent) -> bool:
    """Say whether a pronoun or noun of a chain can stand for the actor: a person is no "summit", a state no "diplomat"."""
    inside = cast.parse.tokens_in(span)
    head = next((i for i in inside if cast.parse.tokens[i].head not in inside), None)
    if head is None or cast.parse.tokens[head].upos == "PRON":
        return head is not None
    office = cast.tables.office(cast.parse.text(head)) is not None or is_people(cast.parse.text(head), cast.parse.tokens[head].lemma)
    return office is (referent.kind in {ActorKind.PERSON, ActorKind.UNNAMED})


def _headed(span: Span, ending: Mapping[int, list[tuple[Span, int, Referent]]]) -> list[tuple[int, Referent]]:
    """Give the persons whose name ends a phrase, which it heads ("Secretary Blinken")."""
    return [(n, r) for name, n, r in ending.get(span.end, ()) if name != span and span.covers(name)]


def _described(cast: Cast, referents: Sequence[Referent]) -> None:
    """Give "the alliance" to the one organisation of the report that it fits: by the tables, or as the noun its name is headed by.

    Nothing is given that a chain has.
    """
    chained = {s for c in cast.parse.chains for s in c}
    described: dict[str, list[Referent]] = {}
    for referent in referents:
        for noun in _descriptions(cast, referent):
            described.setdefault(noun, []).append(referent)
    for i, token in enumerate(cast.parse.tokens):
        if token.upos not in {"NOUN", "PROPN"} or not any(
            cast.parse.text(c).lower() in {"the", "this"} for c in cast.parse.children(i, "det")
        ):
            continue
        if cast.parse.children(i, "compound", "amod", "nmod:poss", "nmod"):
            continue
        fitting = described.get(cast.parse.text(i), [])
        span = token.span
        if len(fitting) == 1 and not any(s.covers(span) for s in chained) and not _is_held(span, referents):
            fitting[0].others.add(span)


def _is_held(span: Span, referents: Sequence[Referent]) -> bool:
    """Say whether words are part of a name; within a group that is told by a clause, they may name another."""
    return any(s.overlaps(span) and not (why == TOLD and s != span) for r in referents for s, why in r.names.items())


def _descriptions(cast: Cast, referent: Referent) -> frozenset[str]:
    """Give the nouns that "the" makes an organisation: those of the tables, and its name's own head ("the commission")."""
    entry = cast.tables.entity(referent.key) if referent.key else None
    if isinstance(entry, Organisation):
        return frozenset(entry.descriptions)
    if referent.kind is not ActorKind.ORGANISATION or " " not in referent.name:
        return frozenset()
    head = re.split(r" (?:of|for|on|to|against|in) ", referent.name)[0].split()[-1]
    return frozenset({head.lower()}) if head[:1].isupper() else frozenset()


def _named(cast: Cast, referent: Referent, ids: dict[Span, str], referents: Sequence[Referent]) -> Named:
    report = cast.parse.report
    text = report.text
    fullest = max(
        set(referent.names) - referent.adjectives or set(referent.names), key=lambda s: (_fits(text, s, referent), len(s), -s.start)
    )
    rest = sorted((set(referent.names) | referent.others) - {fullest})
    return Named(
        id=ids[referent.first],
        name=referent.name,
        kind=referent.kind,
        key=referent.key,
        country=referent.country,
        aliases=_aliases(cast, referent),
        roles=tuple(_roles(cast, referent, ids, referents)),
        cites=tuple(report.cite(s.start, s.end) for s in (fullest, *rest)),
    )


def _fits(text: str, span: Span, referent: Referent) -> bool:
    return " ".join(text[span.start : span.end].split()) == referent.name


def _aliases(cast: Cast, referent: Referent) -> tuple[Alias, ...]:
    """Give the names other than the actor's own, each with why and where, sorted."""
    report = cast.parse.report
    found: dict[tuple[str, str], list[Span]] = {}
    for span, why in referent.names.items():
        words = cleaned(report.text[span.start : span.end])
        if words != referent.name:
            found.setdefault((words, why), []).append(span)
    return tuple(
        Alias(words, why, tuple(report.cite(s.start, s.end) for s in sorted(spans))) for (words, why), spans in sorted(found.items())
    )


def _roles(cast: Cast, referent: Referent, ids: dict[Span, str], referents: Sequence[Referent]) -> Iterator[Role]:
    """Yield the roles, one for each title and owner, with every place."""
    report = cast.parse.report
    found: dict[tuple[str, str | None], list[Span]] = {}
    for title in referent.titles:
        words, owner = _title_words(cast, title), _owner(cast, title, ids, referents)
        if words:
            found.setdefault((words, owner), []).append(title.whole)
    for (words, owner), spans in found.items():
        yield Role(words, owner, tuple(report.cite(s.start, s.end) for s in sorted(set(spans))))


def _title_words(cast: Cast, title: Title) -> str:
    """Give a title's words without whose it is, which its role says apart ("professor", of an institute), in the singular."""
    text, owner, (start, end) = cast.parse.report.text, title.owner_span, (title.words.start, title.words.end)
    if owner is not None and start < owner.start < end:
        before = text[start : owner.start].split()
        behind = "" if before and before[-1].lower() in _LINKS else text[owner.end : end]
        words = [*before, *re.sub(r"^(?:'s|’s|['’])(?!\w)", "", behind).split()]
    else:
        words = text[start:end].split()
    while words and words[-1].lower() in _LINKS:
        words.pop()
    office = cast.tables.office(" ".join(words)) if words else None
    if office is None or office.how is not How.PEOPLE:
        return " ".join(words)
    plural, one = " ".join(words), office.entry.words
    written = plural[-len(office.entry.people) :]
    return plural[: -len(office.entry.people)] + (one.title() if written[:1].isupper() else one)


def _owner(cast: Cast, title: Title, ids: dict[Span, str], referents: Sequence[Referent]) -> str | None:
    """Give whose office it is: the key or id of an actor of this report, else the words; None where nothing says it."""
    if title.owner is not None:
        return title.owner.key
    if title.owner_span is None:
        return None
    span = title.owner_span
    named = [r for r in referents if r.kind is not ActorKind.UNNAMED]
    found = [r for r in named if span in r.names] or [r for r in named if any(s.covers(span) for s in r.names)]
    if len(found) == 1:
        return found[0].key or ids[found[0].first]
    words = " ".join(cast.parse.report.text[span.start : span.end].split())
    body = only_body(cast, words)
    return body.key if body else words
