"""Pronouns as objects: "We reject that" and "This is a non-starter" speak of what was named or demanded before."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.known import Known
from communique.extract.positions.taking import Taking
from communique.model.kinds import PositionStance
from communique.model.span import Span

_POINTING = frozenset({"this", "that"})
_NEAR = 2
"""Sentences back to which "that" can point."""


def resolved(known: Known, taking: Taking, before: Sequence[Taking]) -> Taking | None:
    """Give a stance with a pronoun's antecedent as its object; None where a pronoun points at nothing that is at issue."""
    parse = known.parse
    if len(taking.head) != 1 or parse.tokens[taking.head[0]].upos not in {"PRON", "DET"}:
        return taking
    i = taking.head[0]
    named = _antecedent(known, i)
    if named:
        words = parse.report.text[named.start : named.end]
        return replace(taking, object=(parse.tokens_in(named),), why=f"“{parse.text(i)}” is “{words}”; {taking.why}")
    if parse.text(i).lower() not in _POINTING:
        return None
    here = parse.sentences.index(parse.sentence_of(i))
    demanded = [t for t in before if t.stance is PositionStance.DEMANDS and _sentence(known, t) in range(here - _NEAR, here + 1)]
    if not demanded:
        return None
    told = f"“{parse.text(i)}” points at the demand before it; {taking.why}"
    return replace(taking, object=demanded[-1].object, why=told)


def _antecedent(known: Known, i: int) -> Span | None:
    """Give the last words before that a pronoun's chain names by a noun, where they are nobody's name."""
    parse, token = known.parse, known.parse.tokens[i].span
    for span in reversed([s for s in parse.chain_of(token) if s.start < token.start]):
        tokens = parse.tokens_in(span)
        if tokens and any(parse.tokens[t].upos == "NOUN" for t in tokens):
            return span if not known.cast.names(span) else None
    return None


def _sentence(known: Known, taking: Taking) -> int:
    return known.parse.sentences.index(known.parse.sentence_of(taking.word))
