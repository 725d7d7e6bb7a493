"""What stands around a statement: addressee, channel, day, topic, whom one speaks for, through whom; each with its words cited."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.spoken import in_words, said_in

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "circumstances.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_circumstances_are_found_and_no_others(case: dict[str, Any]) -> None:
    """The statement with the case's cue has the fields that the case gives, and no others."""
    found = [in_words(*pair) for statements, actors in [said_in(case)] for pair in ((s, actors) for s in statements)]
    assert [s for s in found if s["cue"] in {wanted["cue"] for wanted in case["said"]}] == case["said"]


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_every_field_rests_on_cited_words(case: dict[str, Any]) -> None:
    """The words of speaker, addressee, relays, day and topic are among the statement's citations."""
    for statement in said_in(case)[0]:
        held = [statement.speaker, statement.addressee, *statement.via]
        words = [w.cite for w in held if w and w.cite] + [*statement.about, *statement.content]
        words += [c for c in (statement.cue, statement.said_on.cite) if c]
        assert set(words) <= set(statement.cites)
