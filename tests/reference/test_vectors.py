"""Word vectors tell phrases of like meaning from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reference.vectors import vectors

LIKE = [
    ("enlargement of the alliance", "expansion of the bloc", "price of gas"),
    ("troop withdrawal", "pull back soldiers", "fishing quota"),
    ("ceasefire", "truce", "election"),
    ("uranium enrichment", "nuclear fuel", "border crossing"),
]


@pytest.mark.parametrize(("phrase", "near", "far"), LIKE)
def test_like_phrases_are_nearer(phrase: str, near: str, far: str) -> None:
    """The same thing in other words is nearer than another thing."""
    known = vectors()
    assert known.alike(phrase.split(), near.split()) > known.alike(phrase.split(), far.split()) + 0.1


def test_unknown_words_are_like_nothing() -> None:
    """No direction is made up for what is not known."""
    assert vectors().of(["zzqqx"]) is None
    assert vectors().alike(["zzqqx"], ["truce"]) == 0.0


@given(st.lists(st.sampled_from(["truce", "border", "missile", "talks", "zzqqx"]), max_size=6))
def test_likeness_is_symmetric_and_of_a_phrase_with_itself_one(words: list[str]) -> None:
    """As a cosine is, in whatever order words come."""
    known = vectors()
    assert known.alike(words, ["soldiers"]) == known.alike(["soldiers"], list(reversed(words)))
    if known.of(words) is not None:
        assert known.alike(words, words) == pytest.approx(1.0, abs=1e-3)
