"""Receptions: what something meets with tells where those stand from whom it comes ("drew criticism from the unions")."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_denied, is_modal, is_supposed
from communique.extract.positions.extents import extent
from communique.extract.positions.issue import at_issue
from communique.extract.positions.taking import TOLD, Taking
from communique.extract.positions.words import by_head, lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT

S = PositionStance
_FROM = frozenset({"from", "by", "among", "within"})


def receptions(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance on what a noun of attitude is drawn, met or won by; it is theirs from whom it comes."""
    parse, verb = known.parse, known.parse.tokens[i].head
    sides = {stance for _, stance in by_head("nouns").get(lemma(parse, i), ())} & {S.SUPPORTS, S.REJECTS}
    if verb == ROOT or len(sides) != 1 or not parse.related(i, "obj", "obl") or lemma(parse, verb) not in words("acts", "receiving"):
        return
    if is_asked(parse, verb) or is_supposed(parse, verb) or is_denied(parse, verb) or is_denied(parse, i) or is_modal(parse, verb, "may"):
        return
    things = [c for c in parse.children(verb, "nsubj", "nsubj:pass") if at_issue(known, c, S.REJECTS)]
    holder = _source(known, i, verb)
    if not things or holder is None:
        return
    thing = parse.tokens[verb].head if parse.related(verb, "acl:relcl") and parse.tokens[things[0]].upos == "PRON" else things[0]
    stance = next(iter(sides))
    told = f"“{parse.text(verb)} {parse.text(i)}”: who gives it {TOLD[stance]}, so {stance.value}"
    yield Taking(i, (extent(parse, thing, verb),), stance, holder, told)


def _source(known: Known, i: int, verb: int) -> int | None:
    """Give from whom it comes: behind "from", or a word for people before the noun ("Republican opposition")."""
    parse = known.parse
    behind = [c for c in (*parse.children(i, "nmod"), *parse.children(verb, "obl")) if case(parse, c) in _FROM and c > i]
    return behind[0] if behind else None
