"""Will: what somebody's own side will or will not do tells where it stands, though no word of attitude says so."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import quoted
from communique.extract.positions.clause import is_asked, is_conditional, is_modal, is_supposed, is_told
from communique.extract.positions.composing import ends_denial
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import denied_predicate, extent, predicate
from communique.extract.positions.holders import is_public
from communique.extract.positions.spoken import is_own, spoken
from communique.extract.positions.strivings import is_against
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import is_idle
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.extract.subjects import subject
from communique.model.actor import ActorKind
from communique.model.kinds import PositionStance
from communique.model.mention import Statement
from communique.model.parse import ROOT

S = PositionStance
_WHOLE = 3
"""Words from which on an act says more than that there is one."""


def own_acts(known: Known, i: int) -> Iterator[Taking]:
    """Yield the stance of an act of one's own side: its verb works for or against its object, a denial turns it round."""
    parse, name, said = known.parse, lemma(known.parse, i), spoken(known, i)
    agent = subject(parse, i)
    if agent is None or not _wills(known, i, said) or not is_told(parse, i) or not _tells_of(known, i, agent, said):
        return
    heads = [c for c in parse.children(i, "obj") if parse.tokens[c].upos != "PRON" and lemma(parse, c) not in words("acts", "reach")]
    against = is_against(parse, i)
    if not heads or not (against or name in words("acts", "for")):
        return
    denied = is_denied(parse, i)
    stance = S.REJECTS if against != denied else S.SUPPORTS
    stance = S.CONDITIONAL if is_conditional(parse, i) and (not denied or ends_denial(parse, i)) else stance
    turned = ", a denial turns it round" if denied else ""
    why = f"“{parse.text(i)}” works {'against' if against else 'for'} “{parse.text(heads[0])}”{turned}, so {stance.value}"
    yield Taking(i, (extent(parse, heads[0]),), stance, agent, why, expressed=False)


def refusals(known: Known, i: int) -> Iterator[Taking]:
    """Yield what the speaker's own side will not do ("we are not going to go back to it"), whatever the verb works for."""
    parse, name, said = known.parse, lemma(known.parse, i), spoken(known, i)
    agent = subject(parse, i)
    above = parse.tokens[i].head
    lifted = parse.related(i, "xcomp") and above != ROOT and lemma(parse, above) == "go"
    denied = is_denied(parse, i) or (lifted and is_denied(parse, above))
    if agent is None or not denied or not _wills(known, i, said) or not is_told(parse, i) or parse.children(i, "aux:pass"):
        return
    known_words = words("idle") | works_against() | words("denied_only") | words("acts", "for") | stances("verbs").keys()
    if name in known_words or (is_conditional(parse, i) and ends_denial(parse, i)):
        return
    if is_idle(parse, i) or not _tells_of(known, i, agent, said):
        return
    run = denied_predicate(parse, i)
    if len(run) > 1:
        yield Taking(i, (run,), S.REJECTS, agent, f"its side will not “{parse.text(i)}”, so rejects", expressed=False)


def offers(known: Known, i: int) -> Iterator[Taking]:
    """Yield what the speaker's own side would do under a condition ("we will open the port if they leave")."""
    parse, said = known.parse, spoken(known, i)
    agent = subject(parse, i)
    if said is None or agent is None or not is_conditional(parse, i) or is_denied(parse, i) or not _wills(known, i, said):
        return
    if parse.children(i, "aux:pass", "cop") or lemma(parse, i) in words("idle") or is_idle(parse, i) or not is_own(known, agent, said):
        return
    if not is_public(known, agent) or any(parse.text(c).lower() == "you" for c in parse.children(i, "obj")):
        return
    known_words = works_against() | words("acts", "for") | stances("verbs").keys() | stances("clauses").keys()
    run = predicate(parse, i)
    if lemma(parse, i) not in known_words and len(run) >= _WHOLE and is_told(parse, i):
        told = f"its side will “{parse.text(i)}” under a condition, so {S.CONDITIONAL.value}"
        yield Taking(i, (run,), S.CONDITIONAL, agent, told, expressed=False)


def aims(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody's goal or policy is to do ("our goal is to reunite the family"), or not to do."""
    parse = known.parse
    if not parse.children(i, "cop") or not any(parse.text(c).lower() == "to" for c in parse.children(i, "mark")):
        return
    goals = [c for c in parse.children(i, "nsubj") if lemma(parse, c) in words("acts", "goals")]
    holder = next(iter(parse.children(goals[0], "nmod:poss")), None) if goals else None
    if holder is None or is_asked(parse, i) or is_supposed(parse, i) or is_idle(parse, i) or lemma(parse, i) in words("linked", "light"):
        return
    run = predicate(parse, i)
    run = tuple(k for k in run if k > max(parse.children(i, "cop", "mark")))
    stance = S.REJECTS if is_denied(parse, i) else S.SUPPORTS
    if len(run) > 1 and is_public(known, holder):
        yield Taking(i, (run,), stance, holder, f"it is a “{parse.text(goals[0])}” of its own, so {stance.value}")


def _wills(known: Known, i: int, said: Statement | None) -> bool:
    """Say whether a clause tells what will be done, or in words that are not the speaker's own, what would ("said it would not")."""
    parse = known.parse
    if is_modal(parse, i, "will"):
        return True
    above = parse.tokens[i].head
    reported = said is not None and not quoted(parse, i) and parse.related(i, "ccomp", "conj") and above != ROOT
    would = {parse.text(c).lower() for c in parse.children(i, "aux")} & {"would", "'d", "’d"}
    vowed = parse.tokens[above].has("VerbForm=Inf") and lemma(parse, above) in words("linked", "governing")  # "continued to vow they would"
    then = parse.tokens[above].has("Tense=Past") or vowed
    return reported and bool(would) and then


def _tells_of(known: Known, i: int, agent: int, said: Statement | None) -> bool:
    """Say whether somebody speaks of the own side, or the report itself of what somebody has decided."""
    if said is not None:
        return _speaks_of(known, agent, said)
    parse = known.parse
    outside = known.statement_at(parse.tokens[i].span) is None and parse.related(i, "root", "conj")
    return outside and not is_asked(parse, i) and not is_supposed(parse, i) and _decides(known, agent)


def _decides(known: Known, agent: int) -> bool:
    """Say whether the report itself can tell what somebody will not do: one named person or state of public life."""
    kinds = {n.kind for w in known.who(agent) for n in known.named if n.id == w.actor}
    return bool(kinds) and kinds <= {ActorKind.PERSON, ActorKind.STATE} and is_public(known, agent)


def _speaks_of(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a speaker can tell what a subject will do: the own side, or an alliance, which speaks through its members."""
    kinds = {n.kind for w in known.who(agent, said) for n in known.named if n.id == w.actor}
    return is_own(known, agent, said) or kinds == {ActorKind.ALLIANCE}
