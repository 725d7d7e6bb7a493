"""Who speaks: nouns with "the", texts, pronouns and several together; where two fit, nobody; the reason is always told."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.spoken import in_words, said_in

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "speakers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_speakers_are_found_and_nobody_where_two_fit(case: dict[str, Any]) -> None:
    """The statement with the case's cue has the speaker that the case gives, or none."""
    statements, actors = said_in(case)
    found = [in_words(s, actors) for s in statements]
    assert [s for s in found if s["cue"] in {wanted["cue"] for wanted in case["said"]}] == case["said"]


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_reason_names_the_actor_that_is_not_named_at_the_cue(case: dict[str, Any]) -> None:
    """Where the words at the cue are not the actor's name, `why` gives the name."""
    statements, actors = said_in(case)
    names = {n.id: n.name for n in actors}
    for statement in statements:
        name = names.get(statement.speaker.actor or "")
        if name and statement.speaker.cite and name not in statement.speaker.cite.quote:
            assert name in statement.why


def test_reason_tells_that_several_speak_together() -> None:
    """A record holds one speaker: the first, and `why` says that there are others."""
    (statement,) = said_in(_case("several who speak together are one statement with the first of them"))[0]
    assert statement.why.endswith("several speak together, the first is kept")


def test_reason_tells_whom_a_title_fits() -> None:
    """A title that two hold is not resolved, and `why` names both."""
    statement = said_in(_case("a title that two hold speaks of nobody"))[0][-1]
    assert "Anna Lind" in statement.why
    assert "Piotr Weil" in statement.why


def _case(what: str) -> dict[str, Any]:
    return next(c for c in CASES if c["what"] == what)
