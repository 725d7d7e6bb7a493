"""Conflicts: citations, or a citation and a sourced datum, that cannot both be right."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.citation import Citation


class ConflictKind(StrEnum):
    """In what two sides differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"
    STATUS = "status"
    WORDING = "wording"
    NAMING = "naming"
    REFERENCE = "reference"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what it says, in which words, or (`source`) by which datum of our tables."""

    value: str
    cites: tuple[Citation, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sides that cannot all be right, `about` the entry with that id, and `why` they differ."""

    id: str
    kind: ConflictKind
    about: str
    sides: tuple[Side, ...]
    why: str
