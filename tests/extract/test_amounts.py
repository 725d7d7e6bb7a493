"""Figures: which numbers count something, how many of what with which bound, where and for whom, and which entry has them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.extract.amounts import figures
from communique.extract.amounts.numerals import Numeral, numerals
from communique.model.mention import Commitment, Condition, Event, Figure, Number, Position, Provision, Statement
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "figures.yml").read_text(encoding="utf-8"))
NUMBERS, SENTENCES, PLACED = CASES["numbers"], CASES["sentences"], CASES["placed"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _number(number: Numeral) -> str:
    end = "" if number.upper is None else f" to {number.upper:g}"
    told = f"{number.value:g}" if abs(number.value - round(number.value)) < 1e-9 or number.value < 1000 else str(number.value)
    return f"{told}{end}" + (f" {number.unit}" if number.unit else "")


def _plain(told: float | str) -> str:
    return told if isinstance(told, str) else str(told) if told != int(told) else f"{told:g}"


@pytest.mark.parametrize("case", NUMBERS, ids=[c["text"] for c in NUMBERS])
def test_number_is_read_as_written(case: dict[str, Any]) -> None:
    """Words and digits give their value, a range its ends, money and shares their unit; names and results of games give none."""
    assert [_number(n) for n in numerals(case["text"])] == [_plain(t) for t in case["told"]]


def _told(figure: Figure) -> str:
    end = "" if figure.upper is None else f" to {figure.upper:g}"
    return f"{figure.value:g}{end} {figure.unit} {figure.bound}"


@pytest.mark.parametrize("case", SENTENCES, ids=[c["text"] for c in SENTENCES])
def test_figure_counts_what_the_sentence_counts(case: dict[str, Any], annotator: Annotator) -> None:
    """Each sentence gives just its figures; dates, ages, labels, places and those who were named before are none."""
    found = list(figures(annotator.parse(report_of(case["text"]))))
    assert [_told(f) for f in found] == case["told"]
    for field in ("of", "place", "recipient"):
        if field in case:
            assert getattr(found[0], field) == case[field]


@pytest.mark.parametrize("case", PLACED, ids=[c["text"] for c in PLACED])
def test_figure_goes_to_the_entries_whose_words_hold_it(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """All but statements have the figures in their words; a statement has what none of these has, the rest stands alone."""
    kinds = (Statement, Event, Provision, Position, Condition, Commitment, Number)
    found = [m for m in extract.mentions(annotator.parse(report_of(case["text"])), tables) if isinstance(m, kinds)]
    told = [f"{type(m).__name__.lower()} {f.value:g} {f.unit}" for m in found for f in m.figures]
    assert sorted(set(told)) == sorted(case["told"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([c["text"] for c in SENTENCES]), min_size=1, max_size=4))
def test_the_words_of_a_figure_stand_in_the_text_and_apart(annotator: Annotator, texts: list[str]) -> None:
    """Whatever stands beside it, a figure's words are words of the text, with its number among them, and belong to it alone."""
    parse = annotator.parse(report_of("\n".join(texts)))
    found = [f.cite.span for f in figures(parse)]
    numbers = [n.span for n in numerals(parse.report.text)]
    assert all(any(f.covers(n) for n in numbers) for f in found)
    assert not any(a.overlaps(b) for n, a in enumerate(found) for b in found[n + 1 :])
