"""Names are one where words, spelling, surname or initials say so."""

import pytest

from communique.annotate.coreference.lists import lists, weights
from communique.annotate.coreference.names import Name, folded_words, initials, is_acronym, named_together, same_person, short_of_person


def _person(text: str, gender: str = "") -> Name:
    return Name(folded_words(text), text, "PER", gender)


def _body(text: str) -> Name:
    return Name(folded_words(text), text, "ORG", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.", ("us",)),
        ("the Russia’s", ("russia",)),
        ("Jean-Yves Le Drian", ("jean", "yves", "le", "drian")),
        ("Ángela Núñez", ("angela", "nunez")),
        ("The", ("the",)),
    ],
)
def test_folded_words_leave_out_what_does_not_tell_names_apart(text: str, words: tuple[str, ...]) -> None:
    """Case, accents, stops, article and possessive go."""
    assert folded_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Ryabkov", "Sergey Ryabkov", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("J. Stoltenberg", "Jens Stoltenberg", True),
        ("Joe Biden", "Hunter Biden", False),
        ("Dmitry Peskov", "Dmitry Pushkov", False),
    ],
)
def test_same_person_fits_first_names_and_spellings(one: str, other: str, same: bool) -> None:
    """Two full names are one person's where the surname is the same and the first names fit."""
    assert same_person(_person(one), _person(other)) is same


def test_short_of_person_needs_the_same_gender() -> None:
    """A woman of a surname is not the man of that surname."""
    assert short_of_person(_person("Clinton"), _person("Bill Clinton", "male"))
    assert not short_of_person(_person("Clinton", "female"), _person("Bill Clinton", "male"))


def test_initials_leave_out_small_words() -> None:
    """Words such as "of", "for" and "and" give no letter."""
    assert initials("Organization for Security and Cooperation in Europe") == "osce"


def test_is_acronym_needs_capitals() -> None:
    """A word in small letters is no acronym."""
    long = _body("International Atomic Energy Agency")
    assert is_acronym(_body("IAEA"), long)
    assert not is_acronym(_body("iaea"), long)


def test_named_together_takes_the_person_named_before_a_surname() -> None:
    """Of two persons with one surname, the one whom the report has named so far is meant."""
    names = [_person("Joe Biden"), _person("Biden"), _person("Hunter Biden")]
    assert named_together(names) == [(0, 1)]


def test_lists_have_no_person_that_is_a_body() -> None:
    """A noun is a person's, a body's or a place's, and every list has words."""
    words = lists()
    assert words.persons and words.organisations and words.places and words.times and words.saying
    assert not words.persons & words.organisations
    assert not words.organisations & words.places


def test_weights_hold_every_class_of_pronoun() -> None:
    """Each class has weights, and one for having no antecedent."""
    assert set(weights()) == {"person", "it", "they"}
    assert all("none" in weights()[kind] for kind in weights())
