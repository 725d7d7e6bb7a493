"""Label scores become entity spans that cannot be malformed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from communique.annotate.entities import Run, runs

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def _scores(*best: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([[0.0 if label == wanted else -5.0 for label in LABELS] for wanted in best], dtype=np.float32)


def test_runs_join_the_words_of_one_name() -> None:
    """B- opens and I- continues an entity."""
    assert runs(_scores("B-PER", "I-PER", "O", "B-LOC"), LABELS) == [Run(0, 2, "PER"), Run(3, 4, "LOC")]


def test_runs_part_two_names_side_by_side() -> None:
    """A second B- begins a new entity at once."""
    assert runs(_scores("B-LOC", "B-LOC"), LABELS) == [Run(0, 1, "LOC"), Run(1, 2, "LOC")]


@given(st.lists(st.lists(st.floats(-20, 0), min_size=5, max_size=5), max_size=12))
def test_runs_never_overlap_and_lie_within_the_words(rows: list[list[float]]) -> None:
    """Whatever the scores, entities are in order, apart and inside the sentence."""
    found = runs(np.array(rows, dtype=np.float32).reshape(len(rows), 5), LABELS)
    borders = [b for run in found for b in (run.first, run.last)]
    assert borders == sorted(borders)
    assert all(run.first < run.last <= len(rows) for run in found)
