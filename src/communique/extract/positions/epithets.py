"""Epithets: what a speaker names by a word of blame ("this reckless plan"), or describes as something bad, the speaker takes a side on."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.framing import framed
from communique.extract.positions.issue import at_issue
from communique.extract.positions.judgements import judged, qualified
from communique.extract.positions.spoken import spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_DEFINITE = frozenset({"the", "this", "these", "those", "that", "such"})


def epithets(known: Known, i: int) -> Iterator[Taking]:
    """Yield the thing that a speaker names by an adjective of blame."""
    parse = known.parse
    if lemma(parse, i) not in words("epithets", "things") or spoken(known, i) is None or not _is_definite(parse, i) or is_denied(parse, i):
        return
    blame = next((c for c in parse.children(i, "amod") if lemma(parse, c) in words("epithets", "blame")), None)
    if blame is None:
        return
    if any(
        lemma(parse, c) in words("epithets", "weighing") or parse.text(c).lower() in {"less", "not"}
        for c in parse.children(blame, "advmod")
    ):
        return
    told = f"“{parse.text(blame)}” before it is against it, so {S.REJECTS.value}"
    yield Taking(i, (extent(parse, i),), S.REJECTS, None, told, expressed=False)


def _is_definite(parse: Parse, i: int) -> bool:
    pointed = any(parse.text(c).lower() in _DEFINITE for c in parse.children(i, "det", "det:predet"))
    return (pointed or bool(parse.children(i, "nmod:poss"))) and not parse.children(i, "cop")


def descriptions(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody's description makes of a thing ("its portrayal of the quota as a theft")."""
    parse = known.parse
    owner = next(iter(parse.children(i, "nmod:poss")), None)
    if lemma(parse, i) not in words("epithets", "descriptions") or owner is None or is_supposed(parse, i) or is_asked(parse, i):
        return
    things = [c for c in parse.children(i, "nmod") if case(parse, c) == "of" and at_issue(known, c, S.REJECTS)]
    around = (i, *things, *((parse.tokens[i].head,) if parse.related(i, "obj") else ()))
    kinds = [c for t in around for c in parse.children(t, "nmod", "obl") if case(parse, c) == "as" and things and c > things[0]]
    side = next((s for c in kinds if (s := judged(parse, c, i) or qualified(parse, c) or framed(parse, c, "framing"))), None)
    if things and side in {S.SUPPORTS, S.REJECTS}:
        run = tuple(t for t in extent(parse, things[0]) if t < min(parse.subtree(c)[0] for c in kinds))
        told = f"“{parse.text(i)}” of it as “{parse.text(kinds[0])}”, so {side.value}"
        yield Taking(i, (run,), side, owner, told)
