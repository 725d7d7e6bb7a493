"""Figures as a page words them: every digit, both ends of a range, bound, place and recipient."""

import pytest

from communique.model.mention import Figure
from communique.show.figures import figure_facts, placed_in_words
from tests.support import report_of

CITE = report_of("12 tanks").cite(0, 8)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(0.001, "%", "exact", None, None, None, CITE), "0.001 %"),
        (Figure(3.675, "%", "about", None, None, None, CITE), "about 3.675 %"),
        (Figure(1071872.87, "dollars", "exact", "aid", None, "Chad", CITE), "1,071,872.87 dollars of aid for Chad"),
        (Figure(12, "tanks", "at_least", None, "Norway", None, CITE), "at least 12 tanks in Norway"),
        (Figure(40, "tanks", "about", None, None, None, CITE, 60), "about 40 to 60 tanks"),
        (Figure(-5, "degrees", "exact", None, None, None, CITE, 0), "-5 to 0 degrees"),
    ],
)
def test_figure_keeps_its_digits_and_ends(figure: Figure, words: str) -> None:
    """No digit is rounded away, and an end of nought is an end."""
    assert placed_in_words(figure) == words


def test_length_of_talks_says_so() -> None:
    """How long talks lasted is told as that, each set of words once."""
    lasted = Figure(2, "hour", "about", "length", None, None, CITE)
    assert [(f.term, f.text) for f in figure_facts([lasted, lasted])] == [("lasted", "about 2 hours")]
