"""Words without marks that an act of speech carries: demands, promises, accusations, judgements, nouns of saying."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.written import parse_of_case

from communique.extract.indirect.frames import frames
from communique.extract.indirect.nouns import nouns
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page
from communique.extract.speakers import words_of_all

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "indirect_frames.yml").read_text(encoding="utf-8"))


def in_words(page: Page, said: Reported) -> dict[str, Any]:
    """Give reported words as the cases write them."""
    text, cue = page.parse.report.text, page.parse.span(said.cue.words)
    found: dict[str, Any] = {"content": [text[s.start : s.end] for s in said.content]}
    if said.speaker is not None:
        speaker = words_of_all(page, said.speaker)
        found["speaker"] = text[speaker.start : speaker.end]
    return found | {"cue": text[cue.start : cue.end]}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_acts_of_speech_are_found_with_their_speakers(case: dict[str, Any]) -> None:
    """Each act of speech gives its words, its cue and its speaker; what is only possible or wanted gives none."""
    page = Page(parse_of_case({"published": "2022-01-11", **case}))
    assert [in_words(page, said) for said in (*frames(page), *nouns(page))] == case["reported"]
