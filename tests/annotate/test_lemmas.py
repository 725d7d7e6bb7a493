"""A lemma rule made from a word and its lemma gives that lemma back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.annotate import lemmas

WORD = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)


@given(WORD, WORD)
def test_rule_gives_its_lemma_back(word: str, lemma: str) -> None:
    """Whatever the word and the lemma, the rule between them is exact."""
    assert lemmas.apply(lemmas.rule(word, lemma), word) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "like", "expected"),
    [
        ("Said", "say", "PAID", "pay"),
        ("talks", "talk", "demands", "demand"),
        ("Russia", "Russia", "Geneva", "Geneva"),
        ("The", "the", "Any", "any"),
    ],
)
def test_rule_carries_over_to_words_of_the_same_kind(word: str, lemma: str, like: str, expected: str) -> None:
    """The rule of one word is right for words that change the same way."""
    assert lemmas.apply(lemmas.rule(word, lemma), like) == expected


def test_apply_keeps_a_word_that_is_shorter_than_the_cut() -> None:
    """A rule that would cut more than there is leaves the word, in lower case."""
    assert lemmas.apply("l5y", "To") == "to"
