"""Positions: whose they are, on what words, and how denial, condition and modality turn them; tastes and questions are none."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.actor import Named
from communique.model.mention import Position
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "positions.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _found(text: str, annotator: Annotator, tables: Tables) -> tuple[list[Position], dict[str, Named]]:
    mentions = list(extract.mentions(annotator.parse(report_of(text)), tables))
    return [m for m in mentions if isinstance(m, Position)], {m.id: m for m in mentions if isinstance(m, Named)}


def _told(position: Position, named: dict[str, Named], wanted: dict[str, Any]) -> dict[str, Any]:
    who = named.get(position.actor.actor or "")
    names = {c.quote for c in (*([position.actor.cite] if position.actor.cite else []), *(who.cites if who else ()))}
    found: dict[str, Any] = {
        "actor": wanted["actor"] if wanted["actor"] in names else sorted(names),
        "object": " … ".join(c.quote for c in position.object),
        "stance": position.stance.value,
        "expressed": position.expressed,
    }
    return {name: found[name] for name in wanted}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_position_is_somebodys_on_something(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives just its positions, with the fields that it names."""
    found, named = _found(case["text"], annotator, tables)
    assert len(found) == len(case["positions"]), [(p.object, p.stance, p.why) for p in found]
    assert [_told(f, named, wanted) for f, wanted in zip(found, case["positions"], strict=True)] == case["positions"]


def test_words_of_a_statement_are_their_speakers(annotator: Annotator, tables: Tables) -> None:
    """What stands in a statement is told by its speaker, what stands outside by the outlet, which is nobody's id."""
    text = 'Norway rejected the quota. "Canada opposes the treaty," Norwegian Foreign Minister Ada Lund said.'
    (outside, inside), named = _found(text, annotator, tables)
    assert outside.according_to[0].by is None
    assert inside.statement
    assert named[inside.according_to[0].by or ""].name == "Ada Lund"
    assert named[inside.actor.actor or ""].name == "Canada"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([c["text"] for c in CASES]), min_size=1, max_size=4))
def test_every_position_says_why_and_cites_its_words(annotator: Annotator, tables: Tables, texts: list[str]) -> None:
    """Whatever stands beside it, a position's object and actor are among its citations, and its reason ends in a stance; ids differ."""
    found, _ = _found("\n".join(texts), annotator, tables)
    assert len({p.id for p in found}) == len(found)
    for position in found:
        assert position.object and {*position.object, *([position.actor.cite] if position.actor.cite else [])} <= set(position.cites)
        assert position.stance.value in position.why
