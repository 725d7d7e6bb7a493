"""Obligations: what a speaker says that others must or must not do is what the speaker demands or rejects."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.beliefs import is_content
from communique.extract.positions.clause import is_conditional, is_modal
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import denied_predicate, extent, predicate
from communique.extract.positions.spoken import believer, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, stances, words, works_against
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_NOBODY = frozenset(
    {"it", "there", "that", "this", "these", "those", "which", "who", "what", "nothing", "one", "everyone", "anyone", "someone"}
)


def obligations(known: Known, i: int) -> Iterator[Taking]:
    """Yield what others must or must not do: who says or believes so demands or rejects it. A guess ("must have been") is none."""
    parse = known.parse
    thinker = believer(known, i)
    if (spoken(known, i) is None and thinker is None) or not is_modal(parse, i, "must"):
        return
    if (is_conditional(parse, i) and not _is_appeal(parse, i)) or _is_inverted(parse, i):
        return
    if parse.tokens[i].upos not in {"VERB", "AUX"} and not _is_called_for(parse, i):
        return
    beside = parse.related(i, "acl", "advcl") and not is_content(parse, i)
    if _is_empty(parse, i) or _is_perfect(parse, i) or _is_wish_of_above(parse, i) or beside:
        return
    agent = _bound(parse, i)
    if agent is None:
        return
    governed = parse.related(i, "xcomp")
    denied = is_denied(parse, i) or (governed and is_denied(parse, parse.tokens[i].head))
    nobody = any(parse.text(c).lower() == "no" for c in parse.children(agent, "det"))
    taking = _laid_on(parse, i, agent, denied=denied != nobody)
    agreed = taking.stance is S.DEMANDS and parse.related(i, "ccomp") and lemma(parse, parse.tokens[i].head) == "agree"
    yield replace(_agreed(taking) if agreed else taking, holder=thinker)


def _is_empty(parse: Parse, i: int) -> bool:
    """Say whether an obligation names nothing at issue: to know or to say something, and no act as going or returning is one."""
    name = lemma(parse, i)
    taking = any(parse.tokens[c].upos != "PRON" and len(parse.subtree(c)) > 1 for c in parse.children(i, "obj"))
    acts = name in words("idle", "acts") and len(predicate(parse, i)) > 1
    return name in words("idle") and not acts and not (taking and name in words("idle", "unless_taking"))


def _agreed(taking: Taking) -> Taking:
    """Give the stance of who agrees that something should be, which is no demand of theirs."""
    return replace(taking, stance=S.SUPPORTS, why=taking.why.replace(S.DEMANDS.value, f"who agrees {S.SUPPORTS.value}"))


def _is_appeal(parse: Parse, i: int) -> bool:
    """Say whether an "if" only appeals to what others say that they want ("if they really cared, they should …")."""
    clauses = [c for c in parse.children(i, "advcl") if any(parse.text(m).lower() == "if" for m in parse.children(c, "mark"))]
    return bool(clauses) and all(lemma(parse, c) in words("dues", "caring") for c in clauses)


def _is_inverted(parse: Parse, i: int) -> bool:
    """Say whether "should" stands before its subject, which makes a condition of it ("should they leave")."""
    subjects = parse.children(i, "nsubj")
    return bool(subjects) and any(parse.text(c).lower() == "should" and c < subjects[0] for c in parse.children(i, "aux"))


def _is_called_for(parse: Parse, i: int) -> bool:
    """Say whether a noun or adjective is what something should be; "must be terrible" is a guess."""
    return bool(parse.children(i, "cop")) and any(parse.text(c).lower() in {"should", "ought"} for c in parse.children(i, "aux"))


def _bound(parse: Parse, i: int) -> int | None:
    """Give who or what must be or do something; None for "it", "there", "I", and for "we have to", as often circumstances ask."""
    own = parse.children(i, "nsubj")
    agent = own[0] if own else subject(parse, i)
    if agent is None or parse.text(agent).lower() in _NOBODY | {"i"}:
        return None
    above = parse.tokens[i].head
    circumstances = parse.related(i, "xcomp") and lemma(parse, above) == "have" and parse.tokens[agent].upos == "PRON"
    return None if circumstances else agent


def _is_wish_of_above(parse: Parse, i: int) -> bool:
    """Say whether a clause is what a verb of wishing above it takes, which is read there ("demanded that it should leave")."""
    above = parse.tokens[i].head
    return above != ROOT and parse.related(i, "ccomp") and lemma(parse, above) in stances("clauses").keys() - words("wished", "asked")


def _laid_on(parse: Parse, i: int, agent: int, *, denied: bool) -> Taking:
    """Give the demand that somebody act, or the stance on the subject, where a passive or an ending verb works against that."""
    told = f"it must {'not ' if denied else ''}be (“{parse.text(i)}”)"
    ends = denied and lemma(parse, i) in words("acts", "ending") and not parse.children(i, "obj", "xcomp")
    if ends or (lemma(parse, i) in works_against() and parse.children(i, "aux:pass") and not _is_within(parse, i)):
        stance = S.SUPPORTS if denied else S.REJECTS
        return Taking(i, (extent(parse, agent),), stance, None, f"{told}, which works against it, so {stance.value}")
    stance = S.REJECTS if denied else S.DEMANDS
    does = denied_predicate(parse, i) if denied else predicate(parse, i)
    named = () if parse.tokens[agent].upos == "PRON" else (extent(parse, agent),)
    if parse.children(i, "cop"):
        does = tuple(k for k in range(parse.children(i, "cop")[0] + 1, does[-1] + 1))
    return Taking(i, (*named, does), stance, None, f"{told}, so {stance.value}")


def _is_within(parse: Parse, i: int) -> bool:
    """Say whether a passive keeps its subject within bounds, and is not against it ("should be restricted to the coast")."""
    return lemma(parse, i) in words("acts", "graded") and any(case(parse, c) == "to" for c in parse.children(i, "obl"))


def _is_perfect(parse: Parse, i: int) -> bool:
    return any(lemma(parse, c) == "have" for c in parse.children(i, "aux"))
