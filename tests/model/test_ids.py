"""Identifiers depend on what record-format says, and on nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from communique.model.ids import mention_id, report_id
from communique.model.kinds import Kind
from communique.model.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda t: Span(t[0], t[0] + t[1])), min_size=1, max_size=4)


@given(SPANS, st.randoms())
def test_mention_id_does_not_depend_on_the_order_of_spans(spans: list[Span], random: object) -> None:
    """The same words found in another order are the same mention."""
    assert mention_id("r-1", Kind.STATEMENT, spans) == mention_id("r-1", Kind.STATEMENT, reversed(spans))


def test_report_id_parts_the_same_words_of_two_outlets() -> None:
    """Two outlets that print the same words are two reports."""
    assert report_id("ab" * 32, "https://a.example/1") != report_id("ab" * 32, "https://b.example/1")


def test_report_id_is_stable() -> None:
    """Judgements and links depend on ids: this value must never change."""
    assert report_id("00" * 32, "talks.txt") == "r-7a408b32a18f87b3"


def test_kinds_differ_in_the_letters_that_ids_begin_with() -> None:
    """An id tells its kind."""
    assert len({kind[:3] for kind in Kind}) == len(Kind)
