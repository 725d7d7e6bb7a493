"""Acts told as nouns with both sides at them: "Chad's rejection of Norway's offer", "a demand by Russia that NATO halt"."""

from collections.abc import Iterator

from communique.extract.events.act import Act
from communique.extract.events.clauses import clause_of
from communique.extract.events.force import Force, Told, negates, told
from communique.extract.events.lookup import noun_reading, reading_of
from communique.extract.events.naming import who
from communique.extract.events.recipients import recipients_at
from communique.extract.events.scene import Scene
from communique.extract.events.sides import owners
from communique.extract.events.words import Word
from communique.extract.phrases import case, form
from communique.model.kinds import Status
from communique.model.parse import ROOT, Sentence

TALKS = "CONSULT"
"""PLOVER's type for talks, whose nouns are read by `talks`."""
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
"""Types of acts that are there once somebody speaks of them; of others the predicate must tell that they happen."""
_OPPOSING = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that a noun tells with a pronoun for its owner too: "his opposition to the deal"."""
_ABOUT = frozenset({"on", "about", "regarding", "concerning", "for"})
"""Prepositions that make a noun what is spoken of or striven for."""
_UNREAL = frozenset(
    ["possible", "potential", "planned", "proposed", "future", "likely", "imminent", "threatened", "hypothetical", "eventual", "any", "no"]
)
_TAKING = ("acl", "ccomp", "acl:relcl")


def nominal_acts(scene: Scene, sentence: Sentence) -> Iterator[Act]:
    """Yield the acts that nouns of a sentence tell, in order of the text."""
    for noun in range(sentence.first, sentence.last):
        plain = scene.parse.tokens[noun].upos == "NOUN" and not scene.label(noun)
        word = noun_reading(scene, noun) if plain else None
        if word is not None and (act := _read(scene, noun, word)) is not None:
            yield act


def _read(scene: Scene, noun: int, word: Word) -> Act | None:
    """Read a noun whose both sides stand at it; a demand or promise may name what it is about instead of to whom."""
    told_here = word.type not in (None, TALKS) and scene.noun(noun) == noun and not _only_spoken_of(scene, noun)
    agents = owners(scene, noun) if told_here else ()
    agents = tuple(i for i in agents if scene.parse.tokens[i].upos != "PRON" or (word.type in _OPPOSING and scene.actor(i) is not None))
    if not agents or not _is_real(scene, noun, word.type or ""):
        return None
    doing = {who(scene, i).actor for i in agents} - {None}
    recipients = tuple(i for i in recipients_at(scene, noun, agents, deep=2) if who(scene, i).actor not in doing)
    taken = next((c for c in scene.parse.children(noun, *_TAKING) if c > noun and _is_content(scene, noun, c)), None)
    if word.type is None or not (recipients or (taken is not None and word.type in _SPOKEN)):
        return None
    why = f"“{scene.parse.text(noun)}” tells of {word.type}"
    return Act(word.type, word.mode, (noun,), agents, recipients, clause_of(scene, noun), Told(), why)


def _is_content(scene: Scene, noun: int, clause: int) -> bool:
    """Say whether a clause is what a noun asks or tells, and no clause about the noun ("proposals that Oslo says would help")."""
    about = scene.parse.tokens[clause].rel == "acl:relcl"
    return not about or (form(scene.parse, noun + 1) == "that" and bool(scene.parse.children(clause, "mark")))


def _only_spoken_of(scene: Scene, noun: int) -> bool:
    """Say whether a noun is only a subject, or measured or asked for: "talks on a pullout", "an erosion of support", "demands for help"."""
    head = scene.parse.tokens[noun].head
    if case(scene.parse, noun) in _ABOUT and (word := noun_reading(scene, noun)) and word.type not in _OPPOSING:
        return True
    if head == ROOT or not scene.parse.related(noun, "nmod"):
        return False
    word = noun_reading(scene, head)
    return scene.of_class(head, ("scales",), near=False) or (word is not None and word.type == "REQUEST")


def _is_real(scene: Scene, noun: int, type_: str) -> bool:
    """Say whether a noun tells of something there: no possible one, none that the predicate denies, supposes or leaves to come."""
    parse = scene.parse
    if any(form(parse, c) in _UNREAL for c in parse.children(noun, "amod", "det")):
        return False
    above = next((i for i in parse.ancestors(noun) if parse.tokens[i].upos in ("VERB", "AUX", "ADJ")), None)
    if above is None:
        return parse.tokens[noun].head != ROOT or bool(parse.children(noun, "cop"))
    how = told(scene, above)
    if how.supposed or (type_ in _SPOKEN and type_ != "THREATEN"):
        return not how.supposed
    reading = reading_of(scene, clause_of(scene, above))
    planned = reading is not None and reading.word.status is Status.PLANNED
    return how.force is Force.FACT and not how.negated and not negates(parse, above) and not planned
