"""Pronouns as objects: "We reject that" and "This is a non-starter" speak of what was named or demanded before.

The pronoun's own words stay part of the object, behind what they stand for: there the stance is taken.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.known import Known
from communique.extract.positions.extents import extent
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse
from communique.model.span import Span

_POINTING = frozenset({"this", "that"})
_THINGS = {"it": False, "this": False, "that": False, "them": True, "they": True, "these": True, "those": True}
"""Pronouns for things, and whether they stand for several."""
_NEAR = 2
"""Sentences back to which "that" can point."""


def resolved(known: Known, taking: Taking, before: Sequence[Taking]) -> Taking | None:
    """Give a stance with a pronoun's antecedent as its object; None where a pronoun points at nothing that is at issue."""
    parse = known.parse
    if len(taking.head) != 1 or parse.tokens[taking.head[0]].upos not in {"PRON", "DET"}:
        return taking
    i = taking.head[0]
    if parse.tokens[i].has("PronType=Rel") and (noun := _related_noun(parse, i)) is not None:
        linked = max(parse.children(noun, "cop"), default=-1)
        return replace(taking, object=(tuple(k for k in extent(parse, noun, taking.word) if k > linked),))
    if parse.text(i).lower() not in _THINGS:
        return None
    named = _antecedent(known, i)
    if named:
        return _pointed(known, taking, parse.tokens_in(named))
    demanded = [t for t in _near(known, i, before) if t.stance is PositionStance.DEMANDS] if parse.text(i).lower() in _POINTING else []
    if demanded:
        told = f"“{parse.text(i)}” points at the demand before it; {taking.why}"
        return replace(taking, object=(*demanded[-1].object, (i,)), why=told)
    spoken_of = _spoken_of(known, i, before)
    return _pointed(known, taking, spoken_of) if spoken_of else None


def _pointed(known: Known, taking: Taking, run: tuple[int, ...]) -> Taking:
    parse, i = known.parse, taking.head[0]
    span = parse.span(run)
    told = f"“{parse.text(i)}” is “{parse.report.text[span.start : span.end]}”; {taking.why}"
    return replace(taking, object=(run, (i,)), why=told)


def _related_noun(parse: Parse, i: int) -> int | None:
    """Give the noun that a relative pronoun stands for ("a bill that is toxic")."""
    for k in parse.ancestors(i):
        if parse.related(k, "acl:relcl") and parse.tokens[k].head != ROOT:
            noun = parse.tokens[k].head
            return noun if parse.tokens[noun].upos == "NOUN" and noun < i else None
    return None


def _antecedent(known: Known, i: int) -> Span | None:
    """Give the last words before that a pronoun's chain names by a noun, where they are nobody's name."""
    parse, token = known.parse, known.parse.tokens[i].span
    for span in reversed([s for s in parse.chain_of(token) if s.start < token.start]):
        tokens = parse.tokens_in(span)
        if tokens and any(parse.tokens[t].upos == "NOUN" for t in tokens):
            return span if not known.cast.names(span) else None
    return None


def _spoken_of(known: Known, i: int, before: Sequence[Taking]) -> tuple[int, ...] | None:
    """Give what was at issue just before a pronoun: the last thing somebody took a stance on, or the last bill, deal or plan."""
    parse, several = known.parse, _THINGS[known.parse.text(i).lower()]
    first = parse.sentences[max(0, parse.trees.sentence[i] - 1)].first
    near = before[bisect_left(before, first, key=lambda t: t.word) :]  # what is at issue stands no later than the word that says so
    objects = [t.head for t in near if first <= t.head[0] and t.head[-1] < i]
    objects += [
        extent(parse, k) for k in range(first, i) if parse.tokens[k].upos == "NOUN" and lemma(parse, k) in words("tastes", "matters")
    ]
    fit = [run for run in objects if run[-1] < i and _fits(parse, run, several=several)]
    return max(fit, key=lambda run: (run[-1], len(run)), default=None)


def _fits(parse: Parse, run: tuple[int, ...], *, several: bool) -> bool:
    """Say whether words are a thing or things that a pronoun can stand for, by number."""
    head = next((k for k in run if parse.tokens[k].head not in run), run[0])
    people = lemma(parse, head) in words("holders", "people") | words("holders", "private")
    return parse.tokens[head].upos == "NOUN" and not people and parse.tokens[head].has("Number=Plur") == several


def _near(known: Known, i: int, before: Sequence[Taking]) -> Sequence[Taking]:
    """Give the stances taken in a token's sentence and in those just before it."""
    first = known.parse.sentences[max(0, known.parse.trees.sentence[i] - _NEAR)].first
    near = before[bisect_left(before, first, key=lambda t: t.word) :]
    return [t for t in near if known.parse.trees.sentence[t.word] <= known.parse.trees.sentence[i]]
