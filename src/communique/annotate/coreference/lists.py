"""The words that the coreference rules know, from `data/coreference.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.reference.lexicon import Section, lexicon

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
    found = lexicon(FILE)
    given, titles, gendered = (_by_gender(found.section(name)) for name in ("given_names", "titles", "gendered"))
    return Lists(
        genders=titles | gendered,
        given=given,
        titles=frozenset(titles) | found.section("titles").words("neutral"),
        persons=found.section("persons").words() | frozenset(gendered),
        organisations=found.section("organisations").words(),
        places=found.section("places").words(),
        times=found.section("times").words(),
        saying=found.section("saying").words(),
        roles=found.section("roles").lists(),
        bodies=found.section("bodies").lists(),
        spellings={form: k for k, forms in found.section("spellings").lists().items() for form in (k, *forms)},
    )


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Give the fitted weight of each feature for each class of pronoun. Raises `TableError` where the file has no source."""
    found = lexicon(WEIGHTS)
    return {name: found.section(name).numbers("weights") for name in found.names}


def _by_gender(section: Section) -> dict[str, str]:
    return {word: gender for gender in ("male", "female") for word in section.words(gender)}
