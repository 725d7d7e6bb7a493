"""Talks in running text, read by the whole pipeline."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.extract.actors import named
from communique.extract.talks import talks
from communique.model.actor import Named
from communique.model.dates import When
from communique.model.kinds import Status
from communique.model.mention import Event, Mention
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "talks_in_text.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


def _read(text: str, annotator: Annotator, tables: Tables) -> list[Mention]:
    report = replace(report_of(text.strip()), published=When("2023-03-10"))
    return list(extract.mentions(annotator.parse(report), tables))


def _statuses(text: str, annotator: Annotator, tables: Tables) -> list[Status]:
    return [m.status for m in _read(text, annotator, tables) if isinstance(m, Event) and m.type == "CONSULT"]


def _told(event: Event, names: dict[str | None, str]) -> dict[str, Any]:
    voices = {f"{names.get(v.by, 'outlet')} {v.stance}": None for v in event.according_to}
    length = next((f"{f.value:g} {f.unit} {f.bound}" for f in event.figures if f.of == "length"), None)
    place = event.place.cite.quote if event.place and event.place.cite else None
    return {
        "who": [names.get(w.actor, f"({w.cite.quote if w.cite else ''})") for w in event.actors],
        "status": str(event.status),
        "mode": event.mode,
        "when": event.when.value,
        "place": place,
        "part_of": event.part_of,
        "topic": event.topic,
        "outcome": event.outcome,
        "length": length,
        "voices": [*voices],
    }


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_talks_in_running_text_are_read_as_told(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives its talks, and each of these the fields that the case names."""
    found = _read(case["text"], annotator, tables)
    names: dict[str | None, str] = {m.id: m.name for m in found if isinstance(m, Named)}
    talks = [_told(m, names) for m in found if isinstance(m, Event) and m.type == "CONSULT"]
    assert len(talks) == len(case["talks"])
    assert [{key: told[key] for key in wanted} for told, wanted in zip(talks, case["talks"], strict=True)] == case["talks"]


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_words_for_details_lie_within_the_citations(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """What talks are part of, about, and how they ended is told in words that the entry cites."""
    for event in (m for m in _read(case["text"], annotator, tables) if isinstance(m, Event)):
        cited = " ".join(" ".join(c.quote.split()) for c in event.cites)
        details = [d for d in (event.topic, event.outcome, *(event.part_of or "").split(", ")) if d]
        assert all(set(d.split()) <= set(cited.replace(",", "").split()) for d in details)


@pytest.mark.parametrize(
    "text",
    ["The talks between Norway and Canada in Oslo on 3 March.", "Observers doubt the talks between Norway and Canada on 3 March in Oslo."],
)
def test_a_past_date_alone_does_not_make_talks_held(text: str, annotator: Annotator, tables: Tables) -> None:
    """Where no word says that talks took place, a day before the report's is no evidence of it."""
    assert _statuses(text, annotator, tables) == []


def test_words_that_tell_of_talks_make_them_held(annotator: Annotator, tables: Tables) -> None:
    """The same talks, told of in the past tense."""
    assert _statuses("Norway and Canada held talks in Oslo on 3 March.", annotator, tables) == [Status.HELD]


def test_what_is_only_spoken_about_is_no_talks(annotator: Annotator, tables: Tables) -> None:
    """To speak about negotiating is neither to negotiate nor to be about to."""
    text = "Norwegian Foreign Minister Ada Lund spoke on Saturday about negotiating with Canada."
    parse = annotator.parse(report_of(text))
    assert not list(talks(parse, tuple(named(parse, tables)), tables))
