"""Receptions: what something meets with tells where those stand from whom it comes ("drew criticism from the unions")."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_modal, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.issue import at_issue, is_matter
from communique.extract.positions.taking import TOLD, Taking
from communique.extract.positions.words import by_head, lemma, stances, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_FROM = frozenset({"from", "by", "among", "within"})
_RELATIVE = frozenset({"that", "which"})
_REASONS = ("for", "over")
_BURNING = frozenset({"fire", "flak", "heat"})
"""What troops and towns come under too."""


def receptions(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance on what a noun of attitude is drawn, met or won by; it is theirs from whom it comes."""
    parse, verb = known.parse, known.parse.tokens[i].head
    stance = _side(parse, i)
    if verb == ROOT or stance is None or not parse.related(i, "obj", "obl") or lemma(parse, verb) not in words("acts", "receiving"):
        return
    if is_asked(parse, verb) or is_supposed(parse, verb) or is_denied(parse, verb) or is_denied(parse, i) or is_modal(parse, verb, "may"):
        return
    holder = _source(known, i, verb)
    if holder is None:
        return
    thing = _thing(known, i, verb, holder)
    if thing is not None:
        told = f"“{parse.text(verb)} {parse.text(i)}”: who gives it {TOLD[stance]}, so {stance.value}"
        yield Taking(i, (extent(parse, thing, verb),), stance, holder, told)


def _side(parse: Parse, i: int) -> PositionStance | None:
    """Give the side that a noun takes: one of attitude, or one that is only received ("under fire from")."""
    sides = {stance for _, stance in by_head("nouns").get(lemma(parse, i), ())} & {S.SUPPORTS, S.REJECTS}
    return next(iter(sides)) if len(sides) == 1 else stances("received").get(lemma(parse, i))


def _thing(known: Known, i: int, verb: int, holder: int) -> int | None:
    """Give what is received so: the subject, or where that is somebody, for what or over what they are praised or blamed."""
    parse = known.parse
    subjects = parse.children(verb, "nsubj", "nsubj:pass")
    relative = parse.related(verb, "acl:relcl") and (not subjects or parse.text(subjects[0]).lower() in _RELATIVE)
    things = [parse.tokens[verb].head] if relative else list(subjects)
    if things and at_issue(known, things[0], S.REJECTS) and (lemma(parse, i) not in _BURNING or is_matter(parse, things[0])):
        return things[0]
    behind = (h for p in _REASONS for k in (verb, i, holder) for h in objects(parse, k, p) if h > i)
    return next((h for h in behind if things and at_issue(known, h, S.REJECTS)), None)


def _source(known: Known, i: int, verb: int) -> int | None:
    """Give from whom it comes: behind "from", behind "of" where somebody's ("the ire of the unions"), or whose it is."""
    parse = known.parse
    behind = [c for c in (*parse.children(i, "nmod"), *parse.children(verb, "obl")) if case(parse, c) in _FROM and c > i]
    owners = [*parse.children(i, "nmod:poss"), *(c for c in parse.children(i, "nmod") if case(parse, c) == "of")]
    owners = [c for c in owners if known.cast.at(c) or lemma(parse, c) in words("holders", "people")]
    return next(iter((*behind, *owners)), None)
