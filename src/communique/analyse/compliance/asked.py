"""Answers of one predicate about one value: who, what, where. Each gives a step in words that fit the answer, with its source."""

from collections.abc import Callable

from communique.analyse.compliance import spoken
from communique.analyse.compliance.facts import Facts, Membership, lasting
from communique.model.days import Days
from communique.model.finding import Step
from communique.model.predicate import Class, InRegion, MemberOf, OneOf, Part
from communique.model.truth import Truth, some

OURS = "Communique's tables of states and organisations"

Answer = Callable[[str, Days | None, str], Step]
"""Gives the step for a value, the days of the event, and the source of the value."""

NAMED = {Part.ACTOR: "the actor", Part.ACTION: "the act", Part.OBJECT: "the object", Part.PLACE: "the place", Part.TARGET: "the target"}
"""How a finding names a part of the event."""

PART_WORDS = {
    Part.ACTOR: "who acts",
    Part.ACTION: "what is done",
    Part.OBJECT: "what it is done with",
    Part.PLACE: "where it is done",
    Part.TARGET: "towards whom it is done",
}


def answer(predicate: OneOf | Class | MemberOf | InRegion, facts: Facts) -> Answer:
    """Give what answers a predicate about one part of the event."""
    match predicate:
        case OneOf():
            return lambda value, _, source: _one_of(predicate, value, source, facts)
        case Class():
            return lambda value, _, source: _class(predicate, value, source, facts)
        case MemberOf():
            return lambda value, when, _: _member(predicate, value, when, facts)
        case InRegion():
            return lambda value, _, __: _in_region(predicate, value, facts)


def _one_of(asked: OneOf, value: str, source: str, facts: Facts) -> Step:
    names = [facts.name(k) for k in asked.keys]
    if value in asked.keys:
        return Step(f"{NAMED[asked.part]} is {facts.name(value)}", Truth.YES, source)
    if _may_act_for(value, facts) and _may_hold(value, asked.keys, facts):
        return Step(f"it is not known {_which(asked.part, value, facts)}", Truth.UNKNOWN, source, if_yes=f"it were {_or(names)}")
    return Step(f"{facts.name(value)} is not {_or(names)}", Truth.NO, source)


def _may_act_for(value: str, facts: Facts) -> bool:
    """Say whether an actor stands for states without saying which: an alliance or organisation, or a bloc."""
    return value.startswith("bloc:") or (value.startswith("org:") and facts.listed(value.removeprefix("org:")) is not None)


def _may_hold(value: str, keys: tuple[str, ...], facts: Facts) -> bool:
    """Say whether one of `keys` may be among those that a name of several stands for: a bloc has no list, an organisation its members."""
    return value.startswith("bloc:") or any(facts.memberships(key, value.removeprefix("org:")) for key in keys)


def _or(names: list[str]) -> str:
    shown = names if len(names) <= 4 else [*names[:3], f"one of {len(names) - 3} others"]
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _class(asked: Class, value: str, source: str, facts: Facts) -> Step:
    classes = facts.words.actions if asked.part is Part.ACTION else facts.words.objects
    known, wanted = classes[value], _or([classes[c].label for c in asked.classes])
    named = f"{NAMED[asked.part]}, {known.label},"
    if value in asked.classes:
        return Step(f"{named} is one that the text names", Truth.YES, source)
    if not known.above.isdisjoint(asked.classes):
        return Step(f"{named} is a kind of {_or([classes[c].label for c in asked.classes if c in known.above])}", Truth.YES, source)
    if any(value in classes[c].above for c in asked.classes):
        return Step(f"it is not known whether {named} counts as {wanted}", Truth.UNKNOWN, source, if_yes=f"it were {wanted}")
    return Step(f"{named} does not count as {wanted}", Truth.NO, source)


def _member(asked: MemberOf, value: str, when: Days | None, facts: Facts) -> Step:
    day = Days(asked.on, asked.on) if asked.on else when
    body = facts.name(f"org:{asked.of}")
    source = facts.listed(asked.of)
    if source is None:
        return Step(f"it is not known whether {facts.name(value)} was in {body}: there is no list of members", Truth.UNKNOWN, OURS)
    if not value.startswith("state:"):
        return _not_a_state(asked, value, facts)
    if not facts.memberships(value, asked.of):
        return Step(f"{facts.name(value)} was never in {body}", Truth.NO, source, if_yes=f"{facts.name(value)} had been in {body}")
    if day is None:
        return Step(f"it is not known whether {facts.name(value)} was in {body}, as the day is not", Truth.UNKNOWN, source)
    return _dated(value, body, day, facts.memberships(value, asked.of), facts, source)


def _not_a_state(asked: MemberOf, value: str, facts: Facts) -> Step:
    if value == f"org:{asked.of}" and asked.on is None:
        return Step(f"whichever state acts within {facts.name(value)} is a member of it", Truth.YES, OURS)
    if _may_act_for(value, facts):
        says = f"it is not known {_which(asked.part, value, facts)}"
        return Step(says, Truth.UNKNOWN, OURS, if_yes=f"that state were in {facts.name(f'org:{asked.of}')}")
    return Step(f"{facts.name(value)} is not a state", Truth.NO, OURS)


def _which(part: Part, value: str, facts: Facts) -> str:
    """Give the words for the state that a name of several leaves open."""
    name = facts.name(value)
    return {Part.ACTOR: f"which state acts within {name}", Part.PLACE: f"which state of {name} it is in"}.get(
        part, f"which state of {name} is meant"
    )


def _dated(value: str, body: str, day: Days, held: tuple[Membership, ...], facts: Facts, source: str) -> Step:
    name, on = facts.name(value), spoken.days(day)
    truth = some(lasting(day, since=m.since, until=m.until) for m in held)
    told = held[0].source if held else source
    yes, no = f"{name} had been in {body} {on}", f"{name} had not been in {body} {on}"
    match truth:
        case Truth.YES:
            return Step(f"{name} was in {body} {on} (since {spoken.date(held[0].since)})", truth, told, if_no=no)
        case Truth.NO:
            return Step(f"{name} was not in {body} {on}{_why_not(day, held)}", truth, told, if_yes=yes)
        case _:
            says = f"it is not known whether {name} was in {body} {on}: it joined {spoken.days(Days(held[0].since, held[0].since))}"
            return Step(says, truth, told, if_yes=yes, if_no=no)


def _why_not(day: Days, held: tuple[Membership, ...]) -> str:
    later = next((m for m in held if m.since > day.last), None)
    if later:
        return f" (it joined on {spoken.date(later.since)})" if len(later.since) == 10 else f" (it joined in {spoken.date(later.since)})"
    ended = [m.until for m in held if m.until]
    return f" (it left after {spoken.date(ended[-1])})" if ended else ""


def _in_region(asked: InRegion, value: str, facts: Facts) -> Step:
    region = facts.words.regions[asked.region]
    if _may_act_for(value, facts):
        yes, no = (f"that state {verb} in {region.label}" for verb in ("lay", "did not lie"))
        return Step(f"it is not known {_which(asked.part, value, facts)}", Truth.UNKNOWN, region.source, if_yes=yes, if_no=no)
    code, name = value.removeprefix("state:"), facts.name(value)
    if code in region.states:
        return Step(f"{name} lies in {region.label}", Truth.YES, region.source)
    if code in region.partly:
        says = f"only a part of {name} lies in {region.label}; where in it is not said"
        return Step(
            says, Truth.UNKNOWN, region.source, if_yes=f"it were in that part of {name}", if_no=f"it were outside that part of {name}"
        )
    return Step(f"{name} does not lie in {region.label}", Truth.NO, region.source)
