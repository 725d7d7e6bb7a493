"""Occasions: the nouns and verbs of a report that stand for talks, each with the verb that says what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from communique.extract.phrases import case, form, predicate
from communique.extract.talks.words import Noun, TalkWords
from communique.model.parse import ROOT, Parse

_ADJUNCT = frozenset(["after", "before", "following", "ahead", "during", "since", "until", "despite", "amid", "from"])
"""Prepositions that keep talks apart from what the verb says: who spoke "after the talks" need not have held them."""


class Role(Enum):
    """How the trigger stands to its predicate."""

    VERB = "verb"
    OBJECT = "object"
    SUBJECT = "subject"
    NAMED = "named"
    ADJUNCT = "adjunct"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A trigger. `nodes`: it and the nouns over it ("round of talks"), outermost last; `predicate`: the verb that tells of it, if any."""

    trigger: int
    nodes: tuple[int, ...]
    role: Role
    predicate: int | None
    group: str
    mode: str | None
    also: str | None = None

    @property
    def top(self) -> int:
        """The outermost noun, or the verb."""
        return self.nodes[-1]


def occasions(parse: Parse, words: TalkWords) -> Iterator[Occasion]:
    """Yield the triggers of a report in order of the text."""
    for i, token in enumerate(parse.tokens):
        word = form(parse, i)
        if token.upos in ("NOUN", "PROPN") and word in words.nouns and _is_talks(parse, i, words):
            yield _noun(parse, i, words.nouns[word], words)
        elif token.upos == "VERB" and word in words.verbs and token.rel not in ("amod", "compound") and _active(parse, i, words):
            verb = words.verbs[word]
            yield Occasion(i, (i,), Role.VERB, i, verb.group, verb.mode)


def _active(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether a verb for talks is told of those who talk: not "was met", but "is to be discussed by …" and "are due to meet"."""
    if not parse.children(i, "aux:pass") or any(form(parse, c) in words.planning for c in parse.children(i, "mark")):
        return True
    return words.verbs[form(parse, i)].thing and any(case(parse, c) == "by" for c in parse.children(i, "obl"))


def is_trigger(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether a token is a noun that may stand for talks."""
    return parse.tokens[i].upos in ("NOUN", "PROPN") and form(parse, i) in words.nouns


def _is_talks(parse: Parse, i: int, words: TalkWords) -> bool:
    if parse.related(i, "compound", "amod", "flat", "nmod:desc"):
        return False
    if any(form(parse, c) in words.not_talks for c in parse.children(i, "compound", "amod")):
        return False
    also = words.nouns[form(parse, i)].also
    if also == "series":
        return _counted(parse, i, words)
    if also != "remote" or any(form(parse, c) in words.remote for c in parse.children(i, "compound")):
        return True
    cases = {case(parse, c) for c in parse.children(i, "nmod")}
    return bool(cases & {"between", "with"}) and "for" not in cases


def _counted(parse: Parse, i: int, words: TalkWords) -> bool:
    """Say whether "round" stands alone as one of a series: "a second round", not "a round of applause" or "a qualifying round"."""
    told = any(form(parse, c) in words.counting | words.further for c in parse.children(i, "amod", "det"))
    return told and not parse.children(i, "compound") and not any(case(parse, c) in ("of", "in") for c in parse.children(i, "nmod"))


def _noun(parse: Parse, i: int, noun: Noun, words: TalkWords) -> Occasion:
    nodes = [i]
    while (head := predicate(parse, nodes[-1])) is not None and _stretches(parse, nodes[-1], head, words):
        nodes.append(head)
    role, verb = _told_by(parse, nodes[-1], words)
    return Occasion(i, tuple(nodes), role, verb, noun.group, noun.mode, noun.also)


def _stretches(parse: Parse, i: int, head: int, words: TalkWords) -> bool:
    return parse.related(i, "nmod") and case(parse, i) == "of" and form(parse, head) in words.stretches


def _told_by(parse: Parse, top: int, words: TalkWords) -> tuple[Role, int | None]:
    """Give the role of a noun and the verb that tells of it: holds it, takes part in it, or has it as subject."""
    head = predicate(parse, top)
    if parse.children(top, "cop") or head is None:
        return Role.NAMED, top if parse.children(top, "cop") else None
    role, verb = _told_outside(parse, top, head, words)
    inside = told_inside(parse, top, words) if verb is None else ()
    return (_by_relative(parse, inside[0]), inside[0]) if inside else (role, verb)


def _told_outside(parse: Parse, top: int, head: int, words: TalkWords) -> tuple[Role, int | None]:
    first = _first_conjunct(parse, top)
    off = form(parse, head) in _CALL and any(form(parse, c) == "off" for c in parse.children(head))
    hosted = form(parse, head) in words.hosting and bool(parse.children(head, "aux:pass"))
    if parse.related(first, "nsubj", "csubj") and (form(parse, head) in words.happening or off or hosted):
        return Role.SUBJECT, head
    if parse.related(first, "obl") and case(parse, first) == "by" and form(parse, head) == "followed":
        return Role.SUBJECT, head
    if parse.related(first, "obj", "obl", "nmod") and case(parse, first) not in _ADJUNCT:
        verb = _support(parse, first, head, words)
        return _held_by(parse, verb) if verb is not None else (Role.ADJUNCT, None)
    return Role.ADJUNCT, None


def told_inside(parse: Parse, top: int, words: TalkWords) -> tuple[int, ...]:
    """Give the verbs of relative clauses that tell of the talks: "talks with A, which were to open in …", "talks that C hosted"."""
    sides = [s for c in parse.children(top, "nmod") if case(parse, c) in ("between", "of", "with", "among") for s in parse.subtree(c)]
    nodes = (top, *sides)
    clauses = [*(c for n in nodes for c in parse.children(n, "acl:relcl")), *_agreeing(parse, top)]
    return tuple(
        c
        for c in clauses
        if any(form(parse, r) in _RELATIVE for r in parse.children(c, "nsubj") if form(parse, c) in words.happening)
        or any(form(parse, r) in _RELATIVE for r in parse.children(c, "obj") if form(parse, c) in words.support)
    )


def _agreeing(parse: Parse, top: int) -> Iterator[int]:
    """Yield relative clauses that the parser hung on a phrase between plural talks and their verb, but whose own verb is plural.

    "Talks between A and B on a visit, which were to open on Monday, were called off": no single visit "were".
    """
    if not parse.tokens[top].has("Number=Plur"):
        return
    between = range(top + 1, max(top, parse.tokens[top].head))
    for i in (i for i in between if parse.tokens[i].has("Number=Sing") and parse.related(i, "nmod", "obl")):
        clauses = parse.children(i, "acl:relcl")
        yield from (c for c in clauses if any(form(parse, v) in _PLURAL for v in parse.children(c, "aux", "cop", "aux:pass")))


_PLURAL = frozenset(["were", "are", "have"])


def _by_relative(parse: Parse, verb: int) -> Role:
    return Role.OBJECT if any(form(parse, r) in _RELATIVE for r in parse.children(verb, "obj")) else Role.SUBJECT


_RELATIVE = frozenset(["which", "that"])


def _support(parse: Parse, i: int, head: int, words: TalkWords) -> int | None:
    """Give the verb whose subject takes part: "held talks", "arrived for talks", "took part in talks" (however "part" is attached)."""
    if form(parse, head) == "part":
        above = predicate(parse, head)
        return above if above is not None and form(parse, above) in _TAKE else None
    if parse.tokens[head].upos != "VERB" or form(parse, head) not in words.support or parse.related(i, "nmod"):
        return None
    if form(parse, head) in _TAKE and not any(form(parse, c) == "part" for c in parse.children(head)):
        return None
    off = any(form(parse, c) == "off" for c in parse.children(head))
    if form(parse, head) in _CALL and not off:
        return None
    return head if case(parse, i) != "for" or form(parse, head) in words.going else None


_CALL = frozenset(["call", "calls", "called", "break", "breaks", "broke", "broken"])
"""Verbs that tell of talks only with "off"."""


_TAKE = frozenset(["take", "takes", "took", "taken", "taking"])


def _held_by(parse: Parse, verb: int) -> tuple[Role, int]:
    return (Role.SUBJECT if parse.children(verb, "aux:pass") and not parse.children(verb, "obj") else Role.OBJECT), verb


def _first_conjunct(parse: Parse, i: int) -> int:
    while parse.related(i, "conj") and parse.tokens[i].head != ROOT:
        i = parse.tokens[i].head
    return i
