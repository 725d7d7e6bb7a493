"""Obligations: what a speaker says that others must or must not do is what the speaker demands or rejects."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.positions.clause import is_conditional, is_denied, is_modal
from communique.extract.positions.extents import denied_predicate, extent, predicate
from communique.extract.positions.spoken import spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.wished import ASKED
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_NOBODY = frozenset(
    {"it", "there", "that", "this", "these", "those", "which", "who", "what", "nothing", "one", "everyone", "anyone", "someone"}
)


def obligations(known: Known, i: int) -> Iterator[Taking]:
    """Yield what others must or must not do: the speaker demands or rejects it. A guess ("must have been") is none."""
    parse = known.parse
    if (
        spoken(known, i) is None
        or not is_modal(parse, i, "must")
        or is_conditional(parse, i)
        or lemma(parse, i) in words("idle")
        or _is_perfect(parse, i)
    ):
        return
    own = parse.children(i, "nsubj")
    governed = parse.related(i, "xcomp")
    agent = own[0] if own else subject(parse, i)
    above = parse.tokens[i].head
    if above != ROOT and parse.related(i, "ccomp") and lemma(parse, above) in stances("clauses").keys() - ASKED:
        return
    if agent is None or parse.text(agent).lower() in _NOBODY | {"i"} or parse.related(i, "acl", "advcl"):
        return
    if parse.tokens[agent].upos == "PRON" and governed and lemma(parse, above) == "have":
        return  # "we have to" tells as often what circumstances ask
    denied = is_denied(parse, i) or (governed and is_denied(parse, parse.tokens[i].head))
    nobody = any(parse.text(c).lower() == "no" for c in parse.children(agent, "det"))
    yield _laid_on(parse, i, agent, denied=denied != nobody)


def _laid_on(parse: Parse, i: int, agent: int, *, denied: bool) -> Taking:
    """Give the demand that somebody act, or, where a passive verb works against its subject, the rejection of that."""
    told = f"the speaker says that it must {'not ' if denied else ''}be (“{parse.text(i)}”)"
    if lemma(parse, i) in works_against() and parse.children(i, "aux:pass"):
        stance = S.SUPPORTS if denied else S.REJECTS
        return Taking(i, (extent(parse, agent),), stance, None, f"{told}, which works against it, so {stance.value}", by_speaker=True)
    stance = S.REJECTS if denied else S.DEMANDS
    does = denied_predicate(parse, i) if denied else predicate(parse, i)
    named = () if parse.tokens[agent].upos == "PRON" else (extent(parse, agent),)
    return Taking(i, (*named, does), stance, None, f"{told}, so {stance.value}", by_speaker=True)


def _is_perfect(parse: Parse, i: int) -> bool:
    return any(lemma(parse, c) == "have" for c in parse.children(i, "aux"))
