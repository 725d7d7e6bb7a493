"""The sentence that words stand in: whole where there is room, cut between words where there is none, the words always in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.show.around import around
from tests.support import report_of

TEXT = "A first line\n\nMr. Lund of the U.S. Navy said so. “Nobody signs before the harbour is open,” she said. “Not one.” They left."
SENTENCES = {
    "said so": "Mr. Lund of the U.S. Navy said so.",
    "harbour": "“Nobody signs before the harbour is open,” she said.",
    "one": "“Not one.”",
    "left": "They left.",
    "first": "A first line",
}


@pytest.mark.parametrize("words", SENTENCES)
def test_the_sentence_of_words_is_found(words: str) -> None:
    """Titles and initials end none, closing marks belong to it, a new line begins another."""
    start = TEXT.index(words)
    assert around(report_of(TEXT), start, start + len(words), longest=200) == SENTENCES[words]


def test_a_long_sentence_is_cut_at_both_ends() -> None:
    """Between words, with a sign that it goes on."""
    start = TEXT.index("harbour")
    assert around(report_of(TEXT), start, start + 7, longest=30) == "… the harbour is open,” …"


@given(st.text(st.sampled_from(list("ab. ,”\n")), min_size=1, max_size=120), st.integers(0, 119), st.integers(1, 9), st.integers(0, 60))
def test_the_words_are_always_shown(text: str, start: int, length: int, longest: int) -> None:
    """However short the line is."""
    text = "x" + text
    start %= len(text)
    words = text[start : start + length]
    assert " ".join(words.split()) in around(report_of(text), start, start + len(words), longest=longest)
