"""When and where talks take place: times and places that belong to the trigger, not to something else in its sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.according import speech_of
from communique.extract.phrases import Cast, case, form
from communique.extract.talks.dating import opens_range
from communique.extract.talks.occasions import Occasion, Role, is_trigger, told_inside
from communique.extract.talks.words import TalkWords
from communique.model.actor import ActorKind, Who
from communique.model.parse import ROOT, Entity, Parse, Time
from communique.model.span import Span

_NOMINAL = ("nmod", "obl", "appos", "conj", "compound", "flat", "nummod", "advmod", "dep", "amod", "obj", "nsubj", "list")
_TOLD = frozenset(["scheduled", "planned", "held", "set", "due", "expected", "slated", "starting", "beginning", "began", "taking"])
"""Participles at a noun whose time and place are those of the talks: "meetings scheduled for January 10"."""
_NOT_WHEN = frozenset(["since", "until", "till", "before", "after", "from", "by", "as"])
_PLACES = frozenset(["in", "at"])
_REACH = 7
"""TalkWords up to a place or time that still comes right after: "in the Swiss city of Geneva"."""
_VISITED = frozenset(["visit", "visits", "visited", "visiting"])
_SETTLEMENTS = frozenset(["city", "town", "capital", "village", "resort", "port", "suburb", "province", "region", "island"])
_LINKS = frozenset(["on", "in", "at", "the", "for", "of", "early", "late", "this", "that", "last", "next", ",", "("])


@dataclass(frozen=True, slots=True)
class Vicinity:
    """What places belong to: the trigger's own words (`near`), its predicate, and the end of its participants."""

    parse: Parse
    occasion: Occasion
    words: TalkWords
    cast: Cast
    last: int

    @property
    def inside(self) -> tuple[int, ...]:
        """The verbs of relative clauses that tell of the talks."""
        return told_inside(self.parse, self.occasion.top, self.words) if self.occasion.role is not Role.VERB else ()

    def past(self, found: Who | Time | None) -> "Vicinity":
        """Give the vicinity with the talks' own words going on to a place or time found right after them."""
        cite = found.cite if isinstance(found, Who) else found
        tokens = self.parse.tokens_in(Span(cite.start, cite.end)) if cite else ()
        near = bool(tokens) and self.last < tokens[0] <= self.last + _REACH
        return replace(self, last=tokens[-1]) if near else self


def time_of(vicinity: Vicinity) -> Time | None:
    """Give the time of the talks: at the noun, right after those who take part, or at the verb; the finest of the nearest."""
    ranked = [(rank, -_fineness(t), t) for t in _times(vicinity) if (rank := rank_of(vicinity, _head(vicinity.parse, t))) is not None]
    return min(ranked, default=(0, 0, None), key=lambda r: (r[0], r[1], r[2].start))[2]


def place_of(vicinity: Vicinity) -> Who | None:
    """Give the place of the talks: a city, country or house in which or at which; a city before the noun ("Geneva talks")."""
    found = [(rank, not named, e) for e, rank, named in _placed(vicinity)]
    if not found:
        return _here(vicinity)
    entity = min(found, key=lambda f: (f[0], f[1], f[2].start))[2]
    cite = vicinity.parse.report.cite(entity.start, entity.end)
    return Who(_country(vicinity, entity), cite)


def _here(vicinity: Vicinity) -> Who | None:
    """Give the dateline's town where the talks are "here": the place that begins a paragraph up to theirs, a dash soon behind it."""
    parse, nodes = vicinity.parse, (*vicinity.occasion.nodes, vicinity.occasion.predicate)
    if not any(form(parse, c) == "here" for n in nodes if n is not None for c in parse.children(n, "advmod", "obl")):
        return None
    text = parse.report.text
    for e in parse.entities:
        first = e.label == "LOC" and not text[text.rfind("\n", 0, e.start) + 1 : e.start].strip()
        if first and e.start < parse.tokens[vicinity.occasion.trigger].start and _DASH.match(text, e.end):
            return Who(None, parse.report.cite(e.start, e.end))
    return None


_DASH = re.compile(r"[^\n.;]{0,60}?(?:\s-{1,2}\s|[—–:])|[^\n]{0,60}?\)\s?(?:-|—|–)")


def _times(vicinity: Vicinity) -> Iterator[Time]:
    sentence = vicinity.parse.sentence_of(vicinity.occasion.trigger)
    cue = _cue_behind(vicinity)
    for time in vicinity.parse.times:
        if not (sentence.start <= time.start < sentence.end) or time.type not in ("DATE", "TIME"):
            continue
        if (time.value and time.value.endswith("_REF")) or vicinity.cast.names(Span(time.start, time.end)):
            continue
        if _in_dateline(vicinity.parse, time) or (cue is not None and time.start > vicinity.parse.tokens[cue].start):
            continue
        preposition = case(vicinity.parse, _head(vicinity.parse, time))
        ranged = preposition == "from" and opens_range(vicinity.parse, time)
        if (preposition not in _NOT_WHEN or ranged or (preposition == "since" and lasting(vicinity))) and not _counts_next(
            vicinity.parse, time
        ):
            yield time


def _cue_behind(vicinity: Vicinity) -> int | None:
    """Give the verb of saying behind the clause of the talks ("they may meet, she said on Monday"): a time behind it is its own."""
    cue = speech_of(vicinity.parse, vicinity.occasion.top, vicinity.words.saying)
    return cue if cue is not None and cue > vicinity.occasion.top else None


def _in_dateline(parse: Parse, time: Time) -> bool:
    """Say whether a time stands in a dateline: before the dash that closes a paragraph's first words, which begin with a place."""
    text = parse.report.text
    start = text.rfind("\n", 0, time.start) + 1
    place = next((e for e in parse.entities if e.label == "LOC" and e.start >= start and not text[start : e.start].strip()), None)
    dash = _DASH.match(text, place.end) if place else None
    return dash is not None and time.end <= dash.end()


def lasting(vicinity: Vicinity) -> bool:
    """Say whether the talks go on since a time: "have been speaking", "has been under way"."""
    verb = vicinity.occasion.predicate
    auxiliaries = {form(vicinity.parse, c) for c in vicinity.parse.children(verb, "aux", "cop")} if verb is not None else set()
    return verb is not None and "been" in auxiliaries and bool(auxiliaries & {"has", "have", "'ve", "’ve"})


def _counts_next(parse: Parse, time: Time) -> bool:
    """Say whether a time only divides the next one: "the first half" of "September"."""
    text = parse.report.text
    return any(o.start > time.end and text[time.end : o.start].strip() == "of" for o in parse.times)


def _head(parse: Parse, place: Time | Entity) -> int:
    """Give the token of a stretch that hangs on a word outside it."""
    tokens = parse.tokens_in(Span(place.start, place.end)) or _touching(parse, place)
    return next((i for i in tokens if parse.tokens[i].head not in tokens), tokens[0])


def _touching(parse: Parse, place: Time | Entity) -> tuple[int, ...]:
    return tuple(i for i, t in enumerate(parse.tokens) if t.start < place.end and place.start < t.end)


def _fineness(time: Time) -> int:
    return len(time.value) if time.value else 0


def rank_of(vicinity: Vicinity, head: int) -> int | None:
    """Say how near a word is: 0 at the noun, 1 right after the talks' words, 2 at the verb, 3 at one joined to it; None for elsewhere."""
    owner = _owner(vicinity, head)
    if owner in vicinity.occasion.nodes:
        return 0
    if _follows(vicinity, head):
        return 1
    if owner is not None and owner == vicinity.occasion.predicate and vicinity.occasion.role is not Role.ADJUNCT:
        return 2
    return 3 if owner is not None and vicinity.occasion.role is Role.SUBJECT and _joined(vicinity, owner) else None


def _is_side(vicinity: Vicinity, i: int) -> bool:
    """Say whether a noun tells who takes part: a participle behind it is said of the talks ("a call between envoys planned for …")."""
    parse = vicinity.parse
    return (
        i >= 0
        and parse.related(i, "nmod")
        and case(parse, i) in ("between", "with", "of")
        and parse.tokens[i].head in vicinity.occasion.nodes
    )


def _joined(vicinity: Vicinity, verb: int) -> bool:
    """Say whether a verb is joined to the predicate and shares its subject: "have begun and will go on this week"."""
    parse = vicinity.parse
    return parse.related(verb, "conj") and parse.tokens[verb].head == vicinity.occasion.predicate and not parse.children(verb, "nsubj")


def _owner(vicinity: Vicinity, i: int) -> int | None:
    """Climb over names to what the word belongs to: the talks' noun, another noun for talks, or a verb."""
    parse, start = vicinity.parse, i
    for _ in range(len(parse.tokens)):
        if i in vicinity.occasion.nodes or i == vicinity.occasion.predicate:
            return i
        if i in vicinity.inside:
            return vicinity.occasion.top
        head = parse.tokens[i].head
        told = parse.tokens[i].upos == "VERB" and parse.related(i, "acl") and form(parse, i) in _TOLD
        if told and (head in vicinity.occasion.nodes or _is_side(vicinity, head)):
            return vicinity.occasion.top
        if head == ROOT or not parse.related(i, *_NOMINAL, "nmod:poss") or (i != start and not _passable(vicinity, i)):
            return i
        i = head
    return None


def _passable(vicinity: Vicinity, i: int) -> bool:
    """Say whether a time or place may hang below a noun and still be that of the talks: names, people and towns, not other happenings."""
    parse = vicinity.parse
    timed = any(t.start <= parse.tokens[i].start < t.end for t in parse.times)
    known = vicinity.words.delegates | vicinity.words.passing | vicinity.words.formats | vicinity.words.margins
    named = timed or parse.tokens[i].upos in ("PROPN", "NUM") or form(parse, i) in known
    agents = form(parse, i) in vicinity.words.delegates and case(parse, i) == "by"
    apart = case(parse, i) in _NOT_WHEN | {"following", "amid", "despite"} and not agents
    beside = parse.tokens[i].head != ROOT and form(parse, parse.tokens[i].head) in vicinity.words.margins
    return (named or beside) and not apart and (beside or not is_trigger(parse, i, vicinity.words))


def _follows(vicinity: Vicinity, head: int) -> bool:
    """Say whether a word comes right after the talks' own words, nothing but small words between (parsers often hang it elsewhere)."""
    first = min((j for j in vicinity.parse.subtree(head) if j > vicinity.last), default=None)
    if head <= vicinity.last or first is None:
        return False
    return all(form(vicinity.parse, j) in _LINKS or _lasts(vicinity.parse, j) for j in range(vicinity.last + 1, first)) and first <= head


def _lasts(parse: Parse, i: int) -> bool:
    """Say whether a word is part of a duration: "for nearly eight hours"."""
    return any(t.type == "DURATION" and t.start <= parse.tokens[i].start < t.end for t in parse.times)


def _placed(vicinity: Vicinity) -> Iterator[tuple[Entity, int, bool]]:
    """Yield the places of the sentence that belong to the talks, with their rank, and whether they are LOC."""
    parse, sentence = vicinity.parse, vicinity.parse.sentence_of(vicinity.occasion.trigger)
    for entity in parse.entities:
        if not (sentence.start <= entity.start < sentence.end) or entity.label not in ("LOC", "ORG"):
            continue
        if vicinity.cast.within_name(Span(entity.start, entity.end)):
            continue
        head = _settlement(parse, _head(parse, entity))
        venue = _spelled(parse, entity) in vicinity.words.houses
        if (entity.label == "LOC" or venue) and _before_noun(vicinity, head) and (venue or not _is_state(vicinity, head)):
            yield entity, 0, True
        elif parse.related(head, "obj") and form(parse, parse.tokens[head].head) in _VISITED and rank_of(vicinity, head) == 2:
            yield entity, 2, True
        elif case(parse, head) in _PLACES and (entity.label == "LOC" or case(parse, head) == "at") and not _is_topic(parse, head, vicinity):
            rank = rank_of(vicinity, head)
            if rank is not None:
                yield entity, rank, entity.label == "LOC"


def _settlement(parse: Parse, i: int) -> int:
    """Give the noun that a place's name hangs on where it tells what it is: "city" in "the Swiss city of Geneva"."""
    head = parse.tokens[i].head
    kind = head != ROOT and form(parse, head) in _SETTLEMENTS
    return head if kind and (case(parse, i) == "of" or parse.related(i, "appos", "flat", "nmod:desc", "compound", "nmod")) else i


def _spelled(parse: Parse, entity: Entity) -> str:
    return " ".join(parse.report.text[entity.start : entity.end].lower().removeprefix("the ").split())


def _before_noun(vicinity: Vicinity, head: int) -> bool:
    """Say whether a name stands right before a noun for talks: "Geneva talks", but not one of the two in "Washington-Moscow talks"."""
    parse = vicinity.parse
    if not parse.related(head, "compound", "nmod:poss") or parse.tokens[head].head not in vicinity.occasion.nodes:
        return False
    around = (head - 1, head + 1)
    return not parse.related(head, "nmod:poss") and all(parse.text(j) not in "-–/" for j in around if 0 <= j < len(parse.tokens))


def _is_topic(parse: Parse, head: int, vicinity: Vicinity) -> bool:
    """Say whether a place hangs below a word for what the talks are about: "talks on the war in Ukraine"."""
    for i in parse.ancestors(head):
        if i in vicinity.occasion.nodes or i == vicinity.occasion.predicate or i in vicinity.inside:
            return False
        if (case(parse, i) in vicinity.words.topics["prepositions"] and parse.tokens[i].upos != "PROPN") or form(
            parse, i
        ) in vicinity.words.topics["verbs"]:
            return True
    return False


def _is_state(vicinity: Vicinity, head: int) -> bool:
    named = vicinity.cast.at(head)
    return named is not None and named.kind is ActorKind.STATE and form(vicinity.parse, head) in named.name.lower()


def _country(vicinity: Vicinity, entity: Entity) -> str | None:
    """Give the actor's id where the place is a state by its own name; a city that stands for a state elsewhere is only a city here."""
    named = vicinity.cast.at(_head(vicinity.parse, entity))
    words = vicinity.parse.report.text[entity.start : entity.end].lower()
    return named.id if named and named.kind is ActorKind.STATE and words == named.name.lower() else None
