"""The JSON export keeps the manual's record format to the letter."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.record import Record
from communique.show import json_export

from .support.cites import cites
from .support.many import record_of
from .support.talks_in_brenn import record

T = TypeVar("T")

GOLDEN = Path(__file__).parents[1] / "golden" / "talks_in_brenn.json"

SHAPES = {
    "reports": "id file title byline outlet published dates language url sha256 text body regions credits",
    "actors": "id name kind country aliases roles memberships cites",
    "statements": "id speaker on_behalf_of speaker_cite cue_cite content form about addressee channel said_on via negated cites",
    "events": "id type mode trigger actors recipients place when status figures part_of topic outcome according_to cites",
    "agreements": "id title proposed_by parties dated status provisions",
    "claims": "id kind mentions values reports outlets origins was why",
    "notices": "file report stage what span remedy",
    "judgements": "id entry decision before after by at why selector",
}

PROVISION = "id number text wording kind bearer action object place baseline cites"

LISTS = ["reports", "actors", "statements", "events", "documents", "agreements", "issues", "positions", "conditions", "commitments"]
LISTS += ["numbers", "claims", "links", "conflicts", "notices", "judgements"]


def test_export_names_its_format_and_what_made_it() -> None:
    """The head says which format, which version and which weights."""
    export = json.loads(json_export(record()))
    assert export["format"] == "communique-record/1"
    assert export["made_with"].keys() == {"version", "weights"}
    assert export["made_with"]["weights"] == "communique-en-test"


def test_export_has_every_list_of_the_format_in_its_order() -> None:
    """Lists that no stage fills yet are there and empty."""
    export = json.loads(json_export(record()))
    assert list(export) == ["format", "made_with", *LISTS]
    assert export["links"] == []


@pytest.mark.parametrize("name", SHAPES)
def test_entries_have_every_field_of_the_format(name: str) -> None:
    """Each entry has at least the fields that the manual names."""
    entries = json.loads(json_export(record()))[name]
    assert entries
    assert all(set(SHAPES[name].split()) <= entry.keys() for entry in entries)


def test_provisions_have_every_field_of_the_format() -> None:
    """Provisions stand inside their agreement."""
    (agreement,) = json.loads(json_export(record()))["agreements"]
    assert all(set(PROVISION.split()) <= provision.keys() for provision in agreement["provisions"])


def test_building_blocks_have_their_shape() -> None:
    """CITE, WHO, VOICE and DATE have exactly the keys of the manual."""
    export = json.loads(json_export(record()))
    talks = next(e for e in export["events"] if e["topic"] == "the Orro Strait")
    assert talks["actors"][0].keys() == {"actor", "cite"}
    assert talks["according_to"][0].keys() == {"by", "stance", "statement", "cites"}
    assert talks["when"].keys() == {"value", "text", "cite", "inferred", "why"}
    assert talks["trigger"].keys() == {"report", "start", "end", "quote"}


def test_unknown_is_null() -> None:
    """Nobody is made up for a statement without a speaker, and no field is the empty string."""
    export = json.loads(json_export(record()))
    unknown = next(s for s in export["statements"] if s["why"].startswith("invented"))
    assert unknown["speaker"] is None
    assert unknown["speaker_cite"] is None
    assert not [name for s in export["statements"] for name, value in s.items() if value == ""]


def test_every_citation_resolves() -> None:
    """Wherever a citation stands in the export, the quote is at its place in the report's text."""
    export = json.loads(json_export(record()))
    texts = {r["id"]: r["text"] for r in export["reports"]}
    found = list(cites(export))
    assert len(found) > 50
    assert all(texts[c["report"]][c["start"] : c["end"]] == c["quote"] for c in found)


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_every_citation_resolves_in_any_text(texts: list[str], random: Random) -> None:
    """Also with carriage returns, combining marks, controls and characters outside the basic plane."""
    export = json.loads(json_export(record_of(texts, random=random)))
    held = {r["id"]: r["text"] for r in export["reports"]}
    assert all(held[c["report"]][c["start"] : c["end"]] == c["quote"] for c in cites(export))
    assert sorted(held.values()) == sorted(texts)


@settings(deadline=None)
@given(st.randoms(use_true_random=True))
def test_export_does_not_depend_on_the_order_of_the_record(random: Random) -> None:
    """A record whose lists are shuffled gives the same text."""
    whole = record()
    assert json_export(_shuffled(whole, random)) == json_export(whole)


def test_export_is_that_of_the_golden_file() -> None:
    """The whole export, read in review. To renew it: python -m tests.show.support.renew."""
    assert json_export(record()) == GOLDEN.read_text(encoding="utf-8")


def _shuffled(whole: Record, random: Random) -> Record:
    return replace(
        whole,
        reports=_mixed(whole.reports, random),
        actors=_mixed(whole.actors, random),
        statements=_mixed(whole.statements, random),
        events=_mixed(whole.events, random),
        claims=_mixed(whole.claims, random),
        notices=_mixed(whole.notices, random),
    )


def _mixed(entries: tuple[T, ...], random: Random) -> tuple[T, ...]:
    return tuple(random.sample(entries, len(entries)))
