"""Reads predicates of agreements from YAML: `{any: [{state: [RUS]}, {member: NATO, on: 1997-05-27}]}`.

A predicate is a mapping with one of the words below, or `parties` or `own_territory` alone. `{actor: …}`, `{place: …}` and `{target: …}`
say which part of the event it asks about, where that is not the field's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

from communique.errors import DateError
from communique.model.predicate import (
    AboveBaseline,
    AllOf,
    Amount,
    AnyOf,
    Class,
    During,
    InRegion,
    MemberOf,
    Not,
    OneOf,
    OwnTerritory,
    Part,
    Party,
    Predicate,
    Stated,
    Term,
    Undefined,
)
from communique.reference.agreement_words import Vocabulary
from communique.reference.edtf import first_day
from communique.reference.entries import Entry
from communique.reference.tables import Tables

BOUNDS = ("above", "at_least", "below", "at_most")
"""What an amount is compared by."""

ALONE: Mapping[str, Callable[[Part], Predicate]] = {"parties": Party, "own_territory": lambda _: OwnTerritory()}
"""Predicates that are one word."""

PARTS = {"actor": Part.ACTOR, "place": Part.PLACE, "target": Part.TARGET}
WORDS = (
    *("any", "all", "not", *PARTS, "state", "actors", "class", "member", "region", "stated"),
    *("measure", "above_baseline", "from", "until", "term", "undefined"),
)
"""The words that a mapping says its predicate by."""


@dataclass(frozen=True, slots=True)
class Words:
    """What names in a predicate must be found in: the tables, the words of conduct, and the agreement's own terms."""

    tables: Tables
    vocabulary: Vocabulary
    terms: frozenset[str]


def predicate(entry: Entry, field: str, part: Part, words: Words) -> Predicate | None:
    """Give the predicate of a field, or None where the entry has none. Raise `TableError` with file, line and remedy where it is wrong."""
    node = entry.fields.get(field)
    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        return _alone(entry, field, part)
    if isinstance(node, yaml.SequenceNode):
        return _classes(entry, field, part, words)
    return _mapping(entry.entries(field)[0], part, words)


def _alone(entry: Entry, field: str, part: Part) -> Predicate:
    made = ALONE.get(entry.text(field))
    if made is None:
        remedy = f"Write one of {', '.join(ALONE)}, or a mapping with {', '.join(WORDS)}."
        raise entry.wrong(field, f"{entry.text(field)!r} is no predicate", remedy)
    return made(part)


def _classes(entry: Entry, field: str, part: Part, words: Words) -> Predicate:
    """Give a list of classes, such as `action: [deploy, station]`, or of states where the part is an actor or place."""
    if part in {Part.ACTION, Part.OBJECT}:
        return Class(part, _known(entry, field, words.vocabulary.actions if part is Part.ACTION else words.vocabulary.objects))
    return OneOf(part, _states(entry, field, words))


def _mapping(entry: Entry, part: Part, words: Words) -> Predicate:
    """Give the predicate that the mapping's own word says; only one such word may stand in it."""
    named = [word for word in WORDS if word in entry.fields]
    if set(named) == {"from", "until"}:
        named = ["from"]
    if len(named) != 1:
        field = named[1] if named else next(iter(entry.fields), "")
        remedy = f"Write exactly one of {', '.join(WORDS)}; join them with all or any."
        raise entry.wrong(field, f"{len(named)} predicates in one mapping", remedy)
    return _simple(entry, named[0], part, words) or _joint(entry, named[0], part, words)


def _joint(entry: Entry, word: str, part: Part, words: Words) -> Predicate:
    entry.allow(word)
    if word == "not" or word in PARTS:
        inner = predicate(entry, word, PARTS.get(word, part), words)
        if inner is None:
            raise entry.wrong(word, "empty", "Write a predicate.")
        return Not(inner) if word == "not" else inner
    parts = tuple(_item(entry, word, node, part, words) for node in getattr(entry.fields[word], "value", ()))
    return AllOf(parts) if word == "all" else AnyOf(parts)


def _item(entry: Entry, word: str, node: yaml.Node, part: Part, words: Words) -> Predicate:
    found = predicate(Entry(entry.file, node.start_mark.line + 1, {word: node}), word, part, words)
    if found is None:
        raise entry.wrong(word, "empty", "Write a predicate.")
    return found


def _simple(entry: Entry, word: str, part: Part, words: Words) -> Predicate | None:
    made = _SIMPLE.get(word)
    return made(entry, part, words) if made else None


def _member(entry: Entry, part: Part, words: Words) -> Predicate:
    entry.allow("member", "on")
    organisation = entry.text("member")
    if words.tables.entity(f"org:{organisation}") is None:
        remedy = "Add it there with its members, or correct the name."
        raise entry.wrong("member", f"{organisation!r} is no organisation of organisations.yml", remedy)
    return MemberOf(part, organisation, day(entry, "on") if entry.maybe("on") else None)


def _amount(entry: Entry, words: Words) -> Predicate:
    entry.allow("measure", *BOUNDS)
    measure = _one(entry, "measure", words.vocabulary.measures, extra=BOUNDS)
    given = {bound: number(entry, bound) for bound in BOUNDS if entry.maybe(bound)}
    if not given:
        raise entry.wrong("measure", "no bound", f"Write one of {', '.join(BOUNDS)} with a number.")
    return Amount(measure, **given)


def _during(entry: Entry) -> Predicate:
    entry.allow("from", "until")
    return During(
        day(entry, "from") if entry.maybe("from") else None,
        day(entry, "until") if entry.maybe("until") else None,
    )


def _undefined(entry: Entry, words: Words) -> Predicate:
    entry.allow("undefined", "source", "yes", "no", "settled_by")
    settled = entry.maybe("settled_by")
    if settled and settled not in words.vocabulary.circumstances:
        raise entry.wrong("settled_by", f"{settled!r} is no circumstance", f"Write one of {', '.join(words.vocabulary.circumstances)}.")
    return Undefined(entry.text("undefined"), entry.text("source"), entry.text("yes"), entry.text("no"), settled)


def _above_baseline(entry: Entry) -> Predicate:
    entry.allow("above_baseline")
    return AboveBaseline(day(entry, "above_baseline"))


def _one(entry: Entry, field: str, known: Mapping[str, object] | frozenset[str], *, extra: tuple[str, ...] = ()) -> str:
    entry.allow(field, *extra)
    value = entry.text(field)
    if value not in known:
        raise entry.wrong(field, f"{value!r} is not known", f"Write one of: {', '.join(sorted(known)) or 'none is defined'}.")
    return value


def _known(entry: Entry, field: str, known: Mapping[str, object]) -> tuple[str, ...]:
    values = entry.texts(field)
    if wrong := next((v for v in values if v not in known), None):
        raise entry.wrong(field, f"{wrong!r} is no class of conduct.yml", f"Write some of: {', '.join(sorted(known))}.")
    return values


def _states(entry: Entry, field: str, words: Words) -> tuple[str, ...]:
    codes = entry.texts(field)
    if wrong := next((c for c in codes if words.tables.country(c) is None), None):
        raise entry.wrong(field, f"{wrong!r} is no state of countries.yml", "Write ISO 3166 alpha-3 codes, as RUS.")
    return tuple(f"state:{c}" for c in codes)


def keys(entry: Entry, field: str, tables: Tables) -> tuple[str, ...]:
    """Give the actor keys of a list (`state:RUS`, `org:NATO`); raise where the tables have no such actor."""
    found = entry.texts(field)
    if wrong := next((k for k in found if tables.entity(k) is None), None):
        remedy = "Write state:CODE or org:ID, as countries.yml and organisations.yml name them."
        raise entry.wrong(field, f"{wrong!r} is no actor of the tables", remedy)
    return found


def day(entry: Entry, field: str) -> str:
    """Give the date of a field: `2004-03-29`, `2004-03` or `2004`."""
    date = entry.text(field)
    try:
        first_day(date)
    except DateError as error:
        raise entry.wrong(field, f"{date!r} is no day, month or year", "Write 2004-03-29, 2004-03 or 2004.") from error
    return date


def number(entry: Entry, field: str) -> float:
    """Give the number of a field; digits, with a full stop for the decimals."""
    text = entry.text(field)
    try:
        return float(text)
    except ValueError as error:
        raise entry.wrong(field, f"{text!r} is no number", "Write digits, as 5000 or 3.67.") from error


_SIMPLE: Mapping[str, Callable[[Entry, Part, Words], Predicate]] = {
    "state": lambda entry, part, words: OneOf(part, _states(entry, "state", words)),
    "actors": lambda entry, part, words: OneOf(part, keys(entry, "actors", words.tables)),
    "class": lambda entry, part, words: _classes(entry, "class", part, words),
    "member": _member,
    "region": lambda entry, part, words: InRegion(part, _one(entry, "region", words.vocabulary.regions)),
    "stated": lambda entry, _, words: Stated(_one(entry, "stated", words.vocabulary.circumstances)),
    "term": lambda entry, _, words: Term(_one(entry, "term", words.terms)),
    "measure": lambda entry, _, words: _amount(entry, words),
    "above_baseline": lambda entry, _, __: _above_baseline(entry),
    "from": lambda entry, _, __: _during(entry),
    "until": lambda entry, _, __: _during(entry),
    "undefined": lambda entry, _, words: _undefined(entry, words),
}
"""How each predicate without others inside is made."""
