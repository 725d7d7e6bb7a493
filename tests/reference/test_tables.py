"""The shipped tables: what they find, what they refuse, and that every value is sourced and unambiguous."""

import re
from pathlib import Path

import pytest
import yaml
from babel import Locale
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from communique import reference
from communique.errors import TableError
from communique.model.span import Span
from communique.reference.entries import table_of
from communique.reference.scan import _LONGEST, scanned
from communique.reference.spelling import plain

CASES = yaml.load((Path(__file__).parents[1] / "cases" / "names.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
TABLES = reference.load()


def _ids(cases: list[dict[str, str]]) -> list[str]:
    return [case["text"] for case in cases]


@pytest.mark.parametrize("case", CASES["states"], ids=_ids(CASES["states"]))
def test_state_is_found_by_every_kind_of_name(case: dict[str, str]) -> None:
    """A state is found by name, form, adjective, people and seat, and says which; nothing is guessed."""
    found = TABLES.state(case["text"])
    assert ("null" if found is None else found.entry.code) == case["code"]
    if found:
        assert found.how.value == case["how"]


@pytest.mark.parametrize("case", CASES["bodies"], ids=_ids(CASES["bodies"]))
def test_body_is_one_whatever_it_is_called(case: dict[str, str]) -> None:
    """A body's key is its state and type, by proper name or by adjective and noun."""
    found = TABLES.body(case["text"])
    assert found is not None
    assert (found.entry.key or "null", found.entry.name) == (case["key"], case["name"])


@pytest.mark.parametrize("case", CASES["organisations"], ids=_ids(CASES["organisations"]))
def test_organisation_is_found_by_name_and_acronym(case: dict[str, str]) -> None:
    """Organisations are found by name, spelling and acronym; an acronym only in its own capitals."""
    found = TABLES.organisation(case["text"])
    assert ("null" if found is None else found.entry.id) == case["id"]


@pytest.mark.parametrize("case", CASES["offices"], ids=_ids(CASES["offices"]))
def test_office_is_the_longest_title_that_ends_the_words(case: dict[str, str]) -> None:
    """The office is the longest title at the end of the words."""
    found = TABLES.office(case["text"])
    assert ("null" if found is None else found.entry.words) == case["words"]


@pytest.mark.parametrize("case", CASES["scans"], ids=_ids(CASES["scans"]))
def test_scan_takes_the_longest_name(case: dict[str, object]) -> None:
    """A scan finds the longest names and none inside another."""
    text = str(case["text"])
    words = _words(text)
    found = {text[words[h.first].start : words[h.last - 1].end]: h.match.entry.key for h in scanned(text, words=words, tables=TABLES)}
    assert case["found"] == found


@pytest.mark.parametrize("case", CASES["members"], ids=lambda c: f"{c['of']} {c['on']}")
def test_members_on_a_date_have_the_published_number(case: dict[str, str]) -> None:
    """The members on a date are as many as the organisation itself counts."""
    assert len(TABLES.members(case["of"], on=case["on"])) == int(case["number"])


def test_membership_is_undecided_where_dates_are_coarse() -> None:
    """A year of joining does not decide whether a state was a member in the middle of that year."""
    assert TABLES.is_member("UZB", of="CSTO", on="2006-03-01") is None
    assert TABLES.is_member("UZB", of="CSTO", on="2008") is True
    assert TABLES.is_member("POL", of="NATO", on="1997-05-27") is False


def test_memberships_of_a_state_carry_their_source() -> None:
    """Every membership says where it comes from."""
    found = TABLES.memberships("POL")
    assert [(m.of, m.since, m.until) for m in found if m.of == "org:NATO"] == [("org:NATO", "1999-03-12", None)]
    assert all(m.source for m in found)


def test_every_entry_has_a_source() -> None:
    """No entry of any table is without a source."""
    sources = [e.source for e in TABLES.countries] + [e.source for e in TABLES.organisations] + [e.source for e in TABLES.bodies]
    sources += [e.source for e in TABLES.body_types] + [e.source for e in TABLES.offices] + [e.source for e in TABLES.outlets]
    sources += [e.source for e in TABLES.blocs] + [e.source for e in TABLES.patterns] + [e.source for e in TABLES.groups]
    sources += [m.source for o in TABLES.organisations for m in o.members]
    assert all(sources)


def test_no_name_means_two_actors() -> None:
    """A name stands for one actor only, whatever table it is in."""
    doubtful = {name: {m.entry.key for m in found} for name, found in TABLES._names.items() if len({m.entry.key for m in found}) > 1}
    assert doubtful == {}


def test_no_name_is_longer_than_a_scan_looks() -> None:
    """The scan looks far enough for the longest name."""
    assert max(len(_words(name)) for name in TABLES._names) <= _LONGEST


def test_scan_goes_on_over_every_word_of_a_name() -> None:
    """No word of any name ends the search for it, in capitals or not."""
    words = {w for name in TABLES._names for w in name.split()}
    assert not [w for w in words if not TABLES.may_hold(w) or not TABLES.may_hold(w.upper())]
    assert not TABLES.may_hold("yesterday")


def test_states_are_known_by_their_cldr_names() -> None:
    """Every state's English name in CLDR (through Babel) finds that state; territories that are no state find none or none wrong."""
    codes = {old[0]: new for new, old in get_global("territory_aliases").items() if len(new) == 3 and new.isalpha()}
    known = {c.code for c in TABLES.countries if c.until is None}
    wrong = {}
    for code, name in Locale("en").territories.items():
        found = TABLES.state(name)
        if codes.get(code) in known and found and found.entry.code != codes[code]:
            wrong[name] = found.entry.code
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a", "no mapping"),
        ("source: x\nentries:\n  - {code: RUS\n", "not YAML"),
        ("source: x\nsource: y\n", "line 2: field 'source' stands twice"),
    ],
)
def test_table_that_is_no_table_says_where(text: str, message: str) -> None:
    """A file that is no table is refused with file and line."""
    with pytest.raises(TableError, match=message):
        table_of(text, file="states.yml")


def test_entry_names_the_line_of_a_wrong_value() -> None:
    """A wrong value is named with file, line, field and remedy."""
    entry = table_of("source: x\nentries:\n  - {code: RUS, since: soon}\n", file="states.yml").entries("entries")[0]
    with pytest.raises(TableError, match=r"states\.yml, line 3, size: no such field\. Use one of: code, since"):
        table_of("source: x\nentries:\n  - {code: RUS, size: 1}\n", file="states.yml").entries("entries")[0].allow("code", "since")
    with pytest.raises(TableError, match=r"states\.yml, line 3, name: missing\. Write it"):
        entry.text("name")


@given(st.text())
def test_plain_form_has_single_spaces_inside(text: str) -> None:
    """Whatever the text, its plain form has no doubled, leading or trailing white space."""
    assert plain(text) == " ".join(plain(text).split())


def _words(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"(?:[A-Z]\.){2,}|['’]s\b|\w+|[^\w\s]", text)]
