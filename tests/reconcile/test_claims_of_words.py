"""Statements, events and positions of several reports: what is one claim, what contradicts, how many origins, in whatever order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.actor import Who
from communique.model.claim import Claim
from communique.model.conflict import ConflictKind
from communique.model.ids import mention_id
from communique.model.kinds import Kind, PositionStance, Stance, Status
from communique.model.mention import Commitment, Event, Statement, Voice
from communique.model.report import Credit, Report
from communique.reconcile.claims import Told, claims_of
from communique.reconcile.conflicts import conflicts_of
from communique.reconcile.differing import differing

from .written import ACTORS, event, position, report, statement

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "claims.yml").read_text(encoding="utf-8"))
Case = dict[str, Any]  # Any: cases are data
WORDS = "We will not sign this text before the harbour is open to every ship of every flag"


def _claims(told: Told, reports: Sequence[Report]) -> list[Claim]:
    return claims_of(told, actors=ACTORS, reports={r.id: r for r in reports})


def _pair_of_statements(case: Case) -> tuple[list[Report], list[Statement]]:
    days, by, forms = (
        case.get(k, default) for k, default in (("days", ["2031-05-02"] * 2), ("by", ["lund"] * 2), ("forms", ["direct"] * 2))
    )
    reports = [report(f"Day {n}. {case[k]}", n, days[n]) for n, k in enumerate(("one", "other"))]
    return reports, [statement(r, case[k], by[n], forms[n]) for n, (r, k) in enumerate(zip(reports, ("one", "other"), strict=True))]


def _pair_of_events(case: Case) -> tuple[list[Report], list[Event]]:
    published = case.get("days", ["2031-05-02"] * 2)
    reports = [report(f"Day {n}. {case[k][3]}.", n, published[n]) for n, k in enumerate(("one", "other"))]
    nouns, places = case.get("nouns", [["", ""]] * 2), case.get("places", ["", ""])
    told = enumerate(zip(reports, ("one", "other"), case["triggers"], strict=True))
    return reports, [event(r, case[k], t, nouns=nouns[n], place=places[n]) for n, (r, k, t) in told]


@pytest.mark.parametrize("case", CASES["same statements"], ids=lambda c: c["it"])
def test_the_same_statement_is_one_claim(case: Case) -> None:
    """Another wording, another cut: one claim that says why."""
    reports, said = _pair_of_statements(case)
    (claim,) = _claims(Told(statements=said), reports)
    assert claim.mentions == tuple(sorted(s.id for s in said))
    assert claim.why


@pytest.mark.parametrize("case", CASES["other statements"], ids=lambda c: c["it"])
def test_other_statements_stay_apart(case: Case) -> None:
    """Wrong merges are worse than missed ones."""
    reports, said = _pair_of_statements(case)
    assert [len(c.mentions) for c in _claims(Told(statements=said), reports)] == [1, 1]


@pytest.mark.parametrize("case", CASES["same events"], ids=lambda c: c["it"])
def test_the_same_event_is_one_claim(case: Case) -> None:
    """Type, sides, day, deed and words agree."""
    reports, events = _pair_of_events(case)
    assert [len(c.mentions) for c in _claims(Told(events=events), reports)] == [2]


@pytest.mark.parametrize("case", CASES["other events"], ids=lambda c: c["it"])
def test_other_events_stay_apart(case: Case) -> None:
    """One of the five says that they are two."""
    reports, events = _pair_of_events(case)
    assert [len(c.mentions) for c in _claims(Told(events=events), reports)] == [1, 1]


def test_a_promise_asserted_here_and_denied_there_is_a_conflict() -> None:
    """Two reports of one promise, each on another's word."""
    words = "that no trawler would fish north of the ferry line in winter"
    reports = [report(f"Norway promised {words}, day {n}.", n) for n in range(2)]
    told = []
    for held, by, stance in zip(reports, ("CAN", "NOR"), (Stance.ASSERTS, Stance.DENIES), strict=True):
        cite = held.cite(held.text.index(words), held.text.index(words) + len(words))
        id_ = mention_id(held.id, Kind.COMMITMENT, [cite.span])
        voices = (Voice(by, stance, None, (cite,)),)
        told.append(Commitment(id_, Who("NOR"), (cite,), "test", according_to=voices, cites=(cite,)))
    (claim,) = _claims(Told(commitments=told), reports)
    (found,) = conflicts_of([claim], {c.id: c for c in told}, ACTORS)
    assert (found.kind, found.about) == (ConflictKind.POLARITY, claim.id)
    assert [s.value for s in found.sides] == ["Canada asserts it", "Norway denies it"]


def test_an_event_that_one_report_tells_twice_is_one_claim() -> None:
    """A headline and the text below it; two demands of one text stay two."""
    words = "Norway seized the Canadian trawler off Bergen for its nets"
    held = report(f"{words}\n\nOn Friday {words} and its cod.", 1)
    first = event(held, ["COERCE", "NOR", "CAN", words, ""], "seized")
    at = held.text.rindex("seized")
    again = replace(first, id="eve-again", trigger=held.cite(at, at + 6), cites=(held.cite(held.text.rindex(words), len(held.text) - 1),))
    assert [len(c.mentions) for c in _claims(Told(events=[first, again]), [held])] == [2]


@pytest.mark.parametrize("case", CASES["different words"], ids=lambda c: c["one"])
def test_words_in_which_quotations_differ_are_found(case: Case) -> None:
    """In the middle, between words that agree."""
    found = differing(case["one"], case["other"])
    assert found is not None
    assert (found.one, found.other, found.turns) == (case["here"], case["there"], case["turns"] == "yes")


@pytest.mark.parametrize("pair", CASES["no different words"], ids=lambda c: c[1])
def test_cuts_and_spellings_are_no_difference(pair: list[str]) -> None:
    """What an editor leaves out or spells otherwise contradicts nothing."""
    assert differing(*pair) is None


def test_statements_of_one_report_are_one_only_in_the_same_words() -> None:
    """A headline repeats the text; what is said again in other words is said twice."""
    first, again = (
        "the northern ferry line must reopen before the envoys return to Oslo",
        "envoys would return to Oslo only after the northern ferry line reopened",
    )
    held = report(f"{WORDS}. Later: {WORDS} at last. {first}. {again}.", 1)
    start = held.text.rindex(WORDS)
    one, two = statement(held, WORDS), statement(held, held.text[start : start + len(WORDS) + 8])
    same = _claims(Told(statements=[one, two]), [held])
    apart = _claims(Told(statements=[statement(held, first, form="indirect"), statement(held, again, form="indirect")]), [held])
    assert [len(c.mentions) for c in same] == [2]
    assert [len(c.mentions) for c in apart] == [1, 1]


def test_like_wordings_make_no_chain() -> None:
    """Where the first is like the second and the second like the third, but the first not like the third, not all are one."""
    texts = (
        "the ferry line, the harbour and the customs house must reopen",
        "the ferry line, the harbour and the fish market must reopen",
        "the school, the airfield and the fish market must reopen",
    )
    reports = [report(f"Day {n}. {t}", n) for n, t in enumerate(texts)]
    said = [statement(r, t, form="indirect") for r, t in zip(reports, texts, strict=True)]
    assert max(len(c.mentions) for c in _claims(Told(statements=said), reports)) < 3


def test_a_stance_told_twice_is_one_claim_and_a_later_one_another() -> None:
    """Actor, issue and stance agree, and the days."""
    reports = [report("Norway rejects the cod quota.", n, f"2031-05-0{n}") for n in (1, 2, 8)]
    taken = [position(r, "the cod quota", PositionStance.REJECTS) for r in reports]
    assert sorted(len(c.mentions) for c in _claims(Told(positions=taken), reports)) == [1, 2]


def test_copies_and_shared_sources_are_one_origin_at_least() -> None:
    """Two outlets know by themselves; a copy, a credit to one agency and an unknown outlet may not."""
    text = f"{' '.join(f'word{n}' for n in range(60))}. {WORDS}, Lund said."
    apart = [report(f"“{WORDS},” Lund said in Bergen.", 1), report(f"Lund told reporters: “{WORDS}”", 2)]
    copies = [report(text, 1), report(text + " Read more.", 2)]
    credited = [_with_credit(r) for r in apart]
    unknown = [apart[0], report(f"Then she added. {WORDS}", 3, outlet=None)]
    bounds = [_bounds(some) for some in (apart, copies, credited)]
    assert bounds == [(2, 2), (1, 1), (1, 2)]
    assert _bounds(unknown)[0] >= 1


def _with_credit(held: Report) -> Report:
    return Report(
        held.id, held.file, held.text, held.sha256, held.regions, outlet=held.outlet, published=held.published,
        credits=(Credit("Orro Wire", held.cite(0, 4)),),
    )  # fmt: skip


def _bounds(reports: Sequence[Report]) -> tuple[int, int]:
    (claim,) = _claims(Told(statements=[statement(r, WORDS) for r in reports]), reports)
    return claim.origins.min, claim.origins.max


def _kinds(told: Told, reports: Sequence[Report]) -> list[str]:
    claims = _claims(told, reports)
    return [c.kind.value for c in conflicts_of(claims, told.by_id, ACTORS)]


def test_words_given_to_two_named_speakers_are_a_conflict() -> None:
    """Both sides keep the words that name their speaker; where one report has only a pronoun, nothing is said."""
    reports = [report(f"{WORDS}, Lund said.", 1), report(f"{WORDS}, Roy said.", 2), report(f"{WORDS}, he said.", 3)]
    said = [statement(r, WORDS, by) for r, by in zip(reports, ("lund", "roy", "roy"), strict=True)]
    assert _kinds(Told(statements=said[:2]), reports) == ["attribution"]
    assert _kinds(Told(statements=[said[0], said[2]]), reports) == []


def test_another_word_in_a_quotation_is_a_conflict() -> None:
    """And one that only one report has turned round is one of polarity."""
    other, turned = WORDS.replace("open", "safe"), WORDS.replace("not ", "")
    reports = [report(f"{w}, Lund said.", n) for n, w in enumerate((WORDS, other, turned))]
    said = [statement(r, w) for r, w in zip(reports, (WORDS, other, turned), strict=True)]
    assert _kinds(Told(statements=said[:2]), reports) == ["wording"]
    assert _kinds(Told(statements=[said[0], said[2]]), reports) == ["polarity"]


def test_held_and_cancelled_is_a_conflict_and_planned_and_held_is_not() -> None:
    """What was planned took place later."""
    told = ["SANCTION", "NOR", "CAN", "Norway banned Canadian cod from its ports", "2031-05-02"]
    reports = [report(f"Day {n}. {told[3]}.", n) for n in range(2)]
    for status, kinds in ((Status.DENIED, ["status"]), (Status.PLANNED, []), (Status.ALLEGED, [])):
        events = [event(reports[0], told, "banned"), event(reports[1], told, "banned", status)]
        assert _kinds(Told(events=events), reports) == kinds


TEXTS = [c[k] for c in (*CASES["same statements"], *CASES["other statements"]) for k in ("one", "other")]
SAID = st.builds(
    lambda text, number, by, form: (report(f"Day {number}. {text}", number), text, by, form),
    st.sampled_from(TEXTS),
    st.integers(0, 5),
    st.sampled_from(["lund", "roy", "NOR", ""]),
    st.sampled_from(["direct", "indirect"]),
)


@settings(deadline=None)
@given(st.lists(SAID, max_size=8, unique_by=lambda s: s[0].id), st.integers(0, 2**32))
def test_claims_and_conflicts_are_the_same_in_any_order(drawn: list[tuple[Report, str, str, str]], seed: int) -> None:
    """Reports and statements shuffled: the same claims, every statement in exactly one, and the same conflicts."""
    reports = [r for r, *_ in drawn]
    said = [statement(*parts) for parts in drawn]
    mixed, shuffled = list(said), list(reports)
    Random(seed).shuffle(mixed)
    Random(seed + 1).shuffle(shuffled)
    claims, again = _claims(Told(statements=said), reports), _claims(Told(statements=mixed), shuffled)
    assert claims == again
    assert sorted(m for c in claims for m in c.mentions) == sorted(s.id for s in said)
    by_id = Told(statements=said).by_id
    assert conflicts_of(claims, by_id, ACTORS) == conflicts_of(again, by_id, ACTORS)
