"""A question in words to the conduct it is about: "US deploys 5,000 troops to Romania on 2022-02-02".

A small reader for questions as people type them, not for news: every word is understood or named in an error, never passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.analyse.compliance import spoken, wording
from communique.analyse.compliance.facts import Facts
from communique.analyse.compliance.placing import HOSTED, JOINED, Name, Roles, consent, invited, near, roles
from communique.analyse.compliance.wording import Figure, Remaining, whole
from communique.errors import InputError
from communique.model.conduct import Circumstance, Claimed, Conduct, Ground, Measured
from communique.model.days import Days
from communique.model.quantity import exactly
from communique.model.span import Span
from communique.model.truth import Truth
from communique.reference import Body, Country, Outlet
from communique.reference.scan import scanned

GIVEN = Ground("the event as put")
"""On whose word the facts of a question rest."""

EXAMPLE = "US deploys 5,000 troops to Romania on 2022-02-02"

JOINING, ADMITTING = "join", "admit"
"""Who joins an alliance is admitted by it: the act that articles speak of is the alliance's."""

_MODEL = r"[A-Za-z]{1,4}-?\d+[A-Za-z]?"
"""The letters and digits that a model of weapon goes by ("F-35 fighters", "T-72 tanks"): the thing behind it is what counts."""

EXERCISE = "exercise"
_TITLE = re.compile(r"(?:\s+[A-Z][\w-]*)+(?:\s+\d{2,4}\b)?")
"""The name that an exercise goes by: capitals right behind the word, which say nothing of what is done."""

_TO_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PARTICIPLES = ("ed", "sent", "kept", "held", "built", "flown", "met", "hit", "withdrawn")


def conducts(text: str, known: Facts) -> tuple[Conduct, ...]:
    """Give the conduct that a question is about, one for each actor it names. Raise `InputError` for whatever is not clear."""
    words = Remaining(text)
    _said_otherwise(words, known)
    when = wording.when(words)
    if when is None:
        raise InputError(f"“{text}” has no date. Say when, as in “{EXAMPLE}”.")
    circumstances = tuple(_circumstances(words, known))
    at_home = words.longest(known.words.at_home)
    names = tuple(_names(words, known, when))
    beside = tuple(n for n in names[1:] if near(words, n))
    agreeing = {n: truth for n in names[1:] if n not in beside and (truth := consent(words, n))}
    verb = _verb(words, known)
    amounts = _amounts(words, known)
    behind = [n for n in names if n.start >= verb.span.end and n not in beside and n not in agreeing]
    found = roles(words, behind, beside=beside, action=verb.action)
    _nothing_left(words, known)
    actors = [n for n in names if n.end <= verb.span.start]
    if not actors:
        raise InputError(f"“{text}” does not say who acts. Begin with a state or organisation, as in “{EXAMPLE}”.")
    _not_suffered(words, verb, actors, known)
    sides = list(_sides(verb.action, [n.key for n in actors], found, text))
    hosted = found.place or (found.target if verb.action in HOSTED else None)
    agrees = invited(words, agreeing, hosted)
    return tuple(
        Conduct(
            words=text if len(sides) == 1 else f"{text} ({known.name(side.actor if verb.action != JOINING else side.target or '')})",
            when=when,
            actor=_claimed(side.actor),
            action=_claimed(ADMITTING if verb.action == JOINING else verb.action),
            object=_said(amounts.thing, known),
            place=_claimed(side.actor if at_home else hosted if verb.action != JOINING else None),
            target=_claimed(side.target),
            measures=(*amounts.measures, *_said_of(amounts.thing, known)),
            circumstances=(*circumstances, *_agreeing(agrees)),
        )
        for side in sides
    )


def _said_otherwise(words: Remaining, known: Facts) -> None:
    """Raise for words that must be said in another way, and say how."""
    for form, remedy in known.words.otherwise.items():
        if found := re.search(whole(form), words.text, re.IGNORECASE):
            raise InputError(f"“{words.text}”: “{found.group()}” cannot be put so. {remedy}")


def _agreeing(host: Truth | None) -> tuple[Circumstance, ...]:
    return (Circumstance("invited", host, GIVEN),) if host else ()


@dataclass(frozen=True, slots=True)
class _Side:
    """Who acts, and towards whom."""

    actor: str
    target: str | None


def _sides(action: str, actors: list[str], found: Roles, text: str) -> Iterator[_Side]:
    """Yield who acts towards whom, for each actor named; who joins is turned round into who is admitted."""
    joined = found.target or found.place
    if action != JOINING:
        yield from (_Side(actor, found.target) for actor in actors)
    elif joined is None:
        raise InputError(f"“{text}” does not say what is joined. Name the alliance or organisation, as NATO.")
    else:
        yield from (_Side(joined, actor) for actor in actors)


def _said(thing: str | None, known: Facts) -> tuple[Claimed, ...]:
    """Give what a thing is: where sides differ on it, what each says."""
    said = known.words.objects[thing].said if thing else ()
    return tuple(Claimed(class_, Ground(by)) for class_, by in said) or _claimed(thing)


def _said_of(thing: str | None, known: Facts) -> tuple[Measured, ...]:
    """Give the figures that sides give of a thing, whoever has it."""
    told = known.words.objects[thing].measured if thing else ()
    return tuple(Measured(m, q, f"{spoken.amount(q)} {known.words.measures[m].label}", Ground(by)) for m, q, by in told)


def _claimed(value: str | None) -> tuple[Claimed, ...]:
    return (Claimed(value, GIVEN),) if value else ()


def _circumstances(words: Remaining, known: Facts) -> Iterator[Circumstance]:
    """Yield the circumstances that a question states, those told in more words first: "without notice" stands in longer phrases."""
    told = known.words.circumstances.values()
    phrases = [*((f, c.id, Truth.YES) for c in told for f in c.yes), *((f, c.id, Truth.NO) for c in told for f in c.no)]
    for form, name, holds in sorted(phrases, key=lambda p: -len(p[0])):
        if words.take(whole(form)):
            yield Circumstance(name, holds, GIVEN)


def _names(words: Remaining, known: Facts, when: Days) -> Iterator[Name]:
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
        yield Name(f"state:{entry.country}" if isinstance(entry, Body) else entry.key, start, end)


def there(state: Country, when: Days) -> None:
    """Raise `InputError` where a state was not there on the day of the event, and name what to ask instead."""
    if state.until and when.first > state.until:
        instead = f"Name its successor {state.successor}, " if state.successor else "Name the state that was there, "
        ended = f"it ended on {spoken.date(state.until)}"
        raise InputError(f"{state.name} was no state {spoken.days(when)}: {ended}. {instead}or give an earlier date.")
    if state.since and when.last < state.since:
        raise InputError(f"{state.name} was no state {spoken.days(when)}: it began on {spoken.date(state.since)}. Give a later date.")


@dataclass(frozen=True, slots=True)
class _Verb:
    """The class of the verb, where it stands, and whether who stands before it suffers the act."""

    action: str
    span: Span
    passive: bool


def _verb(words: Remaining, known: Facts) -> _Verb:
    """Give the verb of a question. "Has" before another verb only helps it; who "is admitted" joins."""
    forms = [(form, c.id) for c in known.words.actions.values() for form in c.forms]
    places = [(m.start(), -len(form), id_, m) for form, id_ in forms if (m := re.search(pattern_of(form), words.rest, re.IGNORECASE))]
    if not places:
        raise InputError(f"No verb of “{words.text}” is known. Say it with one of: {', '.join(_verbs(known))}.")
    main = [p for p in places if p[3].group().casefold() not in {"has", "have", "had"}] or places
    _, _, id_, match = min(main)
    things = {form for form, _ in _forms(known)}
    for part in range(1, len(match.regs)):
        if part == 1 or match.group(part).casefold() not in things:
            words.drop(*match.span(part))
    if id_ == EXERCISE and (title := _TITLE.match(words.rest, match.end())):
        words.drop(*title.span())
    passive = _TO_BE.search(words.text, 0, match.start()) is not None and match.group(1).casefold().endswith(_PARTICIPLES)
    return _Verb(JOINING if passive and id_ == ADMITTING else id_, Span(*match.span(1)), passive and id_ != ADMITTING)


def pattern_of(form: str) -> str:
    """Give the pattern of a verb; "…" stands for words between its parts ("flies … bombers")."""
    return r"[^.;]*?".join(f"({whole(part.strip())})" for part in form.split("…"))


def _not_suffered(words: Remaining, verb: _Verb, actors: Sequence[Name], known: Facts) -> None:
    """Raise where who stands before the verb suffers the act; troops of a state that "are stationed" are stationed by it."""
    own = any(re.compile(rf"\s+{whole(form)}", re.IGNORECASE).match(words.text, actors[-1].end) for form, _ in _forms(known))
    if verb.passive and (not own or re.search(r"\bby\b", words.text[verb.span.end :])):
        raise InputError(f"“{words.text}” says to whom it is done. Say who does it first, as in “{EXAMPLE}”.")


def _verbs(known: Facts) -> Iterable[str]:
    """Yield one form of each class of action, as it stands behind "Russia"."""
    for action in known.words.actions.values():
        if action.forms:
            yield next((f for f in action.forms if f.split()[0].endswith("s")), action.forms[0])


@dataclass(frozen=True, slots=True)
class _Amounts:
    """What the figures measure, and the class of the object."""

    measures: tuple[Measured, ...]
    thing: str | None


def _amounts(words: Remaining, known: Facts) -> _Amounts:
    """Give what the figures measure, and the class of the object; a figure without a unit is an error."""
    measures, thing = list[Measured](_ranges(words, known)), None
    for figure in wording.figures(words, known.words):
        if unit := wording.measure_of(figure, words, known.words):
            quantity = known.words.measures[unit[0]].read(figure.quantity)
            measures.append(Measured(unit[0], quantity, f"{figure.words} {unit[1]}", GIVEN))
            continue
        counted = _counted(figure, words, known)
        if counted is None:
            raise InputError(f"“{words.text}”: {figure.words} of what? Name the unit or the thing behind it, as 5,000 troops or 2,000 km.")
        thing, measure, said = counted
        measures.append(Measured(measure, figure.quantity, f"{figure.words} {said}", GIVEN))
    if thing is None and (found := next((f for f in _forms(known) if words.take(rf"(?:\b{_MODEL}\s+)?{whole(f[0])}")), None)):
        thing = found[1]
        measures += _single(words, known, *found)
    return _Amounts(tuple(measures), thing)


def _ranges(words: Remaining, known: Facts) -> Iterator[Measured]:
    """Yield the figures that a word stands for ("intermediate-range")."""
    for form, (measure, quantity) in known.words.ranges.items():
        if found := words.take(whole(form)):
            yield Measured(
                measure, quantity, f"{found.group()}, that is {spoken.amount(quantity)} {known.words.measures[measure].label},", GIVEN
            )


def _single(words: Remaining, known: Facts, form: str, thing: str) -> Iterator[Measured]:
    """Yield that it is one, where the question has "a" or "an" before a thing in the singular."""
    measure = known.words.objects[thing].measure
    if measure and re.search(rf"\ban?\s+{whole(form)}", words.text, re.IGNORECASE) and f"{form}s" in known.words.objects[thing].forms:
        yield Measured(measure, exactly(1), f"a {form}", GIVEN)


def _counted(figure: Figure, words: Remaining, known: Facts) -> tuple[str, str, str] | None:
    """Give the class, the measure and the words of what stands behind a figure."""
    silent = "|".join(re.escape(s) for s in known.words.silent)
    for form, thing in _forms(known):
        measure = known.words.objects[thing].measure
        named = rf"[\s\x00]*(?:(?:{silent})\s+)*((?:{_MODEL}\s+)?{whole(form)})"
        match = re.compile(named, re.IGNORECASE).match(words.rest, figure.end)
        if match and measure:
            words.drop(match.start(1), match.end(1))
            return thing, measure, match[1]
    return None


def _forms(known: Facts) -> list[tuple[str, str]]:
    """Give the forms of objects with their classes, in the plural and the singular, the longest first."""
    forms = {(form, c.id) for c in known.words.objects.values() for one in c.forms for form in (one, one.removesuffix("s"))}
    return sorted(forms, key=lambda f: (-len(f[0]), f))


def _nothing_left(words: Remaining, known: Facts) -> None:
    """Raise where a word of the question was not understood."""
    fillers = known.words.silent | set(JOINED)
    left = [w for w in re.findall(r"[\w’'-]+", words.rest) if w.casefold() not in fillers and w not in {"'s", "’s", "'", "’"}]
    if left:
        name = "it is no state or organisation of the tables: of a place, name the state that it lies in; of a weapon, its kind"
        why = name if left[0][:1].isupper() else "it is no word for conduct"
        raise InputError(f"“{words.text}”: “{left[0]}” is not understood; {why}. Leave it out, or say it as in “{EXAMPLE}”.")
