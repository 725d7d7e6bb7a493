"""Accusations and praise: who says that others did wrong, or did well, takes a side on what they did."""

from collections.abc import Iterator

from communique.extract.known import FIRST, Known
from communique.extract.positions.clause import is_conditional, is_modal
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import predicate
from communique.extract.positions.framing import is_asserted
from communique.extract.positions.holders import is_public, is_public_speaker
from communique.extract.positions.spoken import believer, is_own, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, stances, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.mention import Statement
from communique.model.parse import ROOT, Parse

S = PositionStance
_SHORT = 2
"""Words that a deed has at least; a bare verb ("lied") names too little of what was done."""


def accusations(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a speaker says that others did, where the word for it blames ("misused") or praises ("kept its word")."""
    parse = known.parse
    stance = _side(parse, i)
    said = spoken(known, i)
    if stance is None or said is None or is_conditional(parse, i) or is_denied(parse, i) or not is_public_speaker(known, said):
        return
    if not _is_done(parse, i) or parse.children(i, "aux:pass", "nsubj:pass") or _is_of_nothing(parse, i):
        return
    agent = subject(parse, i)
    if agent is None or believer(known, i) is not None or not _is_other(known, agent, said):
        return
    run = predicate(parse, i)
    if len(run) >= _SHORT:
        told = f"who says that others did so (“{parse.text(i)}”) {'is for' if stance is S.SUPPORTS else 'is against'} it, so {stance.value}"
        yield Taking(i, (run,), stance, None, told, expressed=False)


def _side(parse: Parse, i: int) -> PositionStance | None:
    """Give the side of a verb of wrong or of right, by itself or by what it takes ("broke its promise", "kept its word")."""
    name = lemma(parse, i)
    if name in stances("deeds_told"):
        return stances("deeds_told")[name]
    taken = {lemma(parse, c) for c in parse.children(i, "obj", "obl", "xcomp", "compound:prt")}
    taken |= {lemma(parse, k) for c in parse.children(i, "obj") for k in parse.children(c, "amod")}
    return next((s for t in sorted(taken) if (s := stances("deeds_told").get(f"{name}+{t}"))), None)


def _is_of_nothing(parse: Parse, i: int) -> bool:
    """Say whether a deed is denied by what it takes, or people in general do it ("committed no crime", "migrants who commit crimes")."""
    head = parse.tokens[i].head
    several = parse.related(i, "acl:relcl") and parse.tokens[head].has("Number=Plur") and parse.tokens[head].upos != "PROPN"
    return several or any(parse.text(d).lower() == "no" for c in parse.children(i, "obj") for d in parse.children(c, "det"))


def _is_done(parse: Parse, i: int) -> bool:
    """Say whether a deed is told as done, being done or tried, neither as what may or must be nor as an aim of somebody's."""
    if is_modal(parse, i, "may") or is_modal(parse, i, "must"):
        return False
    above = parse.tokens[i].head
    if parse.related(i, "xcomp") and above != ROOT:
        return lemma(parse, above) in words("acts", "striving") | {"continue", "keep", "begin", "start"} and not is_denied(parse, above)
    foreseen = {parse.text(c).lower() for c in parse.children(i, "aux")} & {"will", "would", "'ll", "’ll"}
    return is_asserted(parse, i) and not foreseen


def _is_other(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a subject is somebody of public life who is not of the speaker's side."""
    if known.parse.text(agent).lower() in FIRST | {"you", "it"} or is_own(known, agent, said):
        return False
    if lemma(known.parse, agent) in words("holders", "suits") | words("tastes", "matters"):
        return False
    return is_public(known, agent) or _is_known(known, agent)


def _is_known(known: Known, agent: int) -> bool:
    """Say whether a pronoun stands for somebody of public life."""
    return known.parse.tokens[agent].upos == "PRON" and any(w.actor for w in known.who(agent))
