"""One rooted tree a sentence, the best there is, whatever the scores."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from communique.annotate import trees


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(h < 0 for h in heads) != 1:
        return False
    for start in range(len(heads)):
        seen, at = set(), start
        while at >= 0:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True


def _score(arcs: NDArray[np.float32], heads: tuple[int, ...]) -> float:
    return float(sum(np.round(arcs[d, h + 1].astype(np.float64), trees.ROUNDING) for d, h in enumerate(heads)))


@st.composite
def _arcs(draw: st.DrawFn) -> NDArray[np.float32]:
    count = draw(st.integers(1, 5))
    values = draw(st.lists(st.integers(-50, 50), min_size=count * (count + 1), max_size=count * (count + 1)))
    return np.array(values, dtype=np.float32).reshape(count, count + 1)


@given(_arcs())
def test_heads_give_the_best_single_rooted_tree(arcs: NDArray[np.float32]) -> None:
    """No other tree over the words has a higher score, as trying them all shows."""
    count = len(arcs)
    every = [h for h in product(range(-1, count), repeat=count) if _is_tree(h)]
    found = tuple(trees.heads(arcs))
    assert _is_tree(found)
    assert _score(arcs, found) == pytest.approx(max(_score(arcs, h) for h in every))


def test_heads_ignore_differences_below_the_rounding() -> None:
    """Two processors whose kernels differ in the last bits give the same tree."""
    arcs = np.array([[5, 0, 1.00001, 1.0], [0, 3, 0, 3.00001], [0, 3.00001, 3, 0]], dtype=np.float32)
    other = np.array([[5, 0, 1.0, 1.00001], [0, 3.00001, 0, 3], [0, 3, 3.00001, 0]], dtype=np.float32)
    assert trees.heads(arcs) == trees.heads(other)
