"""Which reading of a word fits a clause: with its particle or preposition first, by the class of its object and of who acts."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.scene import Scene, once
from communique.extract.events.words import Frame, Word
from communique.extract.phrases import case, form
from communique.model.parse import Parse

_DRAFTED = frozenset(["draft", "propose", "proposed"])
"""Words by which a noun names a text that is put forward, and no act: "its draft agreement"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word's reading in a clause, as it is written in the word list, and the head of its object, None where it has none."""

    word: Word
    key: str
    object: int | None


def reading_of(scene: Scene, clause: Clause) -> Reading | None:
    """Give the first reading that fits a clause, before one that leaves the act to whatever its object is; None where none does."""
    return _reading_at(scene, clause.head)


@once
def _reading_at(scene: Scene, i: int) -> Reading | None:
    clause = clause_of(scene, i)
    light: Reading | None = None
    for key, object_ in _keys(scene, clause):
        for word in scene.words.verbs.get(key, ()):
            carried = word.mode == "visit" and object_ not in clause.objects and bool(clause.objects)
            if carried or not _fits(scene, clause, word, object_):
                continue
            if not _is_light(word):
                return light if light and word.object in ((), ("any",)) else Reading(word, key, object_)
            light = light or (Reading(word, key, object_) if object_ is not None and noun_reading(scene, object_) else None)
    return light


def _is_light(word: Word) -> bool:
    return word.frame is Frame.LIGHT and word.type is None and word.object == ("any",)


def _keys(scene: Scene, clause: Clause) -> Iterator[tuple[str, int | None]]:
    """Yield the word with particle and preposition, with either, and alone, each with its object."""
    parse, object_ = scene.parse, (clause.objects or clause.indirect or (None,))[0]
    particles = [form(parse, c) for c in parse.children(clause.head) if parse.tokens[c].rel in ("compound:prt", "advmod")]
    behind_it = clause.head + 1
    if behind_it < len(parse.tokens) and parse.tokens[behind_it].rel == "advmod" and parse.tokens[behind_it].head > behind_it:
        particles.append(form(parse, behind_it))
    particles += [form(parse, c) for c in parse.children(clause.head, "xcomp") if c > clause.head and _is_bare(parse, c)]
    obliques = [(p, h) for p, h in clause.obliques if p]
    behind = object_ if object_ is not None or not clause.obliques else clause.obliques[0][1]
    for lemma in scene.lemmas(clause.head):
        for particle in particles:
            yield from ((f"{lemma} {particle} {p}", h) for p, h in obliques)
        yield from ((f"{lemma} {p}", behind) for p in particles)
        yield from ((f"{lemma} {p}", h) for p, h in obliques if object_ is None or p != "from")
        yield lemma, object_


def _is_bare(parse: Parse, i: int) -> bool:
    """Say whether a complement is a word alone, which makes one verb with its own: "set free", "held hostage"."""
    return parse.tokens[i].upos in ("ADJ", "NOUN") and not parse.children(i, "mark", "case", "det", "aux", "cop")


def _fits(scene: Scene, clause: Clause, word: Word, object_: int | None) -> bool:
    if word.actor and not any(_is(scene, clause, s, word.actor) for s in clause.subjects):
        return False
    return not word.object or _is(scene, clause, object_, word.object)


def _is(scene: Scene, clause: Clause, i: int | None, classes: tuple[str, ...]) -> bool:
    if "none" in classes and i is None:
        return True
    if "clause" in classes and clause.complement is not None and clause.complement > clause.head:
        return True
    if "infinitive" in classes and clause.complement is not None and _infinitive(scene, clause.complement):
        return True
    if i is None:
        return False
    return (
        "any" in classes
        or ("actors" in classes and scene.acts(i))
        or ("act" in classes and noun_reading(scene, i) is not None)
        or ("states" in classes and (scene.label(i) in ("LOC", "ORG") or scene.of_class(i, ("government", "envoys"))))
        or ("named" in classes and scene.label(i) in ("PER", "NORP"))
        or ("nation" in classes and scene.label(i) == "NORP")
        or ("places" in classes and scene.label(i) in ("LOC", "NORP"))
        or scene.of_class(i, classes)
    )


def _infinitive(scene: Scene, i: int) -> bool:
    parse = scene.parse
    marked = any(form(parse, c) == "to" for c in parse.children(i, "mark"))
    return marked or (parse.tokens[i].has("VerbForm=Inf") and not parse.children(i, "aux", "nsubj"))


@once
def noun_reading(scene: Scene, i: int) -> Word | None:
    """Give the reading of a noun that names an act, None where it names none; what a container holds counts."""
    parse = scene.parse
    head = scene.noun(i)
    if scene.of_class(head, ("generic",), near=False):
        head = next((c for c in parse.children(head, "compound") if any(n in scene.words.nouns for n in scene.lemmas(c))), head)
    below = parse.children(head, "compound", "amod", "nmod")
    beside = {lemma for c in below for lemma in scene.lemmas(c)} | {case(parse, c) for c in below}
    if beside & _DRAFTED:
        return None
    for lemma in scene.lemmas(head):
        for word in scene.words.nouns.get(lemma, ()):
            if not word.beside or word.beside & beside:
                return None if word.type == "ASSAULT" and _figurative(scene, head) else word
    return None


def _figurative(scene: Scene, noun: int) -> bool:
    """Say whether an attack is on no people, place or thing: "a war on drugs", "an assault on his record"."""
    below = [c for c in scene.parse.children(noun, "nmod") if case(scene.parse, c) in ("on", "against")]
    return bool(below) and not any(can_be_struck(scene, c) for c in below)


_STRUCK = (
    "land",
    "buildings",
    "ship",
    "vessel",
    "boat",
    "aircraft",
    "plane",
    "troops",
    "roads",
    "vehicles",
    "arms",
    "convoy",
    "patrol",
    "target",
    "position",
)


def can_be_struck(scene: Scene, i: int) -> bool:
    """Say whether a noun is for people, places or things, which can be attacked but in figures of speech."""
    return scene.acts(i) or scene.named(i) or scene.of_class(i, _STRUCK)
