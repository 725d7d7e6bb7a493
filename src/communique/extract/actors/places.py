"""Places of the tables' names in one report: where a state, organisation, body, outlet or bloc is named, and why it is taken for one.

A state's adjective alone ("Russian troops") names no actor; before an office or a party ("Russian officials", "the US side") it
does. A seat of government is a place, unless it acts, is addressed, owns or is dealt with as a government does ("Moscow insists").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.actors.metonyms import is_government, is_ground, is_where
from communique.model.parse import Parse, Sentence
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.reference import Body, Country, How, Match, Tables
from communique.reference.scan import Hit, is_adjectival, is_weak, scanned
from communique.reference.tables import Entity

_SILENT = frozenset({RegionKind.FURNITURE, RegionKind.COMMENT, RegionKind.RELATED})
"""Regions that are not the report's own words: who is named only there is no actor of it."""

_WHY = {
    How.NAME: "name in the tables",
    How.FORM: "other name in the tables",
    How.ACRONYM: "acronym in the tables",
    How.COMPOSED: "a state and a kind of body",
}
_BY_ADJECTIVE = "its adjective before an office or a party stands for the state"
_BY_SIDE = "a state's side is the state"
_BY_SEAT = "seat of government, where it acts or is dealt with"
_UP = ("amod", "compound", "nmod:desc", "nmod:poss", "nmod", "conj", "flat", "dep")
_MAX_STEPS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry of the tables is named, and why these words are taken for it. `name`: the words are a name, no adjective."""

    span: Span
    entry: Entity
    why: str
    name: bool = True


def places_of(parse: Parse, tables: Tables) -> Iterator[Place]:
    """Yield the places at which entries of the tables are named as actors, in order of the text."""
    for sentence in parse.sentences:
        if is_silent(parse, sentence.start):
            continue
        for hit in _hits(parse, sentence, tables):
            span = parse.span(tuple(range(hit.first, hit.last)))
            within = hit.match.how is not How.COMPOSED and _is_within(parse, hit.first, span)
            if not within and (place := _place(parse, hit, span, tables)):
                yield place


def _is_within(parse: Parse, first: int, span: Span) -> bool:
    """Say whether words are a part of a longer name."""
    longer = (e for e in parse.entities_at(first) if e.label != "NORP" and e.end >= span.end)
    return any((e.start, e.end) != (span.start, span.end) for e in longer)


def is_silent(parse: Parse, start: int) -> bool:
    """Say whether the character at `start` is in none of the report's own words: links to others, comments, furniture."""
    return parse.report.region_at(start).kind in _SILENT


def _hits(parse: Parse, sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """Yield hits with the parse's tokens; within a body's name, its state's too ("Russia's Foreign Ministry")."""
    words = parse.tokens[sentence.first : sentence.last]
    for hit in scanned(parse.report.text, words=words, tables=tables):
        yield Hit(hit.first + sentence.first, hit.last + sentence.first, hit.match)
        if hit.match.how is How.COMPOSED:
            for inner in scanned(parse.report.text, words=words[hit.first : hit.last - 1], tables=tables):
                first = hit.first + inner.first + sentence.first
                if isinstance(inner.match.entry, Country) and not is_adjectival(inner.match):
                    yield Hit(first, first + inner.last - inner.first, inner.match)


def _place(parse: Parse, hit: Hit, span: Span, tables: Tables) -> Place | None:
    entry, how = hit.match.entry, hit.match.how
    if is_weak(hit.match) and not any((e.start, e.end) == (span.start, span.end) for e in parse.entities):
        return None
    if isinstance(entry, Country):
        return _of_state(parse, hit, span, tables)
    if isinstance(entry, Body) and (_modifies(parse, hit) or _only_where(parse, hit, entry, tables)):
        return None
    return Place(span, entry, _WHY[how])


def _of_state(parse: Parse, hit: Hit, span: Span, tables: Tables) -> Place | None:
    written, country = parse.report.text[span.start : span.end], hit.match.entry
    assert isinstance(country, Country)
    if _is_person(parse, hit.first, span) or (country.beside and hit.match.how is How.NAME and not _is_meant(parse, country)):
        return None
    if is_adjectival(hit.match) or (written in country.adjectives and _before_noun(parse, hit)):
        party = party_of(parse, hit.last - 1, tables)
        if party == hit.last and parse.text(party).lower() == "side":
            return Place(parse.span(tuple(range(hit.first, hit.last + 1))), country, _BY_SIDE)
        return Place(span, country, _BY_ADJECTIVE, name=False) if party is not None else None
    if hit.match.how is How.SEAT:
        return Place(span, country, _BY_SEAT) if is_government(parse, hit, tables) else None
    return Place(span, country, _WHY[hit.match.how])


def _is_meant(parse: Parse, country: Country) -> bool:
    """Say whether the report has a word that only the state is named with: "Georgia" beside "Tbilisi"."""
    return any(re.search(rf"\b{re.escape(word)}", parse.report.text) for word in country.beside)


def _is_person(parse: Parse, first: int, span: Span) -> bool:
    return any(e.label == "PER" and span.end <= e.end for e in parse.entities_at(first))


def _before_noun(parse: Parse, hit: Hit) -> bool:
    """Say whether the last word of a name modifies a noun behind it, as an adjective would ("US officials", never "US's")."""
    last = hit.last - 1
    owns = any(parse.text(c) in {"'s", "’s", "'", "’"} for c in parse.children(last, "case"))
    return not owns and parse.tokens[last].head >= hit.last and parse.related(last, "amod", "compound", "nmod", "flat", "conj", "dep")


def party_of(parse: Parse, i: int, tables: Tables) -> int | None:
    """Give the noun for an office or a party that the adjective or name at token `i` modifies, or None ("Russian troops")."""
    for _ in range(_MAX_STEPS):
        if not parse.related(i, *_UP) or parse.tokens[i].head < 0:
            return None
        i = parse.tokens[i].head
        word = parse.text(i)
        if word.casefold() in tables.metonyms.parties or (tables.office(word) and parse.tokens[i].upos in {"NOUN", "PROPN"}):
            return i
        if title := next((c for c in parse.children(i, "nmod:desc", "compound", "flat") if tables.office(parse.text(c))), None):
            return title
    return None


def _only_where(parse: Parse, hit: Hit, entry: Body, tables: Tables) -> bool:
    ground = is_ground(parse, hit, tables.metonyms)
    return (entry.building or ground) and is_where(parse, hit, tables.metonyms)


def _modifies(parse: Parse, hit: Hit) -> bool:
    """Say whether a composed name only modifies the noun behind it ("Russian military action")."""
    last = hit.last - 1
    follows = last + 1 < len(parse.tokens) and parse.tokens[last].head == last + 1
    return hit.match.how is How.COMPOSED and (parse.tokens[last].upos == "ADJ" or (follows and parse.related(last, "amod", "compound")))


def match_of(words: str, tables: Tables) -> Match[Entity] | None:
    """Give the one entry that words name whole: a state, organisation or body, never a seat of government."""
    if (state := tables.state(words)) and state.how is not How.SEAT:
        return Match(state.entry, state.how)
    body = tables.body(words)
    if body and body.entry.country:
        return Match(body.entry, body.how)
    found = tables.matches(words)
    return found[0] if found and not isinstance(found[0].entry, Country) else None
