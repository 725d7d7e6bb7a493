"""The manual names every field of the record that the code writes, and no other.

The golden export stands for the code: its own test compares them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.show.record_json import LISTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "record-format.md").read_text(encoding="utf-8")
EXPORT = json.loads((ROOT / "tests" / "golden" / "talks_in_brenn.json").read_text(encoding="utf-8"))

STANDS = ("documents", "issues", "positions", "conditions", "commitments", "conflicts")

_CELL = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)


def _told(section: str) -> set[str]:
    """Give the names in the first column of a section's tables."""
    body = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return {name for cell in _CELL.findall(body) for name in re.findall(r"\w+", cell)}


def _names(value: object) -> Iterator[str]:
    """Yield every field name at any depth."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _names(item)


def test_every_list_is_told() -> None:
    """The table of the whole has each field of the export, in its order."""
    body = PAGE.partition("\n## The whole\n")[2].partition("\n## ")[0]
    assert [name for cell in _CELL.findall(body) for name in re.findall(r"\w+", cell)] == list(EXPORT)
    assert list(EXPORT)[2:] == list(LISTS)


@pytest.mark.parametrize("name", ["reports", "actors", "statements", "events", "agreements", "claims", *STANDS])
def test_entries_have_the_fields_that_are_told(name: str) -> None:
    """A section's table has exactly the fields of its entries; that of agreements also those of provisions."""
    written = set(EXPORT[name][0]) | set(EXPORT["agreements"][0]["provisions"][0] if name == "agreements" else ())
    assert _told(f"`{name}`") == written


def test_every_name_is_told() -> None:
    """Names at any depth stand in the page, but those that reports give (fields of claims)."""
    known = set(re.findall(r"\w+", PAGE))
    assert {n for name in LISTS if name != "claims" for n in _names(EXPORT[name])} <= known
