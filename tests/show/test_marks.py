"""Marked text is the report's own text, with every used span marked and linked."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.span import Span
from communique.show.marks import nested

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=12, unique=True)
EDGES = st.lists(st.integers(0, 60), max_size=4, unique=True).map(sorted)


@settings(deadline=None)
@given(SPANS, EDGES)
def test_pieces_nest_or_lie_apart(spans: list[Span], edges: list[int]) -> None:
    """No two pieces cross, and none crosses an edge."""
    pieces = nested(spans, edges=edges)
    for n, a in enumerate(pieces):
        assert not any(a.start < e < a.end for e in edges)
        assert all(b.start >= a.end or (a.start <= b.start and b.end <= a.end) for b in pieces[n + 1 :])


@settings(deadline=None)
@given(SPANS, EDGES)
def test_pieces_make_up_their_spans(spans: list[Span], edges: list[int]) -> None:
    """The pieces of a span cover it without gap or overlap."""
    pieces = nested(spans, edges=edges)
    for span in spans:
        own = [p for p in pieces if p.whole == span]
        assert [own[0].start, *(p.end for p in own)] == [*(p.start for p in own), span.end]
        assert own[0].start == span.start


@settings(deadline=None)
@given(SPANS, st.randoms(use_true_random=False))
def test_pieces_do_not_depend_on_the_order_of_spans(spans: list[Span], random: Random) -> None:
    """Spans in any order are cut the same way."""
    assert nested(random.sample(spans, len(spans)), edges=[]) == nested(spans, edges=[])
