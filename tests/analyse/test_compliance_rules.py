"""Default logic: exceptions, exceptions to them, permissions and priorities; readings; sources that differ."""

import pytest
from tests.analyse.written import EXCEPTION, article, pact

from communique.analyse.compliance import Assessor, assumed, disputed, facts, is_too_open, missing, turns, turns_of_two
from communique.analyse.compliance.asking import conducts
from communique.model.finding import Finding, Verdict
from communique.model.instrument import Instrument
from communique.reference.agreements import shipped

EVENT = "France deploys 5 troops to Romania on 2010-01-01"


def _first(instrument: Instrument, event: str) -> Finding:
    return Assessor(instrument).findings(conducts(event, facts())[0])[0]


@pytest.mark.parametrize(
    ("event", "verdict"),
    [
        (EVENT, Verdict.BREACH),
        (f"{EVENT} with the consent of all parties", Verdict.EXEMPT),
        (f"{EVENT} with the consent of all parties after urgent consultations", Verdict.BREACH),
        (f"{EVENT} after urgent consultations", Verdict.BREACH),
    ],
)
def test_exception_to_an_exception_brings_the_rule_back(event: str, verdict: Verdict) -> None:
    """An exception takes an event out, unless a stronger exception takes the exception back."""
    assert _first(pact(article(extra=EXCEPTION)), event).verdict is verdict


def test_permission_with_priority_exempts() -> None:
    """What a stronger permission allows is exempt from a prohibition; without the priority it is a breach."""
    articles = article() + article("art_2", kind="permission")
    priority = 'priorities: [{stronger: art_2, weaker: art_1, source: "Invented."}]\n'
    assert _first(pact(articles), EVENT).verdict is Verdict.BREACH
    assert _first(pact(articles, priority), EVENT).verdict is Verdict.EXEMPT


def test_permission_is_never_broken() -> None:
    """An event under a permission complies with it."""
    assert _first(pact(article(kind="permission")), EVENT).verdict is Verdict.COMPLIANT


def test_obligation_is_kept_broken_or_open() -> None:
    """An obligation is kept where its duty is done, broken where it is not, open where nothing says so."""
    instrument = pact(article(kind="obligation", extra="    duty: {stated: notified_42_days}\n"))
    verdicts = [_first(instrument, f"{EVENT} {words}".strip()).verdict for words in ("notified in time", "without notice", "")]
    assert verdicts == [Verdict.COMPLIANT, Verdict.BREACH, Verdict.INDETERMINATE]


def test_what_is_missing_is_said() -> None:
    """A verdict that cannot be given names what is not known."""
    finding = _first(pact(article()), "France deploys 5 troops on 2010-01-01")
    assert finding.verdict is Verdict.INDETERMINATE
    assert missing(finding) == ("it is not known where it is done",)


def test_what_follows_from_a_gap_tells_it_once() -> None:
    """What cannot be compared for want of a place is told as that; another gap stands beside it."""
    event = conducts("US deploys 5 troops on 2022-02-02", facts())[0]
    finding = next(f for f in Assessor(shipped("ru-nato-2021")).findings(event) if f.article.id == "art_4")
    gaps = missing(finding)
    assert [g for g in gaps if g.endswith("it is not known where it is done")] == [
        "nothing can be compared, as it is not known where it is done"
    ]


def test_two_facts_turn_what_neither_does_alone() -> None:
    """Read by who hosts, a member at home breaks nothing; abroad it would, if it had not been a member on the reference date."""
    events = conducts("Norway deploys 5 troops to Norway on 2022-02-02", facts())
    found = Assessor(shipped("ru-nato-2021")).findings(events[0])
    finding = next(f for f in found if f.article.id == "art_4" and f.reading.startswith("by the host state"))
    wanted = {"the place were another state's territory", "Norway had not been in NATO on 27 May 1997"}
    assert finding.verdict is Verdict.NOT_COVERED
    assert not turns(finding)
    assert not is_too_open(finding)
    assert [set(t.all_of) for t in turns_of_two(finding) if t.verdict is Verdict.BREACH] == [wanted]


def test_exception_that_is_open_leaves_the_verdict_open() -> None:
    """An exception that is not stated is not presumed, but one whose truth is said to be unknown is not dismissed."""
    instrument = shipped("ru-nato-2021")
    finding = next(
        f for f in Assessor(instrument).findings(conducts("US deploys 5 troops to Romania on 2022-02-02", facts())[0]) if f.broken
    )
    assert finding.verdict is Verdict.BREACH
    assert ("all Parties consented", Verdict.EXEMPT) in [(t.words, t.verdict) for t in turns(finding)]
    assert [step.assumed for step in assumed(finding)] == [True]
    assert not disputed(finding)


def test_every_shipped_value_of_an_assumption_says_so() -> None:
    """Baselines without a source are marked as assumed, with the reason."""
    assert all(b.basis.source for b in shipped("ru-nato-2021").baselines)
    assert all(b.basis.assumed for b in shipped("ru-nato-2021").baselines)
