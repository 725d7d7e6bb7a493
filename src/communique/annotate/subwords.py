"""Words cut into the encoder's subwords, with the word shapes that an uncased vocabulary loses.

Training and reading use this one file, so that the shipped weights always see what they were trained on.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LONGEST_WORD = 60
"""Characters of a word that are looked at. Longer ones are addresses or noise; the rest of them changes nothing."""

_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "…": "...", "\u00a0": " "})
_SHAPES = ("lower", "title", "upper", "initial", "mixed", "number", "coded", "mark")
SHAPE_COUNT = len(_SHAPES) * 4


@dataclass(frozen=True, slots=True)
class Pieces:
    """Subwords of a run of words: ids and shapes per subword, first and last subword of each word."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


@dataclass(frozen=True, slots=True)
class Subwords:
    """Cuts words by greedy longest match against a WordPiece vocabulary (Wu et al. 2016, as in BERT)."""

    vocabulary: Mapping[str, int]
    _seen: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, word: str) -> tuple[int, ...]:
        """Give the subword ids of one word; a word without any known subword is one `[UNK]`."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = tuple(self._cut(plain(word))) or (self.vocabulary["[UNK]"],)
        return known

    def window(self, words: Sequence[str], *, spaced: Sequence[bool]) -> Pieces:
        """Give the encoder's input for `words`; `spaced[i]` says whether white space stands before word i."""
        ids, shapes, first, last = [self.vocabulary["[CLS]"]], [0], [], []
        for word, space in zip(words, spaced, strict=True):
            pieces = self.of(word)
            base = _SHAPES.index(shape(word)) * 4 + (1 if space else 0)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.append(base + 2)
            shapes.extend([base] * (len(pieces) - 1))
            last.append(len(ids) - 1)
        return Pieces([*ids, self.vocabulary["[SEP]"]], [*shapes, 0], first, last)

    def _cut(self, text: str) -> list[int]:
        return [piece for part in _parts(text) for piece in self._match(part)]

    def _match(self, part: str) -> list[int]:
        found, start = [], 0
        while start < len(part):
            end = next((e for e in range(len(part), start, -1) if self._name(part, start, e) in self.vocabulary), None)
            if end is None:
                return [self.vocabulary["[UNK]"]]
            found.append(self.vocabulary[self._name(part, start, end)])
            start = end
        return found

    @staticmethod
    def _name(part: str, start: int, end: int) -> str:
        return part[start:end] if start == 0 else "##" + part[start:end]


def plain(word: str) -> str:
    """Give a word in lower case, without accents and with straight quotation marks."""
    decomposed = unicodedata.normalize("NFD", word[:LONGEST_WORD].translate(_PLAIN).lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def shape(word: str) -> str:
    """Name the shape of a word: what its capitals, digits and marks look like."""
    if not any(c.isalnum() for c in word):
        return "mark"
    if not any(c.isalpha() for c in word):
        return "number"
    if any(c.isdigit() for c in word):
        return "coded"
    letters = [c for c in word if c.isalpha()]
    if all(c.islower() for c in letters):
        return "lower"
    if all(c.isupper() for c in letters):
        return "initial" if len(letters) == 1 else "upper"
    return "title" if letters[0].isupper() and all(c.islower() for c in letters[1:]) else "mixed"


def _parts(text: str) -> list[str]:
    """Split a word into runs of letters and digits, and single marks, as BERT's vocabulary was built."""
    parts: list[str] = []
    joined = False
    for c in text:
        if c.isspace():
            joined = False
        elif c.isalnum():
            parts[-1:] = [parts[-1] + c] if joined else [*parts[-1:], c]
            joined = True
        else:
            parts.append(c)
            joined = False
    return parts
