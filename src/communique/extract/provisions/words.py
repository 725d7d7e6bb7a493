"""The words that provisions are told with, from `data/provisions.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.reference import lexicon

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
    found = lexicon(FILE)
    lists = {name: found.section(name).words() for name in ProvisionWords.__slots__ if name != "binding"}
    return ProvisionWords(binding=found.section("binding").lists(), **lists)
