"""Talks: meetings, summits, calls and negotiations that a report tells of, with who takes part, when, where and whether they took place.

Rules on Universal Dependencies. First comes precision: talks that are denied, wished for or spoken of in general give no entry, and a
bare "the talks" adds nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.phrases import Cast, case, form
from communique.extract.talks import details
from communique.extract.talks.merging import Candidate, merged
from communique.extract.talks.occasions import Occasion, Role, occasions
from communique.extract.talks.participants import distinct, participants
from communique.extract.talks.scene import Scene, formats_of, place_of, time_of
from communique.extract.talks.standing import Standing, standing, voices
from communique.extract.talks.words import Words, words
from communique.model.actor import ActorKind, Named, Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN, When
from communique.model.ids import mention_id
from communique.model.mention import Event, Kind
from communique.model.parse import Parse, Time
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.model.timex import when_of
from communique.reference import Tables

__all__ = ["talks"]

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})
PLOVER = "CONSULT"
"""PLOVER's type for talks of every kind."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When, where and as part of what talks take place."""

    when: When
    place: Who | None
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One trigger with all it is read against."""

    parse: Parse
    occasion: Occasion
    cast: Cast
    known: Words


def talks(parse: Parse, named: Sequence[Named], tables: Tables) -> Iterator[Event]:
    """Yield the talks that a report tells of, in order of their first mention; mentions of the same talks are one entry."""
    known = words()
    cast = Cast(parse, named, known.delegates)
    candidates = (_candidate(parse, o, cast, known) for o in occasions(parse, known) if _read(parse, o))
    yield from merged(c for c in candidates if c is not None)


def _read(parse: Parse, occasion: Occasion) -> bool:
    return parse.report.region_at(parse.tokens[occasion.trigger].start).kind not in _UNREAD


def _candidate(parse: Parse, occasion: Occasion, cast: Cast, known: Words) -> Candidate | None:
    """Read one trigger: who, when, where, whether; None where too little is told or nothing says that it took or takes place."""
    actors = participants(parse, occasion, cast=cast, words=known)
    scene = Scene(parse, occasion, known, cast, _last(parse, occasion, actors))
    time, place, formats = time_of(scene), place_of(scene), formats_of(scene)
    actors = tuple(w for w in actors if not (place and place.cite == w.cite))
    actors = distinct((*actors, *(w for i in formats for w in (cast.who(i) or cast.parts(i)))))
    if not actors or not _public(actors, cast):
        return None
    when = when_of(time, parse.report) if time else UNKNOWN
    format_ = details.part_of(parse, occasion, formats, known)
    if not actors or not _enough(parse, occasion, actors, told=bool(time or place or format_)):
        return None
    found = standing(parse, occasion, day=when.value, words=known)
    back = _points_back(parse, occasion, told=bool(time or place or format_))
    if found is None:
        return None
    event = _event(Reading(parse, occasion, cast, known), actors, found, Setting(when, place, format_))
    return Candidate(event, _parties(actors, cast), occasion.group, back)


def _event(reading: Reading, actors: tuple[Who, ...], found: Standing, setting: Setting) -> Event:
    parse, occasion, known, cast = reading.parse, reading.occasion, reading.known, reading.cast
    trigger = parse.span((occasion.trigger, occasion.top))
    return Event(
        id=mention_id(parse.report.id, Kind.EVENT, [trigger]),
        type=PLOVER,
        trigger=parse.report.cite(trigger.start, trigger.end),
        actors=actors,
        status=found.status,
        why=found.why,
        mode=details.mode(parse, occasion, format_=setting.part_of, actors=actors, named=cast.named),
        place=setting.place,
        when=setting.when,
        part_of=setting.part_of,
        topic=details.topic(parse, occasion, known),
        outcome=details.outcome(parse, occasion, known),
        according_to=voices(parse, occasion, cast=cast, words=known),
        cites=(_cited(parse, occasion, actors, setting),),
    )


def _cited(parse: Parse, occasion: Occasion, actors: tuple[Who, ...], scene: Setting) -> Citation:
    """Cite from the first to the last word that the entry rests on."""
    told = (*(w.cite for w in actors), scene.when.cite, scene.place.cite if scene.place else None)
    spans = [cite.span for cite in told if cite]
    sentence = parse.sentence_of(occasion.trigger)
    spans = [s for s in spans if sentence.start <= s.start < sentence.end]
    spans += [parse.tokens[i].span for i in (*occasion.nodes, *([occasion.predicate] if occasion.predicate is not None else []))]
    return parse.report.cite(min(s.start for s in spans), max(s.end for s in spans))


def _last(parse: Parse, occasion: Occasion, actors: tuple[Who, ...]) -> int:
    """Give the last token of the trigger's own words: its noun, or its verb, and those who take part behind it."""
    sentence = parse.sentence_of(occasion.trigger)
    ends = [parse.tokens_in(w.cite.span)[-1] for w in actors if w.cite and parse.tokens_in(w.cite.span)]
    return max([occasion.trigger, *(e for e in ends if sentence.first <= e < sentence.last)])


def _public(actors: tuple[Who, ...], cast: Cast) -> bool:
    """Say whether someone takes part in a public role: a state, a body, or a person with a role; two private persons' dinner is none."""
    known = {n.id: n for n in cast.named}
    found = [known[w.actor] for w in actors if w.actor in known]
    return any(n.kind is not ActorKind.PERSON or n.roles or n.country or n.key for n in found)


def _enough(parse: Parse, occasion: Occasion, actors: tuple[Who, ...], *, told: bool) -> bool:
    """Say whether enough is told for an entry: two who take part; one with a time, place or format, or where the word asks for more."""
    if occasion.also == "two":
        return len(actors) > 1
    if occasion.also == "held" and occasion.role not in (Role.OBJECT, Role.SUBJECT) and not (told and len(actors) > 1):
        return False
    if occasion.also == "body" and occasion.group == "session" and not told:
        return False
    return len(actors) > 1 or told or (occasion.role is Role.OBJECT and _told_with(parse, occasion))


def _told_with(parse: Parse, occasion: Occasion) -> bool:
    return any(case(parse, c) in ("with", "between") for n in occasion.nodes for c in parse.children(n, "nmod"))


def _points_back(parse: Parse, occasion: Occasion, *, told: bool) -> bool:
    definite = any(
        form(parse, c) in ("the", "these", "those", "this", "that", "both") for n in occasion.nodes for c in parse.children(n, "det")
    )
    return definite and not told and occasion.role is not Role.VERB


def _parties(actors: tuple[Who, ...], cast: Cast) -> frozenset[str]:
    known = {n.id: n for n in cast.named}
    return frozenset((n.country or n.key or n.id) if (n := known.get(w.actor or "")) else (w.cite.quote if w.cite else "") for w in actors)
