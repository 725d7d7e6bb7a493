"""Adjectives and prepositions of attitude: their subject stands for or against what they take ("unwilling to leave", "against it")."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_modal, is_supposed
from communique.extract.positions.composing import because, composed
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.holders import is_public
from communique.extract.positions.issue import at_issue, is_slight
from communique.extract.positions.taking import TOLD, Taking
from communique.extract.positions.words import by_head, lemma, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import Parse


def adjective_attitudes(known: Known, i: int) -> Iterator[Taking]:
    """Yield what an adjective's subject is for or against ("is opposed to", "unwilling to leave")."""
    parse, name = known.parse, lemma(known.parse, i)
    pairs = by_head("adjectives").get(parse.text(i).lower()) or by_head("adjectives").get(name)
    if not pairs or parse.children(i, "obj") or _is_open(parse, i):
        return
    holder = subject(parse, i)
    for preposition, stance in pairs:
        heads = [h for h in objects(parse, i, preposition) if h > i and lemma(parse, h) not in words("idle")]
        weak = name in words("weak") and holder is not None and not is_public(known, holder)
        if (
            heads
            and holder is not None
            and not weak
            and at_issue(known, heads[0], stance)
            and not is_slight(parse, extent(parse, heads[0]))
            and (made := composed(parse, i, stance))
        ):
            told = f"“{parse.text(i)} {preposition}” {TOLD[stance]}{because(parse, i, stance, made)}"
            yield Taking(i, (extent(parse, heads[0]),), made, holder, told)
            return


def sides(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a subject is "against", or "in favour of"."""
    parse = known.parse
    subjects = parse.children(i, "nsubj")
    if not subjects or not parse.children(i, "cop") or _is_open(parse, i):
        return
    if case(parse, i) in words("taking_sides", "against"):
        stance, run, word = PositionStance.REJECTS, _against(parse, i), case(parse, i)
    elif case(parse, i) == "in" and (heads := list(objects(parse, i, "of"))):
        name = lemma(parse, i)
        if name not in words("taking_sides", "nouns_for") | words("taking_sides", "nouns_against"):
            return
        stance = PositionStance.SUPPORTS if name in words("taking_sides", "nouns_for") else PositionStance.REJECTS
        run, word = extent(parse, heads[0]), name
    else:
        return
    around = {t for c in parse.children(i, "nsubj", "cop", "aux", "advmod") for t in parse.subtree(c)}
    if (made := composed(parse, i, stance, word=word)) is not None:
        shown = word if word == case(parse, i) else f"{case(parse, i)} {parse.text(i)}"
        told = f"“{shown}” {TOLD[stance]}{because(parse, i, stance, made)}"
        yield Taking(i, (tuple(t for t in run if t not in around),), made, subjects[0], told)


def _against(parse: Parse, i: int) -> tuple[int, ...]:
    """Give what "against" stands before, without it."""
    before = parse.children(i, "case")
    return tuple(t for t in extent(parse, i) if not before or t > before[-1])


def _is_open(parse: Parse, i: int) -> bool:
    """Say whether an attitude is only asked, supposed, possible or due."""
    return is_asked(parse, i) or is_supposed(parse, i) or is_modal(parse, i, "may") or is_modal(parse, i, "must")
