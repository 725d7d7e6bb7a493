"""Agreements that can be asked: `data/agreements/*.yml`, or a file of the user's, read and checked; amended for what-if questions."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from communique.errors import InputError, TableError
from communique.model.instrument import (
    Article,
    Baseline,
    EntryIntoForce,
    Instrument,
    LegalStatus,
    Priority,
    StatusChange,
    Withdrawal,
)
from communique.model.predicate import Part
from communique.model.quantity import bounded
from communique.reference.agreement_articles import article, basis, term, unique
from communique.reference.agreement_predicates import Words, day, keys, number, predicate
from communique.reference.agreement_priorities import stronger
from communique.reference.agreement_words import Vocabulary, vocabulary
from communique.reference.entries import Entry, marked, table, table_of
from communique.reference.loading import load
from communique.reference.tables import Tables

FOLDER = "agreements"
FIELDS = (
    *("id", "title", "short", "dated", "parties", "party_words", "proposed_by", "source", "assumed", "status", "articles"),
    *("terms", "baselines", "priorities", "entry_into_force", "withdrawal", "unsourced", "unit"),
)


def ids() -> tuple[str, ...]:
    """Give the ids of the shipped agreements, sorted."""
    names = (f.name for f in files("communique").joinpath("data", FOLDER).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


def agreement(name: str) -> Instrument:
    """Give a shipped agreement by its id, or the one in a YAML file of the user's by its path."""
    return read(entry_of(name))


@cache
def shipped(id_: str) -> Instrument:
    """Give a shipped agreement, read once."""
    return agreement(id_)


def entry_of(name: str) -> Entry:
    """Give the text of an agreement as one entry. Raise `InputError` where there is neither an id nor a file of that name."""
    if name in ids():
        return table(f"{FOLDER}/{name}.yml")
    path = Path(name)
    if path.suffix not in {".yml", ".yaml"} or not path.is_file():
        raise InputError(f"There is no agreement {name!r}. Name one of {', '.join(ids())}, or a YAML file.")
    return table_of(path.read_text(encoding="utf-8"), file=path.name)


def read(entry: Entry) -> Instrument:
    """Give the agreement that an entry holds. Raise `TableError` with file, line, article and remedy where it is wrong."""
    entry.allow(*FIELDS)
    tables, words = load(), vocabulary()
    terms = frozenset(e.text("id") for e in entry.entries("terms"))
    known = Words(tables, words, terms)
    unique(entry.entries("articles"))
    articles = tuple(article(e, known) for e in entry.entries("articles"))
    priorities = tuple(_priority(e) for e in entry.entries("priorities"))
    stronger(articles, priorities, file=entry.file)
    return _whole(entry, articles, priorities, known)


def _whole(entry: Entry, articles: tuple[Article, ...], priorities: tuple[Priority, ...], known: Words) -> Instrument:
    parties = predicate(entry, "parties", Part.ACTOR, known)
    if parties is None or not articles:
        raise entry.wrong("parties" if parties is None else "articles", "missing", "An agreement needs both.")
    return Instrument(
        id=entry.text("id"),
        title=entry.text("title"),
        short=entry.text("short"),
        dated=day(entry, "dated"),
        parties=parties,
        party_words=entry.text("party_words"),
        proposed_by=keys(entry, "proposed_by", known.tables),
        status=_timeline(entry, known.tables),
        articles=articles,
        terms=tuple(term(e, known) for e in entry.entries("terms")),
        baselines=tuple(_baseline(e, known.tables, known.vocabulary) for e in entry.entries("baselines")),
        priorities=priorities,
        entry_into_force=next((_entry_into_force(e, articles) for e in entry.entries("entry_into_force")), None),
        withdrawal=next((_withdrawal(e, articles) for e in entry.entries("withdrawal")), None),
        basis=basis(entry),
        unsourced=entry.texts("unsourced"),
        unit=entry.maybe("unit") or "Article",
    )


def _timeline(entry: Entry, tables: Tables) -> tuple[StatusChange, ...]:
    changes = tuple(_status(e, tables) for e in entry.entries("status"))
    if not changes:
        raise entry.wrong("status", "missing", "Give the legal status with its first day.")
    return tuple(sorted(changes, key=lambda c: c.since))


def _status(entry: Entry, tables: Tables) -> StatusChange:
    entry.allow("value", "since", "for", "note", "source", "assumed")
    value = entry.text("value")
    if value not in set(LegalStatus):
        raise entry.wrong("value", f"{value!r} is no legal status", f"Write one of {', '.join(LegalStatus)}.")
    return StatusChange(LegalStatus(value), day(entry, "since"), basis(entry), keys(entry, "for", tables), entry.maybe("note"))


def _baseline(entry: Entry, tables: Tables, words: Vocabulary) -> Baseline:
    entry.allow("actors", "hosts", "measure", "on", "bound", "amount", "source", "assumed")
    measure, bound = entry.text("measure"), entry.maybe("bound") or "exact"
    if measure not in {"any", *words.measures}:
        raise entry.wrong("measure", f"{measure!r} is no measure of conduct.yml", f"Write any, or one of {', '.join(words.measures)}.")
    if bound not in {"exact", *words.bounds}:
        raise entry.wrong("bound", f"{bound!r} is no bound", f"Write one of {', '.join(words.bounds)}, or leave it out.")
    amount = number(entry, "amount")
    quantity = bounded(bound, amount, amount)
    return Baseline(keys(entry, "actors", tables), keys(entry, "hosts", tables), measure, day(entry, "on"), quantity, basis(entry))


def _priority(entry: Entry) -> Priority:
    entry.allow("stronger", "weaker", "source", "assumed")
    return Priority(entry.text("stronger"), entry.text("weaker"), basis(entry))


def _entry_into_force(entry: Entry, articles: tuple[Article, ...]) -> EntryIntoForce:
    entry.allow("article", "share", "source", "assumed")
    return EntryIntoForce(_article_id(entry, articles), number(entry, "share"), basis(entry))


def _withdrawal(entry: Entry, articles: tuple[Article, ...]) -> Withdrawal:
    entry.allow("article", "days", "source", "assumed")
    return Withdrawal(_article_id(entry, articles), int(number(entry, "days")), basis(entry))


def _article_id(entry: Entry, articles: tuple[Article, ...]) -> str:
    id_ = entry.text("article")
    if id_ not in {a.id for a in articles}:
        raise entry.wrong("article", f"{id_!r} is no article here", f"Write one of {', '.join(a.id for a in articles)}.")
    return id_


def amended(entry: Entry, changes: tuple[Entry, ...], dropped: tuple[str, ...]) -> Entry:
    """Give an agreement's entry with articles dropped (by id) and fields of articles replaced; a new id adds an article.

    `without` names fields of an article that fall away. What is wrong in a changed article is named by the file of the change.
    """
    found = {e.text("id"): e for e in entry.entries("articles")}
    if wrong := next((d for d in dropped if d not in found), None):
        raise TableError(f"{entry.file} has no article {wrong!r} to drop. Write one of {', '.join(found)}.")
    for change in changes:
        old = found.get(change.text("id"))
        given = {k: v for k, v in change.fields.items() if k != "without"}
        kept = {k: v for k, v in old.fields.items() if k not in change.texts("without")} if old else {}
        found[change.text("id")] = Entry(change.file, change.line, {**kept, **given})
    nodes = [_node(e) for id_, e in found.items() if id_ not in dropped]
    return Entry(entry.file, entry.line, {**entry.fields, "articles": yaml.SequenceNode("tag:yaml.org,2002:seq", nodes)})


def _node(entry: Entry) -> yaml.MappingNode:
    """Give the node of an entry, marked with its file and line, each field with the line where it was written."""
    pairs = [(yaml.ScalarNode("tag:yaml.org,2002:str", name), node) for name, node in entry.fields.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, start_mark=marked(entry))
