"""Words as they are compared across reports: in small letters, contractions written out, each with its weight in meaning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.reconcile.concepts import stem
from communique.reference.lexicon import lists
from communique.reference.vectors import vectors

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)?")
_SHORT = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
"""Contractions and what they are short for; "'s" may be "is", "has" or a possessive, and is left out."""
_IRREGULAR = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}
_IN_MARKS = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\.\.\.|…|\([^)]*\)")
"""What an editor puts into a quotation, or leaves out of it: compared words never run across it."""
_NEGATIONS = frozenset(["not", "no", "never", "none", "nor", "neither", "without", "nothing", "nobody"])
_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(n) for n, word in enumerate(_COUNTED)}
"""Numbers that news write out: style books differ in from where on they use digits."""
SHINGLE = 3
"""Words of a run that two wordings are compared by: fewer come together by chance, and more are lost to one changed word."""


@lru_cache(maxsize=1 << 15)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        found.extend(_written_out(match.group().replace("’", "'").lower()))
    return tuple(found)


def _written_out(word: str) -> Iterable[str]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if "'" not in word:
        return (_NUMBERS.get(word, word),)
    for short, full in _SHORT.items():
        if word.endswith(short) and word != short:
            return (word.removesuffix(short), full)
    return (_NUMBERS.get(word, word).removesuffix("'s"),)


def pieces(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of a quotation in stretches that its editor did not touch."""
    return tuple(w for part in _LEFT_OUT.split(text) if (w := words(part)))


def in_marks(text: str) -> tuple[str, ...]:
    """Give the stretches of a text that stand within quotation marks."""
    return tuple(m[1] for m in _IN_MARKS.finditer(text))


def narrative(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of a text that stand outside quotation marks, in stretches; a mark left open ends with its line."""
    return tuple(w for line in text.splitlines() for part in _IN_MARKS.split(line)[::2] if (w := words(part)))


def shingles(stretches: Iterable[Sequence[str]], size: int = SHINGLE) -> frozenset[tuple[str, ...]]:
    """Give every run of `size` words that stands in one of the stretches."""
    return frozenset(tuple(s[i : i + size]) for s in stretches for i in range(len(s) - size + 1))


def covered(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Give how much of the smaller set of runs the other has too, from 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


@dataclass(frozen=True, slots=True)
class Gist:
    """What words say beyond their order: the weight of each stem, the numbers and names among them, and how often they deny."""

    weights: dict[str, float]
    content: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]
    denials: int

    @property
    def weight(self) -> float:
        """How much the words say in all."""
        return sum(self.weights.values())

    def common(self, other: "Gist") -> float:
        """Give the weight of the stems that both have."""
        small, large = sorted((self.weights, other.weights), key=len)
        return sum(w for s, w in small.items() if s in large)

    def shared(self, other: "Gist") -> float:
        """Give the share of the weight of both that lies on stems they have in common, from 0 to 1."""
        whole = self.weight + other.weight
        return 2 * self.common(other) / whole if whole else 0.0

    def within(self, other: "Gist") -> float:
        """Give the share of the lighter one's weight that lies on stems they have in common, from 0 to 1."""
        least = min(self.weight, other.weight)
        return self.common(other) / least if least else 0.0

    def meant(self, other: "Gist") -> float:
        """Give how alike the two are in meaning (cosine of their vectors)."""
        return vectors().alike(self.content, other.content)


@lru_cache(maxsize=1 << 15)
def gist(text: str) -> Gist:
    """Give the gist of a text."""
    small = lists("polarity.yml", "small")["words"]
    found = words(text)
    content = tuple(w for w in found if w not in small and w not in _NEGATIONS)
    numbers = frozenset(w.replace(",", "") for w in content if w[0].isdigit())
    names = frozenset(stem(w) for m in _NAME.finditer(text) for w in words(m.group()) if w not in small)
    return Gist({stem(w): _weight(w) for w in content}, content, numbers, names, sum(w in _NEGATIONS for w in found))


_NAME = re.compile(r"(?<=[^\W_] )[A-Z][\w’'-]+|(?<=, )[A-Z][\w’'-]+")
"""A capitalised word behind another word: not one that only opens a sentence."""


@lru_cache(maxsize=1 << 15)
def _weight(word: str) -> float:
    """Give how much a word says: the length of its vector, which is short for words that are everywhere; 1 for one that is not known."""
    known = vectors()
    row = known.rows.get(word)
    return 1.0 if row is None else round(float((known.matrix[row] @ known.matrix[row]) ** 0.5), 3)
