"""Puts the places of one report together: states and bodies by their key, persons by their names, other organisations by their words.

Invariant: no two actors share a span, and each has the id of its first name's place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extract.actors.persons import Person, persons_of
from communique.extract.actors.places import Place, places_of
from communique.extract.actors.titles import Title
from communique.extract.actors.unnamed import Source, sources_of
from communique.model.actor import ActorKind, Alias, Named, Role
from communique.model.ids import mention_id
from communique.model.mention import Kind
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.reference import Bloc, Body, Country, Organisation, Outlet, Tables
from communique.reference.tables import Entity

_PEOPLE = frozenset(
    {
        "man",
        "woman",
        "politician",
        "statesman",
        "veteran",
        "lawyer",
        "author",
        "writer",
        "winner",
        "candidate",
        "founder",
        "head",
        "chief",
        "boss",
    }
)
"""Nouns for persons that are no office."""


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

    @classmethod
    def of(cls, parse: Parse, tables: Tables) -> "Cast":
        """Find everything that is named in a parse."""
        persons = tuple(persons_of(parse, tables))
        spans = {s for p in persons for s in p.names}
        places = tuple(places_of(parse, tables))
        return cls(parse, tables, places, persons, tuple(sources_of(parse, tables, persons=spans)))


def named_of(cast: Cast) -> Iterator[Named]:
    """Yield the actors in order of their first place."""
    referents = [*_by_key(cast), *_organisations(cast), *_persons(cast), *_sources(cast)]
    _chained(cast, referents)
    _described(cast, referents)
    ids = {r.first: _id(cast, r) for r in referents}
    for referent in sorted(referents, key=lambda r: r.first):
        yield _named(cast, referent, ids, referents)


def _id(cast: Cast, referent: Referent) -> str:
    return mention_id(cast.parse.report.id, Kind.NAMED, [referent.first])


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
    """Give the organisations that the tables do not know, one for each name."""
    found: dict[str, Referent] = {}
    taken = [p.span for p in cast.places] + [s for p in cast.persons for s in p.names]
    for entity in cast.parse.entities:
        span = Span(entity.start, entity.end)
        words = cast.parse.report.text[entity.start : entity.end]
        silent = cast.parse.report.region_at(span.start).kind in {RegionKind.FURNITURE, RegionKind.COMMENT}
        proper = any(cast.parse.tokens[i].upos in {"PROPN", "NOUN", "NUM", "X"} for i in cast.parse.tokens_in(span))
        if entity.label != "ORG" or silent or not proper or any(span.overlaps(t) for t in taken) or not _is_name(words, cast.tables):
            continue
        body = _only_body(cast, words)
        name = body.name if body else words
        key = body.key if body else None
        referent = found.setdefault(key or name, Referent(name, ActorKind.ORGANISATION, key, body.country if body else None))
        referent.names[span] = f"the report's only {words!r}" if body else "organisation named in the text"
    known = {r.key: r for r in _by_key(cast)}
    return [r for r in found.values() if r.key is None or r.key not in known]


def _is_name(words: str, tables: Tables) -> bool:
    """Say whether an organisation's words name one: a capital, more than a letter, no office and no adjective of a state alone."""
    shaped = len(words) > 1 and words[-1].isalnum() and any(c.isupper() for c in words)
    body = tables.body(words)
    known = tables.state(words) or tables.matches(words) or tables.office(words) or (body and body.entry.country)
    generic = {d.casefold() for o in tables.organisations for d in o.descriptions}
    return shaped and not known and words.casefold() not in generic


def _only_body(cast: Cast, words: str) -> Body | None:
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
        name = _clean(text[fullest.start : fullest.end])
        referent = Referent(name, ActorKind.PERSON, None, _country(person.titles))
        for span in person.names:
            words = _clean(text[span.start : span.end])
            referent.names[span] = "full name" if words == name else f"name of {name} in this report"
        referent.titles = list(person.titles)
        found.append(referent)
    return found


def _clean(words: str) -> str:
    return " ".join(words.replace("’s", "'s").removesuffix("'s").split())


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
        found.append(referent)
    return found


def _chained(cast: Cast, referents: Sequence[Referent]) -> None:
    """Give each chain's pronouns and nouns to the one actor that the chain names; a chain that names two is left."""
    taken = {s for r in referents for s in r.names} | {Span(e.start, e.end) for e in cast.parse.entities if e.label != "NORP"}
    for chain in cast.parse.chains:
        owners = [r for r in referents if any(s in r.names and s not in r.adjectives for s in chain) or _headed(cast, chain, r)]
        if len(owners) == 1:
            free = (s for s in chain if not any(s.overlaps(t) for t in taken))
            owners[0].others.update(s for s in free if _may_be(cast, s, owners[0]))


def _may_be(cast: Cast, span: Span, referent: Referent) -> bool:
    """Say whether a pronoun or noun of a chain can stand for the actor: a person is no "summit", a state no "diplomat"."""
    inside = cast.parse.tokens_in(span)
    head = next((i for i in inside if cast.parse.tokens[i].head not in inside), None)
    if head is None or cast.parse.tokens[head].upos == "PRON":
        return head is not None
    office = cast.tables.office(cast.parse.text(head)) is not None or cast.parse.text(head).casefold() in _PEOPLE
    return office is (referent.kind in {ActorKind.PERSON, ActorKind.UNNAMED})


def _headed(cast: Cast, chain: Sequence[Span], referent: Referent) -> bool:
    """Say whether a span of the chain is a phrase around one of the names, headed by it ("Secretary Blinken")."""
    for span in chain:
        for name in set(referent.names) - referent.adjectives:
            if span != name and span.covers(name) and span.end == name.end and referent.kind is ActorKind.PERSON:
                return True
    return False


def _described(cast: Cast, referents: Sequence[Referent]) -> None:
    """Give "the alliance" to the one organisation of the report that the tables say it describes, where no chain has it."""
    chained = {s for c in cast.parse.chains for s in c}
    organisations = [(r, e) for r in referents if r.key and isinstance(e := cast.tables.entity(r.key), Organisation)]
    for i, token in enumerate(cast.parse.tokens):
        if token.upos not in {"NOUN", "PROPN"} or not any(
            cast.parse.text(c).lower() in {"the", "this"} for c in cast.parse.children(i, "det")
        ):
            continue
        if cast.parse.children(i, "compound", "amod", "nmod:poss", "nmod"):
            continue
        fitting = [r for r, e in organisations if cast.parse.text(i) in e.descriptions]
        span = token.span
        if len(fitting) == 1 and not any(s.covers(span) for s in chained) and not any(s.overlaps(span) for r in referents for s in r.names):
            fitting[0].others.add(span)


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
        words = _clean(report.text[span.start : span.end])
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
        words = " ".join(report.text[title.words.start : title.words.end].split())
        found.setdefault((words, _owner(cast, title, ids, referents)), []).append(title.whole)
    for (words, owner), spans in found.items():
        yield Role(words, owner, tuple(report.cite(s.start, s.end) for s in sorted(set(spans))))


def _owner(cast: Cast, title: Title, ids: dict[Span, str], referents: Sequence[Referent]) -> str | None:
    """Give whose office it is: the key or id of an actor of this report, else the words; None where nothing says it."""
    if title.owner is not None:
        return title.owner.key
    if title.owner_span is None:
        return None
    span = title.owner_span
    found = [r for r in referents if span in r.names] or [r for r in referents if any(s.covers(span) or span.covers(s) for s in r.names)]
    if len(found) == 1:
        return found[0].key or ids[found[0].first]
    return " ".join(cast.parse.report.text[span.start : span.end].split())
