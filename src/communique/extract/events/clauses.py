"""Clauses: a predicate with who does it, to whom, under which prepositions, and the clause that it takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.events.scene import Scene, once
from communique.extract.phrases import case, form
from communique.model.parse import ROOT, Parse, Sentence

_PREDICATES = ("root", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "appos", "dep", "list")
_PREPOSITIONS = frozenset({"considering", "including", "following", "regarding", "concerning", "involving", "given"})
"""Participles that stand as prepositions, and tell nothing that somebody does."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CHARGING = frozenset({"of", "for", "with", "from"})
_CLAUSAL = frozenset({"VERB", "ADJ", "AUX", "NOUN"})
_AGENTIVE = frozenset({"by"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate and its arguments as heads of phrases; `obliques` are each a preposition and a head; a passive is turned round."""

    head: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    indirect: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    complement: int | None
    passive: bool


def predicates(scene: Scene, sentence: Sentence) -> list[int]:
    """Give the heads of the clauses of a sentence, those nearer the root first."""
    parse = scene.parse
    found = [(_depth(parse, i), i) for i in range(sentence.first, sentence.last) if _is_predicate(parse, i)]
    return [i for _, i in sorted(found)]


def _depth(parse: Parse, i: int) -> int:
    return sum(1 for _ in parse.ancestors(i))


def _is_predicate(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if token.upos == "VERB":
        return parse.related(i, *_PREDICATES) and not (form(parse, i) in _PREPOSITIONS and parse.related(i, "advcl", "acl"))
    return token.upos in ("ADJ", "NOUN", "AUX") and parse.related(i, *_PREDICATES) and bool(parse.children(i, "cop", "nsubj"))


@once
def clause_of(scene: Scene, i: int) -> Clause:
    """Give the clause of a predicate."""
    parse = scene.parse
    passive = _passive(parse, i) and not _state(scene, i)
    obliques = tuple(_obliques(scene, i))
    agents = tuple(h for p, h in obliques if (passive and p in _AGENTIVE and scene.acts(h)) or _is_agent(parse, h))
    done = _doers(scene, i)
    counted = tuple(h for _, h in obliques if _up_to(parse, h))
    objects = tuple(c for c in parse.children(i, "obj") if not scene.timed(c) or scene.noun(c) != c) + counted
    objects = _described(parse, i, objects)
    rest = tuple((p, h) for p, h in obliques if h not in agents and h not in counted)
    clauses = [c for c in parse.children(i, "xcomp", "ccomp") if c > i or parse.related(c, "ccomp")]
    if all(scene.acts(o) for o in parse.children(i, "obj")):
        clauses += [c for c in parse.children(i, "advcl") if c > i and is_infinitive(parse, c)]
    complement = clauses[0] if clauses else None
    return Clause(
        head=i,
        subjects=agents if passive else done,
        objects=(*done, *objects) if passive else objects,
        indirect=parse.children(i, "iobj"),
        obliques=rest,
        complement=complement,
        passive=passive,
    )


def _described(parse: Parse, i: int, objects: tuple[int, ...]) -> tuple[int, ...]:
    """Give the objects of a predicate; in a relative clause with a subject of its own the noun it describes: "the deal they struck"."""
    if parse.tokens[i].rel != "acl:relcl" or parse.tokens[i].upos != "VERB":
        return objects
    own = [c for c in parse.children(i, "nsubj") if form(parse, c) not in _RELATIVE]
    if not own or any(form(parse, c) not in _RELATIVE for c in objects) or parse.children(i, "xcomp", "ccomp", "nsubj:pass"):
        return objects
    relative = [c for c in parse.children(i, "obl") if any(form(parse, d) in _RELATIVE for d in (c, *parse.children(c, "nmod")))]
    return objects if relative else (parse.tokens[i].head,)


def _doers(scene: Scene, i: int) -> tuple[int, ...]:
    """Give the subject of a predicate; of "who …" the last one before it who can act, where the noun it hangs on cannot."""
    parse, found = scene.parse, _subjects(scene.parse, i)
    who = [c for c in parse.children(i, "nsubj") if form(parse, c) == "who"]
    if parse.tokens[i].rel != "acl:relcl" or not who or any(scene.acts(s) for s in found):
        return found
    before = [t for t in parse.subtree(parse.tokens[i].head) if t < who[0] and parse.related(t, "nmod") and scene.acts(t)]
    return tuple(before[-1:]) or found


def defines(scene: Scene, i: int) -> bool:
    """Say whether a relative clause only tells which of many are meant: no comma before it, nobody named: "countries which joined"."""
    parse, head = scene.parse, scene.parse.tokens[i].head
    first = min(parse.subtree(i))
    others = any(form(parse, c) not in _RELATIVE for c in parse.children(i, "nsubj"))
    if others or first == 0 or parse.text(first - 1) in (",", "–", "—", "-") or parse.tokens[head].upos == "PROPN":
        return False
    return not any(scene.label(t) for t in (head, *parse.children(head, "amod", "compound", "nmod", "nmod:poss", "flat", "appos")))


def first_joined(parse: Parse, i: int) -> int:
    """Give the first of the predicates that one without a subject of its own is joined to by "and"."""
    while parse.related(i, "conj") and not parse.children(i, "nsubj") and parse.tokens[i].head != ROOT:
        i = parse.tokens[i].head
    return i


def _is_agent(parse: Parse, i: int) -> bool:
    return parse.tokens[i].rel == "obl:agent"


def _passive(parse: Parse, i: int) -> bool:
    """Say whether a predicate is passive: by its subject or auxiliary, or as a participle behind the noun it describes."""
    if any(parse.tokens[c].rel in ("nsubj:pass", "aux:pass", "obl:agent") for c in parse.children(i)):
        return True
    token = parse.tokens[i]
    if form(parse, i).endswith("ing") or (parse.children(i, "nsubj") and parse.children(i, "obj")):
        return False
    if token.has("Voice=Pass"):
        return True
    bare = parse.related(i, "advcl") and token.has("Tense=Past") and not parse.children(i, "aux", "nsubj", "obj", "mark")
    return bare or (token.rel == "acl" and token.has("VerbForm=Part"))


def is_infinitive(parse: Parse, i: int) -> bool:
    """Say whether a clause is an infinitive with "to"; parsers take many that belong to their verb for adverbial ones."""
    return any(form(parse, c) == "to" for c in parse.children(i, "mark"))


def _up_to(parse: Parse, i: int) -> bool:
    """Say whether "up to" before a number made the parser take an object for a phrase with "to"."""
    before = [c for c in parse.children(i, "case") if form(parse, c) == "to" and c > 0 and form(parse, c - 1) == "up"]
    return bool(before and parse.children(i, "nummod"))


def _state(scene: Scene, i: int) -> bool:
    """Say whether a participle tells how its subject is minded, not what is done to it: "is opposed to", "are prepared to"."""
    return form(scene.parse, i) in scene.words.classes["states"] and not scene.parse.children(i, "obl:agent")


def _obliques(scene: Scene, i: int) -> Iterator[tuple[str, int]]:
    parse = scene.parse
    for c in parse.children(i, "obl"):
        if not scene.timed(c):
            yield case(parse, c), c


def _subjects(parse: Parse, i: int) -> tuple[int, ...]:
    """Give the subject of a predicate: its own, what its relative clause belongs to, who controls it, or that of the clause above."""
    for _ in range(8):
        own = [c for c in parse.children(i, "nsubj") if form(parse, c) not in _RELATIVE]
        if own:
            before = [c for c in own if c < i]
            return (before[-1] if before else own[0],)
        above = _above(parse, i)
        if above is not None:
            return (above,)
        head = parse.tokens[i].head
        if head == ROOT or not parse.related(i, "xcomp", "conj", "advcl", "parataxis") or parse.tokens[head].upos not in _CLAUSAL:
            break
        i = head
    return ()


def _above(parse: Parse, i: int) -> int | None:
    """Give the subject that a clause without its own finds right above it: the noun it describes, or who is made to do it."""
    head = parse.tokens[i].head
    if head == ROOT:
        return None
    if (verb := charging(parse, i)) is not None and parse.children(verb, "nsubj:pass"):
        return parse.children(verb, "nsubj:pass")[0]
    if parse.tokens[i].rel in ("acl:relcl", "acl"):
        return head
    if parse.related(i, "ccomp"):
        return _taken(parse, i, head)
    charged = parse.related(i, "advcl") and any(form(parse, c) in _CHARGING for c in parse.children(i, "mark"))
    controllers = parse.children(head, "obj", "iobj") if parse.related(i, "xcomp") or charged else ()
    return controllers[0] if controllers else None


def charging(parse: Parse, i: int) -> int | None:
    """Give the verb that a clause with "of" or "for" belongs to, also where it hangs on the agent ("accused by X of torturing Y")."""
    head = parse.tokens[i].head
    if head == ROOT or not any(form(parse, c) in _CHARGING for c in parse.children(i, "mark")):
        return None
    if parse.related(i, "advcl"):
        return head
    above = parse.tokens[head].head
    agent = parse.tokens[i].rel == "acl" and case(parse, head) == "by" and above != ROOT
    return above if agent and parse.tokens[above].upos == "VERB" else None


def _taken(parse: Parse, i: int, head: int) -> int | None:
    """Give the subject of a clause before its verb of saying where the parser hung both subjects on the latter."""
    subjects = parse.children(head, "nsubj")
    return subjects[0] if len(subjects) > 1 and subjects[0] < i < subjects[1] else None
