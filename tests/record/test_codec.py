"""Every noun that a dossier stores comes back from its JSON as it was, whatever characters it holds."""

from dataclasses import fields, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import CitationError, RecordError
from communique.model.actor import Actor, Alias, Membership, Named, Role, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation, Selector
from communique.model.claim import Claim
from communique.model.dates import When
from communique.model.judgement import Decision, Judgement
from communique.model.mention import Event, Figure, Provision, Statement
from communique.model.notice import Notice
from communique.model.report import Report
from communique.model.span import Span
from communique.record.codec import decoded, encoded

from .examples import TEXT, report, statement

NOUNS = (
    Actor, Agreement, Alias, Citation, Claim, Event, Figure, Judgement, Membership, Named, Notice, Provision, Report, Role, Selector,
    Statement, When, Who,
)  # fmt: skip

TEXTS = st.shared(st.text(min_size=1).map(lambda t: t + "😀\0"), key="the report's text")
DATES = st.sampled_from([None, "2022-01-10", "XXXX-01-07", "[2022-01-17..2022-01-23]", "../1997-05-27", "2022-01-10T14:30"])


def spans(text: str) -> st.SearchStrategy[Span]:
    """Give spans that lie in `text`."""
    return st.integers(0, len(text) - 1).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(text))))


def citations(text: str) -> st.SearchStrategy[Citation]:
    """Give citations of the report "r-1" with `text`."""
    return spans(text).map(lambda s: Citation("r-1", s.start, s.end, text[s.start : s.end], text))


KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bytes: st.binary(),
    Span: TEXTS.flatmap(spans),
    Citation: TEXTS.flatmap(citations),
    When: st.builds(When, DATES, st.none() | st.text(), st.none() | TEXTS.flatmap(citations), st.booleans(), st.text(min_size=1)),
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Give values of a type, nouns with every field filled; citations are of the one shared text."""
    arguments = get_args(hint)
    if hint in KNOWN:
        return KNOWN[hint]
    if get_origin(hint) is tuple:
        return st.lists(values(arguments[0]), min_size=1, max_size=2).map(tuple)
    if get_origin(hint) is dict:
        return st.dictionaries(st.text(), values(arguments[1]), max_size=2)
    if get_origin(hint) is UnionType:
        return st.one_of(*(st.none() if a is NoneType else values(a) for a in arguments))
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    hints = get_type_hints(hint)
    return st.builds(hint, **{f.name: values(hints[f.name]) for f in fields(hint)})


@pytest.mark.parametrize("noun", NOUNS)
@settings(deadline=None, max_examples=40)  # a large noun takes long to make on a busy machine, not to encode
@given(data=st.data())
def test_noun_comes_back(noun: type, data: st.DataObject) -> None:
    """What is encoded and decoded is equal, and its JSON holds no NUL, which PostgreSQL could not keep."""
    one, text = data.draw(st.tuples(values(noun), TEXTS))
    payload = encoded(one)
    assert decoded(noun, payload, {"r-1": text}) == one
    assert "\0" not in payload


def test_encoding_does_not_depend_on_the_order_of_a_dict() -> None:
    """Stamps are hashes of payloads, so equal nouns have equal payloads."""
    one = Judgement("j", "e", "statement", Decision.CORRECT, "me", "2022", after={"a": "1", "b": None})
    assert encoded(one) == encoded(replace(one, after={"b": None, "a": "1"}))


@given(st.data())
def test_citation_is_checked_when_it_is_read(data: st.DataObject) -> None:
    """A citation whose words are no longer at their place cannot come back."""
    one = report()
    span = data.draw(spans(TEXT))
    changed = TEXT[: span.start] + "\N{WHITE MEDIUM STAR}" + TEXT[span.start + 1 :]
    with pytest.raises(CitationError, match="Cite the words as they stand"):
        decoded(Citation, encoded(one.cite(span.start, span.end)), {one.id: changed})


def test_citation_of_an_absent_report_is_refused() -> None:
    """A citation is worth nothing without its report."""
    one = report()
    with pytest.raises(CitationError, match="not in the dossier"):
        decoded(Statement, encoded(statement(one, "There is time", None)), {})


@pytest.mark.parametrize(
    ("payload", "complaint"),
    [
        ('{"start":1}', "missing fields of Span: end"),
        ('{"start":1,"end":2,"colour":3}', "unknown fields of Span: colour"),
        ('{"start":"1","end":2}', "is not int"),
        ('{"start":1,"end":2', "delimiter"),
        ("[1,2]", "Span"),
    ],
)
def test_payload_of_another_version_is_refused(payload: str, complaint: str) -> None:
    """What does not fit the noun is an error that names what is wrong, never a guess."""
    with pytest.raises(RecordError, match=complaint):
        decoded(Span, payload, {})


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_number_that_json_cannot_write_is_refused(value: float) -> None:
    """NaN is no JSON and not even equal to itself."""
    one = report()
    with pytest.raises(RecordError, match="number"):
        encoded(Figure(value, None, "exact", None, None, None, one.cite(0, 1)))


def test_half_a_character_is_refused() -> None:
    """A lone surrogate is no text in either database; the error shows where it is."""
    with pytest.raises(RecordError, match="half a character"):
        encoded(Alias("Ra\ud800sk", "read so"))


def test_class_that_is_no_noun_is_refused() -> None:
    """A value of another type than the model's is named."""
    with pytest.raises(RecordError, match="set"):
        encoded(Alias("Rask", "read so", {1}))  # type: ignore[arg-type]
