"""Events: what actors do to one another, with PLOVER's type and mode, both sides, place, time, figures and status.

Rules on Universal Dependencies over the words of `data/plover.yml`. Where in doubt, none. What `talks` has read is not given again.
"""

from collections.abc import Iterator

from communique.extract.events.act import Act
from communique.extract.events.acts import TALKS, acts
from communique.extract.events.contesting import contested
from communique.extract.events.doubting import doubted
from communique.extract.events.merging import merged
from communique.extract.events.naming import who
from communique.extract.events.scene import Scene
from communique.extract.events.sides import place_of
from communique.extract.events.standing import status_of, voices_of
from communique.extract.events.timing import when_told
from communique.extract.known import Known
from communique.model.actor import Who
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.mention import Event, Figure
from communique.model.notice import Notice
from communique.model.parse import Sentence
from communique.model.report import RegionKind

__all__ = ["events"]

_AGAINST = frozenset({"REJECT", "SANCTION", "REQUEST", "ACCUSE", "THREATEN"})
"""Types of acts against talks, which are told with the talks' own noun ("cancelled the meeting")."""
_ASIDE = ("advcl", "acl:relcl", "parataxis", "ccomp")
_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})


def events(known: Known) -> Iterator[Event | Notice]:
    """Yield the events of a report, in order of the text, of a sentence the main clause's first; last, one notice of what is left out."""
    scene = Scene(known)
    yield from contested(scene, tuple(merged(_events(scene))))
    yield from doubted(scene)


def _events(scene: Scene) -> Iterator[Event]:
    for sentence in scene.parse.sentences:
        if scene.parse.report.region_at(sentence.start).kind in _UNREAD:
            continue
        for act in acts(scene, sentence):
            if not _told_as_talks(scene, sentence, act):
                yield _event(scene, sentence, act)


def _told_as_talks(scene: Scene, sentence: Sentence, act: Act) -> bool:
    """Say whether the talks of the report already hold an act: talks of its sentence, or told with one of its words."""
    words = [scene.parse.tokens[i].span for i in act.triggers]
    here = [t.trigger.span for t in scene.known.talks if sentence.start <= t.trigger.start < sentence.end]
    again = any(sentence.start <= c.start < sentence.end for t in scene.known.talks for c in t.cites)
    return (again and act.type == TALKS) or any(w.overlaps(t) for w in words for t in here if act.type not in _AGAINST)


def _event(scene: Scene, sentence: Sentence, act: Act) -> Event:
    parse = scene.parse
    trigger = parse.tokens[act.triggers[0]].span
    voices = voices_of(scene, act)
    status, why = status_of(scene, act, voices)
    place = _place(scene, place_of(scene, act.clause))
    actors = tuple(who(scene, i) for i in act.agents)
    visited = [i for i in act.recipients if act.type == TALKS and scene.label(i) == "LOC" and who(scene, i).actor is None]
    place = place or _place(scene, next(iter(visited), None))
    recipients = tuple(who(scene, i) for i in act.recipients if i not in visited)
    when = when_told(scene, sentence, act)
    figures = _figures(scene, act)
    spans = [w.cite.span for w in (*actors, *recipients) if w.cite] + [parse.tokens[i].span for i in act.triggers]
    spans += [f.cite.span for f in figures] + [c.span for c in (when.cite, place.cite if place else None) if c]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    return Event(
        id=mention_id(parse.report.id, Kind.EVENT, [trigger]),
        type=act.type,
        trigger=parse.report.cite(trigger.start, trigger.end),
        actors=actors,
        status=status,
        why=f"{act.why}; {why}",
        mode=act.mode,
        recipients=recipients,
        place=place,
        when=when,
        figures=figures,
        according_to=voices,
        cites=(parse.report.cite(first, last),),
    )


def _figures(scene: Scene, act: Act) -> tuple[Figure, ...]:
    """Give the numbers that an act's own clause holds."""
    told = frozenset(_told_with(scene, act))
    return tuple(f for f in scene.known.figures if not told.isdisjoint(scene.parse.tokens_in(f.cite.span)))


def _told_with(scene: Scene, act: Act) -> Iterator[int]:
    """Yield the tokens of an act's own clause: its arguments, and the clause that it governs; no clause beside it."""
    waiting = [act.clause.head, *act.agents, *act.recipients, *act.clause.objects]
    while waiting:
        i = waiting.pop()
        yield i
        waiting += [c for c in scene.parse.children(i) if not scene.parse.related(c, *_ASIDE) and not _other_clause(scene, c)]


def _other_clause(scene: Scene, i: int) -> bool:
    return scene.parse.related(i, "conj") and scene.parse.tokens[i].upos in ("VERB", "AUX")


def _place(scene: Scene, place: int | None) -> Who | None:
    return who(scene, place) if place is not None else None
