"""Events: type, mode, both sides, status and figures as told; nothing from plain sayings, conditions, sports or weather."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.extract.events.words import bases, plover
from communique.model.dates import When
from communique.model.mention import Event, Voice
from communique.model.notice import Stage
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "events.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _found(text: str, annotator: Annotator, tables: Tables) -> list[Event]:
    report = replace(report_of(text.strip()), published=When("2024-03-08"))
    return [m for m in extract.mentions(annotator.parse(report), tables) if isinstance(m, Event)]


def _told(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "actors": [w.cite.quote for w in event.actors if w.cite],
        "recipients": [w.cite.quote for w in event.recipients if w.cite],
        "place": event.place.cite.quote if event.place and event.place.cite else None,
        "when": event.when.text,
        "status": str(event.status),
        "voices": [_voice(v) for v in event.according_to],
        "figures": [f"{f.value:g} {f.unit} {f.bound}" for f in event.figures],
    }


def _voice(voice: Voice) -> str:
    """Give a voice's stance and the first of its words, which name the speaker; the outlet's own voice has none."""
    return " ".join([str(voice.stance), *(c.quote for c in voice.cites[:1])])


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_events_are_read_as_told(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives its events, in order, and each of these the fields that the case names."""
    told = [_told(e) for e in _found(case["text"], annotator, tables)]
    wanted = case["events"]
    cut = [{k: t[k] for k in w} for t, w in zip(told, wanted, strict=False)]
    assert (cut, len(told)) == (wanted, len(wanted))


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_the_citation_holds_what_is_told(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """The words of an event's trigger, sides, place, time and figures lie within its citations; it says why, and on whose word."""
    for event in _found(case["text"], annotator, tables):
        inside = [event.trigger, *(w.cite for w in (*event.actors, *event.recipients) if w.cite)]
        inside += [*(f.cite for f in event.figures), *(c for c in (event.when.cite, event.place and event.place.cite) if c)]
        assert all(any(c.span.covers(i.span) for c in event.cites) for i in inside)
        assert event.why
        assert event.according_to


@given(st.sampled_from(["attack", "cancel", "ease", "clash", "deny", "release", "ban", "impose"]), st.sampled_from(["s", "ed", "ing"]))
def test_a_regular_form_leads_back_to_its_verb(verb: str, ending: str) -> None:
    """Every regular form of a verb has the verb among its bases."""
    doubled = verb + verb[-1] if verb in ("cancel", "ban") else verb
    stem = {"s": verb, "ed": doubled.removesuffix("e"), "ing": doubled.removesuffix("e")}[ending]
    form = stem + ("es" if ending == "s" and verb == "clash" else ending)
    form = {"denys": "denies", "denyed": "denied"}.get(form, form)
    assert verb in bases(form)


def test_every_reading_names_a_type_or_only_leads_to_one() -> None:
    """No reading of a verb that is an act lacks a type."""
    frames = {"says", "goes", "light", "happens", "denies", "undergoes"}
    assert all(w.type or w.frame in frames for words in plover().verbs.values() for w in words)
    assert all(w.type for words in plover().nouns.values() for w in words)


def test_what_is_in_doubt_is_told_once(annotator: Annotator, tables: Tables) -> None:
    """Acts that name nobody who acts, or nobody in public, are no events; one notice tells how many they are and where the first stands."""
    text = "Norway praised Chad. Anna condemned Paul. The letter demanded help."
    found = extract.findings(annotator.parse(report_of(text)), tables)
    assert [m.type for m in found.mentions if isinstance(m, Event)] == ["SUPPORT"]
    (notice,) = found.notices
    assert notice.stage is Stage.EXTRACT
    assert notice.span is not None
    assert text[notice.span.start : notice.span.end] == "condemned"
