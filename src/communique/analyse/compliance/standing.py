"""How an agreement binds an actor on the day of an event: draft, signed, in force, political, suspended, terminated."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from communique.analyse.compliance import spoken
from communique.analyse.compliance.facts import Facts
from communique.model.conduct import Conduct
from communique.model.days import Days
from communique.model.finding import Step
from communique.model.instrument import Basis, Instrument, LegalStatus, StatusChange
from communique.model.truth import Truth
from communique.reference.edtf import first_day

WOULD = frozenset({LegalStatus.DRAFT, LegalStatus.SIGNED, LegalStatus.SUSPENDED})
"""Statuses under which an agreement does not bind, so that a verdict says only what would be."""

WORDS = {
    LegalStatus.DRAFT: "is a draft that binds nobody",
    LegalStatus.SIGNED: "was signed and not in force",
    LegalStatus.IN_FORCE: "was in force",
    LegalStatus.POLITICAL: "was a political commitment and no treaty",
    LegalStatus.SUSPENDED: "was suspended",
    LegalStatus.TERMINATED: "had ended",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The status on the day, None where it is not known, and the step that says so: whether there was something to keep or break."""

    status: LegalStatus | None
    step: Step

    @property
    def would(self) -> bool:
        """Say whether a verdict is only what would be."""
        return self.status in WOULD


def standing(instrument: Instrument, facts: Facts) -> Callable[[Conduct], Standing]:
    """Give what tells how an agreement stands for the actor on the day of an event."""
    kept: dict[tuple[str | None, Days | None], Standing] = {}

    def of(conduct: Conduct) -> Standing:
        actor = conduct.actor[0].value if len(conduct.actor) == 1 else None
        key = (actor, conduct.when)
        if (found := kept.get(key)) is None:
            if len(kept) > LIMIT:
                kept.clear()
            found = kept[key] = _standing(instrument, facts, actor, conduct.when)
        return found

    return of


LIMIT = 1 << 15
"""Answers that are kept before they are forgotten, so that memory stays small however many events there are."""


def _standing(instrument: Instrument, facts: Facts, actor: str | None, when: Days | None) -> Standing:
    change = _changed(instrument, facts)
    if when is None:
        return Standing(None, Step("how the agreement stood is not known, as the day is not", Truth.UNKNOWN, instrument.basis.source))
    if (free := _withdrawn(instrument, facts, actor, when)) is not None:
        return Standing(LegalStatus.TERMINATED, free)
    if change is not None:
        return _on(instrument, change, when)
    changes = [c for c in instrument.status if not c.actors or actor in c.actors]
    first, last = _at(changes, when.first), _at(changes, when.last)
    if first is not last:
        says = f"the status of the {instrument.short} changed in these days ({spoken.date((last or changes[0]).since)})"
        return Standing(None, Step(says, Truth.UNKNOWN, (last or changes[0]).basis.source))
    return _on(instrument, first, when) if first else _before(instrument, changes[0], when)


def _at(changes: list[StatusChange], day: str) -> StatusChange | None:
    return next((c for c in reversed(changes) if first_day(c.since) <= day), None)


def _on(instrument: Instrument, change: StatusChange, when: Days) -> Standing:
    bound = Truth.NO if change.value is LegalStatus.TERMINATED else Truth.YES
    note = f" ({change.note})" if change.note else ""
    says = f"the {instrument.short} {WORDS[change.value]} {spoken.days(when)}{note}"
    return Standing(change.value, Step(says, bound, change.basis.source, assumed=change.basis.assumed))


def _before(instrument: Instrument, first: StatusChange, when: Days) -> Standing:
    """Give the standing before an agreement was there: a draft can be asked of any day, an agreement that binds only of its own."""
    if first.value is LegalStatus.DRAFT:
        says = f"the {instrument.short} is a draft of {spoken.date(first.since)}, later than the event; it binds nobody"
        return Standing(LegalStatus.DRAFT, Step(says, Truth.YES, first.basis.source))
    says = f"the {instrument.short} was not there yet {spoken.days(when)}; it is of {spoken.date(first.since)}"
    return Standing(LegalStatus.TERMINATED, Step(says, Truth.NO, first.basis.source))


def _changed(instrument: Instrument, facts: Facts) -> StatusChange | None:
    """Give the status that the question changes: said as such, or by the number of deposits."""
    told = facts.changes
    if told.status is not None:
        return StatusChange(told.status, instrument.dated, Basis(told.source))
    rule = instrument.entry_into_force
    if rule is None or told.deposits is None or told.signatories is None:
        return None
    enough = told.deposits > rule.share * told.signatories
    note = f"{told.deposits} of {told.signatories} signatories have deposited; {rule.article} asks for more than {rule.share:.0%}"
    return StatusChange(LegalStatus.IN_FORCE if enough else LegalStatus.SIGNED, instrument.dated, rule.basis, note=note)


def _withdrawn(instrument: Instrument, facts: Facts, actor: str | None, when: Days) -> Step | None:
    """Give the step that says that the actor was free again, where the question gives a notice of withdrawal that has run out."""
    notice = facts.changes.notices.get(actor or "")
    if notice is None or instrument.withdrawal is None:
        return None
    rule = instrument.withdrawal
    passed = (date.fromisoformat(when.first) - date.fromisoformat(notice)).days
    if passed < rule.days:
        return None
    says = (
        f"{facts.name(actor or '')} gave notice on {spoken.date(notice)} and was free after {rule.days} days; the event is of day {passed}"
    )
    return Step(says, Truth.NO, rule.basis.source)
