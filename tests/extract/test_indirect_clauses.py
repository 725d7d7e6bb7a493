"""Reported clauses: complements, asides, sources and passives; what is thought, shown by things or asked of someone is none."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.test_statements import parses
from tests.extract.written import parse_of_case

from communique.extract.indirect import Reported, merged, reported_words
from communique.extract.indirect.clauses import clauses
from communique.extract.passages import Page
from communique.extract.speakers import words_of_all
from communique.model.parse import Parse
from communique.model.report import Region, RegionKind
from communique.model.span import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "indirect_clauses.yml").read_text(encoding="utf-8"))


def in_words(page: Page, said: Reported) -> dict[str, Any]:
    """Give reported words as the cases write them."""
    text, cue = page.parse.report.text, page.parse.span(said.cue.words)
    found: dict[str, Any] = {"content": [text[s.start : s.end] for s in said.content]}
    if said.speaker is not None:
        speaker = words_of_all(page, said.speaker)
        found["speaker"] = text[speaker.start : speaker.end]
    return found | {"cue": text[cue.start : cue.end]}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_clauses_are_found_with_their_speakers(case: dict[str, Any]) -> None:
    """Each reported clause gives its words, its cue and its speaker; what nobody says gives none."""
    parse = parse_of_case({"published": "2022-01-11", **case})
    page = Page(_as_headline(parse) if case.get("headline") else parse)
    found = sorted(clauses(page), key=lambda said: said.cue.head)
    assert [in_words(page, said) for said in found] == case["reported"]


def _as_headline(parse: Parse) -> Parse:
    text = parse.report.text
    return replace(parse, report=replace(parse.report, regions=(Region(Span(0, len(text)), RegionKind.HEADLINE),)))


@given(parse=parses(), twice=st.booleans())
def test_reported_words_lie_in_order_within_the_text(parse: Parse, *, twice: bool) -> None:
    """Whatever the tree, spans are in order and hold words; the same words given twice are one statement."""
    page = Page(parse)
    found = list(reported_words(page))
    for said in found:
        assert all(a.end <= b.start for a, b in zip(said.content, said.content[1:], strict=False))
        assert all(any(c.isalnum() for c in parse.report.text[s.start : s.end]) for s in said.content)
    again = merged(page, (), [*found, *found] if twice else found)
    assert len({s.content for s in again}) == len(again)
