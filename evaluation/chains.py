"""Scores of chains: MUC, B³ and CEAFe, whose mean is the CoNLL score (Pradhan et al. 2014); LEA stands in `evaluation.coreference`.

A chain is a set of mentions; one of a single mention counts in B³ and CEAFe, and says nothing in MUC.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

Chains = Sequence[frozenset[Hashable]]


def conll(gold: Chains, found: Chains) -> dict[str, float]:
    """Give F1 of MUC, B³ and CEAFe, and their mean."""
    scores = {"MUC": f1(_muc(found, gold), _muc(gold, found)), "B3": f1(_b3(found, gold), _b3(gold, found)), "CEAFe": _ceafe(gold, found)}
    return {name: round(value, 4) for name, value in scores.items()} | {"CoNLL": round(sum(scores.values()) / len(scores), 4)}


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _of(chains: Chains) -> dict[Hashable, int]:
    return {m: n for n, chain in enumerate(chains) for m in chain}


def _muc(keys: Chains, answers: Chains) -> float:
    """Give the share of the keys' links that the answers have."""
    of, right, links = _of(answers), 0, 0
    for chain in keys:
        parts = {of[m] for m in chain if m in of}
        right += len(chain) - len(parts) - sum(m not in of for m in chain)
        links += len(chain) - 1
    return right / links if links else 0.0


def _b3(keys: Chains, answers: Chains) -> float:
    """Give the mean, over the keys' mentions, of the share of its chain that the answers have with it."""
    of = _of(answers)
    value = sum(sum(c * c for c in Counter(of[m] for m in chain if m in of).values()) / len(chain) for chain in keys)
    size = sum(len(chain) for chain in keys)
    return value / size if size else 0.0


def _ceafe(gold: Chains, found: Chains) -> float:
    """Give F1 of the best one-to-one alignment of chains, where two are as alike as Dice's coefficient says."""
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold]
    best = _best(alike if len(gold) <= len(found) else [list(row) for row in zip(*alike, strict=True)])
    return f1(best / len(found) if found else 0.0, best / len(gold) if gold else 0.0)


def _best(worth: Sequence[Sequence[float]]) -> float:
    """Give the greatest sum of one value for each row, no two of one column (Hungarian method; no more rows than columns)."""
    rows, columns = len(worth), len(worth[0]) if worth else 0
    of_row, of_column, row_of = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        _augment(worth, of_row, of_column, row_of)
    return sum(worth[row_of[c] - 1][c - 1] for c in range(1, columns + 1) if row_of[c])


def _augment(worth: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], row_of: list[int]) -> None:
    """Give the row that stands in column 0 a column by the shortest augmenting path."""
    columns = len(of_column)
    least, came, done, at = [float("inf")] * columns, [0] * columns, [False] * columns, 0
    while row_of[at]:
        done[at], row, gap, following = True, row_of[at], float("inf"), 0
        for c in range(1, columns):
            if done[c]:
                continue
            cost = -worth[row - 1][c - 1] - of_row[row] - of_column[c]
            if cost < least[c]:
                least[c], came[c] = cost, at
            if least[c] < gap:
                gap, following = least[c], c
        for c in range(columns):
            if done[c]:
                of_row[row_of[c]] += gap
                of_column[c] -= gap
            else:
                least[c] -= gap
        at = following
    while at:
        row_of[at] = row_of[came[at]]
        at = came[at]
