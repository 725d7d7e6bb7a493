"""Whose words a clause is: a speaker's within a statement, else the report's own."""

from communique.extract.known import FIRST, Known
from communique.extract.positions.clause import is_asked, is_supposed
from communique.model.mention import Statement


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
