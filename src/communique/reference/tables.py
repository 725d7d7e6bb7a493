"""The tables as one value: everything that can be looked up by name. Frozen; looking up never guesses between two entries."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from communique.model.actor import Membership
from communique.reference.edtf import within
from communique.reference.facts import (
    Bloc,
    Body,
    BodyType,
    Country,
    Group,
    How,
    Match,
    Metonyms,
    NamePattern,
    Office,
    Organisation,
    Outlet,
    SharedName,
)
from communique.reference.persons import PersonNames
from communique.reference.spelling import plain

Entity = Country | Organisation | Body | Outlet | Bloc
"""What can be an actor."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables. `load()` gives the ones that are shipped."""

    countries: tuple[Country, ...]
    organisations: tuple[Organisation, ...]
    bodies: tuple[Body, ...]
    body_types: tuple[BodyType, ...]
    offices: tuple[Office, ...]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    parties: frozenset[str]
    outlets: tuple[Outlet, ...]
    blocs: tuple[Bloc, ...]
    groups: tuple[Group, ...]
    patterns: tuple[NamePattern, ...]
    metonyms: Metonyms
    persons: PersonNames
    shared: tuple[SharedName, ...]
    _names: Mapping[str, tuple[Match[Entity], ...]] = field(init=False, repr=False, compare=False)
    _loud: Mapping[str, tuple[Match[Entity], ...]] = field(init=False, repr=False, compare=False)
    _offices: Mapping[str, Office] = field(init=False, repr=False, compare=False)
    _types: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _keys: Mapping[str, Entity] = field(init=False, repr=False, compare=False)
    _firsts: frozenset[str] = field(init=False, repr=False, compare=False)
    _heads: frozenset[str] = field(init=False, repr=False, compare=False)
    _parts: frozenset[str] = field(init=False, repr=False, compare=False)
    _of_offices: frozenset[str] = field(init=False, repr=False, compare=False)
    _generic: frozenset[str] = field(init=False, repr=False, compare=False)
    _beginnings: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names: dict[str, list[Match[Entity]]] = {}
        loud: dict[str, list[Match[Entity]]] = {}
        for name, match in self._named():
            names.setdefault(plain(name), []).append(match)
            loud.setdefault(plain(name).casefold(), []).append(match)
        fixed: dict[str, dict[str, Any]] = {
            "_names": {n: tuple(m) for n, m in names.items()},
            "_loud": {n: tuple(m) for n, m in loud.items()},
            "_offices": {words: o for o in self.offices for words in (o.people, o.words)},
            "_types": {plain(noun): t.type for t in self.body_types for noun in t.nouns},
            "_keys": {m.entry.key: m.entry for _, m in reversed(tuple(self._named())) if m.entry.key},
        }
        for attribute, value in fixed.items():
            object.__setattr__(self, attribute, MappingProxyType(value))
        firsts = {first_word(n) for n in (*names, *self._types)}
        object.__setattr__(self, "_firsts", frozenset(firsts))
        of_bodies = [w.casefold().split(" ") for w in (*self._types, *(n for b in self.bodies for n in (b.name, *b.forms, *b.nicknames)))]
        object.__setattr__(self, "_heads", frozenset(w for words in of_bodies for w in (words[0], words[-1])))
        object.__setattr__(self, "_parts", frozenset(p for n in (*names, *self._types, "of") for p in parts_of(n)))
        object.__setattr__(self, "_of_offices", frozenset(w for o in self.offices for w in o.words.split()))
        object.__setattr__(self, "_generic", frozenset(d.casefold() for o in self.organisations for d in o.descriptions))
        organisations = [n.casefold() for o in self.organisations for n in (o.name, *o.forms)]
        object.__setattr__(self, "_beginnings", frozenset(n[:at] for n in organisations for at, c in enumerate(n) if c == " "))

    def _named(self) -> Iterator[tuple[str, Match[Entity]]]:
        for country in self.countries:
            yield from _names_of_country(country)
        for organisation in self.organisations:
            yield from _names_of(organisation, organisation.acronyms)
        others: tuple[Body | Outlet | Bloc, ...] = (*self.bodies, *self.outlets, *self.blocs)
        for other in others:
            yield from _names_of(other, ())

    def matches(self, text: str) -> tuple[Match[Entity], ...]:
        """Give every entry that `text` names, best kind of name first; capitals throughout match any case ("RUSSIA")."""
        name = plain(text)
        if found := self._names.get(name):
            return found
        return self._loud.get(name.casefold(), ()) if name.isupper() and len(name) > 4 else ()

    def may_begin(self, word: str) -> bool:
        """Say whether a name of an actor may begin with `word`: quick, and never wrongly no."""
        return first_word(plain(word)) in self._firsts

    def may_hold(self, word: str) -> bool:
        """Say whether a name of an actor may hold `word`: quick, and never wrongly no."""
        return self._parts.issuperset(parts_of(word))

    def in_office(self, word: str) -> bool:
        """Say whether a word stands in the name of an office."""
        return word in self._of_offices

    def is_generic(self, words: str) -> bool:
        """Say whether words only say what an organisation is ("alliance"), in any case."""
        return words.casefold() in self._generic

    def begins_organisation(self, words: str) -> bool:
        """Say whether whole words are only the beginning of an organisation's name, in any case."""
        return words.casefold() in self._beginnings

    def entity(self, key: str) -> Entity | None:
        """Give the entry with an actor key ("state:RUS", "body:RUS:foreign-ministry"), or None."""
        if (found := self._keys.get(key)) or not key.startswith("body:"):
            return found
        _, code, kind = key.split(":", 2)
        country = next((c for c in self.countries if c.code == code), None)
        known = next((t for t in self.body_types if t.type == kind), None)
        return _composed(country, known.type, known.nouns[0], known.source) if country and known else None

    def country(self, code: str) -> Country | None:
        """Give the state with an ISO 3166 alpha-3 code, or None."""
        found = self._keys.get(f"state:{code}")
        return found if isinstance(found, Country) else None

    def state(self, text: str) -> Match[Country] | None:
        """Give the state that `text` names by name, adjective, people or seat of government; None for none or for two."""
        found = [m for m in self.matches(text) if isinstance(m.entry, Country)]
        best = found[:1] if found and found[0].how in {How.NAME, How.FORM} else found
        states = {m.entry.key for m in best}
        return Match(best[0].entry, best[0].how) if len(states) == 1 and isinstance(best[0].entry, Country) else None

    def organisation(self, text: str) -> Match[Organisation] | None:
        """Give the alliance, organisation or group that `text` names by name, form or acronym."""
        return next((Match(m.entry, m.how) for m in self.matches(text) if isinstance(m.entry, Organisation)), None)

    def outlet(self, text: str) -> Match[Outlet] | None:
        """Give the outlet that `text` names."""
        return next((Match(m.entry, m.how) for m in self.matches(text) if isinstance(m.entry, Outlet)), None)

    def bloc(self, text: str) -> Match[Bloc] | None:
        """Give the bloc that `text` names."""
        return next((Match(m.entry, m.how) for m in self.matches(text) if isinstance(m.entry, Bloc)), None)

    def body(self, text: str) -> Match[Body] | None:
        """Give the body that `text` names: by its proper name, or by a state and a kind of body ("Russia's Foreign Ministry").

        Where only the kind is named ("the foreign ministry"), the body has no country.
        """
        if found := next((m.entry for m in self.matches(text) if isinstance(m.entry, Body)), None):
            return Match(found, How.NAME)
        words = plain(text).split(" ")
        if not any(w.casefold() in self._heads for w in words):
            return None
        if kind := self._types.get(" ".join(words).casefold()):
            return Match(Body(" ".join(words), None, kind), How.COMPOSED)
        return self._body_of_state(words)

    def _body_of_state(self, words: list[str]) -> Match[Body] | None:
        for cut in range(1, len(words)):
            before, after = " ".join(words[:cut]), " ".join(words[cut:])
            for owner, noun in ((before, after), (after, before.removesuffix(" of"))):
                if not self._may_be_state(owner):
                    continue
                state, named = self.state(owner), self._kind(noun)
                if state and named and state.how is not How.SEAT:
                    return Match(self._of_country(state.entry, named, noun), How.COMPOSED)
        return None

    def _may_be_state(self, owner: str) -> bool:
        """Say whether plain words can name a state: quick, and never wrongly no."""
        return owner.removesuffix("'").removesuffix("'s") in self._names or owner in self._names or owner.isupper()

    def _kind(self, noun: str) -> str | None:
        if kind := self._types.get(plain(noun).casefold()):
            return kind
        return next((m.entry.type for m in self.matches(noun) if isinstance(m.entry, Body)), None)

    def _of_country(self, country: Country, kind: str, noun: str) -> Body:
        key = f"body:{country.code}:{kind}"
        found = self.entity(key)
        return found if isinstance(found, Body) else _composed(country, kind, noun, country.source)

    def office(self, words: str) -> Match[Office] | None:
        """Give the office whose title ends `words`, the longest first: "US Deputy Foreign Minister" is a foreign minister's office."""
        parts = plain(words).casefold().split(" ")
        for first in range(len(parts)):
            if found := self._offices.get(" ".join(parts[first:])):
                plural = found.people == " ".join(parts[first:]) != found.words
                return Match(found, How.PEOPLE if plural else How.NAME)
        return None

    def memberships(self, code: str) -> tuple[Membership, ...]:
        """Give the memberships of a state by its code, in order of the organisations' keys and dates."""
        found = [Membership(o.key, m.since, m.until, m.source) for o in self.organisations for m in o.members if m.country == code]
        return tuple(sorted(found, key=lambda m: (m.of, m.since or "")))

    def members(self, organisation: str, *, on: str) -> tuple[Country, ...]:
        """Give the states that were surely members of an organisation (its id) on a date in EDTF, sorted by code."""
        codes = {
            m.country for o in self.organisations if o.id == organisation for m in o.members if within(on, since=m.since, until=m.until)
        }
        return tuple(sorted((c for c in self.countries if c.code in codes), key=lambda c: c.code))

    def is_member(self, code: str, *, of: str, on: str) -> bool | None:
        """Say whether a state was a member of organisation `of` on a date; None where the dates are too coarse to say."""
        answers = [
            within(on, since=m.since, until=m.until) for o in self.organisations if o.id == of for m in o.members if m.country == code
        ]
        return True if True in answers else None if None in answers else False


_ARTICLED = re.compile(r"Republic|Islands")
"""States that have no adjective and stand with an article."""


_PARTS = re.compile(r"\w{2,}")


@lru_cache(maxsize=1 << 14)
def first_word(name: str) -> str:
    """Give the first word of a plain name in lower case, up to a space, hyphen, slash or sign."""
    return re.split(r"[^\w]", name.casefold(), maxsplit=1)[0]


@lru_cache(maxsize=1 << 14)
def parts_of(name: str) -> frozenset[str]:
    """Give the runs of two letters or more of a name in lower case; single letters come and go with full stops and possessives."""
    return frozenset(_PARTS.findall(plain(name).casefold()))


def _names_of_country(country: Country) -> Iterator[tuple[str, Match[Entity]]]:
    yield country.name, Match(country, How.NAME)
    for names, how in (
        (country.forms, How.FORM),
        (country.adjectives, How.ADJECTIVE),
        (country.people, How.PEOPLE),
        (country.seats, How.SEAT),
    ):
        for name in names:
            yield name, Match(country, how)


def _names_of(entry: Organisation | Body | Outlet | Bloc, acronyms: tuple[str, ...]) -> Iterator[tuple[str, Match[Entity]]]:
    yield entry.name, Match(entry, How.NAME)
    for form in (*entry.forms, *(entry.nicknames if isinstance(entry, Body) else ())):
        yield form, Match(entry, How.FORM)
    for acronym in acronyms:
        yield acronym, Match(entry, How.ACRONYM)


def _composed(country: Country, kind: str, noun: str, source: str) -> Body:
    title = " ".join(w if w in {"of", "the", "for"} else w[:1].upper() + w[1:] for w in noun.split(" "))
    article = "the " if _ARTICLED.search(country.name) else ""
    name = f"{country.adjectives[0]} {title}" if country.adjectives else f"{title} of {article}{country.name}"
    return Body(name, country.code, kind, source=source)
