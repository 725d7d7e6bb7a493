"""The words of offices, as the tables write them: which of a phrase's words are one, and what may stand before it."""

from collections.abc import Sequence

from communique.extract.actors.owners import ARTICLES, is_party
from communique.reference import Tables

_LINKS = frozenset({"of", "for", "to", "on", "at", "in"})
_PARLIAMENT = "parliament"


def in_office(word: str, tables: Tables) -> bool:
    """Say whether a word stands in the name of an office."""
    return tables.in_office(word)


def has_office(words: Sequence[str], tables: Tables) -> bool:
    """Say whether words end in an office; a delegation or a body ("the General Staff") is none: who heads it holds one."""
    named = list(words[1:])
    while named and named[0].lower() in ARTICLES:
        named.pop(0)
    known = words[-1].casefold() in tables.metonyms.parties or tables.body(" ".join(named)) is not None
    return not known and tables.office(" ".join(words)) is not None


def office_in(words: Sequence[str], tables: Tables) -> tuple[int, int] | None:
    """Give the first and last place of the longest office in `words`, of equal ones the first; none behind a title's "of" or "to"."""
    found = [
        (last - first, -first, first, last)
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + 6) + 1)
        if is_office(words[first:last], tables)
    ]
    linked = [first for _, _, first, last in found if last < len(words) and words[last].lower() in _LINKS]
    found = [f for f in found if f[2] <= min(linked, default=len(words))]
    if not found:
        return None
    first, last = max(found)[2:]
    while last < len(words) and is_office(words[last : last + 1], tables):
        last += 1
    return first, last


def is_office(words: Sequence[str], tables: Tables) -> bool:
    """Say whether words are an office and nothing else."""
    written = as_written(words)
    office = tables.office(written)
    return office is not None and written in {office.entry.words, office.entry.people}


def as_written(words: Sequence[str]) -> str:
    """Give a title's words as the tables write them: hyphens close, and an abbreviation with its full stop."""
    return " ".join(words).replace(" - ", "-").replace(" .", ".").casefold()


def modifies(word: str, tables: Tables) -> bool:
    """Say whether a word may stand before an office as part of the title ("deputy")."""
    return word.casefold() in tables.modifiers or word == "-"


def is_group(word: str, tables: Tables) -> bool:
    """Say whether a word names a people, a faith or a party, whose an office may be."""
    return any(word in g.words for g in tables.groups) or is_party(word, tables)


def is_of_parliament(title: Sequence[str], tables: Tables) -> bool:
    """Say whether a title is an office of a parliament."""
    office = tables.office(as_written(title))
    return office is not None and office.entry.body == _PARLIAMENT
