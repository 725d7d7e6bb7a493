"""The words that talks are told with, from `data/talks.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.reference import Entry, lexicon

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
    found = lexicon(FILE)
    nouns, verbs = found.section("nouns"), found.section("verbs").entries("forms")
    return TalkWords(
        nouns={form: _noun(entry) for form, entry in nouns.entries("forms").items()},
        remote=nouns.words("remote"),
        verbs={form: _verb(lemma, entry) for lemma, entry in verbs.items() for form in entry.texts("forms")},
        attributes=found.section("attributes").lists(),
        when=found.section("when").lists(),
        topics=found.section("topics").lists(),
        bounds=found.section("bounds").lists(),
        numbers={word: int(n) for word, n in found.section("numbers").numbers("words").items()},
        **{name: found.section(name).words() for name in _LISTS},
    )


def _noun(entry: Entry) -> Noun:
    entry.allow("group", "also", "mode")
    return Noun(entry.text("group"), entry.maybe("also"), entry.maybe("mode"))


def _verb(lemma: str, entry: Entry) -> Verb:
    entry.allow("forms", "with", "object", "together", "mode", "thing", "strict")
    together = {"true": "plural", None: None}.get(entry.maybe("together"), "lasting")
    return Verb(
        lemma,
        entry.true("with"),
        entry.true("object"),
        together,
        entry.maybe("mode"),
        entry.true("thing"),
        entry.true("strict"),
    )
