"""Every character of a report is kept at its place, on both databases: astral, right to left, combining, NUL."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import RecordError
from communique.model.notice import Notice, Stage
from communique.model.report import Report
from communique.record import create_dossier

from .examples import VERSION, WEIGHTS, report, statement, stored

TEXTS = (
    "😀 “We will not sign” 🇳🇴 \U0010ffff said",
    "قالت الوزيرة: “We will not sign” said \u200f\u202e",
    "de\u0301ja\u0300 vu \ufeff “We will not sign” said",
    "\0 “We will not sign”\0\x01\x1f\x7f said",
    "\r\n\t\u2028\u2029\x85“We will not sign” said\r",
)


@pytest.mark.parametrize("text", TEXTS)
def test_text_and_citations_come_back(place: str, text: str) -> None:
    """Offsets count characters, so no character may be lost, joined or translated."""
    one = replace(report(text), title=text, outlet=text, file=text)
    said = replace(statement(one, "We will not sign", None), on_behalf_of=text)
    note = Notice(Stage.READ, text, text, text)
    with create_dossier(place) as dossier:
        dossier.add_notices([note])
        stored(dossier, one, (said,))
        assert dossier.reports() == (one,)
        assert dossier.mentions().by_report == {one.id: (said,)}
        assert note in dossier.record().notices
        assert dossier.reports_with("SIGN") == (one.id,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(text=st.text())
def test_any_text_is_kept_and_searchable(place: str, text: str) -> None:
    """Whatever a report holds, it is stored as it is, and its first word finds it."""
    one = report(text)
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert one in dossier.reports()
        assert isinstance(dossier.reports_with(text), tuple)


@pytest.mark.parametrize("words", ["größe", "GRÖSSE", "москва", "МОСКВА", "ı"])
def test_words_are_folded_alike_on_both_databases(place: str, words: str) -> None:
    """Case is folded before either database sees a word."""
    one = report("Größe, Москва, ı.")
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports_with(words) == (one.id,)


def test_accents_are_part_of_a_word(place: str) -> None:
    """Both databases tell "resume" from "resumé"."""
    with create_dossier(place) as dossier:
        dossier.store(report("resumé"), (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports_with("resume") == ()


def test_huge_report_is_kept_whole(place: str) -> None:
    """A dump of a million different words fills the index of words, and is stored all the same."""
    one = report("first " + " ".join(f"w{i}" for i in range(300_000)) + " " + "x" * 5000)
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports() == (one,)
        assert dossier.reports_with("first w7") == (one.id,)


def test_half_a_character_is_refused(place: str) -> None:
    """A lone surrogate is no character; the report is refused with the place where it stands, and nothing is stored."""
    with create_dossier(place) as dossier:
        with pytest.raises(RecordError, match=r"oslo\.txt.*character 3"):
            dossier.store(Report("r-1", "oslo.txt", "abc\ud800", "", ()), (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports() == ()


def test_original_bytes_are_kept(place: str) -> None:
    """The bytes of a page come back as they were; `reports` leaves them where they are."""
    page = b"<p>Talks in \xd8slo end</p>\0" * 1000
    one = replace(report("Talks in Øslo end"), original=page, sha256=sha256(page).hexdigest())
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.original(one.id) == page
        assert dossier.reports() == (replace(one, original=None),)


def test_original_of_plain_text_is_its_text(place: str) -> None:
    """A plain-text file's bytes are its text in its encoding."""
    content = "Talks in Øslo end".encode("cp1252")
    one = replace(report("Talks in Øslo end"), encoding="cp1252", sha256=sha256(content).hexdigest())
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.original(one.id) == content


def test_original_that_was_not_kept_is_said(place: str) -> None:
    """Bytes that cannot be given as they were are not made up."""
    one = replace(report(), sha256="0" * 64)
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        with pytest.raises(RecordError, match="not kept"):
            dossier.original(one.id)
        with pytest.raises(RecordError, match="no report"):
            dossier.original("r-0")


def test_original_of_another_report_is_refused(place: str) -> None:
    """Bytes whose sha256 is not the report's are not its original."""
    with create_dossier(place) as dossier, pytest.raises(RecordError, match="sha256"):
        dossier.store(replace(report(), original=b"other"), (), (), weights=WEIGHTS, version=VERSION)
