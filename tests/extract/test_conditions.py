"""Conditions: what joins them, what they are for the hearer, who would act; suppositions and questions are none."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.mention import Condition
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "conditions.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _found(text: str, annotator: Annotator, tables: Tables) -> list[Condition]:
    return [m for m in extract.mentions(annotator.parse(report_of(text)), tables) if isinstance(m, Condition)]


def _told(condition: Condition, wanted: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": condition.kind.value,
        "condition": " … ".join(c.quote for c in condition.condition),
        "consequence": " … ".join(c.quote for c in condition.consequence),
        "by": [w.cite.quote for w in condition.by if w.cite],
        "speaker": condition.speaker.cite.quote if condition.speaker.cite else None,
    }
    return {name: found[name] for name in wanted}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_condition_is_split_and_named(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives just its conditions, with the fields that it names."""
    found = _found(case["text"], annotator, tables)
    assert len(found) == len(case["conditions"])
    assert [_told(f, wanted) for f, wanted in zip(found, case["conditions"], strict=True)] == case["conditions"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([c["text"] for c in CASES]), min_size=1, max_size=4))
def test_words_lie_within_what_is_cited(annotator: Annotator, tables: Tables, texts: list[str]) -> None:
    """Whatever stands beside it, condition and consequence are words of the text, apart, and among the entry's citations."""
    for found in _found("\n".join(texts), annotator, tables):
        assert {*found.condition, *found.consequence} <= set(found.cites)
        assert not any(a.span.overlaps(b.span) for a in found.condition for b in found.consequence)
        assert found.why
