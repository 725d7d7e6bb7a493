"""From label scores to entity spans that cannot be malformed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` up to but not including `last` are one entity of kind `label`."""

    first: int
    last: int
    label: str


def runs(scores: NDArray[np.float32], labels: Sequence[str]) -> list[Run]:
    """Give the entities of the best label sequence in which no I- label stands without its B- (Viterbi 1967).

    `scores` are log-probabilities, words × labels. Ties go to the label that stands first in `labels`. The best label of each word is
    taken where these follow each other, which is nearly always.
    """
    if not len(scores):
        return []
    rounded = np.round(scores, 3)
    path = [labels[i] for i in rounded.argmax(1)]
    if not all(_follows(a, b) for a, b in pairwise(["O", *path])):
        path = _best_path(rounded, labels)
    return _runs(path)


def _best_path(scores: NDArray[np.float32], labels: Sequence[str]) -> list[str]:
    allowed = np.array([[0.0 if _follows(a, b) else _NEVER for b in labels] for a in labels])
    first = np.array([_NEVER if label.startswith("I-") else 0.0 for label in labels])
    best, back = scores[0] + first, []
    for row in scores[1:]:
        ways = best[:, None] + allowed
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [labels[i] for i in reversed(path)]


def trimmed(run: Run, forms: Sequence[str]) -> Run | None:
    """Give the run without marks at its ends ("(", ",", a full stop of its own), or None where nothing else is in it.

    `forms` are all the words that the run counts in. A mark within a word stays: the periods of "U.S." are part of its name.
    """
    spoken = [i for i in range(run.first, run.last) if any(c.isalnum() for c in forms[i])]
    return Run(spoken[0], spoken[-1] + 1, run.label) if spoken else None


def _follows(before: str, after: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]


def _runs(path: list[str]) -> list[Run]:
    found: list[Run] = []
    for i, label in enumerate(path):
        if label.startswith("B-"):
            found.append(Run(i, i + 1, label[2:]))
        elif label.startswith("I-"):
            found[-1] = Run(found[-1].first, i + 1, found[-1].label)
    return found
