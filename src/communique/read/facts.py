"""Facts: what the input or the page states about a report, before there is one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SOURCES = ("input", "json-ld", "meta", "page")
"""Where a fact can come from outside the report's own text, the most trusted first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What `source` states about a report: `field` is title, byline, outlet, language or url."""

    field: str
    source: str
    value: str


def trusted(facts: Iterable[Fact], field: str) -> Fact | None:
    """Give the most trusted fact about a field, or None."""
    return min((f for f in facts if f.field == field), key=lambda f: SOURCES.index(f.source), default=None)


def shared(words: str, other: str) -> float:
    """Give the share of the words that stand in `other` too, whatever their case."""
    own = re.findall(r"\w+", words.casefold())
    there = set(re.findall(r"\w+", other.casefold()))
    return sum(w in there for w in own) / len(own) if own else 0.0
