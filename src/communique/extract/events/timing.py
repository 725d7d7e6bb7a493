"""When an act took place: the time that hangs on the act's own words, never on another clause or on a verb of saying."""

from collections.abc import Iterator

from communique.extract.events.act import Act
from communique.extract.events.lookup import noun_reading
from communique.extract.events.scene import Scene
from communique.extract.phrases import form
from communique.model.dates import UNKNOWN, When
from communique.model.kinds import Status
from communique.model.parse import ROOT, Sentence, Time
from communique.model.span import Span
from communique.model.timex import when_of

_CLAUSES = ("advcl", "acl", "ccomp", "parataxis", "csubj", "xcomp")
_BOUNDS = frozenset(["after", "before", "since", "until", "till", "of", "than", "from", "by", "pre", "post", "to", "as"])
"""Words before a time that is a bound or a point of reference, not when the act was: "since 1997", "as of 27 May", "by Friday"."""


def when_told(scene: Scene, sentence: Sentence, act: Act) -> When:
    """Give the time that an act is told with; unknown where none hangs on its words."""
    own = tuple(_own(scene, act))
    for time in scene.parse.times:
        if sentence.start <= time.start < sentence.end and time.type in ("DATE", "TIME") and _dates(scene, time, own, act):
            return when_of(time, scene.parse.report)
    return UNKNOWN


def _own(scene: Scene, act: Act) -> Iterator[int]:
    """Yield the words whose time is the act's: its own, and the verbs above that only tell how far it is ("began on Monday to …")."""
    parse = scene.parse
    if act.status is Status.DENIED:
        yield act.clause.head
    elif act.triggers[0] == act.clause.head:
        yield from act.triggers
    else:
        yield act.triggers[0]
    node = act.clause.head
    while parse.related(node, "xcomp") and parse.tokens[node].head != ROOT:
        node = parse.tokens[node].head
        yield node


def _dates(scene: Scene, time: Time, own: tuple[int, ...], act: Act) -> bool:
    """Say whether a time hangs on one of the words of an act, or on a noun for an act right below one."""
    parse, inside = scene.parse, scene.parse.tokens_in(Span(time.start, time.end))
    head = next((i for i in inside if parse.tokens[i].head not in inside), None)
    if head is None or _is_bound(scene, inside[0]) or parse.tokens[head].head == ROOT:
        return False
    above = parse.tokens[head].head
    if above in own:
        return not _parted(scene, above, head, own)
    nominal = noun_reading(scene, above) is not None and parse.tokens[above].head in own
    return nominal and not parse.related(above, *_CLAUSES)


def _is_bound(scene: Scene, first: int) -> bool:
    before = [form(scene.parse, i) for i in range(max(0, first - 2), first)]
    return bool(before) and (before[-1] in _BOUNDS or (before[-1] == "the" and before[0] in _BOUNDS))


def _parted(scene: Scene, head: int, time: int, own: tuple[int, ...]) -> bool:
    """Say whether another clause's verb stands between a predicate and a time: "X attacked Y, Z said on Monday"."""
    parse = scene.parse
    for verb in range(head + 1, time):
        clause = parse.related(verb, *_CLAUSES) or verb == parse.tokens[head].head
        if clause and verb not in own and parse.tokens[verb].upos == "VERB":
            return True
    return False
