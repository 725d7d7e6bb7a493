"""Questions in words: what is understood, and that whatever is not is named with a remedy."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.analyse.compliance import facts
from communique.analyse.compliance.asking import conducts
from communique.errors import CommuniqueError
from communique.model.conduct import Conduct

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "compliance_questions.yml").read_text(encoding="utf-8"))
KNOWN = facts()


def _read(conduct: Conduct) -> dict[str, Any]:
    told: dict[str, Any] = {"when": [conduct.when.first, conduct.when.last] if conduct.when else None}
    for part in ("actor", "action", "object", "place", "target"):
        told |= {named: claim.value for named, claim in zip([part], getattr(conduct, part), strict=False)}
    told |= {m.measure: [m.quantity.low, m.quantity.high] for m in conduct.measures}
    return told | {c.name: c.holds.value for c in conduct.circumstances}


@pytest.mark.parametrize("case", CASES["understood"], ids=[c["says"] for c in CASES["understood"]])
def test_question_is_understood(case: dict[str, Any]) -> None:
    """Each actor, action, thing, place, figure, date and circumstance is read, and nothing else."""
    read = [_read(c) for c in conducts(case["says"], KNOWN)]
    expected = case["is"] if isinstance(case["is"], list) else [case["is"]]
    assert read == expected


@pytest.mark.parametrize("case", CASES["refused"], ids=[c["says"] for c in CASES["refused"]])
def test_unclear_question_is_refused(case: dict[str, str]) -> None:
    """What is unclear is named, with what to write instead."""
    with pytest.raises(CommuniqueError) as refused:
        conducts(case["says"], KNOWN)
    assert case["error"] in str(refused.value)
    assert case["remedy"] in str(refused.value)
