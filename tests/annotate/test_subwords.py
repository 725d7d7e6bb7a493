"""Words are cut as the encoder's vocabulary was built."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.annotate.subwords import Subwords, plain, shape

VOCABULARY = {w: i for i, w in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "geneva", "talk", "##s", "u", ".", "s", "'", "1", "##0"])}


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Geneva", ["geneva"]),
        ("talks", ["talk", "##s"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("’s", ["'", "s"]),
        ("10", ["1", "##0"]),
        ("Zürich", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
    ],
)
def test_of_cuts_by_the_longest_known_subword(word: str, pieces: list[str]) -> None:
    """Marks stand alone, typographic marks are plain ones, what is unknown is one unknown."""
    assert Subwords(VOCABULARY).of(word) == tuple(VOCABULARY[p] for p in pieces)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("talks", "lower"), ("Geneva", "title"), ("NATO", "upper"), ("I", "initial"), ("McDonald", "mixed"), ("5,000", "number"),
     ("9M729", "coded"), ("“", "mark"), ("U.S.", "upper")],
)  # fmt: skip
def test_shape_names_what_capitals_and_digits_look_like(word: str, expected: str) -> None:
    """The shape is what the uncased vocabulary loses."""
    assert shape(word) == expected


@given(st.lists(st.text(min_size=1, max_size=70), max_size=8))
def test_window_points_at_the_first_and_last_subword_of_each_word(words: list[str]) -> None:
    """Any words, however strange, give a window that can be read."""
    subwords = Subwords(VOCABULARY)
    window = subwords.window(words, spaced=[True] * len(words))
    assert len(window.first) == len(window.last) == len(words)
    assert len(window.ids) == len(window.shapes) == 2 + sum(len(subwords.of(w)) for w in words)
    assert all(window.ids[a : b + 1] == list(subwords.of(w)) for w, a, b in zip(words, window.first, window.last, strict=True))


@given(st.text())
def test_plain_gives_the_same_when_applied_again(word: str) -> None:
    """Making a word plain is done once and for all."""
    assert plain(plain(word)) == plain(word)
