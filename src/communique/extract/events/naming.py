"""The words of a side: whom a phrase speaks of, without numbers, places and what an organisation is."""

from communique.extract.events.scene import Scene
from communique.extract.phrases import case, form, phrase
from communique.model.actor import Who
from communique.model.span import Span

_KEPT = frozenset({"of", ""})
"""Prepositions of what belongs to a name for somebody: "the government of Chad"; "forces in the east" only tells where they are."""
_NAMING = frozenset({"from", "in"})
"""Prepositions that tell who somebody is where no name in front does: "rebels from Chad", "protesters in Oslo"."""
_COUNTING = frozenset({"least", "most", "more", "than", "some", "about", "up", "to", "nearly", "around"})


def who(scene: Scene, i: int) -> Who:
    """Give whom a phrase speaks of, and its words without the numbers before them."""
    parse, known = scene.parse, scene.known
    said = known.statement_at(parse.tokens[i].span)
    if parse.tokens[i].upos == "PRON":
        found = known.who(i, said)
        return found[0] if found else Who(None, parse.report.cite(parse.tokens[i].start, parse.tokens[i].end))
    span = _words(scene, i)
    if (named := scene.actor(i)) is None and parse.related(i, "amod", "compound"):
        actor = next((w.actor for w in known.cast.modifier(i)), None)  # "Russian proposals": whose they are by the tables
    else:
        actor = named.id if named else None
    return Who(actor, parse.report.cite(span.start, span.end))


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
    behind = [c for c in scene.parse.children(i, "appos", "flat", "compound", "nmod:desc") if c > i and scene.label(c) in ("ORG", "LOC")]
    if scene.label(i) or not behind or not scene.of_class(i, ("body", "media", "agencies", "land"), near=False):
        return ()
    return tuple(t for t in scene.parse.subtree(behind[0]) if scene.label(t) == scene.label(behind[0]))


def _hull(scene: Scene, inside: list[int], name: tuple[int, ...]) -> Span:
    """Give the words of a noun with the name at it; the name alone where a comma parts them."""
    first, last = min(inside[0], name[0]), max(inside[-1], name[-1])
    if any(scene.parse.text(t) == "," for t in range(first, last)):
        first, last = name[0], name[-1]
    return Span(scene.parse.tokens[first].start, scene.parse.tokens[last].end)
