"""Acts: what somebody does, tries or will not do tells where it stands, though no word of attitude says so."""

from collections.abc import Iterator

from communique.extract.known import FIRST, Known
from communique.extract.positions.clause import is_asked, is_conditional, is_denied, is_modal, is_supposed, is_told
from communique.extract.positions.extents import denied_predicate, extent
from communique.extract.positions.holders import is_public
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import at_issue, is_idle
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.extract.subjects import subject
from communique.model.actor import ActorKind
from communique.model.kinds import PositionStance
from communique.model.mention import Statement
from communique.model.parse import ROOT

S = PositionStance


def is_own(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a subject is the speaker's own side."""
    if known.parse.text(agent).lower() in FIRST:
        return True
    return bool(known.countries([said.speaker]) & known.countries(known.who(agent, said)))


def own_act(known: Known, i: int, said: Statement) -> Iterator[Taking]:
    """Yield the stance of an act of one's own side: its verb works for or against its object, a denial turns it round."""
    parse, name = known.parse, lemma(known.parse, i)
    agent = subject(parse, i)
    if agent is None or not is_modal(parse, i, "will") or not is_told(parse, i) or not _speaks_of(known, agent, said):
        return
    heads = [c for c in parse.children(i, "obj") if parse.tokens[c].upos != "PRON"]
    against = name in works_against()
    if not heads or not (against or name in words("acts", "for")):
        return
    denied = is_denied(parse, i)
    stance = S.REJECTS if against != denied else S.SUPPORTS
    stance = S.CONDITIONAL if is_conditional(parse, i) else stance
    turned = ", a denial turns it round" if denied else ""
    why = f"“{parse.text(i)}” works {'against' if against else 'for'} “{parse.text(heads[0])}”{turned}, so {stance.value}"
    yield Taking(i, (extent(parse, heads[0]),), stance, agent, why, expressed=False)


def refusal(known: Known, i: int, said: Statement | None) -> Iterator[Taking]:
    """Yield what the speaker's own side will not do ("we are not going to go back to it"), whatever the verb works for."""
    parse, name = known.parse, lemma(known.parse, i)
    agent = subject(parse, i)
    above = parse.tokens[i].head
    lifted = parse.related(i, "xcomp") and above != ROOT and lemma(parse, above) == "go"
    denied = is_denied(parse, i) or (lifted and is_denied(parse, above))
    if agent is None or not denied or not is_modal(parse, i, "will") or not is_told(parse, i) or parse.children(i, "aux:pass"):
        return
    if name in words("idle") | works_against() | words("denied_only") | words("acts", "for") | stances("verbs").keys() or is_conditional(
        parse, i
    ):
        return
    if is_idle(parse, i) or not (_speaks_of(known, agent, said) if said else _decides(known, agent)):
        return
    run = denied_predicate(parse, i)
    if len(run) > 1:
        yield Taking(i, (run,), S.REJECTS, agent, f"its side will not “{parse.text(i)}”, so rejects", expressed=False)


def _decides(known: Known, agent: int) -> bool:
    """Say whether the report itself can tell what somebody will not do: one named person or state of public life."""
    kinds = {n.kind for w in known.who(agent) for n in known.named if n.id == w.actor}
    return bool(kinds) and kinds <= {ActorKind.PERSON, ActorKind.STATE} and is_public(known, agent)


def _speaks_of(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a speaker can tell what a subject will do: the own side, or an alliance, which speaks through its members."""
    kinds = {n.kind for w in known.who(agent, said) for n in known.named if n.id == w.actor}
    return is_own(known, agent, said) or kinds == {ActorKind.ALLIANCE}


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
