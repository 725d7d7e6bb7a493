"""Findings: the verdict on one event under one article in one reading, with the derivation that it follows from."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.citation import Citation
from communique.model.instrument import Article, LegalStatus
from communique.model.truth import Truth


class Verdict(StrEnum):
    """What an article says to an event."""

    NOT_COVERED = "not_covered"
    COMPLIANT = "compliant"
    EXEMPT = "exempt"
    BREACH = "breach"
    INDETERMINATE = "indeterminate"
    CONTESTED = "contested"


class Joint(StrEnum):
    """How a step follows from the steps below it."""

    LEAF = "leaf"
    ALL = "all"
    ANY = "any"
    NOT = "not"
    AGREED = "agreed"
    UNDISPUTED = "undisputed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: what is found, in words that fit the answer, and on what it rests.

    A leaf has a source; `if_yes` and `if_no` say in words what would be so under that answer, where it could be otherwise.
    `follows` is another gap in words, without which this one would not be.
    """

    says: str
    truth: Truth
    source: str = ""
    joint: Joint = Joint.LEAF
    steps: tuple["Step", ...] = ()
    if_yes: str | None = None
    if_no: str | None = None
    assumed: bool = False
    cites: tuple[Citation, ...] = ()
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict of one article in one reading. `would`: the agreement does not bind, so the verdict is only what would be.

    `covered`, `broken` and `exempted` are the derivation: whether the event is under the article, breaks it, and is taken out of it.
    """

    article: Article
    reading: str
    verdict: Verdict
    status: LegalStatus | None
    would: bool
    covered: Step
    broken: Step | None
    exempted: Step | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The derivation from top to bottom."""
        return tuple(step for step in (self.covered, self.broken, self.exempted) if step)
