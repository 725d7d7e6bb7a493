"""What words are about, and whether they speak for or against it: terms and word vectors for the one, limiting words for the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.reference.lexicon import lists
from communique.reference.vectors import vectors

FILE = "polarity.yml"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOINED = re.compile(r"[,;:]|\b(?:and|or|but)\b")
_ENDINGS = ("ations", "ation", "ings", "ing", "ements", "ement", "ies", "es", "ed", "s", "e", "y")
_STEM = 4
"""Letters that a stem keeps at least."""


_BESIDE = 3
"""Words that an object may hold beside what it shares with a proposed issue: in longer ones that stands at the edge of what is said."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words in lower case: `content` without small and limiting ones, and how many limiting ones there are; `capitals`: names."""

    content: tuple[str, ...]
    limits: int
    capitals: frozenset[str] = frozenset()

    @property
    def is_against(self) -> bool:
        """Say whether an odd number of limiting words turns the words against what they are about ("no halt" is for it)."""
        return self.limits % 2 == 1

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

    def is_about(self, shared: frozenset[str]) -> bool:
        """Say whether topics are what the words are about, not just one of many things that they speak of."""
        return bool(shared) and shared <= self.topics and len(self.topics) <= len(shared) + _BESIDE

    def names(self, term: "Meaning") -> bool:
        """Say whether every stem of a term stands among the words."""
        wanted = stems(term.content)
        return bool(wanted) and wanted <= stems(self.content)


@lru_cache(maxsize=1 << 14)
def meaning(text: str) -> Meaning:
    """Give what words are about."""
    words = [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text.replace("n't", " not").replace("n’t", " not"))]
    small, limiting = lists(FILE, "small")["words"], lists(FILE, "limiting")["words"]
    against = {s for w in limiting for s in (w, stem(w))} if words else set()
    limits = [w for w in words if w in limiting or w.removesuffix("s") in limiting or (len(w) > _STEM and stem(w) in against)]
    content = tuple(w for w in words if w not in small and w not in limits)
    return Meaning(content, len(limits), _capitals(text))


def parts(text: str) -> list[Meaning]:
    """Give what each of several joined things says ("halt the expansion and not build bases"); one without a limit has that before it."""
    found: list[Meaning] = []
    for part in (meaning(p) for p in _JOINED.split(text)):
        if part.content:
            found.append(part if part.limits or not found else replace(part, limits=found[-1].limits))
    return found


def _capitals(text: str) -> frozenset[str]:
    """Give the words that are written with a capital, the first one only where it is written so throughout ("NATO")."""
    found = [m for m in _WORD.finditer(text) if m[0][0].isupper() and (m.start() > 0 or text == m[0] or (len(m[0]) > 1 and m[0].isupper()))]
    return frozenset(m[0].lower().replace("’", "'").removesuffix("'s") for m in found)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Give the stems of words, so that "enlarge", "enlarging" and "enlargement" meet."""
    return frozenset(stem(w) for w in words)


def stem(word: str) -> str:
    """Give a word without its ending, of at least four letters, a doubled consonant single ("stopping" gives "stop")."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            left = word[: -len(ending)]
            return left[:-1] if len(left) > _STEM and left[-1] == left[-2] and left[-1] not in "aeiosl" else left
    return word
