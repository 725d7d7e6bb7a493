"""Framing: what is told of a thing in words of no attitude that take a side all the same ("makes no sense", "is at odds with").

A frame is a predicate of several words; a denial turns it round, in itself or by "no" before one of its words.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case
from communique.extract.positions.beliefs import is_content
from communique.extract.positions.clause import is_conditional, is_modal
from communique.extract.positions.denial import does_only, is_denied, is_none
from communique.extract.positions.extents import extent
from communique.extract.positions.issue import at_issue, is_matter
from communique.extract.positions.spoken import believer, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_APART = ("nsubj", "csubj", "advcl", "ccomp", "conj", "parataxis", "acl:relcl", "obl:agent")
_NOBODY = frozenset({"it", "there", "which", "what", "who", "he", "she", "they", "you", "one", "ones"})
_DOING = frozenset({"make", "serve", "do", "set", "send", "defy"})
"""Verbs of a frame of which "it" can stand for a clause ("it makes no sense to leave")."""


@cache
def _frames(section: str) -> Mapping[str, tuple[tuple[frozenset[str], PositionStance], ...]]:
    """Give by its head each frame's other words with its stance, the longest first."""
    found: dict[str, list[tuple[frozenset[str], PositionStance]]] = {}
    for frame, stance in sorted(stances(section).items(), key=lambda f: (-f[0].count("+"), f[0])):
        head, *rest = frame.split("+")
        found.setdefault(head, []).append((frozenset(rest), stance))
    return {head: tuple(some) for head, some in found.items()}


def framings(known: Known, i: int) -> Iterator[Taking]:
    """Yield the thing of which a speaker says that it "makes no sense", "goes too far", "is here to stay"."""
    parse = known.parse
    if parse.tokens[i].upos not in {"VERB", "AUX"} and not parse.children(i, "cop"):
        return
    thinker = believer(known, i)
    if (spoken(known, i) is None and thinker is None) or is_conditional(parse, i) or not is_asserted(parse, i):
        return
    stance = framed(parse, i, "framing") or _likened(parse, i)
    weak = None if stance else framed(parse, i, "framing_matters")
    thing = judged_thing(known, i)
    if thing is None or _is_somebody(known, thing) or not (stance or (weak and _is_tried(parse, thing))):
        return
    made = stance or weak
    if made is S.SUPPORTS and does_only(parse, i):
        return
    if made not in {S.SUPPORTS, S.REJECTS} or (is_modal(parse, i, "may") and made is not S.REJECTS):
        return  # "poses no threat" is a fact, and no stance
    told = f"“{parse.text(i)}” with what stands beside it {'is for' if made is S.SUPPORTS else 'is against'} it, so {made.value}"
    yield Taking(i, (extent(parse, thing, i),), made, thinker, told, expressed=False)


def is_asserted(parse: Parse, i: int) -> bool:
    """Say whether a clause is told by itself or as what somebody says, not as another's circumstance, aim or part."""
    if parse.related(i, "acl"):
        return parse.related(i, "acl:relcl") or is_content(parse, i)
    return not parse.related(i, "xcomp", "advcl", "amod", "csubj")


def is_policy(parse: Parse, i: int) -> bool:
    """Say whether words tell of what politics does, or of an act that "this", "such" or "the" points at."""
    pointed = any(
        parse.text(c).lower() in {"this", "these", "such", "that", "those", "the", "any"} for c in parse.children(i, "det", "det:predet")
    )
    return is_matter(parse, i) or (pointed and lemma(parse, i) in words("tastes", "acts"))


def judged_thing(known: Known, i: int) -> int | None:
    """Give what a predicate is told of: its subject, what "it" stands for, or what its relative clause hangs on; no person."""
    parse = known.parse
    own = parse.children(i, "nsubj", "csubj", "nsubj:pass")
    if parse.related(i, "acl:relcl") and own and is_narrowing(parse, i, own[0]):
        own = told_of(parse, parse.tokens[i].head)
    things = [c for c in own if parse.text(c).lower() not in _NOBODY | FIRST and not _is_which(parse, c)]
    formal = parse.tokens[i].upos != "VERB" or lemma(parse, i) in _DOING
    if not things and formal and any(parse.text(c).lower() == "it" for c in parse.children(i, "nsubj", "expl")):
        below = [c for p in (i, *_parts(parse, i)) for c in parse.children(p, "csubj", "ccomp", "advcl", "acl", "xcomp")]
        things = [c for c in below if c > i and _opens(parse, c) and lemma(parse, c) not in words("idle")]
        things += [c for c in parse.children(i, "nmod") if case(parse, c) == "for" and parse.children(c, "acl")]
    return next((c for c in things if parse.tokens[c].upos == "VERB" or at_issue(known, c, S.REJECTS)), None)


def _is_somebody(known: Known, i: int) -> bool:
    """Say whether words name a person, a body or a state, or nothing by themselves ("all that is left")."""
    token = known.parse.tokens[i]
    named = token.upos == "PROPN" or lemma(known.parse, i) in words("holders", "people")
    return token.upos in {"PRON", "DET"} or (named and any(w.actor for w in known.who(i)))


def _is_tried(parse: Parse, i: int) -> bool:
    """Say whether words tell of politics that can fail or work, as rockets and blows do without anybody's judgement."""
    return is_policy(parse, i) and lemma(parse, i) not in words("tastes", "events")


def is_narrowing(parse: Parse, i: int, relative: int) -> bool:
    """Say whether a relative clause tells of its noun, as one behind a comma may tell of all before it (", which would hurt them")."""
    first = parse.subtree(i)[0]
    return parse.text(relative).lower() in {"that", "which"} and not (first > 0 and "," in {parse.text(first - 1), parse.text(first)})


def told_of(parse: Parse, i: int) -> tuple[int, ...]:
    """Give a noun, or where it is a predicate itself, the noun of which it is told ("the quota is a tax that hurts")."""
    return parse.children(i, "nsubj") if parse.children(i, "cop") else (i,)


def _is_which(parse: Parse, i: int) -> bool:
    return any(parse.text(c).lower() in {"what", "which", "whatever", "whichever"} for c in parse.children(i, "det"))


def _opens(parse: Parse, clause: int) -> bool:
    return any(parse.text(c).lower() in {"to", "that", "for"} for c in parse.children(clause, "mark"))


def framed(parse: Parse, i: int, section: str) -> PositionStance | None:
    """Give the stance of the frame that a word heads here, turned where it is denied."""
    frames = _frames(section).get(lemma(parse, i), ())
    if not frames:
        return None
    parts = _parts(parse, i)
    near = {lemma(parse, k) for k in parts} | {parse.text(k).lower() for k in parts}
    stance = next((stance for rest, stance in frames if rest <= near), None)
    return turned(stance, denied=_is_denied(parse, i, parts)) if stance else None


def turned(stance: PositionStance, *, denied: bool) -> PositionStance:
    """Give what a denial makes of a judgement: what is not good is bad, what is not bad is let be."""
    if not denied:
        return stance
    return S.ACCEPTS if stance is S.REJECTS else S.REJECTS


def _is_denied(parse: Parse, i: int, parts: tuple[int, ...]) -> bool:
    inner = any(is_none(parse, c) for k in parts for c in (k, *parse.children(k, "det")))
    longer = any(parse.text(k).lower() == "longer" and parse.text(k - 1).lower() == "no" for k in parts)
    return is_denied(parse, i) != (inner and not longer and not is_denied(parse, i))


def _parts(parse: Parse, i: int) -> tuple[int, ...]:
    """Give the words of a predicate: what hangs on its head, without its subject and without other clauses."""
    apart = {k for c in parse.children(i, *_APART) if not _is_to_stay(parse, c) for k in parse.subtree(c)}
    return tuple(k for k in parse.subtree(i) if k != i and k not in apart)


def _is_to_stay(parse: Parse, c: int) -> bool:
    """Say whether a clause is a bare infinitive that belongs to the frame ("is here to stay")."""
    return parse.related(c, "advcl") and lemma(parse, c) == "stay"


def _likened(parse: Parse, i: int) -> PositionStance | None:
    """Give the side of what a thing is said to come to ("amounts to theft", "represents progress", "is nothing but a ploy")."""
    if parse.text(i).lower() in {"nothing", "little", "anything"}:
        done = [c for c in parse.children(i, "nmod", "obl") if case(parse, c) in {"but", "than", "short"}]
        denied = parse.text(i).lower() == "anything"
    elif lemma(parse, i) in words("acts", "likening"):
        done = [c for c in parse.children(i, "obj", "obl", "xcomp") if c > i]
        denied = _is_denied(parse, i, _parts(parse, i))
    else:
        return None
    sides = {s for c in done for s in (_named(parse, c),) if s}
    return turned(next(iter(sides)), denied=denied) if len(sides) == 1 else None


def _named(parse: Parse, c: int) -> PositionStance | None:
    """Give the side of a noun by itself or by the adjective before it."""
    stance = stances("judgements").get(lemma(parse, c))
    if stance in {S.SUPPORTS, S.REJECTS}:
        return stance
    sides = {**stances("tastes"), **stances("judgements")}
    qualified = next((s for a in parse.children(c, "amod") if (s := sides.get(lemma(parse, a))) in {S.SUPPORTS, S.REJECTS}), None)
    if lemma(parse, c) in words("tastes", "empty"):
        return qualified
    return S.REJECTS if lemma(parse, c) in words("effects", "bad") else None
