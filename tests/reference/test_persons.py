"""Names of persons: which can be one person's, and what stands for a full name by itself."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from communique import reference
from communique.reference.spelling import acronym_of, initials

CASES = yaml.load((Path(__file__).parents[1] / "cases" / "spellings.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
NAMES = reference.load().persons


@pytest.mark.parametrize("case", CASES["fits"], ids=lambda c: c[0])
def test_names_fit_in_either_order(case: list[str]) -> None:
    """Names that differ in spelling, initials or a middle name can be one person's."""
    one, other = (name.split() for name in case)
    assert NAMES.fit(one, other)
    assert NAMES.fit(other, one)


@pytest.mark.parametrize("case", CASES["unfit"], ids=lambda c: c[0])
def test_namesakes_do_not_fit(case: list[str]) -> None:
    """A suffix, another middle name or another given name is another person's."""
    one, other = (name.split() for name in case)
    assert not NAMES.fit(one, other)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ada Lund", "Lund"),
        ("Carl Aske Jr.", "Aske"),
        ("Kim Jong Un", "Kim"),
        ("Kim Darroch", "Darroch"),
        ("Moon Jae-in", "Moon"),
        ("Xi Jinping", "Xi"),
    ],
)
def test_family_name_stands_last_or_first(name: str, family: str) -> None:
    """The word that names a person by itself is the last, or the first where the family name stands there."""
    assert NAMES.families(name.split()) == {family}


def test_short_given_names_are_joined_by_the_table_only() -> None:
    """A nickname is one of the table; likeness is none."""
    assert NAMES.given_alike("Rick", "Richard")
    assert NAMES.given_alike("Robert", "Bob")
    assert not NAMES.given_alike("Marc", "Marco")


def test_acronyms_and_initials() -> None:
    """Full stops are no part of an acronym; small words give no initial; a single word has none."""
    assert acronym_of("D.N.C.") == acronym_of("DNC") == "DNC"
    assert acronym_of("Nato") == ""
    assert initials("Organization of American States") == "OAS"
    assert initials("Interpol") == ""


@given(st.lists(st.sampled_from(["Ada", "Berg", "B.", "Lund", "Jr.", "Kim"]), min_size=1, max_size=5))
def test_a_name_of_two_words_fits_itself(words: list[str]) -> None:
    """Whatever the words, a name of two or more without its suffix fits itself, and fitting never fails."""
    assert NAMES.fit(words, words) is (len(NAMES.bare(words)) > 1)
