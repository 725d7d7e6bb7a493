"""Events of the record as conduct: what they have is mapped with its citations, what they have not stays unknown."""

from dataclasses import replace

import pytest
from tests.support import report_of

from communique.analyse.compliance import Assessor, facts, leaf_steps
from communique.analyse.compliance.happened import Telling, conducts_of
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.dates import When
from communique.model.finding import Finding, Verdict
from communique.model.kinds import Stance, Status
from communique.model.mention import Event, Figure, Voice
from communique.reference.agreements import shipped

TEXT = "The United States sent 5,000 troops to Romania. Bucharest denied it."
KNOWN = facts()


def _cite(words: str) -> Citation:
    start = TEXT.index(words)
    return Citation("r-1", start, start + len(words), words, TEXT)


SENT = Event(
    id="eve-1",
    type="MOBILIZE",
    mode="troops",
    trigger=_cite("sent"),
    actors=(Who("state:USA", _cite("The United States")),),
    status=Status.HELD,
    why="a test",
    place=Who("state:ROU", _cite("Romania")),
    when=When("2022-02-02"),
    figures=(Figure(5000, "troops", "exact", "troops", None, None, _cite("5,000 troops")),),
    cites=(_cite("sent 5,000 troops to Romania"),),
)


def _article_4(event: Event) -> Finding:
    findings = Assessor(shipped("ru-nato-2021")).findings(conducts_of(event, KNOWN)[0])
    return next(f for f in findings if f.article.id == "art_4")


def test_event_of_the_record_is_asked_like_one_in_words() -> None:
    """Actor, action, place, figure and day of a reported deployment lead to the same verdict, and leaves cite the report."""
    finding = _article_4(SENT)
    assert finding.verdict is Verdict.BREACH
    quotes = {c.quote for step in finding.steps for leaf in leaf_steps(step) for c in leaf.cites}
    assert {"The United States", "5,000 troops"} <= quotes


def test_what_an_event_has_not_stays_unknown() -> None:
    """Without a place, a day or an actor, nothing is decided."""
    for event in (replace(SENT, place=None), replace(SENT, when=When(None)), replace(SENT, actors=())):
        assert _article_4(event).verdict is Verdict.INDETERMINATE


def test_type_that_is_not_mapped_stays_unknown() -> None:
    """An event of a type that stands for no class of action is not taken for one; a word that leaves it open gives the wider class."""
    assert conducts_of(replace(SENT, type="CONCEDE", mode=None), KNOWN)[0].action == ()
    wider = conducts_of(replace(SENT, trigger=_cite("troops")), KNOWN)[0].action
    assert [claim.value for claim in wider] == ["military_activity"]


def test_light_verb_is_told_by_what_follows_it() -> None:
    """Who held an exercise kept nothing there: the words behind the verb tell the act."""
    text = "Russia held a large military exercise in Belarus."
    report = report_of(text)
    held = replace(SENT, trigger=report.cite(7, 11), cites=(report.cite(0, len(text) - 1),), figures=())
    assert [c.value for c in conducts_of(held, KNOWN)[0].action] == ["exercise"]


def test_words_are_no_deed() -> None:
    """Who demands, refuses or warns does nothing yet that an article forbids."""
    assert _article_4(replace(SENT, type="REQUEST", mode=None)).verdict is Verdict.NOT_COVERED


def test_what_is_sent_to_a_state_is_there() -> None:
    """The recipient of a deployment is its place where the words say "to" it, and not where troops face it."""
    for text, there in (("France sent troops to Romania.", True), ("France sent troops against Romania.", False)):
        told = report_of(text)
        words = {w: Citation(told.id, text.index(w), text.index(w) + len(w), w, text) for w in ("France", "sent", "troops", "Romania")}
        sent = replace(
            SENT,
            trigger=words["sent"],
            actors=(Who("state:FRA", words["France"]),),
            recipients=(Who("state:ROU", words["Romania"]),),
            place=None,
            figures=(),
            cites=(words["sent"],),
        )
        conduct = conducts_of(sent, KNOWN, telling=Telling({told.id: told}))[0]
        assert [c.value for c in conduct.place] == (["state:ROU"] if there else [])
        assert [c.value for c in conduct.target] == ([] if there else ["state:ROU"])


def test_office_holder_acts_for_the_state() -> None:
    """What a president orders, the state does."""
    sent = replace(SENT, actors=(Who("nam-0123456789abcdef"),))
    conduct = conducts_of(sent, KNOWN, telling=Telling(acting={"nam-0123456789abcdef": "body:USA:presidency"}))[0]
    assert conduct.actor[0].value == "state:USA"


def test_who_joins_is_admitted() -> None:
    """An accession is the alliance's act."""
    joined = replace(SENT, type="COOPERATE", mode=None, trigger=_cite("sent"), recipients=(Who("org:NATO"),), figures=(), place=None)
    text = "Finland joined NATO."
    joined = replace(joined, trigger=Citation("r-2", 8, 14, "joined", text), actors=(Who("state:FIN"),))
    conduct = conducts_of(joined, KNOWN)[0]
    assert [(c.value) for c in (*conduct.actor, *conduct.action, *conduct.target)] == ["org:NATO", "admit", "state:FIN"]


def test_event_that_a_voice_denies_is_contested() -> None:
    """Where one voice denies what is reported, the verdict is contested, and both are cited."""
    denied = Voice("state:ROU", Stance.DENIES, None, (_cite("Bucharest denied it"),))
    finding = _article_4(replace(SENT, according_to=(denied,)))
    assert finding.verdict is Verdict.CONTESTED


def test_body_of_a_state_acts_for_the_state() -> None:
    """What a ministry does, its state does; who is in no table is unknown."""
    assert [c.actor[0].value for c in conducts_of(replace(SENT, actors=(Who("body:USA:defence-ministry"),)), KNOWN)] == ["state:USA"]
    assert conducts_of(replace(SENT, actors=(Who("nam-0123456789abcdef"),)), KNOWN)[0].actor == ()


@pytest.mark.parametrize(
    ("bound", "allowed"),
    [("exact", (5000, 7000)), ("about", (4500, 7700)), ("at_most", (0, 7000)), ("at_least", (5000, float("inf")))],
)
def test_range_ends_where_its_words_end(bound: str, allowed: tuple[float, float]) -> None:
    """Both ends of a reported range count, and its bound opens one of them."""
    ranged = replace(SENT.figures[0], bound=bound, upper=7000)
    (measured,) = conducts_of(replace(SENT, figures=(ranged,)), KNOWN)[0].measures
    assert (measured.quantity.low, measured.quantity.high) == pytest.approx(allowed)
