"""Attitudes alongside an act: over whose objections, with whose support it was done, and plans that somebody "-backed"."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_modal, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.issue import at_issue
from communique.extract.positions.nouns import possessor
from communique.extract.positions.taking import TOLD, Taking
from communique.extract.positions.words import by_head, lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT

S = PositionStance
_OVER = frozenset({"over", "despite", "against", "amid", "notwithstanding"})
_DASHES = frozenset({"-", "–", "‑"})


def alongside(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance on an act of those over whose objections or with whose support it is done ("adopted over objections from")."""
    parse, act = known.parse, known.parse.tokens[i].head
    sides = {stance for _, stance in by_head("nouns").get(lemma(parse, i), ())}
    if act == ROOT or parse.tokens[act].upos != "VERB" or not parse.related(i, "obl") or len(sides) != 1:
        return
    stance = next(iter(sides))
    if not ((stance is S.REJECTS and case(parse, i) in _OVER) or (stance is S.SUPPORTS and case(parse, i) == "with")):
        return
    if any(h > i for p, _ in by_head("nouns")[lemma(parse, i)] for h in objects(parse, i, p) if p != "of"):
        return  # "despite objections to it" is read at the noun
    holder = _giver(known, i)
    if holder is None or is_asked(parse, act) or is_supposed(parse, act) or is_denied(parse, act) or is_modal(parse, act, "may"):
        return
    for run in _done(known, act):
        told = f"“{case(parse, i)} {parse.text(i)}”: whose it is {TOLD[stance]}, so {stance.value}"
        yield Taking(i, (run,), stance, holder, told)


def _giver(known: Known, i: int) -> int | None:
    """Give whose the support or the objection is, "of" whom it is too."""
    owned = possessor(known, i)
    if owned is not None:
        return owned
    behind = (c for c in known.parse.children(i, "nmod") if case(known.parse, c) == "of")
    people = words("holders", "people")
    return next((c for c in behind if known.cast.at(c) or lemma(known.parse, c) in people), None)


def _done(known: Known, act: int) -> Iterator[tuple[int, ...]]:
    """Yield what is done: the object of the act, or its subject where it has none ("the bill passed over their objections")."""
    parse = known.parse
    things = [h for h in objects(parse, act, None) if at_issue(known, h, S.REJECTS)]
    if not things and lemma(parse, act) in words("acts", "passing"):
        things = [h for h in parse.children(act, "nsubj") if at_issue(known, h, S.REJECTS)]
    if things and (lemma(parse, things[0]) in words("tastes", "matters") or lemma(parse, act) in words("acts", "for")):
        yield extent(parse, things[0], act)


def compounds(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody stands for or against by a participle before it ("the union-backed plan")."""
    parse = known.parse
    noun, stance = parse.tokens[i].head, stances("verbs").get(lemma(parse, i))
    if noun == ROOT or noun < i or stance is None or not parse.related(i, "amod") or is_supposed(parse, i) or is_asked(parse, i):
        return
    if i < 2 or parse.text(i - 1) not in _DASHES or not at_issue(known, noun, S.REJECTS):
        return
    maker = i - 2
    if known.cast.at(maker) or known.cast.modifier(maker) or lemma(parse, maker) in words("holders", "people"):
        told = f"“{parse.text(maker)}-{parse.text(i)}”: {TOLD[stance]}, so {stance.value}"
        yield Taking(i, (extent(parse, noun),), stance, maker, told)
