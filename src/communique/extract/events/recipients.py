"""To whom an act is done: object first, then prepositions, owners and adjectives of its nouns, and the clauses that it takes."""

from collections.abc import Iterable, Iterator, Sequence

from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.lookup import noun_reading
from communique.extract.events.scene import Scene
from communique.extract.events.turning import GIVING
from communique.extract.phrases import case, conjuncts, form

_PREPOSITIONS = (
    "against",
    "to",
    "with",
    "from",
    "between",
    "among",
    "on",
    "upon",
    "over",
    "toward",
    "towards",
    "for",
    "of",
    "into",
    "in",
    "at",
    "near",
    "by",
)
_BESIDE = frozenset({"to", "unless", "until", "if", "by"})
_NOBODY = frozenset({"it", "who", "himself", "herself", "itself", "themselves", "myself", "ourselves"})
_MOVED = ("troops", "mission", "police", "inspectors")
"""What is sent or withdrawn is no side."""
_WHOLE = frozenset({"ASSAULT", "COERCE"})
"""Types that befall things too: houses, camps, websites count with their whole phrase where a name stands in it."""


def recipients_of(scene: Scene, clause: Clause, *, type_: str, object_: int | None, agents: Iterable[int]) -> tuple[int, ...]:
    """Give to whom an act is done, as heads of phrases, at last by any name below; () where nobody is told."""
    taken = {t for a in agents for t in (a, *conjuncts(scene.parse, a))}
    sure = sure_recipients(scene, clause, type_=type_, object_=object_, agents=agents)
    below = (*clause.objects, *(h for _, h in clause.obliques))
    return sure or next(((n,) for o in below for n in _names_below(scene, o) if n not in taken), ())


def sure_recipients(scene: Scene, clause: Clause, *, type_: str, object_: int | None, agents: Iterable[int]) -> tuple[int, ...]:
    """Give to whom an act is done by its own arguments and clauses."""
    taken = {t for a in agents for t in (a, *conjuncts(scene.parse, a))}
    for head in _candidates(scene, clause, type_, object_, 0):
        if head not in taken and not (scene.parse.tokens[head].upos == "PRON" and form(scene.parse, head) in _NOBODY):
            return tuple(c for c in conjuncts(scene.parse, head) if c not in taken and (c == head or scene.acts(c) or scene.named(c)))
    return ()


def recipients_at(scene: Scene, noun: int, agents: Iterable[int], *, deep: int = 3) -> tuple[int, ...]:
    """Give to whom the act that a noun names is done, by what stands at the noun; `deep`: 3 for nothing below that."""
    found = next((c for c in _of_noun(scene, noun, deep) if c not in agents), None)
    return () if found is None else tuple(c for c in conjuncts(scene.parse, found) if c not in agents)


def _candidates(scene: Scene, clause: Clause, type_: str, object_: int | None, deep: int) -> Iterator[int]:
    """Yield heads from the likeliest on: arguments, what is governed, the clauses beside, places, names below."""
    objects = ([object_] if object_ is not None else []) + [o for o in clause.objects if o != object_]
    if deep:
        objects = [o for o in objects if scene.parse.tokens[o].head == clause.head]
    yield from _arguments(scene, clause, type_, objects, deep)
    if clause.complement is not None and deep < 3:
        inner = clause_of(scene, clause.complement)
        if type_ != "THREATEN":
            yield from (s for s in inner.subjects if _other(scene, s))
        yield from _candidates(scene, inner, type_, None, deep + 1)
    if deep == 0:
        yield from _aside(scene, clause, type_)
    yield from _behind(scene, clause.obliques, ("into", "in", "at", "near", "around", "outside"), places=True)
    for _, h in clause.obliques:
        if not scene.acts(h):
            yield from _of_noun(scene, h, 0)


def _arguments(scene: Scene, clause: Clause, type_: str, objects: Sequence[int], deep: int) -> Iterator[int]:
    """Yield those whom the predicate's own arguments name; what is given goes to whom "to" names."""
    yield from (i for i in clause.indirect if scene.acts(i))
    if type_ == "PROTEST" and deep == 0:
        yield from _behind(scene, clause.obliques, ("against",))
    if type_ in GIVING and not (deep and scene.parse.children(clause.head, "iobj")):
        yield from _behind(scene, clause.obliques, ("to",))
    yield from (o for o in objects if _is_somebody(scene, o, type_))
    yield from _behind(scene, clause.obliques, ("against", "to", "with", "between", "upon", "toward", "towards", "among"))
    for o in objects:
        yield from _of_noun(scene, o, 0)
    for _, h in clause.obliques:
        if not scene.acts(h) and noun_reading(scene, h):
            yield from _of_noun(scene, h, 0)
    yield from _behind(scene, clause.obliques, ("from", "on", "over", "for", "of", "by"))


def _names_below(scene: Scene, i: int) -> Iterator[int]:
    """Yield the heads of the names below a noun, by nouns only: "rubbish on the streets of the capital of Chad"."""
    for c in scene.parse.children(i, "nmod", "nmod:poss", "amod", "compound", "appos", "obl"):
        if scene.label(c) and not scene.timed(c) and case(scene.parse, c) != "according to":
            yield c
        yield from _names_below(scene, c)


def _aside(scene: Scene, clause: Clause, type_: str) -> Iterator[int]:
    """Yield whom the clauses beside an act name: what it is done for, what would avert it ("struck to protest …", "unless Israel …")."""
    threat = clause.complement if type_ == "THREATEN" else None
    heads = (clause.head, threat) if threat is not None else (clause.head,)
    for c in (c for h in heads for c in scene.parse.children(h, "advcl")):
        if any(form(scene.parse, m) in _BESIDE for m in scene.parse.children(c, "mark")):
            inner = clause_of(scene, c)
            yield from (s for s in inner.subjects if _other(scene, s))
            yield from _candidates(scene, inner, type_, None, 1)


def _other(scene: Scene, i: int) -> bool:
    return scene.acts(i) and scene.parse.tokens[i].upos != "PRON"


def _is_somebody(scene: Scene, i: int, type_: str) -> bool:
    if noun_reading(scene, i) and not scene.label(i):
        return False
    if type_ not in _WHOLE and type_ != "ACCUSE" and not scene.label(i) and scene.of_class(i, _MOVED, near=False):
        return False
    if type_ == "SANCTION" and scene.of_class(i, ("envoys",), near=False) and _own(scene, i):
        return False
    return scene.acts(i) or (type_ in _WHOLE and scene.named(i))


def _own(scene: Scene, i: int) -> bool:
    """Say whether somebody is told of as the actor's own: "its ambassador to Chad"."""
    return any(scene.parse.tokens[c].upos == "PRON" for c in scene.parse.children(i, "nmod:poss"))


def _behind(scene: Scene, obliques: Iterable[tuple[str, int]], prepositions: tuple[str, ...], *, places: bool = False) -> Iterator[int]:
    for wanted in prepositions:
        for preposition, h in obliques:
            if preposition == wanted and (_is_place(scene, h) if places else scene.acts(h)):
                yield h


def _is_place(scene: Scene, i: int) -> bool:
    return scene.label(i) is not None or (scene.named(i) and scene.of_class(i, ("land", "buildings"), near=False))


def _of_noun(scene: Scene, noun: int, deep: int) -> Iterator[int]:
    """Yield whom a noun speaks of: "a threat against X", "Serbia's offer", "an Australian ultimatum", "plans to attack X"."""
    parse = scene.parse
    below = [c for c in parse.children(noun, "nmod", "obl") if not scene.timed(c) and parse.tokens[c].rel != "nmod:poss"]
    for wanted in _PREPOSITIONS:
        yield from (c for c in below if case(parse, c) == wanted and scene.acts(c))
    yield from (c for c in parse.children(noun, "nmod:poss") if scene.acts(c) and parse.tokens[c].upos != "PRON")
    yield from (c for c in parse.children(noun, "amod", "compound", "nmod:desc") if scene.label(c))
    if deep < 3:
        for c in (*below, *parse.children(noun, "nmod:poss")):
            yield from _of_noun(scene, c, deep + 1)
        for c in parse.children(noun, "acl"):
            inner = clause_of(scene, c)
            yield from (s for s in inner.subjects if s != noun and _other(scene, s))
            yield from _candidates(scene, inner, "", None, 2)
