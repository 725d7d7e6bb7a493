"""Whose an office is, read from the words around it: an entry of the tables, a name, or a body's noun ("the coalition's director")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.actors.places import match_of
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Country, Tables
from communique.reference.tables import Entity

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
ARTICLES = frozenset({"the", "a", "an", "another"})
_WHERE = frozenset({"in", "at", "on"})
_FIELDS = frozenset({"government"})
"""Bodies whose offices are told by a field behind "of", with an article too ("Minister of the Interior"); every ministry is one."""
UNSAID = frozenset({"country", "nation", "state", "his", "her", "their", "its"})
"""Nouns that do not say whose an office is."""
_SEAT = re.compile(r"\s*[,(]\s*(?:[RDI]|Rep|Dem|Ind)\.?\s?[-\u2010-\u2014]\s?(?P<seat>[A-Z][\w.]*(?: [A-Z][\w.]+)*)\s?[,)]")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an office is: the entry, the words, and whether the words say it by their grammar alone."""

    entry: Entity | None
    span: Span
    sure: bool = False


def before(parse: Parse, tokens: Sequence[int], tables: Tables) -> Owner | None:
    """Give whose office it is: the words before it without article and possessive, an entry of the tables, a name or a noun's phrase."""
    inside = list(tokens)
    owned = bool(inside) and parse.text(inside[-1]) in POSSESSIVE
    while inside and parse.text(inside[-1]) in POSSESSIVE:
        inside.pop()
    while inside and parse.text(inside[0]).lower() in ARTICLES:
        inside.pop(0)
    for first in range(len(inside)):
        span = parse.span(tuple(inside[first:]))
        if match := match_of(parse.report.text[span.start : span.end], tables):
            return Owner(match.entry, span) if first == 0 else None
    if len(inside) == 2 and parse.tokens[inside[1]].upos != "ADP" and (state := tables.state(parse.text(inside[0]))):
        return Owner(state.entry, parse.tokens[inside[0]].span) if parse.text(inside[1]).islower() else None
    if not inside:
        return None
    whole = parse.span(tuple(inside))
    if any(e.start < whole.start < e.end for e in parse.entities):
        return None
    if owned and parse.tokens[inside[-1]].upos == "NOUN":
        return None if parse.tokens[inside[-1]].lemma in UNSAID else Owner(None, whole, sure=True)
    named = all(parse.tokens[i].upos == "PROPN" for i in inside) or tables.body(parse.report.text[whole.start : whole.end])
    known = any(e.label == "ORG" and (e.start, e.end) == (whole.start, whole.end) for e in parse.entities)
    return Owner(None, whole) if named or known else None


def after(parse: Parse, tokens: Sequence[int], title: str, tables: Tables) -> Owner | None:
    """Give whose office it is: the words behind "of", "for" or "at", a name, or a noun with its article where the office has no field."""
    inside = list(tokens)
    articled = bool(inside) and parse.text(inside[0]).lower() in ARTICLES
    while inside and parse.text(inside[0]).lower() in ARTICLES:
        inside.pop(0)
    if not inside:
        return None
    span = parse.span(tuple(inside))
    if body := next((e for e in parse.entities if e.start == span.start and e.end < span.end and e.label == "ORG"), None):
        rest = parse.report.text[body.end : span.end]
        span = span if rest.startswith(("'", "’")) else Span(body.start, body.end)
    match = match_of(parse.report.text[span.start : span.end], tables)
    named = all(parse.tokens[i].upos in {"PROPN", "ADP", "CCONJ", "DET"} for i in inside)
    whole = any(e.start <= span.start and span.end <= e.end for e in parse.entities)
    if match or named or whole:
        return Owner(match.entry if match else None, span)
    return _noun(parse, inside, tables) if articled and not _has_field(title, tables) else None


def _noun(parse: Parse, inside: Sequence[int], tables: Tables) -> Owner | None:
    """Give a body that a noun with an article tells ("the centrist alliance"), up to where it is; a delegation is who is sent."""
    end = next((n for n, i in enumerate(inside) if n and parse.text(i).lower() in _WHERE), len(inside))
    kept = inside[:end]
    head = kept[-1]
    if parse.tokens[head].upos not in {"NOUN", "PROPN"} or parse.text(head).casefold() in {*tables.metonyms.parties, *UNSAID}:
        return None
    span = parse.span(tuple(kept))
    named = next((e for e in parse.entities if e.label == "ORG" and span.start < e.start and e.end == span.end), None)
    return Owner(None, Span(named.start, named.end) if named else span, sure=True)


def _has_field(title: str, tables: Tables) -> bool:
    """Say whether an office is told by its field ("Minister of the Interior", never "leader of the movement")."""
    office = tables.office(title)
    body = office.entry.body if office else None
    return body is not None and (body in _FIELDS or body.endswith("-ministry"))


def headed(parse: Parse, tokens: Sequence[int], tables: Tables) -> Entity | None:
    """Give the state whose delegation, party or team it is that a title heads ("head of the Russian delegation")."""
    if parse.text(tokens[-1]).casefold() not in tables.metonyms.parties:
        return None
    found = {m.entry.key: m.entry for i in tokens[:-1] if (m := match_of(parse.text(i), tables))}
    return next(iter(found.values())) if len(found) == 1 else None


def behind_name(parse: Parse, last: int, tables: Tables, *, seated: bool) -> Owner | None:
    """Give whose office it is that a person's name follows: "Prime Minister Aldo Ferrini of Italy".

    Of who sits for a state of a federation (`seated`) also "(D-Ore.)", ", Democrat of Illinois" and ", of Illinois".
    """
    text, end = parse.report.text, parse.tokens[last].end
    if seated and (told := _SEAT.match(text, end)):
        return Owner(None, Span(*told.span("seat")), sure=True)
    at = last + 1
    if seated and parse.text(min(at, len(parse.tokens) - 1)) in {",", "("}:
        at += 1
        while at < len(parse.tokens) and (
            parse.text(at).lower() in ARTICLES or is_party(parse.text(at), tables) or parse.text(at) == "Independent"
        ):
            at += 1
    links = {"of", "from"} if seated else {"of"}
    if at + 2 >= len(parse.tokens) or parse.text(at).lower() not in links:
        return None
    at += 2 if parse.text(at + 1).lower() == "the" else 1
    place = next((e for e in parse.entities if e.start == parse.tokens[at].start and e.label in {"LOC", "ORG"}), None)
    if place is None:
        return None
    span = Span(place.start, place.end)
    match = None if seated else match_of(text[span.start : span.end], tables)
    if seated or place.label == "ORG" or (match and isinstance(match.entry, Country)):
        return Owner(match.entry if match else None, span, sure=True)
    return None


def is_party(word: str, tables: Tables) -> bool:
    """Say whether a word is a party's adjective or one of its people."""
    return word in tables.parties or any(word in g.words for g in tables.groups if g.kind == "political")
