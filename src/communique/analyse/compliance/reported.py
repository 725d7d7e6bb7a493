"""Events of a record as they are put to an agreement: all mentions of one event together, and what they tell differently kept apart.

Where reports differ on a value, the conduct has each value with its report; where they differ on the day, there is a conduct for each day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.analyse.compliance.facts import Facts
from communique.analyse.compliance.happened import Telling, conducts_of
from communique.model.conduct import Claimed, Conduct, Ground, Measured
from communique.model.days import Days
from communique.model.kinds import Kind, Status
from communique.model.mention import Event
from communique.model.quantity import Quantity
from communique.model.record import Record
from communique.reference.agreement_words import ConductClass

NOT_PUT = frozenset({Status.CANCELLED, Status.HYPOTHETICAL})
"""Events that nobody says happened or will: called off, or only imagined."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one actor does in an event: the conduct, once for each day that reports give."""

    actor: str | None
    days: tuple[Conduct, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One event of a record: the mentions that tell of it, in the order of their places, and what each actor does in it."""

    mentions: tuple[Event, ...]
    acts: tuple[Act, ...]


def reported(record: Record, known: Facts) -> list[Reported]:
    """Give the events of a record in the order of their claims, without those that were called off or only imagined."""
    telling, told = Telling.of(record), {e.id: e for e in record.events if e.status not in NOT_PUT}
    claimed = [[told[m] for m in c.mentions if m in told] for c in record.claims if c.kind == Kind.EVENT]
    alone = told.keys() - {e.id for some in claimed for e in some}
    groups = [some for some in claimed if some] + [[told[id_]] for id_ in sorted(alone)]
    return [_reported(some, known, telling) for some in groups]


def _reported(mentions: Iterable[Event], known: Facts, telling: Telling) -> Reported:
    ordered = sorted(mentions, key=lambda e: (e.trigger, e.id))
    by_actor: dict[str | None, list[Conduct]] = {}
    for event in ordered:
        for conduct in conducts_of(event, known, telling=telling):
            by_actor.setdefault(conduct.actor[0].value if conduct.actor else None, []).append(conduct)
    if len(by_actor) > 1:  # a mention without an actor adds nothing to those that name one
        by_actor.pop(None, None)
    return Reported(tuple(ordered), tuple(Act(actor, _together(some, known)) for actor, some in by_actor.items()))


def _together(told: Sequence[Conduct], known: Facts) -> tuple[Conduct, ...]:
    """Give the conduct that several mentions tell of together, one for each day that they give."""
    if len(told) == 1:
        return (told[0],)
    actions, objects = known.words.actions, known.words.objects
    whole = Conduct(
        words="; ".join(c.words for c in told),
        when=None,
        actor=_claims([c.actor for c in told], {}),
        action=_claims([c.action for c in told], actions),
        object=_claims([c.object for c in told], objects),
        place=_claims([c.place for c in told], {}),
        target=_claims([c.target for c in told], {}),
        measures=_measures(told),
        circumstances=tuple(c for one in told for c in one.circumstances),
    )
    return tuple(replace(whole, when=when) for when in _days(told)) or (whole,)


def _claims(told: Iterable[tuple[Claimed, ...]], classes: Mapping[str, ConductClass]) -> tuple[Claimed, ...]:
    """Give each value once with all who give it; a class gives way to a narrower one, as who says "forces" does not deny "troops"."""
    grounds: dict[str, list[Ground]] = {}
    for claim in (c for some in told for c in some):
        grounds.setdefault(claim.value, []).append(claim.ground)
    wider = {v for v in grounds for o in grounds if o != v and o in classes and v in classes[o].above}
    return tuple(Claimed(v, _joined(some)) for v, some in grounds.items() if v not in wider)


def _measures(told: Sequence[Conduct]) -> tuple[Measured, ...]:
    same: dict[tuple[str, Quantity], list[Measured]] = {}
    for measured in (m for c in told for m in c.measures):
        same.setdefault((measured.measure, measured.quantity), []).append(measured)
    return tuple(replace(some[0], ground=_joined([m.ground for m in some])) for some in same.values())


def _joined(grounds: Sequence[Ground]) -> Ground:
    sources = dict.fromkeys(g.source for g in grounds)
    return Ground("; ".join(sources), tuple(dict.fromkeys(c for g in grounds for c in g.cites)))


def _days(told: Sequence[Conduct]) -> list[Days]:
    """Give the days that mentions tell, those that agree as the narrowest of them, in order."""
    found = list[Days]()
    for when in (c.when for c in told if c.when):
        near = next((d for d in found if d.overlaps(when)), None)
        if near:
            found[found.index(near)] = Days(max(near.first, when.first), min(near.last, when.last))
        else:
            found.append(when)
    return sorted(found, key=lambda d: (d.first, d.last))
