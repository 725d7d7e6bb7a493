"""How an agreement binds an actor on the day of an event: draft, signed, in force, political, suspended, terminated."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from communique.analyse.compliance import spoken
from communique.analyse.compliance.facts import Facts
from communique.model.conduct import Conduct
from communique.model.days import FIRST, Days
from communique.model.finding import Step
from communique.model.instrument import Basis, Instrument, LegalStatus, StatusChange
from communique.model.truth import Truth
from communique.reference.edtf import first_day, last_day

WOULD = frozenset({LegalStatus.DRAFT, LegalStatus.SIGNED, LegalStatus.SUSPENDED})
"""Statuses under which an agreement does not bind, so that a verdict says only what would be."""

WORDS = {
    LegalStatus.DRAFT: "was a draft that bound nobody",
    LegalStatus.SIGNED: "was signed and not yet in force",
    LegalStatus.IN_FORCE: "was in force",
    LegalStatus.POLITICAL: "was a political commitment, not a treaty",
    LegalStatus.SUSPENDED: "was suspended",
    LegalStatus.TERMINATED: "had ended",
}

AS_IF = "and is read as if it were in force"
"""What is said of an agreement that does not bind: there is something to keep or break only in thought."""


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
    change = _changed(instrument, facts)
    timelines = _Timelines(instrument)
    unknown = Standing(
        None, Step("it is not known on which day it was, and so not how the agreement stood", Truth.UNKNOWN, instrument.basis.source)
    )

    def of(conduct: Conduct) -> Standing:
        actor = conduct.actor[0].value if len(conduct.actor) == 1 else None
        if conduct.when is None:
            return unknown
        if actor in facts.changes.notices and (free := _withdrawn(instrument, facts, actor, conduct.when)):
            return Standing(LegalStatus.TERMINATED, free)
        return _on(instrument, change) if change else timelines.at(actor, conduct.when)

    return of


class _Timelines:
    """The standing of an agreement over time, for each actor that the timeline names and for all others."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        named = {a for c in instrument.status for a in c.actors}
        self._of = {actor: self._timeline(actor) for actor in (None, *named)}

    def at(self, actor: str | None, when: Days) -> Standing:
        """Give the standing on the days of an event; None as status where it changed within them."""
        timeline = self._of.get(actor) or self._of[None]
        first, last = (next(i for i, (since, _) in enumerate(timeline) if since <= day) for day in (when.first, when.last))
        if first == last:
            return timeline[first][1]
        says = f"the status of the {self.instrument.short} changed in these days ({spoken.date(timeline[last][0])})"
        return Standing(None, Step(says, Truth.UNKNOWN, timeline[last][1].step.source))

    def _timeline(self, actor: str | None) -> tuple[tuple[str, Standing], ...]:
        """Give the standings with their first days, the latest first."""
        changes = [c for c in self.instrument.status if not c.actors or actor in c.actors]
        since = [(first_day(c.since), _on(self.instrument, c)) for c in changes]
        return (*reversed(since), (FIRST, _before(self.instrument, changes[0])))


def _on(instrument: Instrument, change: StatusChange) -> Standing:
    bound = Truth.NO if change.value is LegalStatus.TERMINATED else Truth.YES
    note = f"; {change.note}" if change.note else ""
    as_if = f", {AS_IF}" if change.value in WOULD else ""
    says = f"the {instrument.short} {WORDS[change.value]} (since {spoken.date(change.since)}{note}){as_if}"
    return Standing(change.value, Step(says, bound, change.basis.source, assumed=change.basis.assumed))


def _before(instrument: Instrument, first: StatusChange) -> Standing:
    """Give the standing before an agreement was there: a draft can be asked of any day, an agreement that binds only of its own."""
    if first.value is LegalStatus.DRAFT:
        says = f"the {instrument.short} is of {spoken.date(first.since)}, later than the event, {AS_IF}"
        return Standing(LegalStatus.DRAFT, Step(says, Truth.YES, first.basis.source))
    says = f"the {instrument.short} was not there yet; it is of {spoken.date(first.since)}"
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
    article = instrument.article(rule.article)
    named = f"{instrument.unit.lower()} {article.number}" if article else rule.article
    note = f"{told.deposits} of {told.signatories} signatories have deposited; {named} asks for more than {rule.share:.0%} of them"
    return StatusChange(LegalStatus.IN_FORCE if enough else LegalStatus.SIGNED, instrument.dated, rule.basis, note=note)


def _withdrawn(instrument: Instrument, facts: Facts, actor: str | None, when: Days) -> Step | None:
    """Give the step that says that the actor was free again, where the question gives a notice of withdrawal that has run out."""
    notice = facts.changes.notices.get(actor or "")
    if notice is None or instrument.withdrawal is None or when.first <= FIRST:
        return None
    rule = instrument.withdrawal
    passed = (date.fromisoformat(when.first) - date.fromisoformat(last_day(notice))).days
    if passed < rule.days:
        return None
    says = (
        f"{facts.name(actor or '')} gave notice on {spoken.date(notice)} and was free after {rule.days} days; the event is of day {passed}"
    )
    return Step(says, Truth.NO, rule.basis.source)
