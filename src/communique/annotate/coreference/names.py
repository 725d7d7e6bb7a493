"""Which names name the same: same words, another spelling, surname, title and name, acronym.

Names are compared over the whole report. A short form joins a long one only where the report has no other long form that it fits,
or where the nearest earlier one is of the same person beyond doubt; otherwise it stays alone.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.annotate.coreference.lists import Lists
from communique.annotate.coreference.phrases import Phrase

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "de", "la", "du", "des", "der", "den", "von", "van", "&", "'s"])
_ENDINGS = (
    ("skyy", "sky"),
    ("skiy", "sky"),
    ("skij", "sky"),
    ("skyi", "sky"),
    ("ski", "sky"),
    ("ei", "ey"),
    ("ej", "ey"),
    ("iy", "y"),
    ("ii", "y"),
    ("yi", "y"),
    ("ij", "y"),
)
"""Endings by which transliterations from Cyrillic differ: ISO 9, BGN/PCGN and the habits of newspapers."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: `words` folded, without title, article and suffix; `text` as it stands."""

    words: tuple[str, ...]
    text: str
    sort: str
    gender: str


def name_of(phrase: Phrase, text: str, words: Lists) -> Name:
    """Give the name that a phrase (form NAME) bears; `text` is the words as they stand in the report."""
    folded = list(folded_words(text))
    if phrase.sort == "PER":
        while len(folded) > 1 and folded[0] in words.titles:
            del folded[0]
        while len(folded) > 1 and folded[-1] in _SUFFIXES:
            del folded[-1]
    standard = words.spellings.get(" ".join(folded))
    if standard and phrase.sort != "PER":
        folded = standard.split()
    return Name(tuple(folded), text, phrase.sort, phrase.gender)


@cache
def folded_words(text: str) -> tuple[str, ...]:
    """Give a name's words in lower case, without accents, stops, article and possessive; hyphens divide."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    plain = re.sub(r"['’]s?\b", "", re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", plain))
    found = re.findall(r"\w+|&", plain)
    return tuple(found[1:] if len(found) > 1 and found[0] in ("the", "a") else found) or (text,)


def spelled_alike(a: str, b: str) -> bool:
    """Say whether two words of a person's name are one in another spelling ("Zelensky", "Zelenskiy"; "Sergei", "Sergey")."""
    return a == b or (len(a) > 3 and len(b) > 3 and _fold_ending(a) == _fold_ending(b))


@cache
def _fold_ending(word: str) -> str:
    return next((word[: -len(end)] + new for end, new in _ENDINGS if word.endswith(end)), word)


def initials(text: str) -> str:
    """Give the initials of a long name's capitalised words, lower-cased ("osce"); "" for one word."""
    found = [w for w in re.findall(r"\w+", text) if w.lower() not in _SMALL]
    return "".join(w[0] for w in found).lower() if len(found) > 1 else ""


def same_person(a: Name, b: Name) -> bool:
    """Say whether two full names of persons (two words or more) are one: same surname, first names that fit."""
    if a.sort != "PER" or b.sort != "PER":
        return False
    if not spelled_alike(a.words[-1], b.words[-1]):
        return len(a.words[-1]) > 6 and a.words[:-1] == b.words[:-1] and _one_letter_apart(a.words[-1], b.words[-1])
    first, other = a.words[0], b.words[0]
    return spelled_alike(first, other) or (1 in (len(first), len(other)) and first[0] == other[0])


def _one_letter_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def is_acronym(short: Name, long: Name) -> bool:
    """Say whether `short` ("OSCE", "U.N.") holds the initials of `long`; at least three, or two in an organisation's name."""
    letters = short.text.replace(".", "")
    if not letters.isupper() or len(short.words) != 1 or len(letters) < 2 or "PER" in (short.sort, long.sort):
        return False
    return initials(long.text) == letters.lower() and (len(letters) > 2 or short.sort == long.sort == "ORG")


def short_of_person(short: Name, long: Name) -> bool:
    """Say whether a single word is the surname (or the whole first part) of a full name."""
    if len(short.words) != 1 or len(long.words) < 2 or short.sort != "PER" or long.sort != "PER":
        return False
    if short.gender and long.gender and short.gender != long.gender:
        return False
    return spelled_alike(short.words[0], long.words[-1]) or short.words == long.words[-2:-1]


def given_name_of(short: Name, long: Name) -> bool:
    """Say whether a single word is the first word of a full name: a given name, or a surname that stands first ("Xi Jinping")."""
    return len(short.words) == 1 < len(long.words) and short.sort == long.sort == "PER" and short.words[0] == long.words[0]


def part_of_body(short: Name, long: Name) -> bool:
    """Say whether a shorter name of a body holds only words of the longer one and ends alike ("Foreign Ministry", of Russia)."""
    if short.sort != "ORG" or long.sort != "ORG" or not 1 < len(short.words) < len(long.words):
        return False
    return short.words[-1] == long.words[-1] and set(short.words) < set(long.words)


def named_together(names: Sequence[Name]) -> list[tuple[int, int]]:
    """Give pairs of positions in `names` that name the same."""
    seen: dict[tuple[str, ...], int] = {}
    pairs: list[tuple[int, int]] = []
    counts = [1] * len(names)
    for i, name in enumerate(names):
        same = seen.setdefault(_key(name), i)
        if same != i:
            pairs.append((same, i))
            counts[same] += 1
    kinds = sorted(seen.values())
    long = [i for i in kinds if len(names[i].words) > 1]
    pairs.extend((i, j) for n, j in enumerate(long) for i in long[:n] if same_person(names[i], names[j]))
    joined = _joined(len(names), pairs)
    for i in kinds:
        for fits in (short_of_person, given_name_of, is_acronym, part_of_body):
            if (fit := _chosen(i, [j for j in long if j != i and fits(names[i], names[j])], joined, counts)) is not None:
                pairs.append((min(i, fit), max(i, fit)))
                break
    return pairs


def _key(name: Name) -> tuple[str, ...]:
    """Give the key under which a name is the same; a single word is apart for persons."""
    if len(name.words) > 1:
        return name.words
    return (name.words[0], "PER" if name.sort == "PER" else "other")


def _joined(count: int, pairs: Sequence[tuple[int, int]]) -> Sequence[int]:
    """Give, for every position, the smallest position that pairs join it to."""
    root = list(range(count))
    for i, j in pairs:
        low, high = sorted((root[i], root[j]))
        if low != high:
            root = [low if r == high else r for r in root]
    return root


def _chosen(i: int, fitting: Sequence[int], joined: Sequence[int], counts: Sequence[int]) -> int | None:
    """Give the full name that a short one, first used at `i`, is short for: of those named before it, else of all, the most frequent.

    A tie decides nothing ("Clinton" where Bill and Hillary Clinton are each named once).
    """
    by_root: dict[int, int] = {}
    for j in [j for j in fitting if j < i] or fitting:
        by_root[joined[j]] = by_root.get(joined[j], 0) + counts[j]
    order = sorted(by_root, key=lambda r: (-by_root[r], r))
    if not order or (len(order) > 1 and by_root[order[0]] == by_root[order[1]]):
        return None
    return order[0]
