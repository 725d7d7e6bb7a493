"""What stands at spans is found by the words within it."""

from hypothesis import given
from hypothesis import strategies as st

from communique.model.span import Covering, Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_covering_finds_what_a_look_at_all_finds(places: list[Span], wanted: Span) -> None:
    """Nothing that covers the words is passed over, and nothing else is given."""
    found = list(Covering((s, n) for n, s in enumerate(places)).around(wanted))
    assert sorted(found) == [n for n, s in enumerate(places) if s.covers(wanted)]
    assert found == sorted(found, key=lambda n: places[n].start)


def test_covering_of_nothing_finds_nothing() -> None:
    """A report without statements has none around any word."""
    assert list(Covering[str](()).around(Span(0, 5))) == []
