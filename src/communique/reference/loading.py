"""Builds the tables from `data/` and checks them: every value has a source, every code and date exists, no name means two things."""

import re
from dataclasses import fields
from functools import cache
from types import MappingProxyType

from communique.errors import DateError
from communique.model.actor import ActorKind
from communique.reference.edtf import first_day
from communique.reference.entries import Entry, table
from communique.reference.facts import (
    Bloc,
    Body,
    BodyType,
    Country,
    Group,
    Member,
    Metonyms,
    NamePattern,
    Office,
    Organisation,
    Outlet,
    SharedName,
)
from communique.reference.persons import PersonNames
from communique.reference.tables import Tables

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH})\b"
_WORD = rf"(?!{_DAY})(?:(?:[A-Z]\.){{2,}}|[A-ZÀ-ÞĀ-Ž][\w’'&]*(?:[-–][\w’']+)*)"
_RUNS = {
    "{Caps}": rf"(?!The ){_WORD}(?: {_WORD})*",
    "{Name}": rf"{_WORD}(?: (?:(?:of|the|and|on|for|between) )*{_WORD})*",
}
"""What `{Caps}` and `{Name}` in a pattern stand for: capitalised words (no weekday, no month); in `{Name}` small words may join them."""


@cache
def load() -> Tables:
    """Give the shipped tables, read and checked once. Raise `TableError` with file, line and remedy where one is wrong."""
    countries = tuple(_country(e, default) for e, default in _listed("countries.yml"))
    codes = frozenset(c.code for c in countries)
    bodies, offices = table("bodies.yml"), table("offices.yml")
    bodies.allow("source", "types", "named")
    offices.allow("source", "modifiers", "entries", "honorifics", "parties")
    return Tables(
        countries=countries,
        organisations=tuple(_organisation(e, default, codes) for e, default in _listed("organisations.yml")),
        bodies=tuple(_body(e, bodies.text("source"), codes) for e in bodies.entries("named")),
        body_types=tuple(_body_type(e, bodies.text("source")) for e in bodies.entries("types")),
        offices=tuple(_office(e, offices.text("source")) for e in offices.entries("entries")),
        modifiers=frozenset(offices.texts("modifiers")),
        honorifics=frozenset(offices.texts("honorifics")),
        parties=frozenset(offices.texts("parties")),
        outlets=tuple(_outlet(e, default, codes) for e, default in _listed("outlets.yml")),
        blocs=tuple(_bloc(e, default) for e, default in _listed("blocs.yml")),
        groups=tuple(_group(e, default) for e, default in _listed("norp.yml")),
        patterns=_patterns(table("law_event_patterns.yml")),
        metonyms=_metonyms(table("metonyms.yml")),
        persons=_persons(table("persons.yml")),
        shared=tuple(_shared(e, default) for e, default in _listed("shared_names.yml")),
    )


def _listed(name: str) -> list[tuple[Entry, str]]:
    whole = table(name)
    whole.allow("source", "entries")
    default = whole.text("source")
    return [(e, default) for e in whole.entries("entries")]


def _country(entry: Entry, default: str) -> Country:
    entry.allow("code", "name", "forms", "adjectives", "people", "capital", "seats", "since", "until", "successor", "beside", "source")
    code = entry.text("code")
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise entry.wrong("code", f"{code!r} is no ISO 3166 alpha-3 code", "Write three capitals, as RUS.")
    return Country(
        code=code,
        name=entry.text("name"),
        forms=entry.texts("forms"),
        adjectives=entry.texts("adjectives"),
        people=entry.texts("people"),
        capital=entry.maybe("capital"),
        seats=entry.texts("seats"),
        since=_date(entry, "since"),
        until=_date(entry, "until"),
        successor=entry.maybe("successor"),
        source=entry.maybe("source") or default,
        beside=entry.texts("beside"),
    )


def _organisation(entry: Entry, default: str, codes: frozenset[str]) -> Organisation:
    entry.allow(
        *("id", "name", "kind", "forms", "acronyms", "descriptions", "country", "seat", "part_of", "since", "until"),
        *("members", "members_source", "source"),
    )
    kind = entry.text("kind")
    if kind not in {ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.GROUP}:
        raise entry.wrong("kind", f"{kind!r} is no kind of organisation", "Write alliance, organisation or group.")
    return Organisation(
        id=entry.text("id"),
        name=entry.text("name"),
        kind=ActorKind(kind),
        forms=entry.texts("forms"),
        acronyms=entry.texts("acronyms"),
        descriptions=entry.texts("descriptions"),
        country=_code(entry, "country", codes),
        part_of=entry.maybe("part_of"),
        since=_date(entry, "since"),
        until=_date(entry, "until"),
        members=_members(entry, codes),
        source=entry.maybe("source") or default,
    )


def _members(entry: Entry, codes: frozenset[str]) -> tuple[Member, ...]:
    found = []
    for member in entry.entries("members"):
        member.allow("of", "since", "until", "source")
        source = member.maybe("source") or entry.text("members_source")
        since = _date(member, "since") or member.text("since")
        for code in member.texts("of"):
            if code not in codes:
                raise member.wrong("of", f"{code!r} is no state of countries.yml", "Add the state there, or correct the code.")
            found.append(Member(code, since, _date(member, "until"), source))
    return tuple(found)


def _body_type(entry: Entry, default: str) -> BodyType:
    entry.allow("type", "nouns", "source")
    return BodyType(entry.text("type"), entry.texts("nouns"), entry.maybe("source") or default)


def _body(entry: Entry, default: str, codes: frozenset[str]) -> Body:
    entry.allow("name", "country", "type", "forms", "nicknames", "common_word", "building", "source")
    return Body(
        name=entry.text("name"),
        country=_code(entry, "country", codes) or entry.text("country"),
        type=entry.text("type"),
        forms=entry.texts("forms"),
        common_word=entry.true("common_word"),
        building=entry.true("building"),
        source=entry.maybe("source") or default,
        nicknames=entry.texts("nicknames"),
    )


def _office(entry: Entry, default: str) -> Office:
    entry.allow("words", "people", "body", "unnamed", "seated", "source")
    words = entry.text("words")
    if words != words.casefold():
        raise entry.wrong("words", f"{words!r} has capitals", "Write titles in lower case.")
    source, unnamed, seated = entry.maybe("source") or default, entry.true("unnamed"), entry.true("seated")
    return Office(words, entry.text("people"), entry.maybe("body"), unnamed=unnamed, source=source, seated=seated)


def _outlet(entry: Entry, default: str, codes: frozenset[str]) -> Outlet:
    entry.allow("id", "name", "forms", "country", "type", "common_word", "source")
    return Outlet(
        id=entry.text("id"),
        name=entry.text("name"),
        forms=entry.texts("forms"),
        country=_code(entry, "country", codes) or entry.text("country"),
        type=entry.text("type"),
        common_word=entry.true("common_word"),
        source=entry.maybe("source") or default,
    )


def _bloc(entry: Entry, default: str) -> Bloc:
    entry.allow("id", "name", "forms", "articled", "source")
    return Bloc(
        id=entry.text("id"),
        name=entry.text("name"),
        forms=entry.texts("forms"),
        articled=entry.texts("articled"),
        source=entry.maybe("source") or default,
    )


def _group(entry: Entry, default: str) -> Group:
    entry.allow("kind", "words", "source")
    return Group(entry.text("kind"), entry.texts("words"), entry.maybe("source") or default)


def _metonyms(whole: Entry) -> Metonyms:
    lists = [f.name for f in fields(Metonyms)]
    whole.allow("source", *lists)
    whole.text("source")
    return Metonyms(**{name: frozenset(whole.texts(name)) for name in lists})


def _shared(entry: Entry, default: str) -> SharedName:
    entry.allow("name", "of", "articled", "source")
    return SharedName(entry.text("name"), entry.texts("of"), entry.true("articled"), entry.maybe("source") or default)


def _persons(whole: Entry) -> PersonNames:
    whole.allow("source", "suffixes", "family_first", "given_too", "nicknames")
    whole.text("source")
    nicknames: dict[str, frozenset[str]] = {}
    for entry in whole.entries("nicknames"):
        entry.allow("short", "full")
        nicknames[entry.text("short")] = frozenset(entry.texts("full"))
    return PersonNames(
        suffixes=frozenset(whole.texts("suffixes")),
        family_first=frozenset(whole.texts("family_first")),
        given_too=frozenset(whole.texts("given_too")),
        nicknames=MappingProxyType(nicknames),
    )


def _patterns(whole: Entry) -> tuple[NamePattern, ...]:
    whole.allow("source", "names", "patterns")
    default = whole.text("source")
    exact = [_exact(e, default) for e in whole.entries("names")]
    return (*exact, *(_pattern(e, default) for e in whole.entries("patterns")))


def _exact(entry: Entry, default: str) -> NamePattern:
    entry.allow("label", "names", "source")
    longest_first = sorted(entry.texts("names"), key=len, reverse=True)
    joined = "|".join(re.escape(n).replace(r"\-", "[-–]").replace(r"\ ", r"\s") for n in longest_first)
    return NamePattern(_label(entry), re.compile(rf"\b(?:{joined})(?!\w)"), None, entry.maybe("source") or default)


def _pattern(entry: Entry, default: str) -> NamePattern:
    entry.allow("label", "pattern", "example", "source")
    written, example = entry.text("pattern"), entry.text("example")
    try:
        pattern = re.compile(_expanded(written))
    except re.error as error:
        raise entry.wrong("pattern", f"no regular expression: {error}", "Correct it; quote it with ' so that \\ stays.") from error
    if not pattern.fullmatch(example):
        raise entry.wrong("example", f"the pattern does not find {example!r} whole", "Correct the pattern or the example.")
    return NamePattern(_label(entry), pattern, example, entry.maybe("source") or default)


def _expanded(written: str) -> str:
    for name, run in _RUNS.items():
        written = written.replace(name, run)
    return rf"\b{written}(?!\w)".replace(" ", r"\s")


def _label(entry: Entry) -> str:
    label = entry.text("label")
    if label not in {"LAW", "EVENT", "ORG"}:
        raise entry.wrong("label", f"{label!r} is no label", "Write LAW, EVENT or ORG.")
    return label


def _code(entry: Entry, field: str, codes: frozenset[str]) -> str | None:
    code = entry.maybe(field)
    if code is not None and code not in codes:
        raise entry.wrong(field, f"{code!r} is no state of countries.yml", "Add the state there, or correct the code.")
    return code


def _date(entry: Entry, field: str) -> str | None:
    date = entry.maybe(field)
    if date is not None:
        try:
            first_day(date)
        except DateError as error:
            raise entry.wrong(field, f"{date!r} is no day, month or year", "Write 2004-03-29, 2004-03 or 2004.") from error
    return date
