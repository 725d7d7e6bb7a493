"""The words that the coreference rules know, from `data/coreference.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from communique.errors import TableError

FILE = "coreference.yml"
WEIGHTS = "coreference_weights.yml"


@dataclass(frozen=True, slots=True)
class Lists:
    """Word lists in lower case. `genders` holds names, titles and nouns of one gender: "male" or "female"."""

    genders: Mapping[str, str]
    given: Mapping[str, str]
    titles: frozenset[str]
    persons: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    saying: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]


@cache
def lists() -> Lists:
    """Give the word lists. Raises `TableError` where a list is missing or has no source."""
    table = _table(FILE)
    given, titles, gendered = (_by_gender(table, name) for name in ("given_names", "titles", "gendered"))
    return Lists(
        genders=titles | gendered,
        given=given,
        titles=frozenset(titles) | _words(table, "titles", "neutral"),
        persons=_words(table, "persons") | frozenset(gendered),
        organisations=_words(table, "organisations"),
        places=_words(table, "places"),
        times=_words(table, "times"),
        saying=_words(table, "saying"),
        roles={k: frozenset(v.split()) for k, v in _section(table, "roles").items() if k != "source"},
        bodies={k: frozenset(v) for k, v in _section(table, "bodies").items() if k != "source"},
        spellings={form: k for k, v in _section(table, "spellings").items() if k != "source" for form in (k, *v)},
    )


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Give the fitted weight of each feature for each class of pronoun. Raises `TableError` where the file has no source."""
    table = _table(WEIGHTS)
    return {name: _section(table, name)["weights"] for name in table}


def _table(name: str) -> dict:  # type: ignore[type-arg]  # YAML: checked section by section
    table = yaml.safe_load((resources.files("communique") / "data" / name).read_text(encoding="utf-8"))
    if not isinstance(table, dict):
        raise TableError(f"{name}: expected sections with a source each, found {type(table).__name__}.")
    return table


def _section(table: dict, name: str) -> dict:  # type: ignore[type-arg]
    section = table.get(name)
    if not isinstance(section, dict) or not section.get("source"):
        raise TableError(f"{FILE}, section {name}: missing, or it names no source. Write `source:` and the words.")
    return section


def _words(table: dict, name: str, key: str = "words") -> frozenset[str]:  # type: ignore[type-arg]
    return frozenset(str(_section(table, name).get(key, "")).split())


def _by_gender(table: dict, name: str) -> dict[str, str]:  # type: ignore[type-arg]
    return {word: gender for gender in ("male", "female") for word in _words(table, name, gender)}
