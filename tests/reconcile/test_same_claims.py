"""Talks and documents of several reports: what is one claim, what stays apart, and that order never matters."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique.model.actor import Actor, ActorKind, Who
from communique.model.claim import Claim
from communique.model.conflict import ConflictKind
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.kinds import DocumentKind, DocumentStatus, Kind, Status
from communique.model.mention import Document, Event
from communique.model.report import Report
from communique.reconcile.claims import Told, claims_of
from communique.reconcile.conflicts import conflicts_of
from communique.reconcile.inferring import with_dates

REPORTS = tuple(report_of(f"Talks in Geneva or Vienna. A letter. Report {n}.", file=f"{n}.txt") for n in range(4))


def _actor(id_: str, name: str, country: str | None, kind: ActorKind = ActorKind.STATE) -> Actor:
    return Actor(id_, name, kind, country, (), (), (), ())


ACTORS = {
    a.id: a
    for a in (
        _actor("NOR", "Norway", "NOR"),
        _actor("CAN", "Canada", "CAN"),
        _actor("EGY", "Egypt", "EGY"),
        _actor("lund", "Ada Lund", "NOR", ActorKind.PERSON),
        _actor("lund2", "Lund", "NOR", ActorKind.PERSON),
        _actor("berg", "Ole Berg", "NOR", ActorKind.PERSON),
        _actor("roy", "Paul Roy", "CAN", ActorKind.PERSON),
    )
}


def _talks(
    report: Report, who: Sequence[str], when: str | None, place: str | None = None, *, mode: str | None = None, at: int = 0
) -> Event:
    cite = report.cite(at, at + 5)
    where = report.text.index(place) if place else 0
    return Event(
        id=mention_id(report.id, Kind.EVENT, [cite.span]),
        type="CONSULT",
        trigger=cite,
        actors=tuple(Who(w, None) for w in who),
        status=Status.HELD,
        why="test",
        mode=mode or None,
        place=Who(None, report.cite(where, where + len(place))) if place else None,
        when=When(when),
        cites=(cite,),
    )


def _letter(report: Report, by: Sequence[str], to: Sequence[str], kind: DocumentKind = DocumentKind.LETTER) -> Document:
    start = report.text.index("letter")
    cite = report.cite(start, start + 6)
    return Document(
        id=mention_id(report.id, Kind.DOCUMENT, [cite.span]),
        kind=kind,
        title="letter",
        why="test",
        by=tuple(Who(w, None) for w in by),
        to=tuple(Who(w, None) for w in to),
        status=DocumentStatus.SENT,
        cites=(cite,),
    )


def _claims(events: Sequence[Event] = (), documents: Sequence[Document] = ()) -> list[Claim]:
    return claims_of(Told(events=events, documents=documents), actors=ACTORS, reports={r.id: r for r in REPORTS})


A, B, C, D = REPORTS
TOGETHER = {
    "ministers here, states there": (_talks(A, ["lund", "roy"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "2031-05-02")),
    "a surname alone": (_talks(A, ["lund", "roy"], "2031-05-02"), _talks(B, ["lund2", "CAN"], "2031-05-02")),
    "a month covers its day": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "2031-05")),
    "a day without its year": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "XXXX-05-02")),
    "more parties on a day without its year": (_talks(A, ["NOR", "CAN", "EGY"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "XXXX-05-02")),
    "place told once": (_talks(A, ["NOR", "CAN"], "2031-05-02", "Geneva"), _talks(B, ["NOR", "CAN"], "2031-05-02")),
    "three parties, other people": (_talks(A, ["lund", "roy", "EGY"], "2031-05-02"), _talks(B, ["berg", "CAN", "EGY"], "2031-05-02")),
    "one side, same place": (_talks(A, ["NOR", "CAN"], "2031-05-02", "Geneva"), _talks(B, ["NOR"], "2031-05-02", "Geneva")),
}
APART = {
    "other days": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "2031-05-03")),
    "no day": (_talks(A, ["NOR", "CAN"], None), _talks(B, ["NOR", "CAN"], None)),
    "other places": (_talks(A, ["NOR", "CAN"], "2031-05-02", "Geneva"), _talks(B, ["NOR", "CAN"], "2031-05-02", "Vienna")),
    "other people": (_talks(A, ["lund", "roy"], "2031-05-02"), _talks(B, ["berg", "roy"], "2031-05-02")),
    "other parties": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "EGY"], "2031-05-02")),
    "more parties in a coarser time": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "CAN", "EGY"], "2031-05")),
    "a call and a meeting": (_talks(A, ["NOR", "CAN"], "2031-05-02", mode="phone"), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")),
    "one report": (_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(A, ["NOR", "CAN"], "2031-05-02", at=10)),
}


@pytest.mark.parametrize("pair", TOGETHER.values(), ids=TOGETHER)
def test_the_same_talks_are_one_claim(pair: tuple[Event, Event]) -> None:
    """Talks on one day, or within a coarser time, of the same parties."""
    assert [len(c.mentions) for c in _claims(pair)] == [2]


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_other_talks_stay_apart(pair: tuple[Event, Event]) -> None:
    """Whatever cannot be the same, or need not be."""
    assert [len(c.mentions) for c in _claims(pair)] == [1, 1]


def test_what_fits_two_talks_joins_neither() -> None:
    """A month holds two days: nothing says which is meant."""
    days = [_talks(A, ["NOR", "CAN"], "2031-05-02"), _talks(B, ["NOR", "CAN"], "2031-05-09"), _talks(C, ["NOR", "CAN"], "2031-05")]
    assert [len(c.mentions) for c in _claims(days)] == [1, 1, 1]


def test_every_differing_value_is_kept_with_its_mention() -> None:
    """Place and date as each report tells them."""
    pair = (_talks(A, ["NOR", "CAN"], "2031-05-02", "Geneva"), _talks(B, ["NOR", "CAN"], "2031-05"))
    values = _claims(pair)[0].values
    assert {v.value: v.mentions for v in values["when"]} == {"2031-05-02": (pair[0].id,), "2031-05": (pair[1].id,)}
    assert [v.value for v in values["place"]] == ["Geneva"]


def test_a_letter_with_both_sides_is_one_claim() -> None:
    """The same writer and addressee in two reports; another addressee, or none, is another letter."""
    assert [len(c.mentions) for c in _claims((), [_letter(A, ["lund"], ["CAN"]), _letter(B, ["NOR"], ["CAN"])])] == [2]
    assert [len(c.mentions) for c in _claims((), [_letter(A, ["NOR"], ["CAN"]), _letter(B, ["NOR"], ["EGY"])])] == [1, 1]
    assert [len(c.mentions) for c in _claims((), [_letter(A, ["NOR"], []), _letter(B, ["NOR"], [])])] == [1, 1]


def test_statements_of_one_author_are_not_the_same() -> None:
    """One government gives out many statements."""
    pair = [_letter(r, ["NOR"], [], DocumentKind.STATEMENT) for r in (A, B)]
    assert [len(c.mentions) for c in _claims((), pair)] == [1, 1]


def test_letters_of_far_days_are_two() -> None:
    """A few days apart one report is wrong, which is a conflict; further apart there are two letters."""
    first, second = _letter(A, ["NOR"], ["CAN"]), _letter(B, ["NOR"], ["CAN"])
    for day, number in (("2031-05-03", 1), ("2031-06-03", 2)):
        pair = [replace(first, dated=When("2031-05-02")), replace(second, dated=When(day))]
        claims = _claims((), pair)
        assert len(claims) == number
        assert {v.value for c in claims for v in c.values["dated"]} == {"2031-05-02", day}
        kinds = [x.kind for x in conflicts_of(claims, {d.id: d for d in pair}, ACTORS)]
        assert kinds == ([ConflictKind.DATE] if number == 1 else [])


def test_talks_without_a_day_are_one_in_like_words_of_one_day() -> None:
    """Two reports of one day tell in like words of the same parties."""
    words = "Norway and Canada met to talk about the cod of the northern banks."
    reports = [replace(report_of(f"{words} Report {n}.", file=f"{n}.txt"), published=When("2031-05-02")) for n in range(2)]
    pair = [replace(_talks(r, ["NOR", "CAN"], None), cites=(r.cite(0, len(words)),)) for r in reports]
    claims = claims_of(Told(events=pair), actors=ACTORS, reports={r.id: r for r in reports})
    assert [len(c.mentions) for c in claims] == [2]


DATES = st.sampled_from(["2031-05-02", "2031-05-03", "2031-05", "[2031-05-01..2031-05-07]", "XXXX-05-02", None])
EVENTS = st.builds(
    _talks,
    st.sampled_from(REPORTS),
    st.lists(st.sampled_from(sorted(ACTORS)), min_size=1, max_size=3, unique=True),
    DATES,
    st.sampled_from(["Geneva", "Vienna", None]),
    at=st.integers(0, 20),
)


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=8, unique_by=lambda e: e.id), st.integers(0, 2**32))
def test_claims_are_the_same_in_any_order_and_never_hold_two_talks_of_one_report(events: list[Event], seed: int) -> None:
    """Shuffled talks give the same claims; each mention is in one claim, each report at most once in it."""
    shuffled = list(events)
    Random(seed).shuffle(shuffled)
    claims = _claims(events)
    assert claims == _claims(shuffled)
    assert sorted(m for c in claims for m in c.mentions) == sorted(e.id for e in events)
    assert all(len(c.reports) == len(c.mentions) for c in claims)


def _open(report: Report, text: str, who: Sequence[str] = ("NOR", "CAN"), place: str | None = "Geneva", at: int = 0) -> Event:
    return replace(_talks(report, who, None, place, at=at), when=When(None, text))


INFERRED = {
    "a weekday": ([_open(A, "on Friday"), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")], "2031-05-02"),
    "a day without its year": ([_talks(A, ["NOR", "CAN"], "XXXX-05-02"), _talks(B, ["lund", "roy"], "2031-05-02")], "2031-05-02"),
    "three parties, other people, no place": (
        [_open(A, "on Friday", ["berg", "CAN", "EGY"], place=None), _talks(B, ["lund", "CAN", "EGY"], "2031-05-02", "Geneva")],
        "2031-05-02",
    ),
    "a near day of one report": (
        [
            _talks(A, ["EGY"], "XXXX-05-09", at=12),
            _talks(A, ["NOR", "CAN"], "XXXX-05-02"),
            _talks(B, ["NOR", "CAN"], "2031-05-02"),
        ],
        "2031-05-09",
    ),
    "a far day of one report": (
        [
            _talks(A, ["EGY"], "XXXX-10-09", at=12),
            _talks(A, ["NOR", "CAN"], "XXXX-05-02"),
            _talks(B, ["NOR", "CAN"], "2031-05-02"),
        ],
        None,
    ),
    "another weekday": ([_open(A, "on Monday"), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")], None),
    "no place": ([_open(A, "on Friday", place=None), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")], None),
    "other parties": ([_open(A, "on Friday", ["NOR", "EGY"]), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")], None),
    "more than a weekday": ([_open(A, "Friday last month"), _talks(B, ["NOR", "CAN"], "2031-05-02", "Geneva")], None),
    "two such days": (
        [_open(A, "Friday"), *(_talks(r, ["NOR", "CAN"], f"2031-05-0{d}", "Geneva") for r, d in ((B, 2), (C, 9)))],
        None,
    ),
    "its own report": ([_open(A, "Friday"), _talks(A, ["NOR", "CAN"], "2031-05-02", "Geneva", at=10)], None),
}


@pytest.mark.parametrize("case", INFERRED.values(), ids=INFERRED)
def test_open_date_is_that_of_the_same_talks_where_it_is_sure(case: tuple[list[Event], str | None]) -> None:
    """Marked as inferred, with the report that tells it; the words stay."""
    talks, day = case
    for events in (talks, talks[::-1]):
        (found,) = (e for e in with_dates(events, ACTORS, {r.id: r for r in REPORTS}) if e.id == talks[0].id)
        assert (found.when.value if found.when.inferred else None) == day
        assert found.when.text == talks[0].when.text
        assert day is None or "1.txt" in (found.when.why or "")
