"""Finds the names of the tables in a run of words, the longest first, so that "UN Security Council" is never read as "UN"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model.span import Span
from communique.model.tree import Token
from communique.reference.facts import Bloc, Country, How, Match
from communique.reference.tables import Entity, Tables

_LONGEST = 9
"""Words in the longest name of the tables, with hyphens counted as words (a test compares)."""

_CLOSING = ("'", "’")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` up to but not including `last` name `match`."""

    first: int
    last: int
    match: Match[Entity]


def scanned(text: str, *, words: Sequence[Span | Token], tables: Tables) -> Iterator[Hit]:
    """Yield the names in a sentence's words (spans of `text`) from left to right, none inside another."""
    i = 0
    while i < len(words):
        hit = _longest_at(text, words, i, tables)
        if hit:
            yield hit
        i = hit.last if hit else i + 1


def _longest_at(text: str, words: Sequence[Span | Token], first: int, tables: Tables) -> Hit | None:
    if not tables.may_begin(text[words[first].start : words[first].end]):
        return None
    for last in range(_furthest(text, words, first, tables), first, -1):
        if text[words[last - 1].start : words[last - 1].end].startswith(_CLOSING):
            continue
        written = text[words[first].start : words[last - 1].end]
        found = _named(written, tables)
        if found and _complete(found, text, words, first):
            return Hit(first, last, found)
    return None


def _furthest(text: str, words: Sequence[Span | Token], first: int, tables: Tables) -> int:
    """Give where a name that begins with the word `first` ends at the latest: behind words that names of the tables have."""
    last = first + 1
    while last < min(len(words), first + _LONGEST) and tables.may_hold(text[words[last].start : words[last].end]):
        last += 1
    return last


def _named(written: str, tables: Tables) -> Match[Entity] | None:
    matches = tables.matches(written)
    if any(isinstance(m.entry, Country) for m in matches):
        state = tables.state(written)
        return Match(state.entry, state.how) if state else None
    if matches:
        return matches[0]
    body = tables.body(written) if " " in written else None
    return Match(body.entry, body.how) if body and body.entry.country else None


def _complete(found: Match[Entity], text: str, words: Sequence[Span | Token], first: int) -> bool:
    """Say whether a name that needs "the" before it and no name behind it ("the West", never "the West Bank") stands so."""
    if not isinstance(found.entry, Bloc):
        return True
    written = text[words[first].start : words[first].end]
    if written not in found.entry.articled:
        return True
    after = text[words[first].end :].lstrip(" \n")
    return first > 0 and text[words[first - 1].start : words[first - 1].end] in {"the", "The"} and not after[:1].isupper()


def is_adjectival(match: Match[Entity]) -> bool:
    """Say whether a match is a state's adjective or people ("Russian", "Russians"), which alone makes no actor."""
    return isinstance(match.entry, Country) and match.how in {How.ADJECTIVE, How.PEOPLE}


def is_weak(match: Match[Entity]) -> bool:
    """Say whether a match counts only where the language pipeline sees a name there too ("The Independent")."""
    return bool(getattr(match.entry, "common_word", False))
