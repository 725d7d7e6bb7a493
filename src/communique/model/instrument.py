"""Instruments: agreements as rules that an event can be put to. `Agreement` is what reports say of one; an instrument is the text itself.

Articles are named as in Akoma Ntoso (`art_4__para_1`); what they say is told in our own words, and every value has its source.
"""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.kinds import ProvisionKind
from communique.model.predicate import Predicate
from communique.model.quantity import Quantity


class LegalStatus(StrEnum):
    """How an instrument binds at a date."""

    DRAFT = "draft"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    POLITICAL = "political"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a value rests: its source in words; `assumed` where there is none and the words say why it is taken so."""

    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A legal status from a day on, for all parties or for those named by key."""

    value: LegalStatus
    since: str
    basis: Basis
    actors: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """One named way to read an open-textured term, and who reads it so."""

    name: str
    means: Predicate
    basis: Basis


@dataclass(frozen=True, slots=True)
class OpenTerm:
    """An open-textured term and its readings, the first the plainest."""

    id: str
    words: str
    readings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What brings an event under an article, what the article forbids or asks for there, and what its bearer must have done.

    `limit`: the article is broken only where this holds; `duty`: it is kept where this holds. Both None: what is in scope is forbidden.
    """

    bearer: Predicate | None = None
    action: Predicate | None = None
    object: Predicate | None = None
    target: Predicate | None = None
    place: Predicate | None = None
    time: Predicate | None = None
    condition: Predicate | None = None
    limit: Predicate | None = None
    duty: Predicate | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a whole article, and who reads it so."""

    name: str
    scope: Scope
    basis: Basis


@dataclass(frozen=True, slots=True)
class Exemption:
    """A rule that is stronger than the rule `to`, and takes an event out of it where `when` holds."""

    id: str
    to: str
    says: str
    when: Predicate
    basis: Basis


@dataclass(frozen=True, slots=True)
class Article:
    """One article or paragraph as a rule; `untested`: why no event can break it, None where one can."""

    id: str
    number: str
    kind: ProvisionKind
    says: str
    basis: Basis
    readings: tuple[Reading, ...]
    exemptions: tuple[Exemption, ...] = ()
    beneficiary: str | None = None
    consultation: str | None = None
    remedy: str | None = None
    unsourced: str | None = None
    untested: str | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """One article or exemption is declared stronger than another."""

    stronger: str
    weaker: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Baseline:
    """What each of `actors` had in each of `hosts` (keys) on a day."""

    actors: tuple[str, ...]
    hosts: tuple[str, ...]
    measure: str
    on: str
    quantity: Quantity
    basis: Basis


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """An instrument enters into force when more than `share` of the signatories have deposited their instruments."""

    article: str
    share: float
    basis: Basis


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A party is free `days` after it gave notice of withdrawal."""

    article: str
    days: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Instrument:
    """A proposed or signed agreement that can be asked whether an event breaks it; `unit` is what it calls its parts."""

    id: str
    title: str
    short: str
    dated: str
    parties: Predicate
    party_words: str
    proposed_by: tuple[str, ...]
    status: tuple[StatusChange, ...]
    articles: tuple[Article, ...]
    terms: tuple[OpenTerm, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    priorities: tuple[Priority, ...] = ()
    entry_into_force: EntryIntoForce | None = None
    withdrawal: Withdrawal | None = None
    basis: Basis = Basis("")
    unsourced: tuple[str, ...] = ()
    unit: str = "Article"

    def article(self, id_: str) -> Article | None:
        """Give the article with an id, or None."""
        return next((a for a in self.articles if a.id == id_), None)
