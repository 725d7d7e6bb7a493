"""Needs: what it is time for, what there should be or is no reason for, what "let's" and an imperative call for."""

from collections.abc import Iterator

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_conditional, is_modal
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects, predicate
from communique.extract.positions.holders import is_public_speaker
from communique.extract.positions.spoken import spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import is_idle
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

S = PositionStance
_CALL = 3
"""Words from which on an imperative names something at issue ("Stop it" does not)."""
_OPENING = frozenset({"“", '"', "‘"})


def needs(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a speaker says that there must be, or that it is time for."""
    parse = known.parse
    said = spoken(known, i)
    if said is None or is_conditional(parse, i):
        return
    name = lemma(parse, i)
    if name == "time":
        yield from _due(parse, i)
    elif name == "let" and is_public_speaker(known, said):
        yield from _let_us(parse, i)
    elif any(parse.text(c).lower() == "there" for c in parse.children(parse.tokens[i].head if parse.tokens[i].head != ROOT else i, "expl")):
        yield from _existing(parse, i)
    if is_public_speaker(known, said):
        yield from _commands(known, i)


def _due(parse: Parse, i: int) -> Iterator[Taking]:
    """Yield what it is time to do ("it's time for them to leave", "the time has come to act")."""
    above = parse.tokens[i].head
    comes = above != ROOT and parse.related(i, "nsubj") and lemma(parse, above) in {"come", "be"}
    if not (parse.children(i, "cop") or comes) or is_denied(parse, i) or (comes and is_denied(parse, above)):
        return
    hung = (i, above) if comes else (i,)
    clauses = (c for h in hung for c in parse.children(h, "acl", "advcl", "xcomp", "csubj", "ccomp"))
    for clause in clauses:
        if clause > i and any(parse.text(c) == "to" for c in parse.children(clause, "mark")) and _names(parse, clause):
            yield Taking(i, (predicate(parse, clause),), S.DEMANDS, None, f"“it is {parse.text(i)}” for it, so {S.DEMANDS.value}")
            return


def _let_us(parse: Parse, i: int) -> Iterator[Taking]:
    """Yield what somebody proposes that "we" do ("let's pass it", "let us close the port")."""
    us = [c for c in parse.children(i, "obj", "nsubj") if parse.text(c).lower() in {"us", "'s", "’s"}]
    us += [
        c for k in parse.children(i, "ccomp", "xcomp") for c in parse.children(k, "nsubj") if parse.text(c).lower() in {"us", "'s", "’s"}
    ]
    if parse.children(i, "nsubj") and not us:
        return
    for clause in parse.children(i, "ccomp", "xcomp") if us else ():
        if _names(parse, clause):
            denied = is_denied(parse, i) or is_denied(parse, clause)
            stance = S.REJECTS if denied else S.DEMANDS
            yield Taking(i, (predicate(parse, clause),), stance, None, f"“let us {'not ' if denied else ''}do so”, so {stance.value}")
            return


def _names(parse: Parse, clause: int) -> bool:
    """Say whether a clause names something at issue, as a bare verb does not ("it is time to act")."""
    return not is_idle(parse, clause) and len(predicate(parse, clause)) > 1


def _existing(parse: Parse, i: int) -> Iterator[Taking]:
    """Yield what a speaker says that there must or must not be, or is no reason for ("there should be no deal")."""
    be = parse.tokens[i].head
    if be == ROOT or lemma(parse, be) != "be" or not parse.related(i, "nsubj"):
        return
    denied = is_denied(parse, be) or any(parse.text(c).lower() == "no" for c in parse.children(i, "det"))
    if is_modal(parse, be, "must"):
        stance = S.CONDITIONAL if is_conditional(parse, be) else S.REJECTS if denied else S.DEMANDS
        run = tuple(k for k in extent(parse, i) if parse.text(k).lower() != "no")
        yield Taking(i, (run,), stance, None, f"“there must {'not ' if denied else ''}be” it, so {stance.value}")
    elif denied and lemma(parse, i) in words("acts", "grounds"):
        for preposition in ("for", "in", "to"):
            heads = [h for p in (i, be) for h in objects(parse, p, preposition) if h > i]
            if heads and not is_idle(parse, heads[0]):
                told = f"“no {parse.text(i)} {preposition}” it is against it, so {S.REJECTS.value}"
                yield Taking(i, (extent(parse, heads[0]),), S.REJECTS, None, told)
                return


def _commands(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a public speaker's imperative calls for ("Stop the bloodshed in the islands")."""
    parse, token = known.parse, known.parse.tokens[i]
    quoted = token.head > i and parse.related(i, "ccomp", "parataxis")
    if token.upos != "VERB" or not (token.head == ROOT or quoted):
        return
    before = [
        k for k in range(parse.sentence_of(i).first, i) if parse.tokens[k].upos != "PUNCT" and k not in parse.children(i, "advmod", "aux")
    ]
    bare = parse.text(i).lower() == token.lemma.lower() and not parse.children(i, "nsubj", "aux:pass")
    if before or not bare or not parse.children(i, "obj") or is_idle(parse, i) or lemma(parse, i) in words("idle") | {"let", "thank"}:
        return
    if any(parse.text(k).lower() in FIRST | {"you", "me"} for k in parse.children(i, "obj")) or case(parse, i):
        return
    run = predicate(parse, i)
    if len(run) >= _CALL:
        denied = is_denied(parse, i)
        stance = S.REJECTS if denied else S.DEMANDS
        yield Taking(
            i, (run,), stance, None, f"the imperative (“{parse.text(i)}”) {'forbids' if denied else 'asks for'} it, so {stance.value}"
        )
