"""Predicates: what an article asks of an event. Each leaf asks one thing about one part of the event; the rest joins leaves."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The part of an event that a predicate asks about."""

    ACTOR = "actor"
    ACTION = "action"
    OBJECT = "object"
    PLACE = "place"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class OneOf:
    """The part is one of these actors or states (keys as `state:RUS`, `org:DNR`)."""

    part: Part
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Class:
    """The action or object is of one of these classes, or of a class below one of them."""

    part: Part
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberOf:
    """The part was a member of an organisation (its id) on a day; `on` None: on the day of the event."""

    part: Part
    of: str
    on: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """The part is a party to the agreement."""

    part: Part


@dataclass(frozen=True, slots=True)
class InRegion:
    """The part lies in a region of our tables."""

    part: Part
    region: str


@dataclass(frozen=True, slots=True)
class OwnTerritory:
    """The place is the actor's own territory."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A circumstance holds, such as the consent of all parties."""

    circumstance: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A measure of the event lies within bounds that are given; None leaves a bound open."""

    measure: str
    above: float | None = None
    at_least: float | None = None
    below: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class AboveBaseline:
    """What the actor has in the host state, in every measure that is given, exceeds what it had there on the day `on`."""

    on: str


@dataclass(frozen=True, slots=True)
class During:
    """The event is of these days; None leaves an end open."""

    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the agreement that several readings fill (`InstrumentTerm`)."""

    term: str


@dataclass(frozen=True, slots=True)
class Undefined:
    """What nobody has defined, in words, and where it is said that nobody has; `yes` and `no` are the answers that might be agreed.

    `settled_by`: the circumstance that answers it where a question states it.
    """

    words: str
    source: str
    yes: str
    no: str
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these hold."""

    of: tuple["Predicate", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these holds."""

    of: tuple["Predicate", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The predicate `of` does not hold."""

    of: "Predicate"


Predicate = (
    OneOf
    | Class
    | MemberOf
    | Party
    | InRegion
    | OwnTerritory
    | Stated
    | Amount
    | AboveBaseline
    | During
    | Term
    | Undefined
    | AllOf
    | AnyOf
    | Not
)


def leaves(predicate: Predicate) -> tuple[Predicate, ...]:
    """Give the predicates below the joints, from left to right."""
    match predicate:
        case AllOf(parts) | AnyOf(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Not(part):
            return leaves(part)
        case _:
            return (predicate,)
