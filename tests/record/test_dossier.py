"""A dossier keeps what it is given, whole, and nothing twice."""

from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.errors import CitationError, RecordError
from communique.model.dates import UNKNOWN, When
from communique.model.notice import Notice, Stage
from communique.model.report import Credit, DateCandidate, Region, RegionKind, Report, Stated
from communique.model.span import Span
from communique.record import create_dossier, open_dossier

from .examples import TEXT, VERSION, WEIGHTS, cite, mentions, notice, rebuild, reconciled, report, statement, stored


def test_store_gives_back_what_it_was_given(place: str) -> None:
    """Reports, mentions and notices come back equal, also from a dossier that was closed in between."""
    one = report()
    with create_dossier(place) as dossier:
        dossier.store(one, mentions(one), [notice(one)], weights=WEIGHTS, version=VERSION)
    with open_dossier(place) as dossier:
        assert dossier.reports() == (one,)
        assert dossier.mentions().by_report == {one.id: mentions(one)}


FIRST = report()
CREDIT = Credit("Coast Wire", cite(FIRST, "Oslo"))


@pytest.mark.parametrize(
    "changed",
    [
        replace(FIRST, title="Talks in Oslo end"),
        replace(FIRST, byline="A. Writer"),
        replace(FIRST, outlet=None),
        replace(FIRST, published=UNKNOWN),
        replace(FIRST, published=When("2022-01-12")),
        replace(FIRST, dates=(DateCandidate("published", "input", "2022-01-11"),)),
        replace(FIRST, language="en"),
        replace(FIRST, url="https://example.org/1"),
        replace(FIRST, regions=(Region(Span(0, 17), RegionKind.HEADLINE), Region(Span(19, len(TEXT)), RegionKind.BODY))),
        replace(FIRST, credits=(CREDIT,)),
        replace(FIRST, stated=(Stated("outlet", "input"),)),
        replace(FIRST, text=TEXT + " "),
    ],
    ids=lambda r: next(f.name for f in fields(r) if getattr(r, f.name) != getattr(FIRST, f.name)),
)
def test_report_with_anything_else_is_not_known(place: str, changed: Report) -> None:
    """A report that says more, less or other than the one with its id is not known, and takes its place when it is stored."""
    with create_dossier(place) as dossier:
        dossier.store(FIRST, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.knows(FIRST, weights=WEIGHTS, version=VERSION)
        assert not dossier.knows(changed, weights=WEIGHTS, version=VERSION)
        dossier.store(changed, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.knows(changed, weights=WEIGHTS, version=VERSION)
        assert dossier.reports() == (changed,)


def test_report_read_by_others_is_not_known(place: str) -> None:
    """Other weights, or another version of rules and tables, may find other things; a report that is not there is not known."""
    with create_dossier(place) as dossier:
        assert not dossier.knows(FIRST, weights=WEIGHTS, version=VERSION)
        dossier.store(FIRST, (), (), weights=WEIGHTS, version=VERSION)
        assert not dossier.knows(FIRST, weights="other", version=VERSION)
        assert not dossier.knows(FIRST, weights=WEIGHTS, version=VERSION + "+other-tables")


def test_original_bytes_do_not_keep_a_report_from_being_known(place: str) -> None:
    """Their sha256 tells them apart; the bytes themselves need not be unpacked."""
    page = b"<p>Talks in Oslo end</p>"
    one = replace(FIRST, original=page, sha256=sha256(page).hexdigest())
    with create_dossier(place) as dossier:
        dossier.store(one, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.knows(one, weights=WEIGHTS, version=VERSION)
        assert not dossier.knows(replace(one, sha256=FIRST.sha256), weights=WEIGHTS, version=VERSION)


def test_record_made_by_other_rules_is_stale(place: str) -> None:
    """Entries come from rules and tables too: what others put together must be rebuilt."""
    with create_dossier(place) as dossier:
        stored(dossier, FIRST)
        dossier.rebuild(reconciled(dossier), basis="that of other rules")
        assert dossier.is_stale()


def test_record_of_stored_report(place: str) -> None:
    """The record holds what was rebuilt, sorted by id, with every notice."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        record = dossier.record()
    assert [s.content[0].quote for s in sorted(record.statements, key=lambda s: s.content[0].start)] == [
        "We will not sign",
        "There is time",
    ]
    assert [n.stage for n in record.notices] == [Stage.RECONCILE, Stage.ANNOTATE]
    assert [a.id for a in record.actors] == sorted(a.id for a in record.actors)
    assert record.weights == WEIGHTS


def test_empty_dossier_has_an_empty_record(place: str) -> None:
    """Where nothing was read, nothing is stale and the record is empty."""
    with create_dossier(place) as dossier:
        assert not dossier.is_stale()
        assert dossier.record().reports == ()
        assert dossier.mentions().by_report == {}
        assert dossier.reports_with("anything") == ()
        assert dossier.record().weights == ""


def test_report_without_text_or_mentions_is_kept(place: str) -> None:
    """An empty report is a report."""
    with create_dossier(place) as dossier:
        stored(dossier, report(""), ())
        assert dossier.record().reports == (report(""),)


def test_reading_again_replaces_mentions(place: str) -> None:
    """What was found before in the same report is gone when it is read again by other rules."""
    one = report()
    fewer = (statement(one, "There is time", None),)
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.store(one, fewer, [], weights="later", version=VERSION)
        assert dossier.mentions().by_report == {one.id: fewer}
        rebuild(dossier)
        assert [n.stage for n in dossier.record().notices] == [Stage.RECONCILE]


def test_reading_again_with_the_same_result_changes_nothing(place: str) -> None:
    """The same report, mentions, weights and version leave the record as fresh as it was."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        with dossier._database.writing() as connection:
            connection.execute(text("UPDATE mentions SET position = position + 1000"))
        dossier.store(one, mentions(one), [notice(one)], weights=WEIGHTS, version=VERSION)
        assert not dossier.is_stale()
        with dossier._database.reading() as connection:
            assert connection.scalar(text("SELECT min(position) FROM mentions")) == 1000


def test_stale_record_is_refused(place: str) -> None:
    """A report stored since the last rebuild makes the record stale, and a stale record is not given."""
    one, two = report(), report(TEXT + "Later.", file="later.txt")
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.store(two, (), (), weights=WEIGHTS, version=VERSION)
        assert dossier.is_stale()
        with pytest.raises(RecordError, match="rebuild"):
            dossier.record()


def test_rebuild_is_stamped_with_the_mentions_that_were_given(place: str) -> None:
    """A report stored between `mentions` and `rebuild` makes the record stale, though `rebuild` came last and others asked for mentions."""
    one, two = report(), report(TEXT + "Later.", file="later.txt")
    with create_dossier(place) as dossier:
        dossier.store(one, mentions(one), (), weights=WEIGHTS, version=VERSION)
        built, basis = reconciled(dossier), dossier.mentions().basis
        dossier.store(two, (), (), weights=WEIGHTS, version=VERSION)
        dossier.mentions()
        dossier.rebuild(built, basis=basis)
        assert dossier.is_stale()


def test_order_of_reading_does_not_show(place: str, tmp_path: Path) -> None:
    """The same reports in another order give the same record."""
    one, two = report(), report(TEXT.replace("Oslo", "Bergen"), file="bergen.txt")
    records = []
    for where, order in ((place, (one, two)), (str(tmp_path / "other.db"), (two, one))):
        with create_dossier(where) as dossier:
            for each in order:
                dossier.store(each, mentions(each), [notice(each)], weights=WEIGHTS, version=VERSION)
            rebuild(dossier)
            records.append(dossier.record())
    assert records[0] == records[1]


def test_notices_of_files_without_a_report_are_kept_once(place: str) -> None:
    """Reading the same unreadable file again does not say it twice."""
    empty = Notice(Stage.READ, "the file is empty", "Leave it out.", "empty.txt")
    with create_dossier(place) as dossier:
        dossier.add_notices([empty])
        dossier.add_notices([empty, empty])
        assert dossier.record().notices == (empty,)


def test_wrong_citation_stores_nothing(place: str) -> None:
    """A mention that cites another report's words is refused, and the report with it."""
    one, other = report(), report("Other words.", file="other.txt")
    with create_dossier(place) as dossier:
        with pytest.raises(CitationError, match="not in the dossier"):
            dossier.store(other, mentions(one), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports() == ()


def test_one_id_twice_is_refused(place: str) -> None:
    """Two mentions with one id cannot both be kept, so neither is."""
    one = report()
    twice = statement(one, "There is time", None)
    with create_dossier(place) as dossier:
        with pytest.raises(RecordError, match="twice"):
            dossier.store(one, (twice, twice), (), weights=WEIGHTS, version=VERSION)
        assert dossier.reports() == ()


def test_forgotten_report_leaves_nothing(place: str) -> None:
    """A forgotten report takes its mentions, notices and words with it."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        dossier.forget(one.id)
        assert (dossier.reports(), dossier.mentions().by_report, dossier.reports_with("Oslo")) == ((), {}, ())
        with pytest.raises(RecordError, match="no report"):
            dossier.forget(one.id)


@pytest.mark.parametrize(
    ("words", "found"),
    [("envoys SYLDAVIA", True), ("rocket 50", True), ("oslo paris", False), ("", False), ("“—”", False), ("'; DROP TABLE reports", False)],
)
def test_reports_with_words(place: str, words: str, found: bool) -> None:
    """Every word must be there, in any order and case; marks are no words."""
    one = report()
    with create_dossier(place) as dossier:
        stored(dossier, one)
        assert dossier.reports_with(words) == ((one.id,) if found else ())
