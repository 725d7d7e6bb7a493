"""Acts that one side tells and the other denies in passing: "Canada denied it", "a charge that Norway denies"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.according import both, spoken
from communique.extract.events.clauses import clause_of, predicates
from communique.extract.events.lookup import reading_of
from communique.extract.events.scene import Scene
from communique.extract.events.sides import agents_of
from communique.extract.events.words import Frame
from communique.extract.phrases import form
from communique.model.kinds import Stance, Status
from communique.model.mention import Event, Voice
from communique.model.parse import Sentence

_REFERRING = frozenset(["it", "this", "that", "them", "these", "those"])
_FAR = 2
"""How many sentences back what is denied may stand."""
_TOLD = frozenset({Status.ALLEGED, Status.HELD, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies something named only by "it" or "the charge": the ids of actors and their countries, where, and the voices."""

    by: frozenset[str]
    sentence: int
    start: int
    voices: tuple[Voice, ...]


def contested(scene: Scene, events: Sequence[Event]) -> Iterator[Event]:
    """Yield the events; one whose actor denies it in the same or one of the next two sentences is contested."""
    denials = [d for n, s in enumerate(scene.parse.sentences) for d in _denials(scene, n, s)] if events else []
    denied: dict[str, Denial] = {}
    for denial in denials:
        if (event := _meant(scene, denial, events)) is not None:
            denied.setdefault(event.id, denial)
    for event in events:
        yield _contested(event, denied[event.id]) if event.id in denied else event


def _contested(event: Event, denial: Denial) -> Event:
    why = f"{event.why}; “{denial.voices[-1].cites[-1].quote}” by whom it is told of"
    return replace(event, status=Status.CONTESTED, why=why, according_to=both(event.according_to, denial.voices))


def _denials(scene: Scene, n: int, sentence: Sentence) -> Iterator[Denial]:
    for i in (i for i in predicates(scene, sentence) if "deny" in scene.lemmas(i)):
        clause = clause_of(scene, i)
        if clause.complement is not None or not clause.objects or not _refers(scene, clause.objects[0]):
            continue
        reading = reading_of(scene, clause)
        by = frozenset(scene.known.countries(w for a in agents_of(scene, clause) for w in scene.known.who(a)))
        if by and (reading is None or reading.word.frame is Frame.DENIES or reading.word.type == "REJECT"):
            voices = spoken(scene.parse, i, Stance.DENIES, cast=scene.known.cast)
            yield Denial(by, n, scene.parse.tokens[i].start, voices)


def _refers(scene: Scene, i: int) -> bool:
    """Say whether an object points back: a pronoun, or "the charge" without a clause of its own."""
    if form(scene.parse, i) in _REFERRING:
        return True
    return scene.of_class(i, ("accusations",), near=False) and not scene.parse.children(i, "ccomp")


def _meant(scene: Scene, denial: Denial, events: Sequence[Event]) -> Event | None:
    """Give the nearest event before a denial that is told of the denier."""
    first = scene.parse.sentences[max(0, denial.sentence - _FAR)].start
    near = [e for e in events if first <= e.trigger.start < denial.start and e.status in _TOLD]
    near = [e for e in near if scene.known.countries(e.actors) & denial.by]
    return max(near, key=lambda e: (e.status is Status.ALLEGED, e.trigger.start), default=None)
