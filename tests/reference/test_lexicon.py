"""Word lists: sections with a source, lists as text or in brackets, and errors that name file and line."""

import pytest

from communique.errors import TableError
from communique.reference.entries import table_of
from communique.reference.lexicon import Lexicon

TEXT = """\
verbs:
  source: test
  words: >-
    say tell
  more: [go on, no]
  held:
    talk: {forms: [talk, talks], with: true}
unsourced:
  words: a b
weights:
  source: test
  of: {near: 0.5, far: many}
"""


def _lexicon() -> Lexicon:
    return Lexicon(table_of(TEXT, file="test.yml"))


def test_lists_are_read_from_text_and_brackets() -> None:
    """Words of a text stand apart by white space; in brackets they may have spaces, and `no` is a word."""
    section = _lexicon().section("verbs")
    assert section.words() == {"say", "tell"}
    assert section.words("more") == {"go on", "no"}


def test_forms_are_entries() -> None:
    """Mappings within a section are entries, with their fields checked by who reads them."""
    (lemma, entry), *_ = _lexicon().section("verbs").entries("held").items()
    assert (lemma, entry.texts("forms"), entry.true("with")) == ("talk", ("talk", "talks"), True)


@pytest.mark.parametrize(
    ("section", "field", "message"),
    [
        ("nouns", "words", r"test\.yml, section nouns: missing"),
        ("unsourced", "words", r"test\.yml, line 9, source: missing"),
        ("verbs", "nouns", r"test\.yml, line 2, nouns: missing in section verbs"),
    ],
)
def test_what_is_missing_is_named_with_its_line(section: str, field: str, message: str) -> None:
    """A missing section, source or list says where."""
    with pytest.raises(TableError, match=message):
        _lexicon().section(section).words(field)


def test_a_number_that_is_none_is_named_with_its_line() -> None:
    """A weight must be a number."""
    with pytest.raises(TableError, match=r"test\.yml, line 12, far: 'many' is no number"):
        _lexicon().section("weights").numbers("of")
