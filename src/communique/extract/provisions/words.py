"""The words that provisions are told with, from `data/provisions.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from communique.errors import TableError

FILE = "provisions.yml"


@dataclass(frozen=True, slots=True)
class ProvisionWords:
    """The word lists, all in lower case; see the file for what each holds."""

    units: frozenset[str]
    agreements: frozenset[str]
    naming: frozenset[str]
    stating: frozenset[str]
    binding: Mapping[str, frozenset[str]]
    undertaking: frozenset[str]
    refraining: frozenset[str]
    declaring: frozenset[str]
    proceeding: frozenset[str]
    ending: frozenset[str]
    reference_dates: frozenset[str]
    areas: frozenset[str]
    parts: frozenset[str]
    texts: frozenset[str]
    giving: frozenset[str]
    treaties: frozenset[str]
    proposals: frozenset[str]

    @property
    def doing(self) -> frozenset[str]:
        """All verbs that a text does to its parties."""
        return frozenset().union(*self.binding.values())


@cache
def words() -> ProvisionWords:
    """Give the word lists. Raises `TableError` where a list is missing or names no source."""
    table = yaml.safe_load((resources.files("communique") / "data" / FILE).read_text(encoding="utf-8"))
    binding = {key: frozenset(value.split()) for key, value in _section(table, "binding").items() if key != "source"}
    lists = [name for name in ProvisionWords.__slots__ if name != "binding"]
    return ProvisionWords(binding=binding, **{name: frozenset(_section(table, name)["words"].split()) for name in lists})


def _section(table: Any, name: str) -> dict[str, Any]:  # Any: YAML, checked here
    section = table.get(name) if isinstance(table, dict) else None
    if not isinstance(section, dict) or not section.get("source"):
        raise TableError(f"{FILE}, section {name}: missing, or it names no source. Write `source:` and the words.")
    return section
