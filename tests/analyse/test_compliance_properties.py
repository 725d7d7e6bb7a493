"""What must hold for every event, whoever acts: verdicts turn only on what an article asks for."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.analyse.compliance import Assessor, Changes, Membership, facts, leaf_steps, turns, turns_of_two
from communique.model.conduct import Circumstance, Claimed, Conduct, Ground, Measured
from communique.model.days import Days, days
from communique.model.finding import Finding, Verdict
from communique.model.quantity import Quantity
from communique.model.truth import Truth, every, opposite, some, undisputed
from communique.reference.agreements import amended, entry_of, read, shipped
from communique.reference.entries import table_of

GIVEN = Ground("invented")
KNOWN = facts()
STATES = [c.key for c in KNOWN.tables.countries if c.until is None]
MEMBERS = [(m.country, m.since) for o in KNOWN.tables.organisations if o.id == "NATO" for m in o.members]
LATER = [m for m in MEMBERS if m[1] > "1997-05-27"]
EARLIER = [m for m in MEMBERS if m[1] <= "1997-05-27"]
HOSTS = [f"state:{code}" for code in ("ROU", "BGR", "EST", "LVA", "LTU", "SVK", "SVN", "CZE", "UKR")]
NATO = Assessor(shipped("ru-nato-2021"))
CASES = settings(max_examples=1000, deadline=None)

dates = st.dates(min_value=date(1999, 1, 1), max_value=date(2025, 12, 31)).map(str)
amounts = st.integers(1, 100_000).flatmap(lambda low: st.integers(low, 200_000).map(lambda high: Quantity(low, high)))


@st.composite
def events(draw: st.DrawFn) -> Conduct:
    """Draw an event of any kind, with parts left out."""
    words = KNOWN.words
    return Conduct(
        words="invented",
        when=draw(dates.map(days)),
        actor=draw(_part(STATES)),
        action=draw(_part(list(words.actions))),
        object=draw(_part(list(words.objects))),
        place=draw(_part(STATES)),
        measures=draw(st.lists(st.builds(_measured, st.sampled_from(list(words.measures)), amounts), max_size=2).map(tuple)),
    )


def _part(values: list[str]) -> st.SearchStrategy[tuple[Claimed, ...]]:
    return st.lists(st.sampled_from(values).map(lambda v: Claimed(v, GIVEN)), max_size=1).map(tuple)


def _measured(measure: str, quantity: Quantity) -> Measured:
    return Measured(measure, quantity, "some number", GIVEN)


def _deployed(actor: str, host: str, day: str, action: str = "deploy") -> Conduct:
    return Conduct(
        words="invented",
        when=days(day),
        actor=(Claimed(actor, GIVEN),),
        action=(Claimed(action, GIVEN),),
        object=(Claimed("troops", GIVEN),),
        place=(Claimed(host, GIVEN),),
        measures=(_measured("troops", Quantity(500, 500)),),
    )


def _verdicts(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.article.id, f.reading, f.verdict) for f in found]


def _in_article_4(found: list[Finding]) -> Finding:
    return next(f for f in found if f.article.id == "art_4")


@CASES
@given(st.sampled_from(EARLIER), st.sampled_from(HOSTS), dates)
def test_consent_of_all_turns_breach_to_exempt(member: tuple[str, str], host: str, day: str) -> None:
    """Where article 4 would be breached, the consent of all Parties takes the event out of it, and changes no other article."""
    event = _deployed(f"state:{member[0]}", host, day)
    with_consent = replace(event, circumstances=(Circumstance("consent_of_all", Truth.YES, GIVEN),))
    before, after = NATO.findings(event), NATO.findings(with_consent)
    assert _in_article_4(before).verdict is Verdict.BREACH
    for one, other in zip(before, after, strict=True):
        turned = one.article.id == "art_4" and one.verdict is Verdict.BREACH
        assert other.verdict is (Verdict.EXEMPT if turned else one.verdict)


@CASES
@given(st.sampled_from(LATER), st.sampled_from(HOSTS), st.dates(min_value=date(1950, 1, 1)).map(str), dates)
def test_reference_date_past_an_accession_turns_the_bearer(member: tuple[str, str], host: str, reference: str, day: str) -> None:
    """A state that joined NATO later is bound by article 4 exactly where the reference date is not before its accession."""
    change = f"{{id: art_4, limit: {{measure: troops, above: 0}}, bearer: {{member: NATO, on: {reference}}}}}"
    moved = amended(entry_of("ru-nato-2021"), table_of(f"amend: [{change}]", file="what-if").entries("amend"), ())
    actor = f"state:{member[0]}"
    if actor != host:
        found = _in_article_4(Assessor(read(moved)).findings(_deployed(actor, host, day)))
        assert (found.verdict is Verdict.BREACH) == (reference >= member[1])


@cache
def _with_irrelevant(other: str) -> Assessor:
    changes = Changes(memberships=(Membership(other, "ASEAN", "2001-01-01", None, "invented"),))
    return Assessor(shipped("ru-nato-2021"), known=facts(changes))


@CASES
@given(events(), st.sampled_from(STATES[::5]))
def test_irrelevant_membership_changes_nothing(event: Conduct, other: str) -> None:
    """Another state's joining another organisation turns no verdict."""
    assert _verdicts(_with_irrelevant(other).findings(event)) == _verdicts(NATO.findings(event))


def _renumbered(id_: str, shift: int) -> str:
    return re.sub(r"(?<=art_)\d+", lambda m: str(int(m.group()) + shift), id_)


@cache
def _with_other_numbers(shift: int) -> Assessor:
    instrument = shipped("ru-us-2021")
    articles = tuple(
        replace(
            a,
            id=_renumbered(a.id, shift),
            exemptions=tuple(replace(e, id=_renumbered(e.id, shift), to=_renumbered(e.to, shift)) for e in a.exemptions),
        )
        for a in instrument.articles
    )
    return Assessor(replace(instrument, articles=articles))


@CASES
@given(events(), st.integers(1, 50))
def test_renumbering_articles_changes_only_names(event: Conduct, shift: int) -> None:
    """Articles with other numbers give the same verdicts, under the new numbers."""
    before = [(_renumbered(id_, shift), reading, verdict) for id_, reading, verdict in _verdicts(_with_other_numbers(0).findings(event))]
    assert _verdicts(_with_other_numbers(shift).findings(event)) == before


@CASES
@given(events())
def test_turns_are_never_the_verdict_itself(event: Conduct) -> None:
    """What would change a verdict changes it, and every leaf has a source."""
    for finding in NATO.findings(event):
        assert all(turn.verdict is not finding.verdict and turn.words for turn in turns(finding))
        assert all(leaf.source and leaf.says for step in finding.steps for leaf in leaf_steps(step))


@given(events())
def test_two_facts_turn_what_neither_turns_alone(event: Conduct) -> None:
    """Two facts that change a verdict together are two, and neither stands among those that change it alone."""
    for finding in NATO.findings(event):
        alone = {turn.words for turn in turns(finding)}
        for turn in turns_of_two(finding):
            assert turn.verdict is not finding.verdict
            assert len(set(turn.all_of)) == 2
            assert not alone & set(turn.all_of)


@given(st.lists(st.sampled_from(Truth)))
def test_sources_that_exclude_each_other_agree_only_on_one_answer(answers: list[Truth]) -> None:
    """Where one source leaves open what another decides, nothing is agreed."""
    assert undisputed(answers) is (Truth.UNKNOWN if not answers else answers[0] if len(set(answers)) == 1 else Truth.CONTESTED)


@given(events(), st.booleans())
def test_order_of_events_changes_nothing(event: Conduct, again: bool) -> None:
    """An assessor that has answered many events answers like a new one."""
    fresh = Assessor(shipped("ru-nato-2021")) if again else NATO
    assert _verdicts(fresh.findings(event)) == _verdicts(NATO.findings(event))


@given(st.lists(st.sampled_from(Truth)))
def test_four_answers_obey_de_morgan(answers: list[Truth]) -> None:
    """The opposite of all is some of the opposites."""
    assert opposite(every(answers)) is some(opposite(a) for a in answers)


@given(amounts, st.integers(0, 200_000))
def test_interval_is_above_only_where_all_of_it_is(quantity: Quantity, limit: int) -> None:
    """An interval is above a limit where its lowest number is, and not above where its highest is not."""
    expected = Truth.YES if quantity.low > limit else Truth.NO if quantity.high <= limit else Truth.UNKNOWN
    assert quantity.above(limit) is expected
    assert quantity.at_least(limit) is (Truth.YES if quantity.low >= limit else Truth.NO if quantity.high < limit else Truth.UNKNOWN)


def test_month_of_accession_leaves_membership_open() -> None:
    """Where the event is of some day of the month in which a state joined, membership is not known."""
    event = replace(_deployed("state:FIN", "state:EST", "2023-05-01", "exercise"), when=Days("2023-04-01", "2023-04-30"))
    found = next(f for f in NATO.findings(event) if f.article.id == "art_7__para_2")
    assert found.covered.steps[1].truth is Truth.UNKNOWN
