"""The words that talks are told with, from `data/talks.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from communique.errors import TableError

FILE = "talks.yml"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for talks: its `group`, what must stand beside it (`also`: "two", "body", "held", "remote"), its PLOVER mode."""

    group: str
    also: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb for talks and how it takes the other side: after "with", as object, or in its plural subject.

    `together` is "plural", or "lasting" where a duration or a line must be told too; `thing`: the object is the topic; `strict`: only a
    person as object, and nothing said of them.
    """

    group: str
    takes_with: bool
    takes_object: bool
    together: str | None
    mode: str | None
    thing: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class TalkWords:
    """The word lists, all in lower case; see the file for what each holds."""

    nouns: Mapping[str, Noun]
    verbs: Mapping[str, Verb]
    attributes: Mapping[str, frozenset[str]]
    when: Mapping[str, frozenset[str]]
    topics: Mapping[str, frozenset[str]]
    remote: frozenset[str]
    stretches: frozenset[str]
    not_talks: frozenset[str]
    support: frozenset[str]
    happening: frozenset[str]
    over: frozenset[str]
    refusing: frozenset[str]
    wishing: frozenset[str]
    wished_nouns: frozenset[str]
    planning: frozenset[str]
    saying: frozenset[str]
    delegates: frozenset[str]
    counting: frozenset[str]
    formats: frozenset[str]
    outcomes: frozenset[str]
    assemblies: frozenset[str]
    houses: frozenset[str]
    brokered: frozenset[str]
    going: frozenset[str]
    begun: frozenset[str]
    passing: frozenset[str]
    hosting: frozenset[str]
    sides: frozenset[str]
    resuming: frozenset[str]
    further: frozenset[str]
    lines: frozenset[str]
    denying: frozenset[str]
    visiting: frozenset[str]
    mediating: frozenset[str]
    margins: frozenset[str]
    inner: frozenset[str]
    bounds: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]


_LISTS = [
    "stretches",
    "not_talks",
    "support",
    "happening",
    "over",
    "refusing",
    "wishing",
    "wished_nouns",
    "planning",
    "saying",
    "delegates",
    "counting",
    "formats",
    "outcomes",
    "assemblies",
    "houses",
    "brokered",
    "going",
    "begun",
    "passing",
    "hosting",
    "sides",
    "resuming",
    "further",
    "lines",
    "denying",
    "visiting",
    "mediating",
    "margins",
    "inner",
]


@cache
def words() -> TalkWords:
    """Give the word lists. Raises `TableError` where a list is missing or names no source."""
    table = yaml.safe_load((resources.files("communique") / "data" / FILE).read_text(encoding="utf-8"))
    nouns = _section(table, "nouns")
    return TalkWords(
        nouns={form: Noun(**entry) for form, entry in nouns["forms"].items()},
        remote=frozenset(nouns["remote"]),
        verbs={form: _verb(lemma, entry) for lemma, entry in _section(table, "verbs")["forms"].items() for form in entry["forms"]},
        attributes=_grouped(table, "attributes"),
        when=_grouped(table, "when"),
        topics=_grouped(table, "topics"),
        bounds=_grouped(table, "bounds"),
        numbers={word: int(n) for word, n in _section(table, "numbers")["words"].items()},
        **{name: _listed(_section(table, name)["words"]) for name in _LISTS},
    )


def _section(table: Any, name: str) -> dict[str, Any]:  # Any: YAML, checked here
    section = table.get(name) if isinstance(table, dict) else None
    if not isinstance(section, dict) or not section.get("source"):
        raise TableError(f"{FILE}, section {name}: missing, or it names no source. Write `source:` and the words.")
    return section


def _verb(lemma: str, entry: Mapping[str, Any]) -> Verb:
    together = {True: "plural", None: None}.get(entry.get("together"), "lasting")
    return Verb(
        lemma,
        bool(entry.get("with")),
        bool(entry.get("object")),
        together,
        entry.get("mode"),
        bool(entry.get("thing")),
        bool(entry.get("strict")),
    )


def _grouped(table: Any, name: str) -> dict[str, frozenset[str]]:
    return {key: _listed(value) for key, value in _section(table, name).items() if key != "source"}


def _listed(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
