"""What is known beside the event: who was a member of what and when, regions, baselines; with changes that a what-if question makes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from communique.model.days import Days
from communique.model.instrument import Baseline, LegalStatus
from communique.model.truth import Truth, every
from communique.reference import Member, Tables, load
from communique.reference.agreement_words import Vocabulary, vocabulary
from communique.reference.edtf import first_day, last_day


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's membership of an organisation (its id): first and last day as the tables have them, and where the fact comes from."""

    state: str
    of: str
    since: str
    until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a what-if question changes: memberships, baselines and what is stationed now, deposits, notices of withdrawal, legal status."""

    memberships: tuple[Membership, ...] = ()
    without: frozenset[tuple[str, str]] = frozenset()
    baselines: tuple[Baseline, ...] = ()
    stationed: tuple[Baseline, ...] = ()
    deposits: int | None = None
    signatories: int | None = None
    notices: Mapping[str, str] = field(default_factory=dict)
    status: LegalStatus | None = None
    source: str = "changed by the question"


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables and the words of conduct, with the changes of a question."""

    tables: Tables
    words: Vocabulary
    changes: Changes = Changes()
    _memberships: Mapping[tuple[str, str], tuple[Membership, ...]] = field(init=False, repr=False, compare=False)
    _sources: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _names: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        found: dict[tuple[str, str], list[Membership]] = {}
        for one in (*_of_tables(self.tables), *self.changes.memberships):
            if (one.state, one.of) not in self.changes.without:
                found.setdefault((one.state, one.of), []).append(one)
        object.__setattr__(self, "_memberships", MappingProxyType({k: tuple(v) for k, v in found.items()}))
        object.__setattr__(self, "_sources", {o.id: _sources(o.members) for o in self.tables.organisations if o.members})

    def memberships(self, state: str, of: str) -> tuple[Membership, ...]:
        """Give the memberships of a state (its key) in an organisation (its id), the earliest first."""
        return self._memberships.get((state, of), ())

    def listed(self, of: str) -> str | None:
        """Give the source of an organisation's list of members; None where the tables have no list."""
        return self._sources.get(of) or next((m.source for m in self.changes.memberships if m.of == of), None)

    def name(self, key: str) -> str:
        """Give an actor's name as a sentence has it: "the United States", "Poland"; the key itself where the tables have none."""
        if (name := self._names.get(key)) is None:
            name = self._names[key] = self._named(key)
        return name

    def _named(self, key: str) -> str:
        found = self.tables.entity(key)
        if found is None:
            return key
        articled = " " in found.name if key.startswith("org:") else key.removeprefix("state:") in self.words.articled
        return f"the {found.name}" if articled else found.name


def facts(changes: Changes | None = None) -> Facts:
    """Give the shipped facts, with the changes of a question."""
    return _shipped() if changes is None else Facts(load(), vocabulary(), changes)


@cache
def _shipped() -> Facts:
    return Facts(load(), vocabulary())


def lasting(days: Days, *, since: str | None, until: str | None) -> Truth:
    """Say whether all of `days` lie from `since` to `until` (dates of a table, both included; None is open)."""
    return every((_begun(days, since), _not_ended(days, until)))


_first, _last = lru_cache(maxsize=1 << 12)(first_day), lru_cache(maxsize=1 << 12)(last_day)
"""The first and last day of a date of the tables, kept: there are few dates, and many events are compared with them."""


def _begun(days: Days, since: str | None) -> Truth:
    if since is None or days.first >= _last(since):
        return Truth.YES
    return Truth.NO if days.last < _first(since) else Truth.UNKNOWN


def _not_ended(days: Days, until: str | None) -> Truth:
    if until is None or days.last <= _first(until):
        return Truth.YES
    return Truth.NO if days.first > _last(until) else Truth.UNKNOWN


def _of_tables(tables: Tables) -> Iterable[Membership]:
    for organisation in tables.organisations:
        for m in organisation.members:
            yield Membership(f"state:{m.country}", organisation.id, m.since, m.until, m.source)


def _sources(members: Iterable[Member]) -> str:
    return "; ".join(dict.fromkeys(m.source for m in members))
