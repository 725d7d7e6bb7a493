"""Referents: the actors of one report in the making. States and bodies by their key, persons by their names, others by their words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.extract.actors.context import shared
from communique.extract.actors.described import groups_of
from communique.extract.actors.grouping import cleaned
from communique.extract.actors.organisations import guessed
from communique.extract.actors.persons import Person, persons_of
from communique.extract.actors.places import Place, is_silent, places_of
from communique.extract.actors.titles import Title
from communique.extract.actors.unlisted import Unlisted, states_of
from communique.extract.actors.unnamed import Source, sources_of
from communique.model.actor import ActorKind
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Bloc, Body, Country, Organisation, Outlet, Tables
from communique.reference.tables import Entity

TOLD = "states by what the report says of them"
"""Why words are a group's: they may name others within them."""
_GOVERNMENTS = frozenset({"administration", "government"})


@dataclass(slots=True)
class Referent:
    """An actor in the making: its names' places with why each is its name, and the chain's other places."""

    name: str
    kind: ActorKind
    key: str | None
    country: str | None
    names: dict[Span, str] = field(default_factory=dict)
    others: set[Span] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)
    adjectives: set[Span] = field(default_factory=set)

    @property
    def first(self) -> Span:
        """Its first place; a name's before an adjective's."""
        return min(set(self.names) - self.adjectives or set(self.names))


@dataclass(frozen=True, slots=True)
class Cast:
    """What the actors of a report are built from."""

    parse: Parse
    tables: Tables
    places: tuple[Place, ...]
    persons: tuple[Person, ...]
    sources: tuple[Source, ...]
    states: tuple[Unlisted, ...]

    @classmethod
    def of(cls, parse: Parse, tables: Tables) -> "Cast":
        """Find everything that is named in a parse."""
        states = tuple(states_of(parse, tables))
        lands = frozenset(s for state in states for s in (*state.places, *state.adjectives))
        persons = tuple(persons_of(parse, tables, but=lands))
        spans = {s for p in persons for s in p.names}
        places = tuple(places_of(parse, tables))
        places = (*places, *shared(parse, tables, places))
        held = spans | {t.whole for p in persons for t in p.titles}
        return cls(parse, tables, places, persons, tuple(sources_of(parse, tables, persons=held)), states)


def referents_of(cast: Cast) -> list[Referent]:
    """Give the actors that a report names: those of the tables, other organisations, persons, sources without a name."""
    bodies = [*_by_key(cast), *_organisations(cast), *_administrations(cast)]
    groups = [*_states(cast), *_parties(cast), *_described(cast)]
    return _once([*bodies, *_persons(cast), *groups, *_sources(cast)])


def _once(referents: Iterable[Referent]) -> list[Referent]:
    """Give the referents without those whose first place another has: "Western leaders" are the West, and no source without a name too."""
    found: dict[Span, Referent] = {}
    for referent in referents:
        found.setdefault(referent.first, referent).others.update(referent.others)
    return list(found.values())


def _by_key(cast: Cast) -> list[Referent]:
    found: dict[str, Referent] = {}
    for place in (*cast.places, *_owners(cast)):
        key = place.entry.key
        if key is None:
            continue
        referent = found.setdefault(key, Referent(place.entry.name, kind_of(place.entry), key, country_of(place.entry)))
        referent.names.setdefault(place.span, place.why)
        if not place.name:
            referent.adjectives.add(place.span)
    return list(found.values())


def _owners(cast: Cast) -> Iterator[Place]:
    """Yield the places that say whose an office is, so that every office's owner is an actor of the report."""
    held = [p.span for p in cast.places]
    for title in (t for p in cast.persons for t in p.titles):
        if title.owner and title.owner_span and not any(s.overlaps(title.owner_span) for s in held):
            yield Place(title.owner_span, title.owner, "says whose office it is", name=False)


def kind_of(entry: Entity) -> ActorKind:
    """Give the kind of actor that an entry of the tables is."""
    if isinstance(entry, Organisation):
        return entry.kind
    kinds = {Country: ActorKind.STATE, Body: ActorKind.ORGANISATION, Outlet: ActorKind.OUTLET, Bloc: ActorKind.BLOC}
    return kinds[type(entry)]


def country_of(entry: Entity) -> str | None:
    """Give the state of an entry of the tables, ISO 3166 alpha-3."""
    return entry.code if isinstance(entry, Country) else None if isinstance(entry, Bloc) else entry.country


def _organisations(cast: Cast) -> list[Referent]:
    """Give the organisations that the tables do not know, one for each name; what is only a guess is left out."""
    found: dict[str, Referent] = {}
    for entity in guessed(cast.parse, cast.tables, taken=[*_taken(cast)]):
        span = _capital(cast.parse, Span(entity.start, entity.end))
        words = cast.parse.report.text[span.start : span.end]
        body = only_body(cast, words)
        name = body.name if body else words
        key = body.key if body else None
        referent = found.setdefault(key or name, Referent(name, ActorKind.ORGANISATION, key, body.country if body else None))
        referent.names[span] = f"the report's only {words!r}" if body else "organisation named in the text"
    known = {r.key for r in _by_key(cast)}
    return [r for r in found.values() if r.key is None or r.key not in known]


def _taken(cast: Cast) -> Iterator[Span]:
    """Yield what is no unknown organisation: places of the tables, persons' names, and what of a title is not whose it is."""
    yield from (p.span for p in cast.places)
    for person in cast.persons:
        yield from person.names
        for title in person.titles:
            if title.owner_span is None or not title.owner_span.overlaps(title.words):
                yield title.words


def _capital(parse: Parse, span: Span) -> Span:
    """Give a name from its first word with a capital or a figure: "small" is no part of "small Harbour Union"."""
    inside = parse.tokens_in(span)
    first = next((i for i in inside if not parse.text(i)[:1].islower()), None)
    return Span(parse.tokens[first].start, span.end) if first is not None and parse.tokens[first].upos in {"PROPN", "NOUN"} else span


def _administrations(cast: Cast) -> list[Referent]:
    """Give the administrations and governments named by a person ("the Alder government") that the tables do not know."""
    text, found = cast.parse.report.text, dict[str, Referent]()
    held = [p.span for p in cast.places]
    for person in cast.persons:
        for name in person.names:
            behind = bisect_left(cast.parse.tokens, name.end, key=lambda t: t.start)
            if (
                behind == len(cast.parse.tokens)
                or cast.parse.text(behind) not in _GOVERNMENTS
                or text[name.end : cast.parse.tokens[behind].start] != " "
            ):
                continue
            span = Span(name.start, cast.parse.tokens[behind].end)
            words = cleaned(text[span.start : span.end])
            if not any(s.overlaps(span) for s in held):
                referent = found.setdefault(words, Referent(words, ActorKind.ORGANISATION, None, _country(person.titles)))
                referent.names[span] = "government named by who leads it"
    return list(found.values())


def only_body(cast: Cast, words: str) -> Body | None:
    """Give the body that a kind of body ("the Foreign Ministry") means where the report names only one of that kind."""
    found = cast.tables.body(words)
    if found is None or found.entry.country:
        return None
    same = {p.entry.key: p.entry for p in cast.places if isinstance(p.entry, Body) and p.entry.type == found.entry.type}
    return next(iter(same.values())) if len(same) == 1 else None


def _persons(cast: Cast) -> list[Referent]:
    text = cast.parse.report.text
    found = []
    for person in cast.persons:
        fullest = person.fullest(text)
        name = cleaned(text[fullest.start : fullest.end])
        referent = Referent(name, ActorKind.PERSON, None, _country(person.titles))
        for span in person.names:
            words = cleaned(text[span.start : span.end])
            referent.names[span] = "full name" if words == name else f"name of {name} in this report"
        referent.titles = list(person.titles)
        found.append(referent)
    return found


def _states(cast: Cast) -> list[Referent]:
    """Give the states that no table knows."""
    found = []
    for state in cast.states:
        referent = Referent(state.name, ActorKind.STATE, None, None)
        referent.names.update(dict.fromkeys(state.places, "state by what the report says of it"))
        found.append(referent)
    return found


def _described(cast: Cast) -> list[Referent]:
    """Give the groups of states that are told by what they joined, left or signed, each by its own words."""
    found = []
    for span in groups_of(cast.parse):
        words = " ".join(cast.parse.report.text[span.start : span.end].split())
        referent = Referent(words, ActorKind.GROUP, None, None)
        referent.names[span] = TOLD
        found.append(referent)
    return found


def _parties(cast: Cast) -> list[Referent]:
    """Give the parties that a report calls by their people ("Democrats said"), each once; some of them are nobody."""
    words = {w for g in cast.tables.groups if g.kind == "political" for w in g.words if w.endswith("s")}
    held = [p.span for p in cast.places]
    found: dict[str, Referent] = {}
    for entity in cast.parse.entities:
        name, span = cast.parse.report.text[entity.start : entity.end], Span(entity.start, entity.end)
        if name in words and not any(s.overlaps(span) for s in held) and _is_party(cast.parse, span):
            referent = found.setdefault(name, Referent(name, ActorKind.GROUP, None, None))
            referent.names[span] = "a party by its people"
    return list(found.values())


def _is_party(parse: Parse, span: Span) -> bool:
    """Say whether a party's people are named as a whole: by a noun that nothing but "the" narrows down."""
    if is_silent(parse, span.start) or not (inside := parse.tokens_in(span)):
        return False
    head = inside[-1]
    narrowed = [c for c in parse.children(head, "amod", "compound", "nummod", "nmod", "nmod:poss", "acl", "det") if c not in inside]
    return not parse.related(head, "amod", "compound", "nmod:desc", "flat") and all(parse.text(c).lower() == "the" for c in narrowed)


def _country(titles: Iterable[Title]) -> str | None:
    """Give the state that a person's offices are of, where they are all of one."""
    states = {country_of(t.owner) for t in titles if t.owner is not None} - {None}
    return next(iter(states)) if len(states) == 1 else None


def _sources(cast: Cast) -> list[Referent]:
    text = cast.parse.report.text
    found = []
    for source in cast.sources:
        words = " ".join(text[source.span.start : source.span.end].split())
        referent = Referent(words, ActorKind.UNNAMED, None, source.country)
        referent.names[source.span] = "source without a name"
        referent.others.update(source.again)
        found.append(referent)
    return found
