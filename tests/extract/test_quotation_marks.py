"""Quoted stretches: which marks open and close, across paragraphs and typing errors; never an exception, never a word outside marks."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.quotation_marks import Quoted, paragraphs, quoted

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "quotation_marks.yml").read_text(encoding="utf-8"))
TEXTS = st.text(alphabet=st.sampled_from(list("aB ,.?!'\"“”‘’«»„—-()\n5s")), max_size=60)


def _words(text: str, quotation: Quoted) -> str | list[str]:
    found = [text[w.start : w.end] for w in quotation.words]
    return found[0] if len(found) == 1 else found


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_quoted_stretches_are_found(case: dict[str, Any]) -> None:
    """The words between the marks are found, nested ones apart, with how many never close."""
    text = case["text"]
    found = quoted(text)
    assert [_words(text, q) for q in found if q.depth == 0] == case["outer"]
    assert [_words(text, q) for q in found if q.depth > 0] == case.get("inner", [])
    assert sum(not q.closed for q in found) == case.get("open", 0)


@given(TEXTS)
def test_any_text_is_read_and_words_stay_within_marks(text: str) -> None:
    """No text raises; words lie within their marks, hold no white space at their ends, and outermost stretches do not overlap."""
    found = quoted(text)
    for quotation in found:
        assert all(quotation.outer.covers(w) for w in quotation.words)
        assert all(text[w.start : w.end] == text[w.start : w.end].strip() != "" for w in quotation.words)
        assert quotation.outer.start < quotation.words[0].start
        assert not quotation.closed or quotation.words[-1].end < quotation.outer.end
    outer = [q.outer for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


@given(st.text(max_size=80))
def test_text_of_any_characters_is_read(text: str) -> None:
    """Characters of any script raise nothing."""
    assert all(q.words for q in quoted(text))


@given(TEXTS)
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    """Paragraphs are in order, apart, and leave out nothing but white space."""
    found = list(paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert "".join(kept.split()) == "".join(text.split())
