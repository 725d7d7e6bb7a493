"""The views for the terminal fit 80 columns and say where every entry stands."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import InputError
from communique.show import VIEWS, lines
from communique.show.index import index_of, one_line

from .support.many import record_of
from .support.talks_in_brenn import record

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("kind", VIEWS)
def test_view_is_that_of_its_golden_file(kind: str) -> None:
    """The whole view, read in review. To renew it: python -m tests.show.support.renew."""
    assert "\n".join(lines(record(), kind)) + "\n" == (GOLDEN / f"talks_in_brenn.{kind}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", VIEWS)
def test_view_fits_eighty_columns(kind: str) -> None:
    """No line is longer than a narrow terminal."""
    assert [line for line in lines(record(), kind) if len(line) > 80] == []


def test_statements_show_each_quote_and_its_place() -> None:
    """Whoever reads the view can go to the words in the file."""
    whole = record()
    shown = list(lines(whole, "statements"))
    places = {index_of(whole).place(c) for s in whole.statements for c in s.content}
    assert places <= {line.strip() for line in shown}
    together = one_line(" ".join(shown))
    assert all(one_line(c.quote) in together for s in whole.statements for c in s.content)


@pytest.mark.parametrize("kind", VIEWS)
def test_view_of_an_empty_record_says_so(kind: str) -> None:
    """An empty view is a sentence, not silence."""
    empty = record_of([], random=Random(1))
    (line,) = lines(replace(empty, actors=()), kind)
    assert line.startswith("No ")


def test_unknown_view_names_the_views() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(InputError, match=r"'weather'.*statements, actors, talks, events, documents"):
        list(lines(record(), "weather"))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), st.randoms(use_true_random=False))
def test_no_report_can_steer_the_terminal(text: str, random: Random) -> None:
    """Escape sequences, bells and changes of direction in a report never reach the terminal."""
    for kind in VIEWS:
        for line in lines(record_of([text], random=random), kind):
            assert not set(line) & {*map(chr, range(32)), *map(chr, range(127, 160)), *"\u202a\u202b\u202d\u202e\u2066\u2067\u2068"}
