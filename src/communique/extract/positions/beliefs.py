"""Beliefs: the clause behind a noun that tells what somebody holds to be so ("their belief that it should stay")."""

from communique.extract.positions.words import lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse


def is_content(parse: Parse, i: int) -> bool:
    """Say whether a clause behind a noun is told as so ("their belief that it should stay"), which "the notion that" does not do."""
    above = parse.tokens[i].head
    that = any(parse.text(c).lower() == "that" for c in parse.children(i, "mark"))
    if not (that and parse.related(i, "acl") and parse.children(i, "nsubj", "csubj", "expl")):
        return False
    beyond = all(parse.text(c).lower() == "no" for c in parse.children(above, "det")) and lemma(parse, above) in {"doubt", "question"}
    verb = parse.tokens[above].head
    spurned = verb != ROOT and (
        stances("verbs").get(lemma(parse, verb)) is PositionStance.REJECTS or lemma(parse, verb) in {"deny", "doubt"}
    )
    return beyond or (lemma(parse, above) in words("acts", "beliefs") and not spurned)
