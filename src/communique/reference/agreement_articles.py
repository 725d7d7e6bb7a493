"""Reads the articles of an agreement from YAML, with readings and exceptions; what is wrong is named by file, line and article."""

import re
from collections.abc import Iterable

from communique.errors import TableError
from communique.model.instrument import Article, Basis, Exemption, Meaning, OpenTerm, Reading, Scope
from communique.model.kinds import ProvisionKind
from communique.model.predicate import Part, Predicate
from communique.reference.agreement_predicates import Words, predicate
from communique.reference.entries import Entry

PARTS = {
    "bearer": Part.ACTOR,
    "action": Part.ACTION,
    "object": Part.OBJECT,
    "target": Part.TARGET,
    "place": Part.PLACE,
    "time": Part.ACTOR,
    "condition": Part.ACTOR,
    "limit": Part.ACTOR,
    "duty": Part.ACTOR,
}
"""The fields of an article that hold predicates, and the part of the event that each asks about unless it says otherwise."""

TOLD = ("id", "number", "kind", "says", "source", "assumed", "beneficiary", "consultation", "remedy", "unsourced", "untested")
FIELDS = (*TOLD, *PARTS, "readings", "exceptions")

LITERAL = "as written"
"""Name of the reading that every article has: its own words."""

_ID = re.compile(r"(?:art|sec|chp|point|annex)_[\w-]+(?:__(?:para|sec|point|exc|p|item)_[\w-]+)*")


class ArticleError(TableError):
    """A table error that names its article already."""


def article(entry: Entry, words: Words) -> Article:
    """Give one article. Raise `TableError` with file, line, article and remedy where it is wrong."""
    try:
        return _article(entry, words)
    except ArticleError:
        raise
    except TableError as error:
        raise ArticleError(f"{entry.maybe('id') or 'an article without id'}: {error}") from error


def _article(entry: Entry, words: Words) -> Article:
    entry.allow(*FIELDS)
    id_, kind = _id(entry), entry.text("kind")
    if kind not in set(ProvisionKind):
        raise entry.wrong("kind", f"{kind!r} is no kind of provision", f"Write one of {', '.join(ProvisionKind)}.")
    scope = _scope(entry, words)
    _checked(entry, kind, scope)
    return Article(
        id=id_,
        number=entry.text("number"),
        kind=ProvisionKind(kind),
        says=entry.text("says"),
        basis=basis(entry),
        readings=(Reading(LITERAL, scope, basis(entry)), *(_reading(e, entry, words) for e in entry.entries("readings"))),
        exemptions=tuple(_exemption(e, id_, words) for e in entry.entries("exceptions")),
        beneficiary=entry.maybe("beneficiary"),
        consultation=entry.maybe("consultation"),
        remedy=entry.maybe("remedy"),
        unsourced=entry.maybe("unsourced"),
        untested=entry.maybe("untested"),
    )


def _checked(entry: Entry, kind: str, scope: Scope) -> None:
    """Raise where an article cannot decide anything: no bearer or action, or an obligation without what is owed."""
    if entry.maybe("untested"):
        return
    for field, value in (("bearer", scope.bearer), ("action", scope.action)):
        if value is None:
            raise entry.wrong(field, "missing", "Say whom it binds and what it is about, or write untested: with the reason.")
    if kind == ProvisionKind.OBLIGATION and scope.duty is None:
        raise entry.wrong("duty", "missing", "Say what the obligation asks for, or make it a prohibition.")


def _scope(entry: Entry, words: Words) -> Scope:
    found: dict[str, Predicate | None] = {field: predicate(entry, field, part, words) for field, part in PARTS.items()}
    return Scope(**found)


def _reading(entry: Entry, of: Entry, words: Words) -> Reading:
    """Give a reading: what it does not say is as the article says; `without` names what it leaves out."""
    entry.allow("name", "source", "assumed", "without", *PARTS)
    fields = {**of.fields, **{k: v for k, v in entry.fields.items() if k in PARTS}}
    kept = {k: v for k, v in fields.items() if k not in entry.texts("without")}
    return Reading(entry.text("name"), _scope(Entry(of.file, entry.line, kept), words), basis(entry))


def _exemption(entry: Entry, article_id: str, words: Words) -> Exemption:
    entry.allow("id", "to", "says", "when", "source", "assumed")
    when = predicate(entry, "when", Part.ACTOR, words)
    if when is None:
        raise entry.wrong("when", "missing", "Say when the exception holds.")
    return Exemption(_id(entry), entry.maybe("to") or article_id, entry.text("says"), when, basis(entry))


def term(entry: Entry, words: Words) -> OpenTerm:
    """Give an open-textured term with its readings; a term without a reading is an error."""
    entry.allow("id", "words", "part", "readings")
    part = entry.text("part")
    if part not in set(Part):
        raise entry.wrong("part", f"{part!r} is no part of an event", f"Write one of {', '.join(Part)}.")
    readings = tuple(_meaning(e, Part(part), words) for e in entry.entries("readings"))
    if not readings:
        raise entry.wrong("readings", "missing", "Give one reading at least; `means: {undefined: …}` where nobody has defined it.")
    return OpenTerm(entry.text("id"), entry.text("words"), readings)


def _meaning(entry: Entry, part: Part, words: Words) -> Meaning:
    entry.allow("name", "means", "source", "assumed")
    means = predicate(entry, "means", part, words)
    if means is None:
        raise entry.wrong("means", "missing", "Say what the term means in this reading.")
    return Meaning(entry.text("name"), means, basis(entry))


def basis(entry: Entry) -> Basis:
    """Give what an entry rests on: its source, or the reason why it is assumed."""
    if reason := entry.maybe("assumed"):
        return Basis(reason, assumed=True)
    return Basis(entry.text("source"))


def unique(entries: Iterable[Entry]) -> None:
    """Raise where two of the entries have one id."""
    seen = set[str]()
    for entry in entries:
        id_ = entry.text("id")
        if id_ in seen:
            raise entry.wrong("id", f"{id_!r} stands twice", "Give each its own id.")
        seen.add(id_)


def _id(entry: Entry) -> str:
    id_ = entry.text("id")
    if not _ID.fullmatch(id_):
        raise entry.wrong("id", f"{id_!r} is no id in the Akoma Ntoso manner", "Write art_4, art_4__para_1, sec_4__para_2 or art_4__exc_1.")
    return id_
