"""Mentions of several reports brought together: what becomes one, what stays apart, and that order never matters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import place_of, report_of

from communique import reference
from communique.model.actor import Actor, ActorKind, Alias, Named, Role, Who
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.kinds import Form, Kind, Stance, Status, Wording
from communique.model.mention import Event, Mention, Provision, Statement, Voice
from communique.model.report import Report, Stated
from communique.reconcile import actors_of, reconciled
from communique.reference.spelling import name_key

TABLES = reference.load()
CASES = yaml.load((Path(__file__).parents[1] / "cases" / "spellings.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _named(report: Report, words: str, *, kind: ActorKind = ActorKind.PERSON, key: str | None = None, **more: object) -> Named:
    span = place_of(report.text, words)
    cite = report.cite(span.start, span.end)
    entry = TABLES.entity(key) if key else None
    country = more.get("country")
    roles = more.get("roles", ())
    assert country is None or isinstance(country, str)
    assert isinstance(roles, tuple)
    name = entry.name if entry else cite.quote
    return Named(mention_id(report.id, Kind.NAMED, [span]), name, kind, key, country, (), roles, (cite,))


def _state(report: Report, words: str, code: str) -> Named:
    return _named(report, words, kind=ActorKind.STATE, key=f"state:{code}", country=code)


def _event(report: Report, trigger: str, *, actors: Sequence[Named], when: str | None, place: str) -> Event:
    span = place_of(report.text, trigger)
    cite, where = report.cite(span.start, span.end), place_of(report.text, place)
    return Event(
        id=mention_id(report.id, Kind.EVENT, [span]),
        type="CONSULT",
        trigger=cite,
        actors=tuple(Who(n.id, n.cites[0]) for n in actors),
        status=Status.HELD,
        why="test",
        place=Who(None, report.cite(where.start, where.end)),
        when=When(when),
        cites=(cite,),
    )


def _statement(report: Report, words: str, speaker: Named) -> Statement:
    span = place_of(report.text, words)
    cite = report.cite(span.start, span.end)
    return Statement(mention_id(report.id, Kind.STATEMENT, [span]), (cite,), Form.DIRECT, Who(speaker.id, speaker.cites[0]), None, "test")


def _provision(report: Report, words: str, agreement: str, proposer: Named) -> Provision:
    span, named = place_of(report.text, words), place_of(report.text, agreement)
    return Provision(
        id=mention_id(report.id, Kind.PROVISION, [span]),
        number=None,
        content=(report.cite(span.start, span.end),),
        wording=Wording.PARAPHRASE,
        agreement=report.cite(named.start, named.end),
        why="test",
        proposed_by=Who(proposer.id, proposer.cites[0]),
    )


TEXT = (
    "Pavel Sidorov of Russia and US envoy Ann Lee met in Geneva. “Nothing moved,” Sidorov said. "
    "The draft bars bases. The draft bars missiles."
)
FIRST = report_of(TEXT, file="1.txt")
SECOND = report_of(
    "Talks between Moscow and Washington were held in Geneva; Pavel Sidorow did not speak. Pavel Sidorov left.", file="2.txt"
)
THIRD = report_of("An aide to Sidorov and the Foreign Ministry were silent. Moscow and Washington will meet in Vienna.", file="3.txt")
REPORTS = (FIRST, SECOND, THIRD)


def _mentions() -> dict[str, list[Mention]]:
    rus, usa = _state(FIRST, "Russia", "RUS"), _state(FIRST, "US", "USA")
    role = Role("envoy", "state:USA", (FIRST.cite(28, 30),))
    sidorov = _named(FIRST, "Pavel Sidorov", country="RUS")
    lee = _named(FIRST, "Ann Lee", country="USA", roles=(role,))
    rus2, usa2 = _state(SECOND, "Moscow", "RUS"), _state(SECOND, "Washington", "USA")
    rus3, usa3 = _state(THIRD, "Moscow", "RUS"), _state(THIRD, "Washington", "USA")
    ministry = _named(THIRD, "Foreign Ministry", kind=ActorKind.ORGANISATION)
    talks = _event(SECOND, "Talks", actors=[rus2, usa2], when="2022-01-10", place="Geneva")
    to_come = _event(THIRD, "meet", actors=[rus3, usa3], when="2022-01-10", place="Vienna")
    return {
        FIRST.id: [
            rus, usa, sidorov, lee,
            _event(FIRST, "met", actors=[sidorov, lee], when="2022-01-10", place="Geneva"),
            _statement(FIRST, "Nothing moved", sidorov),
            _provision(FIRST, "bars bases", "The draft", rus),
            _provision(FIRST, "bars missiles", "The draft #2", rus),
        ],
        SECOND.id: [rus2, usa2, _named(SECOND, "Pavel Sidorov #1"), talks],
        THIRD.id: [rus3, usa3, _named(THIRD, "Sidorov"), ministry, to_come],
    }  # fmt: skip


def _actors(named: Mapping[str, Sequence[Named]]) -> dict[str, Actor]:
    return {a.name: a for a in actors_of(named, TABLES).actors}


@pytest.mark.parametrize("case", CASES["same"], ids=lambda c: c[0])
def test_spellings_of_one_name_have_one_key(case: list[str]) -> None:
    """Transliterations of one name meet."""
    assert {name_key(name) for name in case} == {name_key(case[0])}


@pytest.mark.parametrize("case", CASES["different"], ids=lambda c: c[0])
def test_different_names_have_different_keys(case: list[str]) -> None:
    """Names that only look alike stay apart."""
    assert len({name_key(name) for name in case}) == len(case)


def test_states_are_joined_by_key_and_carry_memberships() -> None:
    """Russia and Moscow, in three reports, are one actor, with every place and its memberships."""
    result = reconciled(_mentions(), REPORTS, TABLES)
    russia = next(a for a in result.actors if a.id == "state:RUS")
    assert sorted(c.quote for c in russia.cites) == ["Moscow", "Moscow", "Russia"]
    assert any(m.of == "org:OSCE" for m in russia.memberships)


def test_full_names_are_joined_across_reports_and_surnames_are_not() -> None:
    """A surname alone in another report stays an actor of its own, and so does a ministry without a state."""
    result = reconciled(_mentions(), REPORTS, TABLES)
    persons = [a.name for a in result.actors if a.kind is ActorKind.PERSON]
    assert sorted(persons) == ["Ann Lee", "Pavel Sidorov", "Sidorov"]
    assert any(a.name == "Foreign Ministry" and a.country is None for a in result.actors)


def test_id_of_a_person_is_that_of_the_first_mention() -> None:
    """The id is the smallest by report id and place."""
    mentions = _mentions()
    mine = [m for r in sorted(mentions) for m in mentions[r] if isinstance(m, Named) and m.name == "Pavel Sidorov"]
    result = reconciled(mentions, REPORTS, TABLES)
    assert next(a for a in result.actors if a.name == "Pavel Sidorov").id == mine[0].id


def test_one_name_with_offices_of_two_states_stays_apart() -> None:
    """Doubt is told, and nothing is joined."""
    a, b = _named(FIRST, "Pavel Sidorov", country="RUS"), _named(SECOND, "Pavel Sidorov", country="BLR")
    cast = actors_of({FIRST.id: [a], SECOND.id: [b]}, TABLES)
    assert len(cast.actors) == 2
    assert "offices of BLR and RUS" in cast.notices[0].what
    assert all(a.id in cast.notices[0].remedy for a in cast.actors)


def test_office_of_a_former_state_is_no_contradiction() -> None:
    """A Soviet and a Russian office may be one person's."""
    a, b = _named(FIRST, "Pavel Sidorov", country="RUS"), _named(SECOND, "Pavel Sidorov", country="SUN")
    assert len(actors_of({FIRST.id: [a], SECOND.id: [b]}, TABLES).actors) == 1


def test_every_who_names_an_actor_of_the_result() -> None:
    """After reconciling, statements, events and provisions point to actors."""
    result = reconciled(_mentions(), REPORTS, TABLES)
    known = {a.id for a in result.actors}
    told = [s.speaker.actor for s in result.statements] + [w.actor for e in result.events for w in e.actors]
    assert set(told) <= known
    assert {w.actor for a in result.agreements for w in a.proposed_by} == {"state:RUS"}
    assert [n.what for n in result.notices] == ["Sidorov: a surname alone; it may be Pavel Sidorov, and is kept apart."]


def test_provisions_of_one_named_text_are_one_agreement() -> None:
    """Two provisions of "the draft" belong to one agreement with its words as title."""
    result = reconciled(_mentions(), REPORTS, TABLES)
    assert [(a.title, len(a.provisions)) for a in result.agreements] == [("The draft", 2)]


def test_talks_of_one_day_place_and_parties_are_one_claim() -> None:
    """Ministers in one report and their states in another: the same talks; another city is another claim."""
    result = reconciled(_mentions(), REPORTS, TABLES)
    sizes = sorted(len(c.mentions) for c in result.claims if c.kind == "event")
    assert sizes == [1, 2]
    joined = next(c for c in result.claims if len(c.mentions) == 2)
    assert joined.id == min(joined.mentions)
    assert (joined.origins.min, joined.origins.max) == (1, 2)
    assert {v.value for v in joined.values["when"]} == {"2022-01-10"}


def test_statement_with_an_unknown_speaker_becomes_a_notice() -> None:
    """A speaker whom no report names is left unknown, and said so."""
    stranger = _named(SECOND, "Talks")
    result = reconciled({FIRST.id: [_statement(FIRST, "Nothing moved", stranger)]}, REPORTS, TABLES)
    assert result.statements[0].speaker.actor is None
    assert "is left unknown" in result.notices[0].what


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_order_of_reports_and_mentions_changes_nothing(seed: int) -> None:
    """Whatever the order of reports and of mentions within them, the result is the same."""
    shuffled, random = _mentions(), Random(seed)
    reports = list(REPORTS)
    random.shuffle(reports)
    order = list(shuffled.items())
    random.shuffle(order)
    for _, mentions in order:
        random.shuffle(mentions)
    assert reconciled(dict(order), reports, TABLES) == reconciled(_mentions(), REPORTS, TABLES)


def _published(text: str, outlet: str | None, *, named: bool = True, file: str = "4.txt") -> Report:
    """Give a report of an outlet that its text names, or only the input does."""
    report = report_of(text, file=file)
    cite = report.cite(0, len(outlet)) if outlet and named else None
    return replace(report, outlet=outlet, stated=(Stated("outlet", "text" if named else "input", cite),) if outlet else ())


def _voiced(report: Report, *voices: Voice) -> Event:
    return replace(_event(report, "met", actors=[], when=None, place="Oslo"), according_to=voices)


OWN = Voice(None, Stance.ASSERTS, None, ())


def test_own_voice_of_a_report_is_its_outlets() -> None:
    """The outlet that the text names is an actor, speaks in the report's own voice, and the trigger is cited."""
    report = _published("Danube Courier: they met in Oslo.", "Danube Courier")
    result = reconciled({report.id: [_voiced(report, OWN)]}, [report], TABLES)
    (outlet,), (voice,) = result.actors, result.events[0].according_to
    assert (outlet.id, outlet.name, outlet.kind) == ("outlet:danube-courier", "Danube Courier", ActorKind.OUTLET)
    assert [c.quote for c in outlet.cites] == ["Danube Courier"]
    assert (voice.by, [c.quote for c in voice.cites]) == (outlet.id, ["met"])


@pytest.mark.parametrize(("outlet", "key"), [("Reuters", "outlet:REUTERS"), ("Latvian Foreign Ministry", "body:LVA:foreign-ministry")])
def test_outlet_of_the_tables_has_their_key(outlet: str, key: str) -> None:
    """An agency, and a ministry that publishes on its own site, are the actors that the tables know."""
    report = _published(f"{outlet}: they met in Oslo.", outlet)
    result = reconciled({report.id: [_voiced(report, OWN)]}, [report], TABLES)
    assert result.events[0].according_to[0].by == key


@pytest.mark.parametrize("outlet", [None, "Danube Courier"])
def test_own_voice_without_a_named_outlet_is_nobodys(outlet: str | None) -> None:
    """Where the text names no outlet there is no actor, but the voice still cites the trigger."""
    report = _published("They met in Oslo.", outlet, named=False)
    result = reconciled({report.id: [_voiced(report, OWN)]}, [report], TABLES)
    assert result.actors == ()
    assert [(v.by, [c.quote for c in v.cites]) for v in result.events[0].according_to] == [(None, ["met"])]


def test_voice_of_an_unknown_speaker_is_not_the_outlets() -> None:
    """A speaker who is nobody's name asserts with a cue; that is not the outlet's own voice, its report of it is."""
    report = _published("Danube Courier: they met in Oslo, she said.", "Danube Courier")
    cue = report.cite(38, 42)
    voices = (Voice(None, Stance.ASSERTS, None, (cue,)), Voice(None, Stance.REPORTS, None, (cue,)))
    result = reconciled({report.id: [_voiced(report, *voices)]}, [report], TABLES)
    assert [v.by for v in result.events[0].according_to] == [None, "outlet:danube-courier"]


def test_organisation_of_the_outlets_name_is_the_outlet() -> None:
    """A draft that Danube Courier has seen names the outlet."""
    report = _published("Danube Courier: they met in Oslo. Danube Courier saw it.", "Danube Courier")
    named = _named(report, "Danube Courier #2", kind=ActorKind.ORGANISATION)
    result = reconciled({report.id: [named, _statement(report, "saw it", named)]}, [report], TABLES)
    assert [(a.id, len(a.cites)) for a in result.actors] == [("outlet:danube-courier", 2)]
    assert result.statements[0].speaker.actor == "outlet:danube-courier"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (["Quai d'Orsay"], "Quai d'Orsay"),
        (["Quai d'Orsay", "French foreign ministry"], "French Foreign Ministry"),
        (["Whitehall"], "Whitehall"),
    ],
)
def test_body_has_its_plain_name_where_one_is_written(written: list[str], name: str) -> None:
    """A nickname heads a body only where the reports write nothing else; else it is an alias."""
    named: dict[str, list[Named]] = {}
    for n, words in enumerate(written):
        report = report_of(f"The {words} agreed.", file=f"{n}.txt")
        entry = TABLES.body(words)
        assert entry is not None
        mention = _named(report, words, kind=ActorKind.ORGANISATION, key=entry.entry.key, country=entry.entry.country)
        named[report.id] = [replace(mention, aliases=(Alias(words, "name in the tables", mention.cites),))]
    (actor,) = _actors(named).values()
    assert actor.name == name
    assert {a.name for a in actor.aliases} == set(written) - {name}


@pytest.mark.parametrize(("names", "actors"), [(["Ada Lund", "Ada Berg Lund"], 1), (["Ada Lund", "Ada Berg Lund", "Ada Holm Lund"], 3)])
def test_middle_name_makes_no_second_person(names: list[str], actors: int) -> None:
    """The first and last word of exactly one longer name are that person; of two, nobody knows whose."""
    reports = [report_of(f"{name} spoke.", file=f"{n}.txt") for n, name in enumerate(names)]
    named = {r.id: [_named(r, name)] for r, name in zip(reports, names, strict=True)}
    assert len(actors_of(named, TABLES).actors) == actors
