"""Conduct: what someone did or would do, as the rules of an agreement see it. Whatever is not given is unknown, never assumed."""

from dataclasses import dataclass

from communique.model.citation import Citation
from communique.model.days import Days
from communique.model.quantity import Quantity
from communique.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Ground:
    """On whose word a fact rests: a source in words, and the citations where a report says it."""

    source: str
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """A value of one part of the conduct, and on whose word."""

    value: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with its measure (`troops`, `range_km`), in the words it was given in, and on whose word."""

    measure: str
    quantity: Quantity
    words: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Whether a circumstance holds, and on whose word."""

    name: str
    holds: Truth
    ground: Ground


@dataclass(frozen=True, slots=True)
class Conduct:
    """One event as rules see it. Several values of a part are what different sources say; none means not known.

    `actor`, `place` and `target` are keys (`state:RUS`), `action` and `object` classes of `data/conduct.yml`.
    """

    words: str
    when: Days | None
    actor: tuple[Claimed, ...] = ()
    action: tuple[Claimed, ...] = ()
    object: tuple[Claimed, ...] = ()
    place: tuple[Claimed, ...] = ()
    target: tuple[Claimed, ...] = ()
    measures: tuple[Measured, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
