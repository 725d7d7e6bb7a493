"""Citations exist only where their quote stands, and selectors find them again."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from communique.errors import CitationError
from communique.model.citation import Citation, found_again, selector
from communique.model.span import Span, trimmed

TEXT = st.text(min_size=1, max_size=80)


@st.composite
def _text_and_span(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(_text_and_span())
def test_citation_re_resolves(given_: tuple[str, int, int]) -> None:
    """The quote of a citation that exists is what stands at its span."""
    text, start, end = given_
    cite = Citation("r-1", start, end, text[start:end], text)
    assert text[cite.span.start : cite.span.end] == cite.quote


@given(_text_and_span(), TEXT)
def test_citation_of_other_words_cannot_exist(given_: tuple[str, int, int], other: str) -> None:
    """A quote that is not there is refused."""
    text, start, end = given_
    assume(other != text[start:end])
    with pytest.raises(CitationError, match="the text there is"):
        Citation("r-1", start, end, other, text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 99)])
def test_citation_outside_the_text_cannot_exist(start: int, end: int) -> None:
    """Offsets that run backwards or out of the text are refused, also where slicing would forgive them."""
    with pytest.raises(CitationError):
        Citation("r-1", start, end, "Geneva"[start:end], "Geneva")


@given(_text_and_span(), TEXT, TEXT)
def test_found_again_never_gives_other_words(given_: tuple[str, int, int], before: str, after: str) -> None:
    """In changed text a selector gives a span of exactly its quote, or nothing."""
    text, start, end = given_
    wanted = selector(Citation("r-1", start, end, text[start:end], text), text)
    changed = before + text + after
    span = found_again(wanted, changed)
    assert span is None or changed[span.start : span.end] == wanted.quote


def test_found_again_prefers_the_place_with_the_same_surroundings() -> None:
    """The same words twice: the neighbours decide."""
    text = "Moscow refused. Later Kyiv refused too."
    start = text.rindex("refused")
    wanted = selector(Citation("r-1", start, start + 7, "refused", text), text)
    changed = "Update. " + text
    assert found_again(wanted, changed) == Span(start + 8, start + 15)


def test_found_again_decides_nothing_on_a_tie() -> None:
    """Where two places fit equally well, none is chosen."""
    text = "no"
    wanted = selector(Citation("r-1", 0, 2, "no", text), text)
    assert found_again(wanted, "no|no") is None


@given(st.text(max_size=30))
def test_trimmed_gives_what_strip_gives(text: str) -> None:
    """The trimmed span holds the text without white space at its ends."""
    span = trimmed(text, 0, len(text))
    assert (text[span.start : span.end] if span else "") == text.strip()
