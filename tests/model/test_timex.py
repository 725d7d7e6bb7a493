"""TIMEX3 values become EDTF dates that say no more than they do."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import report_of

from communique.model.dates import When
from communique.model.parse import Time
from communique.model.timex import edtf, when_of

CASES = yaml.load((Path(__file__).parents[1] / "cases" / "times_edtf.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
_YEAR = st.integers(1, 9999).map(lambda y: f"{y:04d}") | st.just("XXXX")
_VALUES = st.one_of(
    st.builds("{}-{:02d}-{:02d}".format, _YEAR, st.integers(0, 13), st.integers(0, 32)),
    st.builds("{}-{:02d}".format, _YEAR, st.integers(0, 13)),
    st.builds("{}-W{:02d}{}".format, _YEAR, st.integers(0, 54), st.sampled_from(["", "-WE", "-2"])),
    st.builds("{}-{}{}".format, _YEAR, st.sampled_from("QH"), st.integers(0, 5)),
    st.builds("{}-{}".format, _YEAR, st.sampled_from(["SP", "SU", "FA", "WI", "XX"])),
    st.builds("{}-{:02d}-{:02d}T{}".format, _YEAR, st.integers(1, 12), st.integers(1, 31), st.sampled_from(["NI", "24:00", "09:30", "9"])),
    st.integers(0, 999).map(str),
    st.sampled_from(["PRESENT_REF", "P3D", "PT4H", "PXW", "XXXX-WXX-2", ""]),
    st.text(max_size=12),
)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["value"])
def test_edtf_of_each_kind_of_value(case: dict[str, str]) -> None:
    """Each kind of TIMEX3 value has its EDTF form, or none."""
    assert (edtf(case["value"]) or "null") == case["edtf"]


@given(_VALUES)
def test_edtf_is_valid_and_never_more_precise_than_the_value(value: str) -> None:
    """Whatever the value, the date is EDTF, and every figure of a plain date stands in the value."""
    found = edtf(value)
    assert When(found).value == found
    if found and not found.startswith("[") and value[4:6] not in ("-S", "-F", "-W"):
        assert len(found) <= max(len(value), 4)
        assert value.startswith(found.rstrip("X"))


@given(st.dates())
def test_edtf_of_a_week_holds_its_days(day: date) -> None:
    """The seven days of a week lie in its EDTF form."""
    year, week, _ = day.isocalendar()
    found = edtf(f"{year:04d}-W{week:02d}")
    if found is not None:
        first, last = found.strip("[]").split("..")
        assert first <= day.isoformat() <= last


def test_when_of_cites_the_words_and_says_why() -> None:
    """A completed date is inferred, with the tagger's reason and the words."""
    report = report_of("He left last week.")
    when = when_of(Time(8, 17, "DATE", "2022-W01", "last week from publication 2022-01-13"), report)
    assert (when.value, when.text, when.inferred) == ("[2022-01-03..2022-01-09]", "last week", True)
    assert when.why == "last week from publication 2022-01-13"


def test_when_of_a_length_or_a_set_has_no_date() -> None:
    """How long and how often are not when."""
    report = report_of("It lasted three days.")
    assert when_of(Time(10, 20, "DURATION", "P3D"), report).value is None
    assert when_of(Time(10, 20, "SET", "XXXX-01"), report).value is None
