"""Dates are said as precisely as they are known, and no more."""

from pathlib import Path

import pytest
import yaml

from communique.show.dates_in_words import in_words

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "dates_in_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("edtf", "words"), CASES.items())
def test_date_is_said_in_words(edtf: str, words: str) -> None:
    """Each form of EDTF that the record writes has its words."""
    assert in_words(edtf) == words
