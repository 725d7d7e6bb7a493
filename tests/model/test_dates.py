"""Dates of the record are EDTF, and what was completed says why."""

import pytest

from communique.errors import DateError
from communique.model.dates import When

GOOD = ["2022", "2022-01", "2022-01-10", "XXXX-01-07", "199X", "2022-21", "[2022-01-17..2022-01-23]", "2022-01-10/2022-01-13",
        "../1997-05-27", "1949-04-04/..", "2022-01-10T14:30", "2021-12~"]  # fmt: skip
BAD = ["", "10.01.2022", "2022-13", "2022-01-32", "2022-1-1", "yesterday", "2022-01-10 14:30", "20220110", "2022/", "[2022-01-17]"]


@pytest.mark.parametrize("value", GOOD)
def test_when_takes_edtf(value: str) -> None:
    """Every form that the record uses is taken as it is."""
    assert When(value).value == value


@pytest.mark.parametrize("value", BAD)
def test_when_refuses_what_is_not_edtf(value: str) -> None:
    """Anything else is an error that shows how to write it."""
    with pytest.raises(DateError, match="2022-01-10"):
        When(value)


def test_when_inferred_must_say_why() -> None:
    """A completed date without a reason cannot exist."""
    with pytest.raises(DateError, match="reason"):
        When("2022-01-10", inferred=True)
