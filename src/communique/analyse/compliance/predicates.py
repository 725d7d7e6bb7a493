"""Predicates made ready to be asked: each becomes a function from an event to a step of the derivation.

Answers that depend only on one value, the day and the source are kept, so that many events can be put to an agreement quickly.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from communique.analyse.compliance import spoken
from communique.analyse.compliance.amounts import ABSENT, absent, bounded, over_baseline, sourced
from communique.analyse.compliance.asked import NAMED, PART_WORDS, Answer, answer
from communique.analyse.compliance.facts import Facts, lasting
from communique.model.conduct import Claimed, Conduct
from communique.model.finding import Joint, Step
from communique.model.instrument import Instrument
from communique.model.predicate import (
    AboveBaseline,
    AllOf,
    Amount,
    AnyOf,
    Class,
    During,
    InRegion,
    MemberOf,
    Not,
    OneOf,
    Part,
    Party,
    Predicate,
    Stated,
    Term,
    Undefined,
)
from communique.model.truth import Truth, every, opposite, some, undisputed

Asks = Callable[[Conduct], Step]
"""Gives the step of an event."""

KEPT = 1 << 14
"""Answers that are kept for each predicate: states times days of a few years."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What predicates are asked in: the agreement, the facts, the reading of each open term; `presumed_absent`: unstated means no.

    Exceptions are presumed absent until they are stated: who claims one has to show it.
    """

    instrument: Instrument
    facts: Facts
    meanings: dict[str, Predicate]
    presumed_absent: bool = False


def ready(predicate: Predicate, setting: Setting, says: str = "") -> Asks:
    """Give what asks a predicate; `says` names what a predicate of several parts is asked for."""
    match predicate:
        case AllOf(parts):
            return _all(tuple(ready(p, setting) for p in parts), says)
        case AnyOf(parts):
            return _any(tuple(ready(p, setting) for p in parts), says)
        case Not(inner):
            return _not(ready(inner, setting), says)
        case Term(term):
            return ready(setting.meanings[term], setting, says)
        case Party(part):
            return ready(_moved(setting.instrument.parties, part), setting, says or "it is a Party")
        case _:
            return _leaf(predicate, setting)


def _leaf(predicate: Predicate, setting: Setting) -> Asks:
    match predicate:
        case OneOf() | Class() | MemberOf() | InRegion():
            dated = isinstance(predicate, MemberOf) and predicate.on is None
            return _of_part(predicate.part, answer(predicate, setting.facts), dated=dated)
        case Amount():
            return bounded(predicate, setting.facts)
        case AboveBaseline():
            return over_baseline(predicate, setting.instrument, setting.facts)
        case Stated(name):
            return _stated(name, setting)
        case During():
            return _during(predicate, setting.instrument)
        case _:
            return _setting_leaf(predicate, setting)


def _setting_leaf(predicate: Predicate, setting: Setting) -> Asks:
    match predicate:
        case Undefined():
            return _undefined(predicate, setting)
        case _:
            return _own_territory(setting.facts)


def _all(parts: tuple[Asks, ...], says: str) -> Asks:
    def asks(conduct: Conduct) -> Step:
        steps = tuple([part(conduct) for part in parts])
        return Step(says, every([s.truth for s in steps]), joint=Joint.ALL, steps=steps)

    return asks


def _any(parts: tuple[Asks, ...], says: str) -> Asks:
    def asks(conduct: Conduct) -> Step:
        steps = tuple([part(conduct) for part in parts])
        return Step(says, some([s.truth for s in steps]), joint=Joint.ANY, steps=steps)

    return asks


def _not(inner: Asks, says: str) -> Asks:
    def asks(conduct: Conduct) -> Step:
        step = inner(conduct)
        return Step(says, opposite(step.truth), joint=Joint.NOT, steps=(step,))

    return asks


def _moved(predicate: Predicate, part: Part) -> Predicate:
    """Give a predicate about actors as one about another part of the event."""
    match predicate:
        case AllOf(parts):
            return AllOf(tuple(_moved(p, part) for p in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_moved(p, part) for p in parts))
        case Not(inner):
            return Not(_moved(inner, part))
        case OneOf(_, keys):
            return OneOf(part, keys)
        case MemberOf(_, of, on):
            return MemberOf(part, of, on)
        case _:
            return predicate


def _of_part(part: Part, given: Answer, *, dated: bool) -> Asks:
    """Give what asks about one part of an event; an answer that is not `dated` is the same on every day."""
    claims: Callable[[Conduct], tuple[Claimed, ...]] = attrgetter(part.value)
    kept = lru_cache(maxsize=KEPT)(given)
    yes, no = f"{NAMED[part]} were one that the article means", f"{NAMED[part]} were none that the article means"
    unknown = Step(f"it is not known {PART_WORDS[part]}", Truth.UNKNOWN, ABSENT, if_yes=yes, if_no=no)

    def one(claim: Claimed, conduct: Conduct) -> Step:
        step = kept(claim.value, conduct.when if dated else None, claim.ground.source)
        return _with_cites(step, claim) if claim.ground.cites else step

    def asks(conduct: Conduct) -> Step:
        told = claims(conduct)
        if len(told) == 1:
            return one(told[0], conduct)
        return _agreed(part, tuple(told), tuple(one(c, conduct) for c in told)) if told else unknown

    return asks


def _with_cites(step: Step, claim: Claimed) -> Step:
    return Step(step.says, step.truth, step.source, if_yes=step.if_yes, if_no=step.if_no, assumed=step.assumed, cites=claim.ground.cites)


def _agreed(part: Part, told: tuple[Claimed, ...], steps: tuple[Step, ...]) -> Step:
    shown = tuple(
        Step(f"{c.ground.source}: {s.says}", s.truth, c.ground.source, assumed=s.assumed, cites=c.ground.cites)
        for c, s in zip(told, steps, strict=True)
    )
    return Step(f"what the sources say of {PART_WORDS[part]}", undisputed(s.truth for s in steps), joint=Joint.UNDISPUTED, steps=shown)


def _own_territory(facts: Facts) -> Asks:
    own, other = "the place were the actor's own territory", "the place were another state's territory"

    @lru_cache(maxsize=KEPT)
    def known(actor: str, place: str, source: str) -> Step:
        if actor == place:
            return Step(f"{facts.name(place)} is the actor's own territory", Truth.YES, source, if_no=other)
        own_of = f"the place were the own territory of {facts.name(actor)}"
        return Step(f"{facts.name(place)} is not the own territory of {facts.name(actor)}", Truth.NO, source, if_yes=own_of)

    def asks(conduct: Conduct) -> Step:
        if not (conduct.actor and conduct.place):
            return Step(absent(conduct), Truth.UNKNOWN, ABSENT, if_yes=own, if_no=other)
        if len(conduct.actor) == 1 and len(conduct.place) == 1:
            claim = conduct.place[0]
            step = known(conduct.actor[0].value, claim.value, claim.ground.source)
            return _with_cites(step, claim) if claim.ground.cites else step
        pairs = [(actor, place) for actor in conduct.actor for place in conduct.place]
        steps = tuple(_with_cites(known(a.value, p.value, p.ground.source), p) for a, p in pairs)
        told = tuple(p if len(conduct.place) > 1 else a for a, p in pairs)
        return _agreed(Part.PLACE, told, steps)

    return asks


def _undefined(asked: Undefined, setting: Setting) -> Asks:
    """Give what leaves open what nobody has defined, save where a question states the answer."""
    step = Step(asked.words, Truth.UNKNOWN, asked.source, if_yes=asked.yes, if_no=asked.no)
    settled = _stated(asked.settled_by, setting) if asked.settled_by else None

    def asks(conduct: Conduct) -> Step:
        return settled(conduct) if settled and any(c.name == asked.settled_by for c in conduct.circumstances) else step

    return asks


def _stated(name: str, setting: Setting) -> Asks:
    words = setting.facts.words.circumstances[name]
    yes, no = words.says, words.denies
    if setting.presumed_absent:
        silent = Step(f"nothing says that {yes}; an exception is not presumed", Truth.NO, ABSENT, if_yes=yes)
    else:
        silent = Step(f"it is not known whether {yes}", Truth.UNKNOWN, ABSENT, if_yes=yes, if_no=no)
    open_words = f"it is not known whether {yes}"
    told_words = {Truth.YES: yes, Truth.NO: no, Truth.UNKNOWN: open_words, Truth.CONTESTED: f"whether {yes} is disputed"}

    def asks(conduct: Conduct) -> Step:
        told = [c for c in conduct.circumstances if c.name == name]
        if not told:
            return silent
        steps = tuple(Step(told_words[c.holds], c.holds, c.ground.source, if_yes=yes, if_no=no, cites=c.ground.cites) for c in told)
        if len(steps) == 1:
            return steps[0]
        return sourced(f"what the sources say of whether {yes}", steps, by=[c.ground.source for c in told])

    return asks


def _during(asked: During, instrument: Instrument) -> Asks:
    span = spoken.span(asked.since, asked.until)
    source = instrument.basis.source
    unknown = Step(
        "it is not known on which day it was",
        Truth.UNKNOWN,
        ABSENT,
        if_yes=f"the event had been {span}",
        if_no=f"the event had not been {span}",
    )

    def asks(conduct: Conduct) -> Step:
        if conduct.when is None:
            return unknown
        truth = lasting(conduct.when, since=asked.since, until=asked.until)
        verb = {Truth.YES: "is", Truth.NO: "is not"}.get(truth, "may or may not be")
        says = f"the event, {spoken.days(conduct.when)}, {verb} {span}"
        return Step(says, truth, source, if_yes=f"the event had been {span}", if_no=f"the event had not been {span}")

    return asks
