"""Whose words a clause is: a speaker's within a statement, else the report's own."""

from communique.extract.known import FIRST, Known
from communique.extract.positions.clause import is_asked, is_denied, is_supposed, is_told
from communique.extract.positions.words import lemma, words
from communique.extract.subjects import subject
from communique.model.mention import Statement
from communique.model.parse import ROOT


def spoken(known: Known, i: int) -> Statement | None:
    """Give the statement that tells a clause as so; None outside of statements, in a question, a supposition, a denied statement."""
    said = known.statement_at(known.parse.tokens[i].span)
    if said is None or said.negated or is_asked(known.parse, i) or is_supposed(known.parse, i):
        return None
    return said


def is_own(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a subject is the speaker's own side."""
    if known.parse.text(agent).lower() in FIRST:
        return True
    return bool(known.countries([said.speaker]) & known.countries(known.who(agent, said)))


def believer(known: Known, i: int) -> int | None:
    """Give who thinks or rules that something should be, where that is somebody other than who speaks."""
    parse, above = known.parse, known.parse.tokens[i].head
    if above == ROOT or not parse.related(i, "ccomp") or lemma(parse, above) not in words("acts", "believing"):
        return None
    if is_asked(parse, i) or is_supposed(parse, i) or is_denied(parse, above) or not is_told(parse, above):
        return None
    said = known.statement_at(parse.tokens[i].span)
    if said is not None and known.statement_at(parse.tokens[above].span) is not said:
        return None  # what the statement itself says is its speaker's
    who = subject(parse, above)
    return None if who is None or parse.text(who).lower() in FIRST else who
