"""In what force a clause is told: as a fact, as what will, may or must be, denied, on whose word; by auxiliaries and what governs it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from communique.extract.events.clauses import charging, clause_of, is_infinitive
from communique.extract.events.lookup import noun_reading, reading_of
from communique.extract.events.scene import Scene, once
from communique.extract.events.words import Frame
from communique.extract.phrases import form
from communique.extract.subjects import is_bidden
from communique.model.kinds import Status
from communique.model.parse import ROOT, Parse

_NOT = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "hardly"])
_NOBODY = frozenset(["no", "not", "neither", "nobody", "none", "no-one"])
"""Words in a subject that deny what the predicate tells: "Neither X nor Y attacked", "No party shall attack"."""
_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d"])
_POSSIBLE = frozenset(["could", "may", "might", "can", "ca"])
_MUST = frozenset(["must", "should", "ought"])
_IF = frozenset(["if", "unless", "whether"])


class Force(StrEnum):
    """How a clause is told."""

    FACT = "fact"
    FUTURE = "future"
    POSSIBLE = "possible"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Told:
    """The force of a clause, whether it is negated, under a condition, and the predicate of saying above it."""

    force: Force = Force.FACT
    negated: bool = False
    supposed: bool = False
    ongoing: bool = False
    said: int | None = None
    governed: bool = False
    charged: int | None = None
    denied: int | None = None
    planned: bool = False
    """It is what somebody's plan or preparation is for."""
    by: str | None = None
    """The word that the force rests on."""


@once
def told(scene: Scene, i: int) -> Told:
    """Give in what force a predicate is told, by its own auxiliaries and the clauses above it."""
    found = _own(scene.parse, i)
    node = i
    for _ in range(12):
        head = scene.parse.tokens[node].head
        if head == ROOT:
            return found
        found, goes_on = _under(scene, node, head, found)
        if not found.supposed and any(form(scene.parse, c) in _IF for c in scene.parse.children(head, "mark")):
            found = replace(found, supposed=True)
        if not goes_on:
            return found
        node = head
    return found


def _own(parse: Parse, i: int) -> Told:
    auxiliaries = {form(parse, c): c for c in parse.children(i, "aux", "aux:pass")}
    negated = negates(parse, i)
    supposed = any(form(parse, c) in _IF for c in parse.children(i, "mark"))
    ongoing = form(parse, i).endswith("ing") and bool({"is", "are", "'s", "been", "'re"} & auxiliaries.keys())
    if auxiliaries.keys() & {"is", "are", "was", "were"} and any(form(parse, c) == "to" for c in parse.children(i, "mark")):
        return Told(Force.FUTURE, negated, supposed, by="to")
    for force, words in ((Force.FUTURE, _FUTURE), (Force.POSSIBLE, _POSSIBLE), (Force.MUST, _MUST)):
        if hit := auxiliaries.keys() & words:
            return Told(force, negated, supposed, by=sorted(hit)[0])
    if is_bidden(parse, i):
        return Told(Force.MUST, negated, supposed, by=form(parse, parse.tokens[i].head))
    return Told(Force.FACT, negated, supposed, ongoing)


def negates(parse: Parse, i: int) -> bool:
    """Say whether a predicate is negated: "not", "never", "no longer"."""
    below = parse.children(i, "advmod", "aux", "cc", "det")
    below += tuple(c for s in parse.children(i, "nsubj") for c in _before(parse, s) if form(parse, c) in _NOBODY)
    longer = any(form(parse, c) == "longer" and form(parse, c - 1) == "no" for c in below if c)
    return longer or any(form(parse, c) in _NOT | _NOBODY for c in below)


def _before(parse: Parse, subject: int) -> tuple[int, ...]:
    """Give the head of a subject and the words before it that can deny it."""
    return (*(c for c in parse.children(subject, "det", "advmod", "cc:preconj") if c < subject), subject)


def _under(scene: Scene, node: int, head: int, found: Told) -> tuple[Told, bool]:
    """Give the force with what the clause above adds, and whether to go on upwards."""
    parse = scene.parse
    if parse.related(node, "conj"):
        own = parse.children(node, "aux", "nsubj") or parse.tokens[node].has("VerbForm=Fin")
        if not own and found.force is Force.FACT:
            above = _own(parse, head)
            found = replace(found, force=above.force, negated=found.negated, by=above.by, ongoing=above.ongoing)
        return found, True
    if (verb := charging(parse, node)) is not None:
        return _charged(scene, verb, found)
    if parse.tokens[node].rel in ("acl", "ccomp") and (said := _of_noun(scene, node, head, found)) is not None:
        return said, False
    if parse.related(node, "advcl"):
        return _beside(scene, node, head, found)
    if not parse.related(node, "xcomp", "ccomp", "csubj"):
        return found, not parse.related(node, "acl", "parataxis", "nsubj", "obj", "obl", "nmod")
    return _governed(scene, node, head, found), True


def _of_noun(scene: Scene, node: int, head: int, found: Told) -> Told | None:
    """Give the force of a clause that a noun takes: "no plan that …" and "the demand that …" tell nothing; None for other nouns."""
    parse = scene.parse
    if any(form(parse, c) == "no" for c in parse.children(head, "det")) or _content(scene, head):
        return replace(found, supposed=True)
    if (verb := _denied_at(scene, head)) is not None:
        return replace(found, denied=verb)
    if parse.tokens[node].rel == "acl" and is_infinitive(parse, node) and found.force is Force.FACT:
        return replace(found, force=Force.FUTURE, by=form(parse, head), planned=scene.of_class(head, ("plans",), near=False))
    return None


def _denied_at(scene: Scene, head: int) -> int | None:
    """Give the verb that denies or dismisses the claim that a noun names: "rejected allegations that …"."""
    parse = scene.parse
    verb = parse.tokens[head].head
    claim = parse.tokens[head].upos == "NOUN" and scene.of_class(head, ("accusations", "doubtful"), near=False)
    if not claim or verb == ROOT or not parse.related(head, "obj", "nsubj:pass"):
        return None
    reading = reading_of(scene, clause_of(scene, verb))
    return verb if reading and (reading.word.frame is Frame.DENIES or reading.word.type == "REJECT") else None


def _content(scene: Scene, head: int) -> bool:
    """Say whether a noun is a demand, promise or threat, whose clause is what it is about, not what happens."""
    word = noun_reading(scene, head) if scene.parse.tokens[head].upos == "NOUN" else None
    return word is not None and word.type in ("REQUEST", "AGREE", "THREATEN")


def _charged(scene: Scene, verb: int, found: Told) -> tuple[Told, bool]:
    """Give the force of what somebody is accused of, praised for or charged with: under an accusation it is alleged."""
    reading = reading_of(scene, clause_of(scene, verb))
    charged = reading is not None and reading.word.type == "ACCUSE"
    return (replace(found, charged=verb, force=Force.FACT), False) if charged else (found, True)


def _beside(scene: Scene, node: int, head: int, found: Told) -> tuple[Told, bool]:
    """Give the force of a clause beside another: an infinitive may belong to the verb above."""
    if is_infinitive(scene.parse, node) and leads(scene, head):
        return _governed(scene, node, head, found), True
    return found, True


def _governed(scene: Scene, node: int, head: int, found: Told) -> Told:
    """Give the force of a clause with what the verb that takes it adds."""
    parse = scene.parse
    reading = reading_of(scene, clause_of(scene, head))
    frame = reading.word.frame if reading else None
    if frame is Frame.SAYS:
        found = replace(found, said=head) if found.said is None else found
    elif frame is Frame.GOES:
        found = _gone(parse, head, found, planned=reading is not None and reading.word.status is Status.PLANNED)
    elif frame is not None or parse.related(node, "xcomp"):
        found = replace(found, governed=True)
    return found


_LEADING = frozenset({Frame.GOES, Frame.GOVERNS, Frame.VOWS, Frame.REFUSES, Frame.WANTS, Frame.WARNS, Frame.INSISTS})


def leads(scene: Scene, head: int) -> bool:
    """Say whether a word takes an infinitive as what it decides or how far it is; behind others it tells a purpose."""
    reading = reading_of(scene, clause_of(scene, head))
    return reading is not None and reading.word.frame in _LEADING


def _gone(parse: Parse, head: int, found: Told, *, planned: bool) -> Told:
    """Give the force under a verb that tells how far the act is: what is planned or must begin is not done."""
    above = _own(parse, head)
    force = found.force if found.force is not Force.FACT else above.force
    if force is Force.FACT and planned:
        force = Force.FUTURE
    return replace(found, force=force, negated=found.negated or above.negated, by=found.by or above.by or form(parse, head))
