"""Holders: whose a stance is. A member's words are never its alliance's; people without a name keep the words that tell of them."""

from collections.abc import Iterator

from communique.extract.known import FIRST, Known
from communique.extract.phrases import conjuncts, phrase
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.model.actor import ActorKind, Who
from communique.model.mention import Statement


def holders(known: Known, taking: Taking, said: Statement | None) -> Iterator[Who]:
    """Yield whose stance it is: who the subject names; the speaker for "we" and "I", and where a wish has no subject of its own."""
    if taking.holder is None:
        if said and (side := speaking_for(said)):
            yield side
        return
    if said and known.parse.text(taking.holder).lower() in FIRST:
        if side := speaking_for(said):
            yield side
        return
    for i in conjuncts(known.parse, taking.holder):
        if who := _one(known, i, said):
            yield who


def speaking_for(said: Statement) -> Who | None:
    """Give for whom a statement speaks: the body it is made for, else its speaker."""
    if said.on_behalf_of:
        return Who(said.on_behalf_of, said.speaker.cite)
    return said.speaker if said.speaker.actor or said.speaker.cite else None


def _one(known: Known, i: int, said: Statement | None) -> Who | None:
    """Give whom one noun names, else its own words where it tells of people or bodies; "no one" holds nothing."""
    parse = known.parse
    if any(parse.text(c).lower() in words("holders", "nobody") for c in (i, *parse.children(i, "det", "amod", "nummod"))):
        return None
    named = next((w for w in known.who(i, said) if w.actor), None) or next(iter(known.cast.modifier(i)), None)
    if named:
        return named if any(n.id == named.actor and n.kind is not ActorKind.OUTLET for n in known.named) else None
    if parse.tokens[i].upos == "PRON" or lemma(parse, i) not in words("holders", "people"):
        return None
    span = phrase(parse, i)
    return Who(None, parse.report.cite(span.start, span.end))
