"""Answers about quantities: bounds, and what stood somewhere on a reference date."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from communique.analyse.compliance import spoken
from communique.analyse.compliance.facts import Facts
from communique.model.conduct import Conduct, Measured
from communique.model.finding import Joint, Step
from communique.model.instrument import Baseline, Instrument
from communique.model.predicate import AboveBaseline, Amount
from communique.model.quantity import Quantity, exactly
from communique.model.truth import Truth, agreed, every, opposite, some, undisputed

SOME = Quantity(0, float("inf"), low_open=True)
"""What is deployed without a number is more than none."""

ABSENT = "what is given of the event, which does not say"
"""Source of what the event does not say."""

_STRENGTHS = frozenset({"range_km", "distance_km", "enrichment_percent", "uranium_kg"})
"""Measures that say how far or how much, not how many stand somewhere."""


def absent(conduct: Conduct) -> str:
    """Say which of who acts and where an event does not say, or on which sources differ."""
    for told, words in ((conduct.actor, "who acts"), (conduct.place, "where it is done")):
        if len(told) != 1:
            return f"{words} is disputed" if told else f"it is not known {words}"
    return "who acts and where is known"


def bounded(asked: Amount, facts: Facts) -> Callable[[Conduct], Step]:
    """Give what answers whether a measure of an event lies within bounds."""
    label = facts.words.measures[asked.measure].label
    wanted = _bounds(asked, label)

    yes, no = f"it came to {wanted}", f"it did not come to {wanted}"
    unknown = Step(f"{facts.words.measures[asked.measure].called} is not given", Truth.UNKNOWN, ABSENT, if_yes=yes, if_no=no)

    def asks(conduct: Conduct) -> Step:
        told = [m for m in conduct.measures if m.measure == asked.measure]
        if len(told) > 1:
            return _of_several(f"what the sources say of whether it is {wanted}", told, tuple(_one(asked, m, wanted) for m in told))
        return _one(asked, told[0], wanted) if told else unknown

    return asks


def sourced(says: str, steps: tuple[Step, ...], *, by: Sequence[str], excluding: bool = False) -> Step:
    """Give one step for what several sources say, each named before what follows from its word.

    `excluding`: their words exclude each other, so that all must lead to one answer; else who leaves it open takes nothing from the others.
    """
    told = tuple(
        replace(s, says=f"{who}: {s.says}", if_yes=_by_the_word(s.if_yes, who), if_no=_by_the_word(s.if_no, who))
        for s, who in zip(steps, by, strict=True)
    )
    truths = [s.truth for s in told]
    if excluding:
        return Step(says, undisputed(truths), joint=Joint.UNDISPUTED, steps=told)
    return Step(says, agreed(truths), joint=Joint.AGREED, steps=told)


def _of_several(says: str, told: Sequence[Measured], steps: tuple[Step, ...]) -> Step:
    """Give one step for what sources say of one measure; figures that have no number in common exclude each other."""
    excluding = any(not one.quantity.meets(other.quantity) for one, other in combinations(told, 2))
    return sourced(says, steps, by=[m.ground.source for m in told], excluding=excluding)


def _by_the_word(words: str | None, source: str) -> str | None:
    """Give what would be so as something that a source says."""
    return words and f"{words} also by this account: {source}"


def _one(asked: Amount, told: Measured, wanted: str) -> Step:
    truth = every(_compared(asked, told.quantity))
    yes, no = f"it came to {wanted}", f"it did not come to {wanted}"
    match truth:
        case Truth.YES:
            says = f"{told.words} is {wanted}"
        case Truth.NO:
            says = f"{told.words} is not {wanted}"
        case _:
            says = f"it is not known whether {told.words} is {wanted}"
    return Step(says, truth, told.ground.source, if_yes=yes, if_no=no, cites=told.ground.cites)


def _compared(asked: Amount, quantity: Quantity) -> Iterable[Truth]:
    if asked.above is not None:
        yield quantity.above(asked.above)
    if asked.at_least is not None:
        yield quantity.at_least(asked.at_least)
    if asked.below is not None:
        yield opposite(quantity.at_least(asked.below))
    if asked.at_most is not None:
        yield opposite(quantity.above(asked.at_most))


def _bounds(asked: Amount, label: str) -> str:
    if asked.at_least is not None and asked.at_most is not None:
        return f"between {spoken.number(asked.at_least)} and {spoken.number(asked.at_most)} {label}"
    given = (("more than", asked.above), ("at least", asked.at_least), ("less than", asked.below), ("at most", asked.at_most))
    told = [f"{word} {spoken.number(bound)}" for word, bound in given if bound is not None]
    return f"{' and '.join(told)} {label.removesuffix('s') if told[-1].endswith(' 1') else label}"


def over_baseline(asked: AboveBaseline, instrument: Instrument, facts: Facts) -> Callable[[Conduct], Step]:
    """Give what answers whether the actor then has more in the host state than it had on the reference date."""
    kept = {key: b for b in (*instrument.baselines, *facts.changes.baselines) if b.on == asked.on for key in _keys(b)}
    stocks = _Stocks(asked.on, kept, {key: b for b in facts.changes.stationed for key in _keys(b)}, facts)

    def asks(conduct: Conduct) -> Step:
        if len(conduct.actor) != 1 or len(conduct.place) != 1:
            gap = absent(conduct)
            return Step(f"nothing can be compared, as {gap}", Truth.UNKNOWN, ABSENT, follows=gap)
        told = [m for m in conduct.measures if m.measure not in _STRENGTHS] or [_unsaid(conduct)]
        return _joined(told, tuple(_against(stocks, m, conduct) for m in told))

    return asks


def _joined(told: Sequence[Measured], steps: tuple[Step, ...]) -> Step:
    """Give one step for several: of one measure they are what sources say, of several measures one is enough."""
    if len(steps) == 1:
        return steps[0]
    if len({m.measure for m in told}) == 1:
        return _of_several("what the sources say of the number", told, steps)
    return Step("one of the numbers exceeds what stood there", some(s.truth for s in steps), joint=Joint.ANY, steps=steps)


def _keys(baseline: Baseline) -> Iterable[tuple[str, str, str]]:
    return ((actor, host, baseline.measure) for actor in baseline.actors for host in baseline.hosts)


def _unsaid(conduct: Conduct) -> Measured:
    return Measured("any", SOME, "a number that is not given", conduct.actor[0].ground)


@dataclass(frozen=True, slots=True)
class _Stocks:
    """What stood where on the reference date, and what stands there now, by actor, host and measure."""

    on: str
    kept: Mapping[tuple[str, str, str], Baseline]
    now: Mapping[tuple[str, str, str], Baseline]
    facts: Facts


def _against(stocks: _Stocks, told: Measured, conduct: Conduct) -> Step:
    who = (conduct.actor[0].value, conduct.place[0].value)
    actor, host = (stocks.facts.name(key) for key in who)
    base = stocks.kept.get((*who, told.measure)) or stocks.kept.get((*who, "any"))
    words = f"what {actor} had in {host} on {spoken.date(stocks.on)}"
    yes, no = f"it came to more than {words}", f"it came to no more than {words}"
    if base is None:
        return Step(f"{words} stands in no table here", Truth.UNKNOWN, ABSENT, if_yes=yes, if_no=no)
    now = stocks.now.get((*who, told.measure))
    truth = _after(told, conduct, now, stocks.facts).over(base.quantity)
    verb = {Truth.YES: "comes to more than", Truth.NO: "comes to no more than"}.get(truth, "may or may not come to more than")
    there = f", on top of the {spoken.amount(now.quantity)} there already," if now and _adds(conduct, stocks.facts) else ""
    says = f"with {told.words}{there} it {verb} {words}: {_stock(base.quantity)}"
    return Step(says, truth, base.basis.source, if_yes=yes, if_no=no, assumed=base.basis.assumed, cites=told.ground.cites)


def _after(told: Measured, conduct: Conduct, now: Baseline | None, facts: Facts) -> Quantity:
    """Give what then stands there: what is added and what is there already, of which at least nothing is known to be less than none."""
    if not _adds(conduct, facts):
        return told.quantity
    there = now.quantity if now else Quantity(0, float("inf"))
    return told.quantity.plus(there)


def _stock(quantity: Quantity) -> str:
    return "none" if quantity == exactly(0) else spoken.amount(quantity)


def _adds(conduct: Conduct, facts: Facts) -> bool:
    """Say whether what is counted comes on top of what is there."""
    return any(facts.words.actions[c.value].adds for c in conduct.action)
