"""Days that EDTF dates allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.days import Days, days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-01-10", "2022-01-10", "2022-01-10"),
        ("2022-01-10T14:30", "2022-01-10", "2022-01-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1990", "1990-01-01", "1990-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2022-XX-07", "2022-01-01", "2022-12-31"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2022-01~", "2022-01-01", "2022-01-31"),
        ("[2022-01-17..2022-01-23]", "2022-01-17", "2022-01-23"),
        ("2022-01/2022-03-05", "2022-01-01", "2022-03-05"),
        ("../1997-05-27", "0000-01-01", "1997-05-27"),
        ("1997-05-27/..", "1997-05-27", "9999-12-31"),
    ],
)
def test_days_of_a_date(value: str, first: str, last: str) -> None:
    """As far as the date is precise, and no further."""
    assert days(value) == Days(first, last)


@pytest.mark.parametrize("value", ["XXXX-01-07", "", "soon", "2022-05/2022-01"])
def test_no_year_allows_no_days(value: str) -> None:
    """What cannot be compared is None, never a guess."""
    assert days(value) is None


@given(st.dates(), st.integers(0, 400))
def test_month_and_year_cover_their_days(day: date, more: int) -> None:
    """A less precise date covers a more precise one, and a span of days its ends."""
    exact = days(day.isoformat())
    assert exact
    for wider in (day.isoformat()[:7], day.isoformat()[:4]):
        found = days(wider)
        assert found
        assert found.covers(exact)
    end = min(day, date(9990, 1, 1)) + timedelta(more)
    span = days(f"[{min(day, end).isoformat()}..{end.isoformat()}]")
    assert span
    assert span.overlaps(Days(end.isoformat(), end.isoformat()))
