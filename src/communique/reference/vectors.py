"""Static word vectors, distilled from all-MiniLM-L6-v2 (Apache-2.0) by `training/vectors.py`: what phrases of like meaning are found by."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from communique.errors import TableError

FILE = "word_vectors.npz"
_ROUND = 3
"""Decimals of a similarity: fewer than kernels of different processors differ in."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """A vector for each known word in lower case, weighted so that rare words count more; a phrase is the sum of its words."""

    rows: dict[str, int]
    matrix: NDArray[np.float32]

    def of(self, words: Iterable[str]) -> NDArray[np.float32] | None:
        """Give the direction of a phrase (length 1) from its words or lemmas; None where none of them is known."""
        known = [self.rows[w] for w in (word.lower() for word in words) if w in self.rows]
        if not known:
            return None
        total: NDArray[np.float32] = self.matrix[known].sum(axis=0)
        length = float(np.linalg.norm(total))
        return total / length if length else None

    def alike(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Give how alike two phrases are, from -1 to 1 (cosine, rounded so that processors agree); 0 where one has no known word."""
        a, b = self.of(one), self.of(other)
        return 0.0 if a is None or b is None else round(float(a @ b), _ROUND)


@cache  # 4 MB read once, when first asked for
def vectors() -> Vectors:
    """Give the shipped vectors. Raises `TableError` where the file does not hold them."""
    with resources.files("communique").joinpath("data", FILE).open("rb") as file:
        held = np.load(file, allow_pickle=False)
        words, matrix = str(held["words"]).split("\n"), held["vectors"].astype(np.float32) * held["scale"]
    if len(words) != len(matrix):
        raise TableError(f"{FILE}: {len(words)} words but {len(matrix)} vectors. Make it anew with training/vectors.py.")
    return Vectors({word: row for row, word in enumerate(words)}, matrix)
