"""Relayed demands: "the first of their demands is that …", "among the recommendations are …" tell what somebody asks for."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.nouns import possessor
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_INCLUDING = frozenset({"include", "comprise"})


def relayed(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a demand or a recommendation is, or includes."""
    parse = known.parse
    if is_asked(parse, i) or is_supposed(parse, i) or is_denied(parse, i):
        return
    noun = next((n for n in (_asking(parse, c) for c in parse.children(i, "nsubj")) if n is not None), None)
    if noun is None:
        return
    asked = lemma(parse, noun) in words("deeds", "demanding")
    owner = possessor(known, noun)
    for run in _contents(parse, i):
        stance = S.DEMANDS if asked else S.SUPPORTS
        told = f"it is one of somebody's “{parse.text(noun)}”, so {stance.value}"
        yield Taking(i, (run,), stance, noun if owner is None else owner, told)


def _asking(parse: Parse, i: int) -> int | None:
    """Give the noun of asking that a subject is, or counts some of ("the first of these demands")."""
    nouns = words("deeds", "demanding") | words("deeds", "advising")
    return next(
        (k for k in (i, *(c for c in parse.children(i, "nmod", "obl") if case(parse, c) == "of")) if lemma(parse, k) in nouns), None
    )


def _contents(parse: Parse, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is asked for: the clause that the demand is, or each thing that it includes."""
    linked = parse.children(i, "cop")
    if linked and parse.tokens[i].upos == "VERB":
        run = tuple(k for k in extent(parse, i) if k > max((*linked, *parse.children(i, "mark"))) or k > linked[0] + 1)
        yield tuple(k for k in run if parse.text(k).lower() not in {"that", "to"} or k != run[0])
    elif lemma(parse, i) in _INCLUDING and not parse.children(i, "aux:pass"):
        heads = [c for c in parse.children(i, "obj", "xcomp", "ccomp") if c > i]
        yield from (run for h in heads if len(run := extent(parse, h)) > 1)
