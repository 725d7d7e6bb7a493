"""What one can be for or against: no amount, no bare word, and against no person, who is only asked or blamed."""

from communique.extract.known import Known
from communique.extract.positions.words import lemma, words
from communique.model.actor import ActorKind
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def at_issue(known: Known, head: int, stance: PositionStance) -> bool:
    """Say whether one can take a stance on something: on no amount; for anybody, but against no person, who is only asked or blamed."""
    parse, token = known.parse, known.parse.tokens[head]
    if parse.timed(head) or token.upos in {"NUM", "SYM"}:
        return False
    if stance is S.SUPPORTS:
        return True
    named = known.cast.at(head)
    someone = named is not None or (token.upos == "PROPN" and any(e.label == "PER" for e in parse.entities_at(head)))
    if token.upos == "PRON" and lemma(parse, head) not in {"it", "this", "that", "they", "these", "those"}:
        return False
    return not (someone and (named is None or named.kind is not ActorKind.ORGANISATION)) and lemma(parse, head) not in words(
        "holders", "people"
    )


def is_slight(parse: Parse, object_: tuple[int, ...]) -> bool:
    """Say whether words name nothing at issue: a bare verb ("is willing to try"), or what one asks for oneself."""
    verbal = len(object_) == 1 and parse.tokens[object_[0]].upos in {"VERB", "AUX", "ADV"}
    return verbal or (len(object_) < 3 and lemma(parse, object_[-1]) in words("weak", "things"))


def is_matter(parse: Parse, i: int) -> bool:
    """Say whether words tell of what politics decides or does: a bill, a war, somebody's act, or doing something."""
    if parse.related(i, "csubj") or parse.tokens[i].upos == "VERB":
        return True
    name = lemma(parse, i)
    if name in words("effects", "lacking") and parse.children(i, "acl", "xcomp"):
        return True
    owned = bool(parse.children(i, "nmod:poss")) and name in words("tastes", "acts")
    return name in words("tastes", "matters") or owned
