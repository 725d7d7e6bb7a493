"""A question in words to the conduct it is about: "US deploys 5,000 troops to Romania on 2022-02-02".

A small reader for questions as people type them, not for news: every word is understood or named in an error, never passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.analyse.compliance import spoken, wording
from communique.analyse.compliance.facts import Facts
from communique.analyse.compliance.wording import Figure, Remaining, whole
from communique.errors import InputError
from communique.model.conduct import Circumstance, Claimed, Conduct, Ground, Measured
from communique.model.days import Days
from communique.model.span import Span
from communique.model.truth import Truth
from communique.reference import Body, Country, Outlet
from communique.reference.scan import scanned

GIVEN = Ground("the event as put")
"""On whose word the facts of a question rest."""

EXAMPLE = "US deploys 5,000 troops to Romania on 2022-02-02"

PLACING = frozenset({"to", "in", "into", "inside", "within", "at", "over", "near", "on"})
FACING = frozenset({"against", "with", "towards", "toward", "for"})
LEAVING = frozenset({"from"})
JOINED = (*PLACING, *FACING, *LEAVING, "territory", "soil", "and", "by", "as")
"""Words that belong to what stands beside them."""

JOINING, ADMITTING = "join", "admit"
"""Who joins an alliance is admitted by it: the act that articles speak of is the alliance's."""

DIRECT = frozenset(
    {"admit", "join", "train_abroad", "train_nuclear", "arm", "attack", "military_cooperation", "undermine_security", "sanction", "consult"}
)
"""Actions whose object is another actor: "admits Finland", "trains Ukraine's army"."""

HOSTED = frozenset({"train_abroad", "train_nuclear", "arm", "attack", "use_infrastructure"})
"""Actions that take place in the state they are towards, unless another place is given."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a question: the actor's key, and where it stands."""

    key: str
    start: int
    end: int


def conducts(text: str, known: Facts) -> tuple[Conduct, ...]:
    """Give the conduct that a question is about, one for each actor it names. Raise `InputError` for whatever is not clear."""
    words = Remaining(text)
    when = wording.when(words)
    if when is None:
        raise InputError(f"“{text}” has no date. Say when, as in “{EXAMPLE}”.")
    circumstances = tuple(_circumstances(words, known))
    at_home = words.longest(known.words.at_home)
    names = tuple(_names(words, known, when))
    action, verb = _action(words, text, known)
    measures, objects = _amounts(words, text, known)
    place, target = _roles(words, [n for n in names if n.start >= verb.end], action, text)
    _nothing_left(words, text, known)
    actors = [n for n in names if n.end <= verb.start]
    if not actors:
        raise InputError(f"“{text}” does not say who acts. Begin with a state or organisation, as in “{EXAMPLE}”.")
    sides = list(_sides(action, [n.key for n in actors], target, text))
    return tuple(
        Conduct(
            words=text if len(sides) == 1 else f"{text} ({known.name(side.actor if action != JOINING else side.target or '')})",
            when=when,
            actor=_claimed(side.actor),
            action=_claimed(ADMITTING if action == JOINING else action),
            object=_said(objects, known),
            place=_claimed(side.actor if at_home else place or (target if action in HOSTED else None)),
            target=_claimed(side.target),
            measures=measures,
            circumstances=circumstances,
        )
        for side in sides
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """Who acts, and towards whom."""

    actor: str
    target: str | None


def _sides(action: str, actors: list[str], target: str | None, text: str) -> Iterator[_Side]:
    """Yield who acts towards whom, for each actor named; who joins is turned round into who is admitted."""
    if action != JOINING:
        yield from (_Side(actor, target) for actor in actors)
    elif target is None:
        raise InputError(f"“{text}” does not say what is joined. Name the alliance or organisation, as NATO.")
    else:
        yield from (_Side(target, actor) for actor in actors)


def _said(thing: str | None, known: Facts) -> tuple[Claimed, ...]:
    """Give what a thing is: where sides differ on it, what each says."""
    said = known.words.objects[thing].said if thing else ()
    return tuple(Claimed(class_, Ground(by)) for class_, by in said) or _claimed(thing)


def _claimed(value: str | None) -> tuple[Claimed, ...]:
    return (Claimed(value, GIVEN),) if value else ()


def _circumstances(words: Remaining, known: Facts) -> Iterator[Circumstance]:
    """Yield the circumstances that a question states, those told in more words first: "without notice" stands in longer phrases."""
    told = known.words.circumstances.values()
    phrases = [*((f, c.id, Truth.YES) for c in told for f in c.yes), *((f, c.id, Truth.NO) for c in told for f in c.no)]
    for form, name, holds in sorted(phrases, key=lambda p: -len(p[0])):
        if words.take(whole(form)):
            yield Circumstance(name, holds, GIVEN)


def _names(words: Remaining, known: Facts, when: Days) -> Iterator[_Name]:
    """Yield the actors that a question names; a state must be there on the day."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[\w’'.&+-]*[\w+]", words.rest)]
    for hit in scanned(words.rest, words=spans, tables=known.tables):
        start, end = spans[hit.first].start, spans[hit.last - 1].end
        entry = hit.match.entry
        if isinstance(entry, Outlet) or not entry.key:
            continue
        if isinstance(entry, Country):
            there(entry, when)
        words.drop(start, end)
        yield _Name(f"state:{entry.country}" if isinstance(entry, Body) else entry.key, start, end)


def there(state: Country, when: Days) -> None:
    """Raise `InputError` where a state was not there on the day of the event, and name what to ask instead."""
    if state.until and when.first > state.until:
        instead = f"Name its successor {state.successor}, " if state.successor else "Name the state that was there, "
        ended = f"it ended on {spoken.date(state.until)}"
        raise InputError(f"{state.name} was no state {spoken.days(when)}: {ended}. {instead}or give an earlier date.")
    if state.since and when.last < state.since:
        raise InputError(f"{state.name} was no state {spoken.days(when)}: it began on {spoken.date(state.since)}. Give a later date.")


def _action(words: Remaining, text: str, known: Facts) -> tuple[str, Span]:
    """Give the class of the verb and where it stands. "Has" before another verb only helps it."""
    forms = [(form, c.id) for c in known.words.actions.values() for form in c.forms]
    places = [(m.start(), -len(form), id_, m) for form, id_ in forms if (m := re.search(whole(form), words.rest, re.IGNORECASE))]
    if not places:
        raise InputError(f"No verb of “{text}” is known. Say it with one of: {', '.join(_verbs(known))}.")
    main = [p for p in places if p[3].group().casefold() not in {"has", "have", "had"}] or places
    _, _, id_, match = min(main)
    words.drop(match.start(), match.end())
    return id_, Span(match.start(), match.end())


def _verbs(known: Facts) -> Iterable[str]:
    return (c.forms[min(1, len(c.forms) - 1)] for c in known.words.actions.values() if c.forms)


def _amounts(words: Remaining, text: str, known: Facts) -> tuple[tuple[Measured, ...], str | None]:
    """Give what the figures measure, and the class of the object; a figure without a unit is an error."""
    measures, thing = list[Measured](), None
    for figure in wording.figures(words, known.words):
        if unit := wording.measure_of(figure, words, known.words):
            measures.append(Measured(unit[0], figure.quantity, f"{figure.words} {unit[1]}", GIVEN))
            continue
        counted = _counted(figure, words, known)
        if counted is None:
            raise InputError(f"“{text}”: {figure.words} of what? Name the unit or the thing behind it, as 5,000 troops or 2,000 km.")
        thing, measure, said = counted
        measures.append(Measured(measure, figure.quantity, f"{figure.words} {said}", GIVEN))
    return tuple(measures), thing or _object(words, known)


def _counted(figure: Figure, words: Remaining, known: Facts) -> tuple[str, str, str] | None:
    """Give the class, the measure and the words of what stands behind a figure."""
    silent = "|".join(re.escape(s) for s in known.words.silent)
    for form, thing in _forms(known):
        measure = known.words.objects[thing].measure
        match = re.compile(rf"[\s\x00]*(?:(?:{silent})\s+)*({whole(form)})", re.IGNORECASE).match(words.rest, figure.end)
        if match and measure:
            words.drop(match.start(1), match.end(1))
            return thing, measure, match[1]
    return None


def _object(words: Remaining, known: Facts) -> str | None:
    return next((thing for form, thing in _forms(known) if words.take(whole(form))), None)


def _forms(known: Facts) -> list[tuple[str, str]]:
    """Give the forms of objects with their classes, in the plural and the singular, the longest first."""
    forms = {(form, c.id) for c in known.words.objects.values() for one in c.forms for form in (one, one.removesuffix("s"))}
    return sorted(forms, key=lambda f: (-len(f[0]), f))


def _roles(words: Remaining, names: list[_Name], action: str, text: str) -> tuple[str | None, str | None]:
    """Give place and target by the preposition before each name."""
    place, target = None, None
    for name in names:
        before = _before(words, name)
        if before in PLACING:
            place = name.key
        elif before in FACING or (before is None and action in DIRECT):
            target = name.key
        elif before not in LEAVING:
            written = text[name.start : name.end]
            remedy = f"Write “in {written}” for a place, “against {written}” for a target."
            raise InputError(f"“{text}”: it is not clear what {written} does there. {remedy}")
    return place, target


def _before(words: Remaining, name: _Name) -> str | None:
    """Give the preposition before a name, past "the territory of"; None where no word stands between it and what was understood."""
    left = words.rest[: name.start].split(wording.TAKEN)[-1]
    told = [w for w in re.findall(r"\w+", left.casefold()) if w in PLACING | FACING | LEAVING]
    return told[0] if told else None


def _nothing_left(words: Remaining, text: str, known: Facts) -> None:
    """Raise where a word of the question was not understood."""
    fillers = known.words.silent | set(JOINED)
    left = [w for w in re.findall(r"[\w’'-]+", words.rest) if w.casefold() not in fillers]
    if left:
        named = "it is no state or organisation of the tables" if left[0][:1].isupper() else "it is no word for conduct"
        raise InputError(f"“{text}”: “{left[0]}” is not understood; {named}. Leave it out, or say it as in “{EXAMPLE}”.")
