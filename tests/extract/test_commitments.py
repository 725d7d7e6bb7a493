"""Commitments: who is said to have promised what, and who says or denies it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.actor import Named
from communique.model.mention import Commitment
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "commitments.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_commitment_names_who_promised_and_who_says_so(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives just its commitments."""
    found = list(extract.mentions(annotator.parse(report_of(case["text"])), tables))
    names: dict[str | None, str] = {m.id: m.name for m in found if isinstance(m, Named)}
    told = [
        {
            "by": names.get(m.by.actor),
            "wording": " … ".join(c.quote for c in m.wording),
            "says": [f"{names[v.by] if v.by else 'the report'} {v.stance.value}" for v in m.according_to],
        }
        for m in found
        if isinstance(m, Commitment)
    ]
    scopes = [c.get("scope") for c in case["commitments"]]
    assert told == [{k: v for k, v in c.items() if k != "scope"} for c in case["commitments"]]
    assert [s for s in scopes if s] == [m.scope for m in found if isinstance(m, Commitment) and m.scope]
    assert all(c in m.cites for m in found if isinstance(m, Commitment) for c in m.wording)
