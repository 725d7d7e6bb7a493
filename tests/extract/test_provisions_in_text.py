"""Provisions in running text, read by the whole pipeline."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.extract.test_provisions import told
from tests.support import report_of

from communique import extract
from communique.annotate import Annotator
from communique.model.mention import Provision
from communique.reference import Tables, load

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "provisions_in_text.yml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables."""
    return load()


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_provisions_in_running_text_are_read_as_told(case: dict[str, Any], annotator: Annotator, tables: Tables) -> None:
    """Each case gives its provisions, and each of these the fields that the case names."""
    found = extract.mentions(annotator.parse(report_of(case["text"].strip())), tables)
    provisions = [{"bearer": [], **told(m)} for m in found if isinstance(m, Provision)]
    assert len(provisions) == len(case["provisions"])
    assert [{k: p.get(k) for k in wanted} for p, wanted in zip(provisions, case["provisions"], strict=True)] == case["provisions"]
