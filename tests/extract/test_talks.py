"""Talks: who, when, where, whether, in which round, about what; denied, wished-for and general ones give no entry."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.written import actors_of_case, parse_of_case

from communique.extract.talks import talks
from communique.model.actor import Who
from communique.model.calendar import bounds, is_day, may_be_same
from communique.model.kinds import Stance
from communique.model.mention import Event
from communique.reference import Tables, load

FILE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "talks.yml").read_text(encoding="utf-8"))
CASES, ACTORS = FILE["cases"], FILE["actors"]
BY_NAME = {case["what"]: case for case in CASES}
DAYS = st.dates().map(lambda d: d.isoformat())


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _found(case: dict[str, Any], tables: Tables) -> list[Event]:
    parse = parse_of_case(case)
    return list(talks(parse, actors_of_case(parse, ACTORS), tables))


def _who(who: Who, names: dict[str, str]) -> str:
    """Give an actor's name; the words in brackets where nobody is named."""
    return names[who.actor] if who.actor else f"({who.cite.quote if who.cite else ''})"


def _told(event: Event, names: dict[str, str]) -> dict[str, Any]:
    place, when = event.place, event.when
    found = {
        "trigger": event.trigger.quote,
        "who": [_who(w, names) for w in event.actors],
        "status": str(event.status),
        "when": when.value,
        "place": place.cite.quote if place and place.cite else None,
        "part_of": event.part_of,
        "topic": event.topic,
        "mode": event.mode,
        "outcome": event.outcome,
        "cites": len(event.cites) if len(event.cites) > 1 else None,
    }
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_talks_are_read_as_told(case: dict[str, Any], tables: Tables) -> None:
    """Each case gives its talks with every field it tells, and no other; where it tells of none, it gives none."""
    parse = parse_of_case(case)
    names = {n.id: n.name for n in actors_of_case(parse, ACTORS)}
    assert [_told(e, names) for e in _found(case, tables)] == case["talks"]


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_talks_cite_words_of_the_report(case: dict[str, Any], tables: Tables) -> None:
    """Trigger, actors, place, date and cites stand at their spans, and every entry says why it has its status."""
    for event in _found(case, tables):
        cites = [event.trigger, *event.cites, *(w.cite for w in event.actors), event.when.cite, event.place.cite if event.place else None]
        assert all(case["text"][c.start : c.end] == c.quote for c in cites if c)
        assert event.why
        assert event.type == "CONSULT"


def test_talks_told_by_a_speaker_name_the_speaker(tables: Tables) -> None:
    """In a reported clause the speaker asserts and the outlet reports; elsewhere the outlet asserts in its own voice."""
    said, own = (_found(BY_NAME[name], tables)[0].according_to for name in ("said by a speaker", "held talks with, place, day"))
    assert [v.stance for v in said] == [Stance.ASSERTS, Stance.REPORTS]
    assert said[0].by is not None
    assert [(v.by, v.stance) for v in own] == [(None, Stance.ASSERTS)]


@given(DAYS, DAYS)
def test_days_are_the_same_only_when_equal(a: str, b: str) -> None:
    """Two single days can be the same exactly when they are equal, and never differ from their own month or year."""
    assert may_be_same(a, b) == (a == b)
    assert is_day(a)
    assert may_be_same(a, a[:7])
    assert may_be_same(a, a[:4])


@given(DAYS, DAYS)
def test_a_range_holds_its_ends(a: str, b: str) -> None:
    """A day within a range can be it; a day outside cannot; dates without a year decide nothing."""
    first, last = sorted((a, b))
    assert bounds(f"[{first}..{last}]") == (first, last)
    assert may_be_same(f"{first}/{last}", first)
    assert may_be_same("XXXX-05-01", a)
