"""Concepts: words of the field that name one thing ("truce", "ceasefire"), so that an object and an issue meet that share no word."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from communique.reference.lexicon import lists

FILE = "synonyms.yml"
MARK = "="
"""Opens the key of a concept, which no word does."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ements", "ement", "ies", "es", "ed", "s", "e", "y")
SHORTEST = 4
"""Letters that a stem keeps at least."""


def key(word: str) -> str:
    """Give what a word in lower case is compared by: its concept ("=ceasefire"), else its stem."""
    return _concepts().get(word) or _by_stem().get(stem(word)) or stem(word)


def is_concept(topic: str) -> bool:
    """Say whether a key is a concept: it tells what something is about, where a stem may be any word."""
    return topic.startswith(MARK)


def joined(text: str) -> str:
    """Give a text in lower case with phrases as one word: of a concept its name, of a limiting phrase its words with "_"."""
    return _phrases().sub(lambda m: _spelled(m[0]), text.lower()) if _PHRASE_SIGN.search(text) else text.lower()


_PHRASE_SIGN = re.compile(r"[\s-]")


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Give a word without its ending, of at least four letters, a doubled consonant single ("stopping" gives "stop")."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            left = word[: -len(ending)]
            return left[:-1] if len(left) > SHORTEST and left[-1] == left[-2] and left[-1] not in "aeiosl" else left
    return word


def _spelled(phrase: str) -> str:
    words = re.sub(r"\s+", " ", phrase)
    concept = _concepts().get(words)
    return concept.removeprefix(MARK).replace(" ", "_") if concept else words.replace(" ", "_")


@cache
def _concepts() -> Mapping[str, str]:
    """Give the concept of each word and phrase as it stands; the name of a concept is a word of it too."""
    found: dict[str, str] = {}
    for section, mark in (("matters", MARK), ("qualities", "")):
        for name, words in lists(FILE, section).items():
            for word in sorted({*words, name}):
                found.setdefault(word, mark + name)
    return found


@cache
def _by_stem() -> Mapping[str, str]:
    """Give the concept of each stem, but of words that only count as they stand."""
    whole, found = lists(FILE, "whole")["words"], dict[str, str]()
    for word, concept in _concepts().items():
        if word not in whole:
            found.setdefault(stem(word), concept)
    return found


@cache
def _phrases() -> re.Pattern[str]:
    """Give what finds the phrases of the lists, the longest first, in whatever plural."""
    every = {w for w in (*_concepts(), *lists(FILE, "limiting_phrases")["words"]) if " " in w or "-" in w}
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(every, key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{alternatives})(?=s?\b)")
