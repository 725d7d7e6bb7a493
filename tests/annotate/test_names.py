"""Names by tables and patterns: corrections of what the network found, and nationalities, laws and events."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parse_of, place_of

from communique import reference
from communique.annotate.names import names_of
from communique.model.parse import Parse

CASES = yaml.load((Path(__file__).parents[1] / "cases" / "entities.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TABLES = reference.load()
WORDS = (
    "Russia",
    "Russian",
    "NATO",
    "Treaty",
    "on",
    "Minsk",
    "agreements",
    "Jordan",
    "the",
    "West",
    "War",
    "Cold",
    "Security",
    "Council",
    "UN",
    "of",
    "7",
)


def _parse(words: list[str], found: list[str]) -> Parse:
    rows = [f"{i} {w} {w} X _ _ {0 if i == 1 else 1} {'root' if i == 1 else 'dep'}" for i, w in enumerate(words, 1)]
    return parse_of("\n".join(rows), entities=found)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_names_are_those_of_the_case(case: dict[str, object]) -> None:
    """Tables correct the network and add nationalities; patterns add laws and events."""
    parse = _parse(str(case["text"]).split(), list(case["found"]))  # type: ignore[call-overload]
    text = parse.report.text
    wanted = []
    for written in list(case["names"]):  # type: ignore[call-overload]
        label, words = written.split(" ", 1)
        span = place_of(text, words)
        wanted.append((span.start, label, text[span.start : span.end]))
    assert [(e.start, e.label, text[e.start : e.end]) for e in names_of(parse, TABLES)] == sorted(wanted)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.data())
def test_names_never_overlap_and_end_with_words(words: list[str], data: st.DataObject) -> None:
    """Whatever the words and whatever the network found, entities are in order, apart, and made of whole words."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 2, len(words) - 1)))
    found = " ".join(words[first : last + 1])
    parse = _parse(
        words, [f"{data.draw(st.sampled_from(['PER', 'ORG', 'LOC']))} {found}"] if f" {found} " in f" {' '.join(words)} " else []
    )
    given_names = names_of(parse, TABLES)
    starts, ends = {t.start for t in parse.tokens}, {t.end for t in parse.tokens}
    assert all(a.end <= b.start for a, b in pairwise(given_names))
    kept = {(e.start, e.end) for e in parse.entities}
    assert all((e.start in starts and e.end in ends) or (e.start, e.end) in kept for e in given_names)
