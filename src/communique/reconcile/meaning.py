"""What words are about, by terms and word vectors; limiting words ("halt", "no") tell only for or against it: see `direction`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from communique.reconcile.concepts import FILE as PHRASES
from communique.reconcile.concepts import SHORTEST, is_concept, joined, key, stem
from communique.reference.lexicon import lists
from communique.reference.vectors import vectors

FILE = "polarity.yml"
_WORD = re.compile(r"[^\W\d_]+(?:['’_][^\W\d_]+)*|\b(?:1[89]|20)\d\d\b")
JOINED = re.compile(r"[,;:]|\b(?:and|or|but)\b")
_PLAIN, _VAGUE = 0.35, 0.1
"""What a word of no concept, and one that names nothing by itself ("idea"), weigh beside a concept."""
_BESIDE = 3
"""Words that an object may hold beside what it shares with a proposed issue: in longer ones that stands at the edge of what is said."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words in lower case: `content` without small and limiting ones; `capitals`: names."""

    content: tuple[str, ...]
    capitals: frozenset[str] = frozenset()

    def alike(self, other: "Meaning") -> float:
        """Give how alike two phrases are in what they are about, from 0 to 1: shared stems and the cosine of their vectors, the larger."""
        return max(self.shared(other), vectors().alike(self.content, other.content), 0.0)

    def shared(self, other: "Meaning") -> float:
        """Give the share of stems that the two have in common, of the shorter one; 0 where it has only one that is not a name."""
        one, two = stems(self.content), stems(other.content)
        return len(one & two) / min(len(one), len(two)) if min(len(one), len(two)) > 1 else 0.0

    @property
    def bare(self) -> "Meaning":
        """The same without names: what is done to whom matters more than who they are."""
        return replace(self, content=tuple(w for w in self.content if w not in self.capitals))

    @property
    def topics(self) -> frozenset[str]:
        """The stems of the words that are no names."""
        return stems(self.bare.content)

    def covered(self, phrase: "Meaning") -> float:
        """Give how much of these words a phrase holds, from 0 to 1, names left out; 0 where they share less than one thing of the field.

        A concept, or three other words, are the least that says what somebody speaks of; a word that names nothing by itself counts little.
        """
        common = _weight(self.topics & phrase.topics)
        return round(common / _weight(self.topics), 3) if common >= 1 else 0.0

    def is_about(self, shared: frozenset[str]) -> bool:
        """Say whether topics are what the words are about, not just one of many things that they speak of."""
        return bool(shared) and shared <= self.topics and len(self.topics) <= len(shared) + _BESIDE

    def names(self, term: "Meaning") -> bool:
        """Say whether every word of a term stands among the words, in any form."""
        wanted = {stem(w) for w in term.content}
        return bool(wanted) and wanted <= {stem(w) for w in self.content}

    def means(self, term: "Meaning") -> bool:
        """Say whether every word of a term stands among the words, or another word for it."""
        wanted = stems(term.content)
        return bool(wanted) and wanted <= stems(self.content)


@lru_cache(maxsize=1 << 14)
def meaning(text: str) -> Meaning:
    """Give what words are about."""
    words, small = spelled(text), lists(FILE, "small")["words"]
    content = tuple(w for w in words if len(w) > 1 and w not in small and not is_limiting(w))
    return Meaning(content, _capitals(text))


def spelled(text: str) -> list[str]:
    """Give the words of a text in lower case, phrases of the field as one."""
    plain = joined(text.replace("’", "'").replace("n't", " not"))
    return [w.removesuffix("'s") for w in _WORD.findall(plain)]


@lru_cache(maxsize=1 << 14)
def is_limiting(word: str) -> bool:
    """Say whether a word, or a phrase written as one, works against what it takes as object."""
    limiting = lists(FILE, "limiting")["words"]
    if word in limiting or word.removesuffix("s") in limiting or word.replace("_", " ") in lists(PHRASES, "limiting_phrases")["words"]:
        return True
    return len(word) > SHORTEST and stem(word) in _limiting_stems()


def _weight(topics: Iterable[str]) -> float:
    """Give how much topics tell of what something is about: concepts and years most, words that name nothing little."""
    vague = _vague_stems()
    return sum(1.0 if is_concept(t) or t.isdigit() else _VAGUE if t in vague else _PLAIN for t in topics)


@cache
def _vague_stems() -> frozenset[str]:
    return stems(lists(FILE, "vague")["words"])


@cache
def _limiting_stems() -> frozenset[str]:
    return frozenset(s for w in lists(FILE, "limiting")["words"] for s in (w, stem(w)))


def _capitals(text: str) -> frozenset[str]:
    """Give the words that are written with a capital, the first one only where it is written so throughout ("NATO")."""
    found = [m for m in _WORD.finditer(text) if m[0][0].isupper() and (m.start() > 0 or text == m[0] or (len(m[0]) > 1 and m[0].isupper()))]
    return frozenset(m[0].lower().replace("’", "'").removesuffix("'s") for m in found)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Give what words are compared by, so that "enlarge", "enlargement" and "expansion" meet."""
    return frozenset(key(w) for w in words)
