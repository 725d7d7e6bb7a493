"""Regions: every line is what it is, and together they cover the text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from communique.model.report import RegionKind
from communique.model.span import Span
from communique.read.blocks import blocks_of
from communique.read.regions import regions_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "regions.yml").read_text("utf-8"))
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from([line[1] for case in CASES for line in case["lines"] if line]),
        st.sampled_from(["", "  ", "\t"]),
    ),
    max_size=12,
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_region_of_each_line(case: dict[str, list[list[str]]]) -> None:
    """Each line of a case stands in a region of the kind that the case names."""
    text = "\n".join(line[1] if line else "" for line in case["lines"])
    regions = regions_of(text)
    at, found = 0, []
    for line in case["lines"]:
        kind = next((r.kind.value for r in regions if line and r.span.start <= at < r.span.end), "")
        found.append([kind, line[1]] if line else [])
        at += len(line[1] if line else "") + 1
    assert found == case["lines"]


@given(LINES, ENDS)
def test_regions_cover_the_text(lines: list[str], end: str) -> None:
    """Regions stand in order, do not overlap, and leave out nothing but white space."""
    text = end.join(lines)
    at = 0
    for region in regions_of(text):
        assert region.span.start >= at
        assert not text[at : region.span.start].strip()
        at = region.span.end
    assert not text[at:].strip()


@given(st.text())
def test_blocks_hold_their_words(text: str) -> None:
    """A block's text is what stands at its span, trimmed."""
    for block in blocks_of(text):
        assert text[block.span.start : block.span.end] == block.text == block.text.strip()


def test_blocks_join_wrapped_lines() -> None:
    """Lines wrapped at one width are one paragraph; an empty line ends it."""
    text = (
        "The delegation left the capital on Sunday evening and arrived in the\n"
        "Swiss city shortly before midnight, where its members were met by an\n"
        "official of the host country and driven to their hotel near the lake\n"
        "without a word to the reporters who waited at the gate.\n"
        "\n"
        "Talks are to begin on Monday in the building of the mission, and they\n"
        "are to last at least two days, as both sides said in advance of what\n"
        "is the third round of this year.\n"
    )
    assert [b.text.split()[0] for b in blocks_of(text)] == ["The", "Talks"]


def test_regions_of_an_english_text_drop_other_scripts() -> None:
    """In a text that is Cyrillic throughout, Cyrillic lines are the text."""
    kinds = {r.kind.value for r in regions_of("Первый абзац текста.\nВторой абзац текста.")}
    assert kinds == {"lead", "body"}


@pytest.mark.parametrize(
    ("before", "link", "after"),
    [
        ("The envoys met on Tuesday.", "[Neighbour vows to answer any raid]", "They will meet again."),
        ("The envoys met on Tuesday.", "READ MORE: Neighbour vows to answer any raid", ""),
        ("“We met,” she said.", "Related Stories Neighbour Vows Answer Talks To Resume", ""),
    ],
)
def test_a_link_inside_a_line_is_a_region_of_its_own(before: str, link: str, after: str) -> None:
    """What a paragraph says before and behind a link is running text, the link itself is not."""
    line = " ".join(part for part in (before, link, after) if part)
    text = f"Envoys Agree on Little\n{before}\n\n{line}\n"
    start = text.rindex(link)
    assert next(r.span for r in regions_of(text) if r.kind is RegionKind.RELATED) == Span(start, start + len(link))


def test_brackets_inside_a_sentence_are_its_words() -> None:
    """What a reporter adds to a quotation is no link."""
    text = 'Envoys Agree on Little\nThe envoy spoke. "They [The Ministers of the six states] met," she said.\n'
    assert not any(r.kind is RegionKind.RELATED for r in regions_of(text))
