"""Organisations that the tables do not know: which of the network's are taken for actors, and which are left out as mere guesses."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.actors.places import is_silent
from communique.extract.saying import lemmas, saying
from communique.model.parse import Entity, Parse
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.reference import Tables
from communique.reference.spelling import acronym_of

_TICKER = 5
"""Letters of a sign at an exchange at most."""
_LEFT = 120
"""Characters before letters in brackets that are looked at for what they stand for."""
_NUMBERED = re.compile(r"[A-Z][a-z]{2,}[- ]\d+[A-Za-z]?")
_MODIFIES = ("compound", "amod", "nmod:desc")


def guessed(parse: Parse, tables: Tables, *, taken: Sequence[Span]) -> Iterator[Entity]:
    """Yield the organisations that the network found beside what is `taken`, without those that nothing bears out.

    A name of one word that only ever modifies things ("Abrams tanks") is none, nor one that a single caption names as nobody's act.
    """
    found = [e for e in parse.entities if e.label == "ORG" and _is_named(parse, e, tables, taken)]
    places: dict[str, list[Entity]] = {}
    for entity in found:
        places.setdefault(parse.report.text[entity.start : entity.end], []).append(entity)
    for entity in found:
        same = places[parse.report.text[entity.start : entity.end]]
        only_modifies = all(_modifies_a_thing(parse, e, tables) for e in same)
        if not only_modifies and not (len(same) == 1 and _only_pictured(parse, entity, tables)):
            yield entity


def _is_named(parse: Parse, entity: Entity, tables: Tables, taken: Sequence[Span]) -> bool:
    span = Span(entity.start, entity.end)
    proper = any(parse.tokens[i].upos in {"PROPN", "NOUN", "NUM", "X"} for i in parse.tokens_in(span))
    if is_silent(parse, span.start) or not proper or any(span.overlaps(t) for t in taken):
        return False
    if _is_credit(parse, entity) or _is_ticker(parse, entity) or _is_thing(parse, entity, tables):
        return False
    return _is_name(parse.report.text[entity.start : entity.end], tables)


def _is_credit(parse: Parse, entity: Entity) -> bool:
    """Say whether a name stands behind a photographer's and a stroke ("Ann Lee/Nordfoto")."""
    text = parse.report.text
    return text[entity.start - 1 : entity.start] == "/" and any(e.label == "PER" and e.end == entity.start - 1 for e in parse.entities)


def _is_ticker(parse: Parse, entity: Entity) -> bool:
    """Say whether letters in brackets right behind an organisation are its sign at an exchange: they are no acronym of it."""
    text, words = parse.report.text, parse.report.text[entity.start : entity.end]
    if text[max(0, entity.start - 2) : entity.start] != " (":
        return False
    before = next((e for e in parse.entities if e.label == "ORG" and text[e.end : entity.start] == " ("), None)
    if before is None or not words.isupper() or len(words) > _TICKER:
        return False
    name = text[before.start : before.end]
    return " " not in name and not name.isupper() and text[entity.end : entity.end + 1] in {")", ","}


def _is_thing(parse: Parse, entity: Entity, tables: Tables) -> bool:
    """Say whether a name is a weapon's or a device's: so listed, a name with a number, or letters in brackets behind common nouns."""
    text, words = parse.report.text, parse.report.text[entity.start : entity.end]
    if words in tables.metonyms.weapons or _NUMBERED.fullmatch(words):
        return True
    return words.isupper() and _stands_for_noun(parse, text.find(f"({words})"), words)


def _stands_for_noun(parse: Parse, at: int, words: str) -> bool:
    """Say whether letters in brackets at `at` are the initials of small words right before ("ballistic missile (BM)")."""
    left = re.findall(r"[^\W\d_]+", parse.report.text[max(0, at - _LEFT) : max(0, at)])
    said = left[-len(words) :]
    return at > 0 and len(words) > 1 and [w[0] for w in said] == [c.lower() for c in words]


def _is_name(words: str, tables: Tables) -> bool:
    """Say whether an organisation's words name one: a capital, more than a letter, no office and no adjective of a state alone."""
    shaped = len(words) > 1 and (words[-1].isalnum() or acronym_of(words) != "") and any(c.isupper() for c in words)
    body = tables.body(words)
    known = tables.state(words) or tables.matches(words) or tables.office(words) or (body and body.entry.country)
    thing = " " in words and words.rsplit(maxsplit=1)[-1] in tables.metonyms.things
    return shaped and not known and not thing and not tables.is_generic(words) and not _is_cut(words, tables)


def _is_cut(words: str, tables: Tables) -> bool:
    """Say whether words of two or more are only the beginning of an organisation's name in the tables ("United Nations High")."""
    return " " in words and tables.begins_organisation(words)


def _modifies_a_thing(parse: Parse, entity: Entity, tables: Tables) -> bool:
    """Say whether a name of one word modifies a common noun behind it that is no office and no party ("Abrams battle tanks")."""
    inside = parse.tokens_in(Span(entity.start, entity.end))
    if len(inside) != 1 or not parse.related(inside[0], *_MODIFIES):
        return False
    head = parse.tokens[inside[0]].head
    word = parse.text(head)
    behind = head > inside[0] and parse.tokens[head].upos == "NOUN"
    return behind and not tables.office(word) and word.casefold() not in tables.metonyms.parties


def _only_pictured(parse: Parse, entity: Entity, tables: Tables) -> bool:
    """Say whether a name stands in a caption and is not the subject of a verb of saying or acting."""
    if parse.report.region_at(entity.start).kind is not RegionKind.CAPTION:
        return False
    subjects = (i for i in parse.tokens_in(Span(entity.start, entity.end)) if parse.tokens[i].rel == "nsubj" and parse.tokens[i].head >= 0)
    return not any(lemmas(parse, parse.tokens[i].head) & (tables.metonyms.acting | saying().verbs) for i in subjects)
