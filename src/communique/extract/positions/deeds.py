"""Deeds: what somebody does or tries tells where it stands, though no word of attitude says so."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.positions.clause import is_asked, is_denied, is_supposed, is_told
from communique.extract.positions.extents import extent
from communique.extract.positions.holders import is_public
from communique.extract.positions.issue import at_issue
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words, works_against
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT

S = PositionStance


def strivings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody tries to bring about or to prevent ("is trying to block the bill")."""
    parse, name, above = known.parse, lemma(known.parse, i), known.parse.tokens[i].head
    if above == ROOT or not parse.related(i, "xcomp") or lemma(parse, above) not in words("acts", "striving"):
        return
    against = name in works_against()
    if not (against or name in words("acts", "for")) or not is_told(parse, above) or is_supposed(parse, i) or is_asked(parse, i):
        return
    agent = subject(parse, above)
    heads = [c for c in parse.children(i, "obj") if at_issue(known, c, S.REJECTS)]
    if agent is None or not heads or is_denied(parse, i) or is_denied(parse, above) or not is_public(known, agent):
        return
    stance = S.REJECTS if against else S.SUPPORTS
    why = f"“{parse.text(above)} to {parse.text(i)}” works {'against' if against else 'for'} it, so {stance.value}"
    yield Taking(i, (extent(parse, heads[0]),), stance, agent, why, expressed=False)


def efforts(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody does all that can be done for, or against ("will do everything we can to prevent it")."""
    parse = known.parse
    if lemma(parse, i) != "do" or not is_told(parse, i) or is_denied(parse, i) or is_supposed(parse, i):
        return
    most = [c for c in parse.children(i, "obj") if lemma(parse, c) in words("acts", "utmost")]
    agent = subject(parse, i)
    if not most or agent is None or not is_public(known, agent):
        return
    goals = [
        k
        for k in parse.subtree(i)
        if k > most[0] and parse.tokens[k].upos == "VERB" and any(parse.text(c) == "to" for c in parse.children(k, "mark"))
    ]
    for goal in goals[:1]:
        against = lemma(parse, goal) in works_against()
        heads = [c for c in parse.children(goal, "obj") if at_issue(known, c, S.REJECTS)]
        if heads and (against or lemma(parse, goal) in words("acts", "for")):
            stance = S.REJECTS if against else S.SUPPORTS
            way = "against" if against else "for"
            told = f"“{parse.text(i)} {parse.text(most[0])} to {parse.text(goal)}” works {way} it, so {stance.value}"
            yield Taking(i, (extent(parse, heads[0]),), stance, agent, told)
