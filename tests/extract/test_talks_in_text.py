"""Talks in running text, read by the whole pipeline."""

from dataclasses import replace

import pytest
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.dates import When
from communique.model.kinds import Status
from communique.model.mention import Event
from communique.reference import load


def _statuses(text: str, annotator: Annotator) -> list[Status]:
    report = replace(report_of(text), published=When("2023-03-10"))
    return [m.status for m in extract.mentions(annotator.parse(report), load()) if isinstance(m, Event)]


@pytest.mark.parametrize(
    "text",
    ["The talks between Norway and Canada in Oslo on 3 March.", "Observers doubt the talks between Norway and Canada on 3 March in Oslo."],
)
def test_a_past_date_alone_does_not_make_talks_held(text: str, annotator: Annotator) -> None:
    """Where no word says that talks took place, a day before the report's is no evidence of it."""
    assert _statuses(text, annotator) == []


def test_words_that_tell_of_talks_make_them_held(annotator: Annotator) -> None:
    """The same talks, told of in the past tense."""
    assert _statuses("Norway and Canada held talks in Oslo on 3 March.", annotator) == [Status.HELD]
