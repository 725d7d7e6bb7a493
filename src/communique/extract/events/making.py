"""Making an act of plain words: its type in the force that it is told in, both sides, and why."""

from dataclasses import dataclass, replace

from communique.extract.events.act import Act
from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.force import Told, negates
from communique.extract.events.lookup import noun_reading, reading_of
from communique.extract.events.recipients import recipients_of, sure_recipients
from communique.extract.events.scene import Scene
from communique.extract.events.sides import agents_of, owners
from communique.extract.events.turning import Turned, turned
from communique.extract.events.words import Frame
from communique.extract.phrases import form

_THEIRS = frozenset(["it", "they", "he", "she", "we", "i", "its", "their", "his", "her", "our", "my"])


@dataclass(frozen=True, slots=True)
class Plain:
    """An act by its words alone: `object` the head of its object, `noun` the noun that tells it beside the predicate."""

    type: str
    mode: str | None
    object: int | None
    strict: bool = False
    noun: int | None = None


def content_type(scene: Scene, i: int | None) -> str | None:
    """Give the type of what a governed clause tells, by its words alone."""
    if i is None:
        return None
    clause = clause_of(scene, i)
    reading = reading_of(scene, clause)
    if reading is None:
        return None
    word = reading.word
    if word.frame is Frame.GOES:
        return content_type(scene, clause.complement)
    if word.frame is Frame.LIGHT:
        noun = noun_reading(scene, reading.object) if reading.object is not None else None
        return word.type or (noun.type if noun else None)
    own = turned(word.type, None, Told(negated=negates(scene.parse, i))) if word.type else None
    return own.type if own else None


def made(scene: Scene, clause: Clause, how: Told, plain: Plain) -> Act | None:
    """Give the act that plain words are in their force, with both sides; None where it then is none, or a side is missing."""
    new = turned(plain.type, plain.mode, replace(how, negated=how.negated or _none_of(scene, plain.object)))
    if new is None:
        return None
    agents = actors(scene, clause, how, plain.noun)
    find = sure_recipients if plain.strict else recipients_of
    recipients = find(scene, clause, type_=plain.type, object_=plain.object, agents=agents)
    mutual = plain.type == "COOPERATE" and len(agents) > 1
    if (plain.strict and not mutual and not (agents and recipients)) or (
        not agents and (new.type == "THREATEN" or _by_things(scene, clause))
    ):
        return None
    triggers = (clause.head,) if plain.noun is None else (clause.head, plain.noun)
    return Act(new.type, new.mode, triggers, agents, recipients, clause, how, _why(scene, triggers, new))


def _by_things(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause tells what a thing does that is neither an act nor a weapon: "the storm hit the coast"."""
    return any(not noun_reading(scene, s) and not scene.of_class(s, ("fire",)) for s in clause.subjects)


def _none_of(scene: Scene, i: int | None) -> bool:
    return i is not None and any(form(scene.parse, c) == "no" for c in scene.parse.children(i, "det"))


def _why(scene: Scene, triggers: tuple[int, ...], new: Turned) -> str:
    words = " … ".join(scene.parse.text(t) for t in triggers)
    return f"“{words}” tells of {new.type}" + (f" ({new.why})" if new.why else "")


def _several(scene: Scene, i: int) -> bool:
    """Say whether a phrase is about several people, whom "it" cannot mean."""
    return scene.parse.tokens[i].has("Number=Plur") and scene.label(i) is None


def actors(scene: Scene, clause: Clause, how: Told, noun: int | None) -> tuple[int, ...]:
    """Give who acts; a pronoun in what somebody says is the speaker ("Iraq said it would …")."""
    found = agents_of(scene, clause)
    if not found and clause.passive and noun is not None:
        found = owners(scene, noun)
    own = [j for i in found for j in (i, *scene.parse.children(i, "nmod:poss")) if scene.parse.tokens[j].upos == "PRON"]
    teller = how.said if how.denied is None else how.denied
    aside = how.denied is None and scene.parse.related(clause.head, "advcl", "acl")
    if teller is None or aside or not any(form(scene.parse, j) in _THEIRS for j in own):
        return tuple(i for i in found if form(scene.parse, i) != "it" or scene.actor(i) is not None)
    speaker = agents_of(scene, clause_of(scene, teller))
    if (
        how.denied is None
        and any(form(scene.parse, j) in ("it", "its") for j in own)
        and any(scene.label(s) == "PER" or _several(scene, s) for s in speaker)
    ):
        speaker = ()
    another = any((n := scene.known.cast.at(j)) and n not in [scene.known.cast.at(s) for s in speaker] for j in own)
    return found if another else speaker or tuple(i for i in found if form(scene.parse, i) != "it" or scene.actor(i) is not None)
