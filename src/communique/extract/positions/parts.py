"""Parts: of several things that a word takes a stance on at once, each is a position of its own ("the treaty and the tax")."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.positions.denial import is_denied
from communique.extract.positions.taking import Taking
from communique.model.parse import Parse

_MARKS = frozenset({",", ";", "—", "–"})
_EXCEPT = frozenset({"not", "only", "never", "rather", "without"})
"""Words before a part of which the stance is not ("supports the treaty, but not the tax")."""
_NEITHER = frozenset({"neither", "nor"})
_OPENS = frozenset({"VERB", "ADV", "AUX", "DET", "PROPN", "PRON", "ADJ", "NOUN"})
_JOINS = frozenset({"and", "or", "but", "nor", "both", "either", "neither", "&"})
_TOO = frozenset({"also", "even", "especially", "particularly", "to"})
"""Words before a part that are none of it ("but also to the ban")."""
_SHORT = 2
"""Words that a part has at least."""


def parts(parse: Parse, taking: Taking) -> Iterator[Taking]:
    """Yield a stance once for each of the things joined in its object, where each stands for itself; else as it is."""
    denied = is_denied(parse, taking.word)
    if parse.text(taking.head[0]).lower() == "neither":
        if not denied:
            return  # nothing turned the stance round that "neither" denies
        taking = replace(taking, object=(taking.head[1:] or taking.head, *taking.object[1:]))
    cut = _cut(parse, taking.head) if len(taking.object) == 1 else []
    if not cut:
        yield taking
    for run in cut:
        if not _is_unlike(parse, run, denied=denied):
            yield replace(taking, object=(_trimmed(parse, run),))


def _is_unlike(parse: Parse, run: tuple[int, ...], *, denied: bool) -> bool:
    """Say whether the words that open a part say that the stance is not on it ("but neither the ban", denied "but the ban")."""
    own = _trimmed(parse, run)
    opening = {parse.text(i).lower() for i in run if i < own[0]}
    return bool(opening & ({"but"} if denied else _NEITHER))


def _cut(parse: Parse, run: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Give the runs of joined nouns or verbs, none where one of them cannot stand alone."""
    head = next((i for i in run if parse.tokens[i].head not in run), run[0])
    joined = [c for c in parse.children(head, "conj") if c in run and parse.tokens[c].upos == parse.tokens[head].upos]
    if not joined:
        return []
    if parse.tokens[head].upos == "VERB" and any(c in run for c in parse.children(head, "nsubj", "nsubj:pass")):
        return []  # the second verb would stand without its subject
    starts = [parse.subtree(c)[0] for c in joined]
    bounds = list(zip([run[0], *starts], [*starts, run[-1] + 1], strict=True))
    cut = [tuple(i for i in range(a, b) if i in run) for a, b in bounds]
    cut = [some for some in cut if (part := _trimmed(parse, some)) and parse.text(part[0]).lower() not in _EXCEPT]
    return cut if all(_stands(parse, _trimmed(parse, some)) for some in cut) else []


def _trimmed(parse: Parse, run: tuple[int, ...]) -> tuple[int, ...]:
    """Give a run without the marks and joining words at its ends."""
    while run and (parse.text(run[0]) in _MARKS or parse.text(run[0]).lower() in _JOINS or parse.text(run[0]).lower() in _TOO):
        run = run[1:]
    while run and (parse.text(run[-1]) in _MARKS or parse.text(run[-1]).lower() in _JOINS or parse.tokens[run[-1]].rel == "mark"):
        run = run[:-1]
    return run


def _stands(parse: Parse, run: tuple[int, ...]) -> bool:
    """Say whether a part names something by itself: a verb with what it takes, or a noun with its own article, owner or name."""
    if len(run) < _SHORT or any(parse.timed(i) for i in run[:1]) or parse.tokens[run[0]].lemma.lower() == "time":
        return False
    first = parse.tokens[run[0]]
    return first.upos in _OPENS or parse.related(run[0], "nmod:poss")
