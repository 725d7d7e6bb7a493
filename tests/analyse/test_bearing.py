"""What bears on articles: events that several reports tell of, who stands where, and who is at odds with itself."""

from dataclasses import replace

from tests.support import report_of

from communique.analyse.bearing import bearing
from communique.analyse.compliance import Assessor, facts, findings_of_days, reported
from communique.model.actor import Actor, ActorKind, Role, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.claim import Claim, Origins
from communique.model.dates import When
from communique.model.finding import Verdict
from communique.model.issue import Issue
from communique.model.kinds import Kind, PositionStance, Status, Wording
from communique.model.mention import Event, Figure, Position, Provision
from communique.model.record import Record
from communique.reference.agreements import shipped

REPORTS = (
    report_of("France accepts the limits. France will send 1,000 troops to Romania.", file="a.txt"),
    report_of("France sent 300 troops to Romania.", file="b.txt"),
)


def _cite(n: int, words: str) -> Citation:
    start = REPORTS[n].text.index(words)
    return REPORTS[n].cite(start, start + len(words))


def _event(n: int, trigger: str, number: str, status: Status) -> Event:
    figure = Figure(float(number.replace(",", "")), "troops", "exact", None, None, None, _cite(n, f"{number} troops"))
    return Event(
        id=f"eve-{n}",
        type="MOBILIZE",
        mode="troops",
        trigger=_cite(n, trigger),
        actors=(Who("state:FRA", _cite(n, "France")),),
        recipients=(Who("state:ROU", _cite(n, "Romania")),),
        status=status,
        why="a test",
        when=When("2022-02-10"),
        figures=(figure,),
        cites=(_cite(n, trigger),),
    )


PLANNED, SENT = _event(0, "send", "1,000", Status.PLANNED), _event(1, "sent", "300", Status.HELD)
LIMITS = (_cite(0, "the limits"),)
ARTICLE = Provision("pro-1", "4", LIMITS, Wording.PARAPHRASE, None, "a test", article="ru-nato-2021#art_4", cites=LIMITS)
ACCEPTS = Position(
    "pos-1",
    Who("state:FRA", _cite(0, "France")),
    (_cite(0, "the limits"),),
    PositionStance.ACCEPTS,
    "a test",
    issue="iss-1",
    on=When("2022-01-12"),
    cites=(_cite(0, "accepts"),),
)
RECORD = Record(
    reports=REPORTS,
    actors=(Actor("state:FRA", "France", ActorKind.STATE, "FRA"),),
    statements=(),
    events=(PLANNED, SENT),
    agreements=(Agreement("agr-1", "the draft", (ARTICLE,), instrument="ru-nato-2021"),),
    claims=(Claim("eve-0", Kind.EVENT, ("eve-0", "eve-1"), {}, (), (), Origins(1, 2)),),
    notices=(),
    judgements=(),
    weights="none",
    issues=(Issue("iss-1", "Article 4", "no forces abroad", "provision", provisions=("pro-1",)),),
    positions=(ACCEPTS,),
)


def test_mentions_of_one_event_are_put_together() -> None:
    """Two reports of one deployment are one event: what they tell alike stands once, what they tell differently twice."""
    event = reported(RECORD, facts())[0]
    conduct = event.acts[0].days[0]
    assert {e.id for e in event.mentions} == {"eve-0", "eve-1"}
    assert [(c.value, len(c.ground.cites)) for c in conduct.actor] == [("state:FRA", 2)]
    assert sorted(m.quantity.low for m in conduct.measures) == [300, 1000]


def test_event_that_was_called_off_is_not_put() -> None:
    """What was cancelled or only imagined is put to no article."""
    for status in (Status.CANCELLED, Status.HYPOTHETICAL):
        assert reported(replace(RECORD, events=(replace(SENT, status=status),)), facts()) == []


def test_who_accepts_what_its_own_plan_would_breach_is_at_odds() -> None:
    """The position and the events stand side by side, with the article that joins them."""
    (found,) = bearing(RECORD).at_odds
    assert (found.actor, found.issue, found.position, found.under.article.id) == ("state:FRA", "iss-1", ACCEPTS, "art_4")
    assert {e.id for e in found.under.mentions} == {"eve-0", "eve-1"}


def test_nobody_is_at_odds_by_hearsay_or_refusal() -> None:
    """Who rejects the article, changed its mind, or is only said to act is not at odds; nor is another actor."""
    rejects = replace(ACCEPTS, id="pos-2", stance=PositionStance.REJECTS, on=When("2022-01-20"))
    alleged = tuple(replace(e, status=Status.ALLEGED) for e in RECORD.events)
    others = replace(ACCEPTS, actor=Who("state:DEU"))
    for record in (
        replace(RECORD, positions=(rejects,)),
        replace(RECORD, positions=(ACCEPTS, rejects)),
        replace(RECORD, events=alleged),
        replace(RECORD, positions=(others,)),
    ):
        assert bearing(record).at_odds == ()


def test_office_holder_stands_for_the_state() -> None:
    """A minister who accepts an article is at odds with what the minister's state does."""
    minister = Actor("nam-1", "A. Minister", ActorKind.PERSON, "FRA", roles=(Role("minister", "body:FRA:foreign-ministry", ()),))
    record = replace(RECORD, actors=(*RECORD.actors, minister), positions=(replace(ACCEPTS, actor=Who("nam-1", _cite(0, "France"))),))
    assert [found.actor for found in bearing(record).at_odds] == ["nam-1"]


def test_who_held_an_office_once_stands_for_nobody() -> None:
    """A former minister, or one whose office ended, or who has offices of two states, binds no state."""
    french, german = Role("minister", "body:FRA:foreign-ministry", ()), Role("adviser", "state:DEU", ())
    for roles in ((replace(french, title="Former Foreign Minister"),), (replace(french, until="2021-12-31"),), (french, german)):
        minister = Actor("nam-1", "A. Minister", ActorKind.PERSON, "FRA", roles=roles)
        record = replace(RECORD, actors=(*RECORD.actors, minister), positions=(replace(ACCEPTS, actor=Who("nam-1", _cite(0, "France"))),))
        assert bearing(record).at_odds == ()


def test_provision_leads_to_its_positions_and_events() -> None:
    """Each provision has the positions on it and the events that come under its article."""
    found = bearing(RECORD)
    assert found.positions == {"pro-1": (ACCEPTS,)}
    assert [u.article.id for u in found.events["pro-1"]] == ["art_4"]


def _under(article: str, *events: Event) -> set[Verdict]:
    """Give the verdicts of an article's readings on the mentions of one event."""
    claim = Claim("eve-0", Kind.EVENT, ("eve-0", "eve-1"), {}, (), (), Origins(1, 2))
    (event,) = reported(replace(RECORD, events=events, claims=(claim,)), facts())
    found = findings_of_days(Assessor(shipped("ru-nato-2021")), event.acts[0].days)
    return {f.verdict for f in found if f.article.id == article}


def test_reports_that_differ_on_the_day_are_contested_where_the_day_decides() -> None:
    """A verdict that both days give stands; one that only one of them gives is contested."""
    assert _under("art_4", SENT, replace(PLANNED, when=When("2022-03-10"))) == {Verdict.BREACH}
    poland = [replace(e, actors=(Who("state:POL", e.actors[0].cite),)) for e in (SENT, PLANNED)]
    assert _under("art_7__para_1", poland[0], replace(poland[1], when=When("1998-01-01"))) == {Verdict.CONTESTED}


def test_reports_that_differ_on_the_number_are_contested_where_the_number_decides() -> None:
    """One number breaks the article and another may not: nobody is right by default."""
    russia = [replace(e, actors=(Who("state:RUS", e.actors[0].cite),), recipients=(), place=Who("state:BLR")) for e in (SENT, PLANNED)]
    many = replace(russia[1], figures=tuple(replace(f, value=30_000.0) for f in russia[1].figures))
    assert Verdict.CONTESTED in _under("art_4", russia[0], many)
    assert Verdict.BREACH in _under("art_4", many, replace(many, id="eve-0"))
