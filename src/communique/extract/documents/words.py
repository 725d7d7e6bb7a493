"""The words that documents are told with, from `data/documents.yml`; read once, when first asked for."""

from dataclasses import dataclass
from functools import cache

from communique.reference.lexicon import lexicon

FILE = "documents.yml"


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The word lists, all in lower case; see the file for what each holds."""

    letter: frozenset[str]
    reply: frozenset[str]
    statement: frozenset[str]
    bill: frozenset[str]
    drafted: frozenset[str]
    written: frozenset[str]
    uncounted: frozenset[str]
    joint: frozenset[str]
    publishing: frozenset[str]
    sending: frozenset[str]
    writing: frozenset[str]
    introducing: frozenset[str]
    offering: frozenset[str]
    receiving: frozenset[str]
    withholding: frozenset[str]
    expecting: frozenset[str]
    promising: frozenset[str]
    refusing: frozenset[str]
    telling: frozenset[str]
    answering: frozenset[str]
    carriers: frozenset[str]
    bodies: frozenset[str]
    secret: frozenset[str]


@cache
def words() -> DocumentWords:
    """Give the word lists. Raises `TableError` where a list is missing or names no source."""
    lists = lexicon(FILE)
    return DocumentWords(**{name: lists[name]["words"] for name in DocumentWords.__slots__})
