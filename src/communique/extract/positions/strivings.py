"""Strivings: what somebody tries, plans, fights or votes to do tells where it stands, though no word of attitude says so."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.positions.agents import agent
from communique.extract.positions.clause import is_asked, is_modal, is_purpose, is_supposed, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, kept_from, objects, predicate
from communique.extract.positions.holders import is_public
from communique.extract.positions.issue import at_issue
from communique.extract.positions.nouns import possessor
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import is_idle
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_WHOLE = 3
"""Words from which on a plan says more than that there is one ("plans to win")."""


def strivings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody tries to bring about or to prevent ("is trying to block the bill", "its effort to save the port")."""
    parse = known.parse
    joined = parse.related(i, "conj") and not parse.children(i, "nsubj", "aux") and not parse.tokens[i].has("VerbForm=Fin")
    first = parse.tokens[i].head if joined else i
    aimed = first != ROOT and any(parse.text(c).lower() in {"to", "at"} for c in parse.children(first, "mark", "case"))
    if not aimed or is_asked(parse, i) or is_supposed(parse, i) or is_denied(parse, i):
        return
    holder = _striver(known, first)
    if holder is None or not is_public(known, holder):
        return
    above = parse.text(parse.tokens[first].head)
    yield from _towards(known, i, holder, f"“{above} to {parse.text(i)}”")


def _striver(known: Known, i: int) -> int | None:
    """Give who strives: the subject of the verb above, whose the noun above is, or who acts for that end."""
    parse, above = known.parse, known.parse.tokens[i].head
    if above == ROOT or above > i:
        return None
    if parse.children(above, "aux:pass") and lemma(parse, above) in words("acts", "aimed"):
        return _whose_aim(known, above)
    if parse.related(i, "xcomp", "advcl") and lemma(parse, above) in words("acts", "striving") | words("acts", "deciding"):
        open_ = is_denied(parse, above) or is_modal(parse, above, "may") or parse.children(above, "obj")
        return agent(parse, above) if is_told(parse, above) and not open_ else None
    if parse.related(i, "acl") and lemma(parse, above) in words("acts", "endeavours"):
        bodies = (c for c in parse.children(above, "compound") if lemma(parse, c) in words("holders", "people"))
        owner = possessor(known, above)
        return next(bodies, None) if owner is None else owner  # "the government decision to"
    if is_purpose(parse, i):
        heads = list(objects(parse, i, None))
        at_stake = bool(heads) and lemma(parse, heads[0]) in words("tastes", "matters")
        return agent(parse, i) if at_stake else None
    return None


def _whose_aim(known: Known, i: int) -> int | None:
    """Give whose act is meant for something ("his trip is aimed at derailing the deal")."""
    parse = known.parse
    acts = () if is_denied(parse, i) or is_modal(parse, i, "may") else parse.children(i, "nsubj:pass")
    return next((o for a in acts for o in parse.children(a, "nmod:poss")), None)


def _towards(known: Known, i: int, holder: int, told: str) -> Iterator[Taking]:
    """Yield the stance of an aim: on what its verb works for or against, else on the whole of what is decided."""
    parse, name = known.parse, lemma(known.parse, i)
    against = is_against(parse, i)
    heads = [c for c in objects(parse, i, None) if at_issue(known, c, S.SUPPORTS if against else S.REJECTS)]
    if heads and against and name in words("acts", "graded"):
        why = f"{told} is what it strives for, so {S.SUPPORTS.value}"
        yield Taking(i, (predicate(parse, i),), S.SUPPORTS, holder, why, expressed=False)
        return
    contends = lemma(parse, parse.tokens[i].head) in words("acts", "contending")
    if heads and (against or (name in words("acts", "for") and not contends)):
        stance = S.REJECTS if against else S.SUPPORTS
        why = f"{told} works {'against' if against else 'for'} it, so {stance.value}"
        yield Taking(i, (extent(parse, heads[0]),), stance, holder, why, expressed=False)
        return
    governor = lemma(parse, parse.tokens[i].head)
    if against or governor not in words("acts", "deciding") or name in stances("verbs").keys() | stances("clauses").keys():
        return
    run = predicate(parse, i)
    if len(run) >= _WHOLE and not is_idle(parse, i):
        stance = S.DEMANDS if governor in words("acts", "contending") else S.SUPPORTS
        yield Taking(i, (run,), stance, holder, f"{told} is what it wants, so {stance.value}", expressed=False)


def is_against(parse: Parse, i: int) -> bool:
    """Say whether a verb works against its object, with its particle where it has one ("strip out", "roll back")."""
    name = lemma(parse, i)
    if name == "keep" and kept_from(parse, i) is not None:
        return True
    particles = [parse.text(c).lower() for c in parse.children(i, "compound:prt")]
    return name in works_against() or any(f"{name}-{p}" in words("acts", "against") for p in particles)


def efforts(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody does all that can be done for, or against ("will do everything we can to prevent it")."""
    parse = known.parse
    if lemma(parse, i) != "do" or not is_told(parse, i) or is_denied(parse, i) or is_supposed(parse, i):
        return
    most = [c for c in parse.children(i, "obj") if lemma(parse, c) in words("acts", "utmost")]
    holder = agent(parse, i)
    if not most or holder is None or not is_public(known, holder):
        return
    behind = (k for k in parse.subtree(i) if k > most[0] and parse.tokens[k].upos == "VERB")
    goals = [k for k in behind if any(parse.text(c) == "to" for c in parse.children(k, "mark"))]
    for goal in goals[:1]:
        yield from _towards(known, goal, holder, f"“{parse.text(i)} {parse.text(most[0])} to {parse.text(goal)}”")
