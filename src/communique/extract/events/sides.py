"""Who does an act and who it is done to: subject and object first, then prepositions, owners and adjectives of its nouns."""

from collections.abc import Iterable, Iterator

from communique.extract.events.clauses import Clause, clause_of
from communique.extract.events.lookup import noun_reading
from communique.extract.events.scene import Scene
from communique.extract.events.turning import GIVING
from communique.extract.phrases import case, conjuncts, form, phrase
from communique.model.actor import Who
from communique.model.parse import ROOT
from communique.model.span import Span

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
_WHERE = frozenset({"in", "into", "at", "near", "over"})
_BESIDE = frozenset({"to", "unless", "until", "if", "by"})
_NOBODY = frozenset({"it", "who", "himself", "herself", "itself", "themselves", "myself", "ourselves"})
_MOVED = ("troops", "mission", "police", "inspectors")
"""What is sent or withdrawn is no side."""
_KEPT = frozenset({"of", ""})
"""Prepositions of what belongs to a name for somebody: "the government of Chad"; "forces in the east" only tells where they are."""
_NAMING = frozenset({"from", "in"})
"""Prepositions that tell who somebody is where no name in front does: "rebels from Chad", "protesters in Oslo"."""
_COUNTING = frozenset({"least", "most", "more", "than", "some", "about", "up", "to", "nearly", "around"})
_WHOLE = frozenset({"ASSAULT", "COERCE"})
"""Types that befall things too: houses, camps, websites count with their whole phrase where a name stands in it."""


def agents_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Give who does what a clause tells: its subjects; of an act that is the subject itself, whose it is."""
    found: list[int] = []
    for subject in clause.subjects:
        if scene.of_class(subject, ("texts",), near=False) and (issuer := _issuer(scene, subject)):
            found += issuer
        elif noun_reading(scene, subject) and not scene.acts(subject):
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


def owners(scene: Scene, noun: int) -> tuple[int, ...]:
    """Give whose act a noun names: "by rebels", "Iraq's", "Israeli"."""
    parse = scene.parse
    by = [c for c in parse.children(noun, "nmod", "obl", "acl") if case(parse, c) in ("by", "between") and scene.acts(c)]
    own = [c for c in parse.children(noun, "nmod:poss", "amod", "compound") if scene.acts(c) and parse.tokens[c].upos != "VERB"]
    return tuple(c for h in (by or own[:1]) for c in conjuncts(parse, h))


def recipients_of(scene: Scene, clause: Clause, *, type_: str, object_: int | None, agents: Iterable[int]) -> tuple[int, ...]:
    """Give to whom an act is done, as heads of phrases; () where nobody is told."""
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
    """Yield heads from the likeliest on."""
    objects = ([object_] if object_ is not None else []) + [o for o in clause.objects if o != object_]
    if deep:
        objects = [o for o in objects if scene.parse.tokens[o].head == clause.head]
    yield from (i for i in clause.indirect if scene.acts(i))
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


def _aside(scene: Scene, clause: Clause, type_: str) -> Iterator[int]:
    """Yield whom the clauses beside an act name: what it is done for, what would avert it ("struck to protest …", "unless Israel …")."""
    for c in scene.parse.children(clause.head, "advcl"):
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
    return scene.acts(i) or (type_ in _WHOLE and scene.named(i))


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


def who(scene: Scene, i: int) -> Who:
    """Give whom a phrase speaks of, and its words without the numbers before them."""
    parse, known = scene.parse, scene.known
    said = known.statement_at(parse.tokens[i].span)
    if parse.tokens[i].upos == "PRON":
        found = known.who(i, said)
        return found[0] if found else Who(None, parse.report.cite(parse.tokens[i].start, parse.tokens[i].end))
    span = _words(scene, i)
    named = scene.actor(i)
    return Who(named.id if named else None, parse.report.cite(span.start, span.end))


def _words(scene: Scene, i: int) -> Span:
    """Give the words of a phrase without determiners, and without the numbers that only count it."""
    parse, i = scene.parse, _counted(scene, i)
    if name := _organisation_at(scene, i):
        return Span(parse.tokens[name[0]].start, parse.tokens[name[-1]].end)
    span = phrase(parse, i)
    kept = _KEPT if any(scene.label(t) for t in parse.tokens_in(span) if t <= i) else _KEPT | _NAMING
    cut = [min(parse.subtree(c)) for c in parse.children(i, "nmod", "nummod") if c > i and case(parse, c) not in kept]
    inside = [t for t in parse.tokens_in(span) if not cut or t < min(cut)]
    while (
        inside
        and inside[0] != i
        and (
            parse.tokens[inside[0]].upos in ("NUM", "DET", "ADV", "PUNCT", "PRON", "ADP", "SYM")
            or parse.related(inside[0], "nummod", "advmod")
            or form(parse, inside[0]) in _COUNTING
        )
        and not scene.label(inside[0])
    ):
        inside = inside[1:]
    if not any(scene.label(t) for t in inside) and (name := _name_at(scene, i)):
        return _hull(scene, inside or [i], name)
    return Span(parse.tokens[inside[0]].start, parse.tokens[inside[-1]].end) if inside else span


def _counted(scene: Scene, i: int) -> int:
    """Give the noun for those who are counted or grouped by another: "thousands of farmers", "a group of diplomats"."""
    held = scene.noun(i)
    return held if held != i and scene.acts(held) and not scene.label(i) else i


def _name_at(scene: Scene, i: int) -> tuple[int, ...]:
    """Give the tokens of the name that stands at a noun: "watchdog Amnesty International", "the Union (UNT) leaders"."""
    for c in scene.parse.children(i, "compound", "flat", "appos", "nmod:desc"):
        if scene.label(c):
            return tuple(t for t in scene.parse.subtree(c) if scene.label(t) == scene.label(c))
    return ()


def _organisation_at(scene: Scene, i: int) -> tuple[int, ...]:
    """Give the tokens of an organisation's name behind a noun that only says what it is: "the rights group Amnesty International"."""
    behind = [c for c in scene.parse.children(i, "appos", "flat", "compound", "nmod:desc") if c > i and scene.label(c) == "ORG"]
    if scene.label(i) or not behind or not scene.of_class(i, ("body", "media", "agencies"), near=False):
        return ()
    return tuple(t for t in scene.parse.subtree(behind[0]) if scene.label(t) == "ORG")


def _hull(scene: Scene, inside: list[int], name: tuple[int, ...]) -> Span:
    """Give the words of a noun with the name at it; the name alone where a comma parts them."""
    first, last = min(inside[0], name[0]), max(inside[-1], name[-1])
    if any(scene.parse.text(t) == "," for t in range(first, last)):
        first, last = name[0], name[-1]
    return Span(scene.parse.tokens[first].start, scene.parse.tokens[last].end)


def place_of(scene: Scene, clause: Clause) -> int | None:
    """Give the place where a clause tells that it happened, None where it names none."""
    parse = scene.parse
    below = [h for p, h in clause.obliques if p in _WHERE]
    below += [c for o in clause.objects for c in parse.children(o, "nmod") if case(parse, c) in ("in", "at", "near")]
    return next((h for h in below if scene.label(h) == "LOC"), None)
