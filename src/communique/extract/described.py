"""The nouns that speak of somebody named elsewhere, from `data/descriptions.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from communique.errors import TableError

FILE = "descriptions.yml"


@dataclass(frozen=True, slots=True)
class Described:
    """The lexicon: `same`: what else a noun may be called; `apart`: words that make a title another one; the rest as the table says."""

    same: Mapping[str, frozenset[str]]
    apart: frozenset[str]
    bodies: frozenset[str]
    texts: frozenset[str]
    own: frozenset[str]
    media: frozenset[str]
    by_names: frozenset[str]

    def alike(self, noun: str) -> frozenset[str]:
        """Give the nouns that describe the same as `noun`, itself among them."""
        return self.same.get(noun, frozenset()) | {noun}


@cache
def described() -> Described:
    """Give the lexicon, read once. Raises `TableError` where a section is missing or names no source."""
    table = yaml.safe_load((resources.files("communique") / "data" / FILE).read_text(encoding="utf-8"))
    lines = _section(table, "same")["lines"]
    if not isinstance(lines, list):
        raise TableError(f"{FILE}, section same: its lines are no list. Write one list of nouns a line.")
    return Described(
        same={str(line[0]): frozenset(str(word) for word in line) for line in lines},
        apart=_words(table, "apart"),
        bodies=_words(table, "bodies"),
        texts=_words(table, "texts"),
        own=_words(table, "own"),
        media=_words(table, "media"),
        by_names=_words(table, "by_names"),
    )


def _words(table: object, name: str) -> frozenset[str]:
    return frozenset(str(_section(table, name)["words"]).split())


def _section(table: object, name: str) -> dict[str, object]:
    section = table.get(name) if isinstance(table, dict) else None
    if not isinstance(section, dict) or not section.get("source"):
        raise TableError(f"{FILE}, section {name}: missing, or it names no source. Write `source:` and the words.")
    return section
