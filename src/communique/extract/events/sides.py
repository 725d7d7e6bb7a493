"""Who does an act, and where: the subject first, then owners and adjectives of the noun that tells it."""

from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.lookup import noun_reading
from communique.extract.events.scene import Scene
from communique.extract.phrases import case, conjuncts
from communique.model.actor import ActorKind
from communique.model.parse import ROOT

_WHERE = frozenset({"in", "into", "at", "near", "over"})


def agents_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Give who does what a clause tells: its subjects; of an act that is the subject itself, whose it is."""
    found: list[int] = []
    for subject in clause.subjects:
        if scene.of_class(subject, ("texts",), near=False) and (issuer := _issuer(scene, subject)):
            found += issuer
        elif scene.of_class(subject, ("texts",), near=False) and scene.parse.tokens[subject].upos == "NOUN":
            found.append(subject)
        elif not scene.acts(subject) and (noun_reading(scene, subject) or scene.of_class(subject, ("plans",), near=False)):
            found += owners(scene, subject)
        else:
            found += [c for c in _joined(scene, subject) if scene.acts(c) or (scene.named(c) and not _abstract(scene, c))]
    return tuple(dict.fromkeys(found))


def _abstract(scene: Scene, i: int) -> bool:
    """Say whether a noun names an action or a state, not who acts: "the expansion of NATO"."""
    return scene.parse.tokens[i].lemma.lower().endswith(("ion", "ment", "ness", "ity", "ance", "ence"))


def _joined(scene: Scene, subject: int) -> tuple[int, ...]:
    """Give a subject and those joined to it, also where they hang on the name behind a title ("leader A and President B")."""
    behind = [d for c in scene.parse.children(subject, "appos", "flat") if scene.label(c) for d in conjuncts(scene.parse, c)[1:]]
    return (*conjuncts(scene.parse, subject), *(d for d in behind if scene.label(d) or scene.acts(d)))


def _issuer(scene: Scene, text: int) -> tuple[int, ...]:
    """Give who issues a text: whose it is, or the subject of the verb that it is the object of ("issued a declaration demanding")."""
    parse = scene.parse
    own = owners(scene, text)
    if own or not parse.related(text, "obj", "obl") or parse.tokens[text].head == ROOT:
        return own
    return tuple(s for s in clause_of(scene, parse.tokens[text].head).subjects if s != text and scene.acts(s))


def _only_place(scene: Scene, i: int) -> bool:
    """Say whether a name before a noun is a place that is no state, where it happened: "the Oslo shooting"."""
    known = scene.actor(i)
    return scene.label(i) == "LOC" and (known is None or known.kind is not ActorKind.STATE)


def owners(scene: Scene, noun: int) -> tuple[int, ...]:
    """Give whose act a noun names: "by rebels", "Iraq's", "Israeli"."""
    parse = scene.parse
    by = [c for c in parse.children(noun, "nmod", "obl", "acl") if case(parse, c) in ("by", "between") and scene.acts(c)]
    own = [c for c in parse.children(noun, "nmod:poss", "amod", "compound") if scene.acts(c) and parse.tokens[c].upos != "VERB"]
    own = [c for c in own if parse.related(c, "nmod:poss") or not _only_place(scene, c)]
    return tuple(c for h in (by or own[:1]) for c in conjuncts(parse, h))


def place_of(scene: Scene, clause: Clause) -> int | None:
    """Give the place where a clause tells that it happened, None where it names none."""
    parse = scene.parse
    below = [h for p, h in clause.obliques if p in _WHERE]
    below += [c for o in clause.objects for c in parse.children(o, "nmod") if case(parse, c) in ("in", "at", "near")]
    return next((h for h in below if scene.label(h) == "LOC"), None)
