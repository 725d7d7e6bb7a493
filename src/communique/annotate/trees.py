"""From arc scores to one rooted tree a sentence.

Invariant: whatever the scores, every word gets one head, exactly one word is the root, and no word is its own ancestor.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

ROUNDING = 3
"""Decimals that arc scores are compared at, so that processors whose kernels differ in the last bits give the same tree."""

_NEVER = -1e9
_ONE_ROOT = 1e4
"""Far above any score's size: taken off every root arc, it makes a second root cost more than any detour."""


def heads(arcs: Scores) -> list[int]:
    """Give the head of each of n words from n × (n + 1) scores, column 0 the root: indices from 0, -1 for the root.

    The best head of each word is taken where these form a tree, which is nearly always; else the best single-rooted tree
    is searched for (Chu and Liu 1965, Edmonds 1967). Ties go to the head that stands first.
    """
    count = arcs.shape[0]
    scores = np.full((count + 1, count + 1), _NEVER, dtype=np.float64)
    scores[1:, :] = np.round(arcs, ROUNDING)
    np.fill_diagonal(scores, _NEVER)
    greedy: NDArray[np.int64] = scores.argmax(1)
    greedy[0] = -1
    if (greedy == 0).sum() != 1 or _cycle(greedy) is not None:
        scores[1:, 0] -= _ONE_ROOT
        greedy = _best_tree(scores)
    return [int(h) - 1 for h in greedy[1:]]


def _best_tree(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the best arborescence from node 0; `scores[d, h]` is the score of h as head of d."""
    best: NDArray[np.int64] = scores.argmax(1)
    best[0] = -1
    cycle = _cycle(best)
    if cycle is None:
        return best
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    smaller, enters, leaves = _contract(scores, best, cycle, outside)
    tree = _best_tree(smaller)
    heads_: NDArray[np.int64] = best.copy()
    new = len(outside)
    for i, node in enumerate(outside):
        if node:
            heads_[node] = leaves[i] if tree[i] == new else outside[tree[i]]
    entered = outside[tree[new]]
    heads_[cycle[enters[tree[new]]]] = entered
    return heads_


def _contract(
    scores: NDArray[np.float64], best: NDArray[np.int64], cycle: list[int], outside: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Make the cycle one node, the last.

    Gives the scores, where in the cycle each head enters it, and from which of its nodes each word outside would hang.
    """
    new = len(outside)
    smaller = np.full((new + 1, new + 1), _NEVER, dtype=np.float64)
    smaller[:new, :new] = scores[np.ix_(outside, outside)]
    ring = np.array(cycle)
    gain = scores[np.ix_(ring, outside)] - scores[ring, best[ring]][:, None]
    enters = gain.argmax(0)
    smaller[new, :new] = gain.max(0)
    out = scores[np.ix_(outside, ring)]
    leaves = ring[out.argmax(1)]
    smaller[:new, new] = out.max(1)
    smaller[0, :] = _NEVER
    return smaller, enters, leaves


def _cycle(best: NDArray[np.int64]) -> list[int] | None:
    """Give the nodes of the first cycle among the chosen heads, or None; node 0 has no head."""
    seen = [0] * len(best)
    seen[0] = -1
    for start in range(1, len(best)):
        path, node = [], start
        while seen[node] == 0:
            seen[node] = start
            path.append(node)
            node = int(best[node])
        if seen[node] == start and node in path:
            return path[path.index(node) :]
    return None
