"""What stirs people: whom something angers or pleases, to whom it is unacceptable, who greets it with fury, is for or against it."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.agents import agent
from communique.extract.positions.clause import is_asked, is_modal, is_supposed, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.holders import is_public
from communique.extract.positions.issue import at_issue
from communique.extract.positions.taking import TOLD, TURNED, Taking
from communique.extract.positions.words import by_head, lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def stirring(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance of those whom something angers, pleases or worries on what does so ("the ruling infuriated the unions")."""
    parse = known.parse
    stance = stances("stirring").get(lemma(parse, i))
    if stance is None or _says_nothing(parse, i) or is_denied(parse, i):
        return
    things, who = parse.children(i, "nsubj", "csubj"), parse.children(i, "obj")
    if parse.children(i, "nsubj:pass", "aux:pass"):
        who, things = parse.children(i, "nsubj:pass"), parse.children(i, "obl:agent")
    if things and who and at_issue(known, things[0], S.REJECTS) and _feels(known, who[0]):
        thing = parse.tokens[i].head if parse.related(i, "acl:relcl") and parse.text(things[0]).lower() in {"that", "which"} else things[0]
        told = f"whom it “{parse.text(i)}” {TOLD[stance]}, so {stance.value}"
        yield Taking(i, (extent(parse, thing, i),), stance, who[0], told)


def to_whom(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance of those to whom something is unacceptable, or with whom it is popular."""
    parse = known.parse
    things = [c for c in parse.children(i, "nsubj") if at_issue(known, c, S.REJECTS)]
    if not things or _says_nothing(parse, i):
        return
    for preposition, stance in by_head("to_whom").get(lemma(parse, i), ()):
        who = [h for h in objects(parse, i, preposition) if h > i and _feels(known, h)]
        made = TURNED.get(stance) if is_denied(parse, i) else stance
        if who and made:
            told = f"“{parse.text(i)} {preposition}”: to them; who holds that {TOLD[made]}, so {made.value}"
            yield Taking(i, (extent(parse, things[0], i),), made, who[0], told)
            return


def greetings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody greets or answers with an attitude ("greeted the quota with anger", "responded to it with fury")."""
    parse = known.parse
    if lemma(parse, i) not in words("greeting") or _says_nothing(parse, i) or not is_told(parse, i) or is_denied(parse, i):
        return
    side = next((v for c in parse.children(i, "obl") if case(parse, c) == "with" and (v := _attitude(parse, c))), None)
    holder = agent(parse, i) if side else None
    if holder is None or not is_public(known, holder):
        return
    heads = [*objects(parse, i, "to"), *parse.children(i, "obj", "nsubj:pass")]
    things = [h for h in heads if at_issue(known, h, S.REJECTS)]
    if things and side:
        told = f"“{parse.text(i)}” it with an attitude that {TOLD[side]}, so {side.value}"
        yield Taking(i, (extent(parse, things[0], i),), side, holder, told)


def _attitude(parse: Parse, i: int) -> PositionStance | None:
    """Give the side that a noun of attitude takes."""
    sides = {stance for _, stance in by_head("nouns").get(lemma(parse, i), ())} & {S.SUPPORTS, S.REJECTS}
    return next(iter(sides)) if len(sides) == 1 else stances("received").get(lemma(parse, i))


def _feels(known: Known, i: int) -> bool:
    """Say whether a noun tells of people or a body that can be stirred."""
    return known.cast.at(i) is not None or lemma(known.parse, i) in words("holders", "people")


def _says_nothing(parse: Parse, i: int) -> bool:
    """Say whether a clause is a question, a supposition, or tells only what may be."""
    return (
        is_asked(parse, i)
        or is_supposed(parse, i)
        or is_modal(parse, i, "may")
        or is_modal(parse, i, "must")
        or is_modal(parse, i, "foreseen")
    )
