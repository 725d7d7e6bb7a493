"""Talks: meetings, summits, calls and negotiations that a report tells of, with who takes part, when, where and whether they took place.

Rules on Universal Dependencies. First comes precision: talks that are wished for or spoken of in general give no entry, and a bare
"the talks" adds nothing; denied ones say who denies them, and ones that "may" be held are hypothetical.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.according import spoken, voices
from communique.extract.phrases import Cast, form
from communique.extract.subjects import subject
from communique.extract.talks import details
from communique.extract.talks.carrying import carried, place_before
from communique.extract.talks.dating import to_come, when_told
from communique.extract.talks.formats import formats_of, margins_of
from communique.extract.talks.lasting import length
from communique.extract.talks.merging import Account, with_new
from communique.extract.talks.occasions import Occasion, Role, occasions
from communique.extract.talks.participants import dashed, distinct, participants
from communique.extract.talks.particulars import Particulars, is_enough, is_public
from communique.extract.talks.standing import Standing, standing
from communique.extract.talks.vicinity import Vicinity, place_of, time_of
from communique.extract.talks.words import TalkWords, words
from communique.model.actor import ActorKind, Named, Who
from communique.model.citation import Citation
from communique.model.dates import UNKNOWN
from communique.model.ids import mention_id
from communique.model.kinds import Kind, Stance, Status
from communique.model.mention import Event, Voice
from communique.model.parse import ROOT, Parse, Time
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.reference import Tables

__all__ = ["talks"]

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})
PLOVER = "CONSULT"
"""PLOVER's type for talks of every kind."""


def talks(parse: Parse, named: Sequence[Named], tables: Tables) -> Iterator[Event]:
    """Yield the talks that a report tells of, in order of their first mention; mentions of the same talks are one entry."""
    known = words()
    cast = Cast(parse, named, tables, known.delegates)
    told: list[Account] = []
    for occasion in occasions(parse, known):
        if _read(parse, occasion) and (new := _candidate(parse, occasion, cast, known, told)):
            told = with_new(told, new)
    yield from (t.event for t in told)


def _read(parse: Parse, occasion: Occasion) -> bool:
    return parse.report.region_at(parse.tokens[occasion.trigger].start).kind not in _UNREAD


def _candidate(parse: Parse, occasion: Occasion, cast: Cast, known: TalkWords, told: Sequence[Account]) -> Account | None:
    """Read one trigger, after those `told` before: who, when, where, whether; None where too little is told or nothing says that it is."""
    actors = participants(parse, occasion, cast=cast, words=known)
    if (not actors and occasion.role is Role.VERB) or (occasion.also == "series" and not told):
        return None
    vicinity = Vicinity(parse, occasion, known, cast, _last(parse, occasion, actors))
    particulars = _particulars(vicinity, actors, told)
    found = standing(parse, occasion, day=particulars.when.value, words=known)
    if found is None:
        return None
    particulars = _settled(vicinity, particulars, found)
    few = found.status is Status.HYPOTHETICAL and len(particulars.actors) < _BOTH
    if few or not is_public(vicinity, particulars) or not is_enough(vicinity, particulars):
        return None
    return Account(
        event=_event(vicinity, particulars, found),
        parties=_parties(particulars.actors, cast),
        people=_people(particulars.actors, cast),
        group=occasion.group,
        back=_points_back(parse, occasion, particulars),
        headline=parse.report.region_at(parse.tokens[occasion.trigger].start).kind is RegionKind.HEADLINE and not particulars.told,
    )


_BOTH = 2
"""Sides that must be told of talks that only may take place."""


def _settled(vicinity: Vicinity, particulars: Particulars, found: Standing) -> Particulars:
    """Give the particulars once it is known whether talks took place: the day of those to come, and who denies them as a side.

    Where only one side is told, who denies the talks is the other: "denied that talks with B had been held".
    """
    if found.status is Status.PLANNED:
        return replace(particulars, when=to_come(vicinity.parse, particulars.when))
    holder = subject(vicinity.parse, found.denied_by) if found.denied_by is not None else None
    if holder is None or len(particulars.actors) != 1:
        return particulars
    return replace(particulars, actors=distinct((*vicinity.cast.who(holder), *particulars.actors)))


def _particulars(vicinity: Vicinity, actors: tuple[Who, ...], told: Sequence[Account]) -> Particulars:
    """Put together when, where and who; a city that is the place takes no part, the two of "NATO-Russia Council" do.

    What the words only point back to ("the two sides", "in the same city") is taken from the talks told before.
    """
    place = place_of(vicinity)
    time = time_of(vicinity.past(place))
    if place is None and time is not None:
        place = place_of(vicinity.past(time))
    formats = formats_of(vicinity)
    names = [details.name_of(vicinity.parse, i) for i in formats]
    present = [w for w in actors if not (place and place.cite == w.cite)]
    joined = [w for i, name in zip(formats, names, strict=True) for w in _in_format(vicinity, i, name)]
    alone = [w for w in present if not (w.cite and any(n.covers(w.cite.span) or w.cite.span.covers(n) for n in names))]
    found = distinct((*alone, *joined))
    before: tuple[Who, ...] = ()
    if not any(w.actor for w in found):
        before = carried(vicinity.parse, vicinity.occasion, told, cast=vicinity.cast, words=vicinity.words)
    margins = margins_of(vicinity)
    return Particulars(
        actors=before or found,
        when=when_told(vicinity.parse, time, since=_since(vicinity, time)) if time else UNKNOWN,
        place=place or place_before(vicinity.parse, vicinity.occasion, told),
        part_of=details.part_of(vicinity.parse, vicinity.occasion, [*names, *([margins] if margins else [])], vicinity.words),
        carried=bool(before),
    )


def _since(vicinity: Vicinity, time: Time) -> bool:
    return vicinity.parse.report.text[: time.start].rstrip().lower().endswith("since")


def _in_format(vicinity: Vicinity, i: int, name: Span) -> tuple[Who, ...]:
    """Give those whom a format's name joins ("NATO-Russia Council"), else the body that it is; "the Kashmir format" is none."""
    parts = dashed(vicinity.parse, i, vicinity.cast) or vicinity.cast.parts(name)
    if len({w.actor for w in parts}) > 1:
        return parts
    return () if form(vicinity.parse, i) == "format" else vicinity.cast.who(i)


def _event(vicinity: Vicinity, particulars: Particulars, found: Standing) -> Event:
    parse, occasion, words = vicinity.parse, vicinity.occasion, vicinity.words
    trigger = parse.span((occasion.trigger, occasion.top))
    part = particulars.part_of
    told = details.topic(parse, occasion, words), details.outcome(parse, occasion, words)
    lasted = length(parse, occasion, words)
    spans = [*(s for d in (part, *told) if d for s in d.spans), *([lasted.cite.span] if lasted else [])]
    return Event(
        id=mention_id(parse.report.id, Kind.EVENT, [trigger]),
        type=PLOVER,
        trigger=parse.report.cite(trigger.start, trigger.end),
        actors=particulars.actors,
        status=found.status,
        why=found.why,
        mode=details.mode(parse, occasion, words, format_=part.text if part else None, kinds=_kinds(vicinity.cast, particulars.actors)),
        place=particulars.place,
        when=particulars.when,
        figures=(lasted,) if lasted else (),
        part_of=part.text if part else None,
        topic=told[0].text if told[0] else None,
        outcome=told[1].text if told[1] else None,
        according_to=_voices(vicinity, found),
        cites=(_cited(vicinity, particulars, spans),),
    )


def _voices(vicinity: Vicinity, found: Standing) -> tuple[Voice, ...]:
    if found.denied_by is not None:
        return spoken(vicinity.parse, found.denied_by, Stance.DENIES, cast=vicinity.cast)
    return voices(vicinity.parse, vicinity.occasion.top, cast=vicinity.cast, saying=vicinity.words.saying)


def _kinds(cast: Cast, actors: tuple[Who, ...]) -> list[ActorKind]:
    present = {w.actor for w in actors}
    return [n.kind for n in cast.named if n.id in present]


def _cited(vicinity: Vicinity, particulars: Particulars, details: Sequence[Span]) -> Citation:
    """Cite from the first to the last word of its sentence that the entry rests on."""
    parse, occasion = vicinity.parse, vicinity.occasion
    told = (*(w.cite for w in particulars.actors), particulars.when.cite, particulars.place.cite if particulars.place else None)
    sentence = parse.sentence_of(occasion.trigger)
    spans = [cite.span for cite in told if cite and sentence.start <= cite.start < sentence.end]
    spans += [s for s in details if sentence.start <= s.start < sentence.end]
    spans += [parse.tokens[i].span for i in (*occasion.nodes, *([occasion.predicate] if occasion.predicate is not None else []))]
    return parse.report.cite(min(s.start for s in spans), max(s.end for s in spans))


def _last(parse: Parse, occasion: Occasion, actors: tuple[Who, ...]) -> int:
    """Give the last token of the trigger's own words: its noun, or its verb, and those who take part behind it, "of …" included."""
    sentence = parse.sentence_of(occasion.trigger)
    ends = [parse.tokens_in(w.cite.span)[-1] for w in actors if w.cite and parse.tokens_in(w.cite.span)]
    last = max([occasion.trigger, *(e for e in ends if sentence.first <= e < sentence.last)])
    while last + 1 < sentence.last and _goes_on(parse, last, last + 1):
        last += 1
    return last


def _goes_on(parse: Parse, last: int, i: int) -> bool:
    """Say whether a word still belongs to the name before it: an acronym in brackets, or a noun after "of"."""
    own = any(a == last for a in parse.ancestors(i)) or parse.tokens[i].head == parse.tokens[last].head != ROOT
    return own and ((parse.related(i, "appos", "flat", "punct") and parse.text(i) in "()") or form(parse, i) == "of")


def _points_back(parse: Parse, occasion: Occasion, particulars: Particulars) -> bool:
    definite = {"the", "these", "those", "this", "that", "both"}
    said = any(form(parse, c) in definite for n in occasion.nodes for c in parse.children(n, "det"))
    return said and not particulars.told and occasion.role is not Role.VERB


def _people(actors: tuple[Who, ...], cast: Cast) -> frozenset[tuple[str, str]]:
    present = {w.actor for w in actors}
    return frozenset((n.country or "", n.id) for n in cast.named if n.id in present and n.kind is ActorKind.PERSON)


def _parties(actors: tuple[Who, ...], cast: Cast) -> frozenset[str]:
    """Give the countries and bodies behind those who take part: what two mentions share where one names the minister."""
    known = {n.id: n for n in cast.named}
    found = [(known.get(w.actor or ""), w) for w in actors]
    return frozenset((n.country or n.key or n.id) if n else (w.cite.quote if w.cite else "") for n, w in found)
