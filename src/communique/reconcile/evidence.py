"""Evidence that two names are one referent's: an office that both hold, a state, reports that name the person in full."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Named
from communique.reference import Tables

_SHOUTED = 2
"""Letters up to which a word in capitals is initials."""
_ENOUGH = 2
"""Reports that name a person in full from which a surname alone, in a report on the same people, is this person's."""


_LEADING = frozenset({"presidency", "government"})
_LEADERS = frozenset({"president", "prime minister", "premier", "chancellor", "taoiseach"})
"""Offices whose holder news reports name without a given name and without saying who it is."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the persons whom some report names in full: who else each report names, and which words change no office."""

    company: Mapping[str, frozenset[str]]
    states: Mapping[str, frozenset[str]]
    leading: frozenset[str]
    modifiers: frozenset[str]

    @classmethod
    def of(cls, full: Sequence[Sequence[Named]], tables: Tables, *, mentions: Iterable[Named] = ()) -> "Known":
        """Find who is named in full beside whom, and of which states `mentions` name the state itself or a body."""
        states: dict[str, set[str]] = {}
        for named in (n for n in mentions if n.country and n.key):
            for report in {c.report for c in named.cites}:
                states.setdefault(report, set()).add(named.country or "")
        company: dict[str, set[str]] = {}
        for group in full:
            for report in {c.report for n in group for c in n.cites}:
                company.setdefault(report, set()).add(group[0].id)
        leading = frozenset(o.words for o in tables.offices if o.body in _LEADING and o.words in _LEADERS)
        together = {r: frozenset(found) for r, found in company.items()}
        return cls(together, {r: frozenset(found) for r, found in states.items()}, leading, tables.modifiers)

    def offices(self, group: Iterable[Named]) -> Iterator[tuple[str, str | None]]:
        """Yield the offices that a group's roles give, without "former" or "acting", with whose they are."""
        for role in (r for n in group for r in n.roles):
            words = re.findall(r"[^\s-]+", role.title.casefold())
            while len(words) > 1 and words[0] in self.modifiers:
                words.pop(0)
            yield " ".join(words), role.of or _state(group)

    def shared_office(self, one: Sequence[Named], other: Sequence[Named]) -> str | None:
        """Give the words of an office that both hold, of bodies that do not differ; None where there is none."""
        mine = list(self.offices(one))
        shared = {
            t for t, of in self.offices(other) for title, whose in mine if t == title and (of is None or whose is None or of == whose)
        }
        return min(shared, default=None)

    def leads(self, group: Sequence[Named]) -> str | None:
        """Give the state that a group's person leads: president, premier or chancellor of one state; else None."""
        states = {of for title, of in self.offices(group) if any(title == o or title.endswith(" " + o) for o in self.leading)}
        codes = {of.removeprefix("state:") for of in states if of and of.startswith("state:")}
        return next(iter(codes)) if len(codes) == 1 else None


def fullest(group: Iterable[Named]) -> str:
    """Give the name with most words; of equal ones one not in capitals, that most reports use, then the first in the alphabet."""
    counted = Counter(n.name for n in group)
    return min(counted, key=lambda name: (-len(name.split()), is_shouted(name), -counted[name], name))


def is_shouted(name: str) -> bool:
    """Say whether a word of a name is in capitals throughout, as in headlines ("ADA Lund")."""
    return any(len(w) > _SHOUTED and w.isupper() and "." not in w for w in name.split())


def _state(group: Iterable[Named]) -> str | None:
    states = {n.country for n in group} - {None}
    return f"state:{next(iter(states))}" if len(states) == 1 else None


def surname_evidence(bare: Named, full: Sequence[Named], known: Known, *, alone: bool) -> str | None:
    """Say why a surname alone is the person with that full name: one office; or, where nobody else has it, a state or enough reports.

    None where offices of two states speak against it, or nothing but the name speaks for it.
    """
    name, states = fullest(full), {n.country for n in full} - {None}
    if bare.country and states and bare.country not in states:
        return None
    if office := known.shared_office([bare], full):
        return f"surname of {name}, with the same office: {office}"
    told = _standing(bare, full, known) if alone else None
    return f"surname of {name}, the only one in these reports, {told}" if told else None


def _standing(bare: Named, full: Sequence[Named], known: Known) -> str | None:
    """Say what makes the only person of a surname the one meant by it alone."""
    here = bare.cites[0].report
    if bare.country and bare.country in {n.country for n in full}:
        return "with offices of the same state"
    state = known.leads(full)
    if state and state in known.states.get(here, ()):
        return "who leads the state that this report names too"
    reports = {n.cites[0].report for n in full}
    company = known.company.get(here, frozenset()) & frozenset().union(*(known.company[r] for r in reports))
    return f"named in full in {len(reports)} that name the same people" if len(reports) >= _ENOUGH and company else None
