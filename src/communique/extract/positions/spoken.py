"""Whose words a clause is: a speaker's within a statement, else the report's own."""

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case, quoted
from communique.extract.positions.beliefs import is_content
from communique.extract.positions.clause import is_asked, is_supposed, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.words import lemma, words
from communique.extract.subjects import subject
from communique.model.memory import remembered
from communique.model.mention import Statement
from communique.model.parse import ROOT

_FROM = frozenset({"from", "of", "by", "among"})


@remembered
def spoken(known: Known, i: int) -> Statement | None:
    """Give the statement that tells a clause as so; None outside of statements, in a question, a supposition, a denied statement."""
    said = known.statement_at(known.parse.tokens[i].span)
    if said is None or said.negated or is_asked(known.parse, i) or is_supposed(known.parse, i):
        return None
    return said


def is_own(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a subject is the speaker's own side."""
    parse = known.parse
    if parse.text(agent).lower() in FIRST or any(parse.text(c).lower() in FIRST for c in parse.children(agent, "nmod:poss")):
        return True
    this = any(parse.text(c).lower() == "this" for c in parse.children(agent, "det"))
    if this and {lemma(parse, agent)} & words("holders", "own"):
        return True  # "this government", as its members call it
    return _is_speaker(known, agent, said) or bool(known.countries([said.speaker]) & known.countries(known.who(agent, said)))


def _is_speaker(known: Known, agent: int, said: Statement) -> bool:
    """Say whether a pronoun in words that are reported, not quoted, is whoever speaks ("they said they would", "officials said they …")."""
    parse, cite = known.parse, said.speaker.cite
    pronoun = parse.text(agent).lower()
    if cite is None or pronoun not in {"he", "she", "they"} or quoted(parse, agent) or cite.start > parse.tokens[agent].start:
        return False  # "they would not, analysts say" speaks of others
    if any(s.overlaps(cite.span) for s in parse.chain_of(parse.tokens[agent].span)):
        return True
    if pronoun == cite.quote.lower():
        return True
    return pronoun == "they" and any(parse.tokens[t].has("Number=Plur") for t in parse.tokens_in(cite.span))


def believer(known: Known, i: int) -> int | None:
    """Give who thinks or rules that something should be, where that is somebody other than who speaks."""
    parse, above = known.parse, known.parse.tokens[i].head
    if above != ROOT and parse.related(i, "acl") and lemma(parse, above) in words("acts", "beliefs"):
        return _holder_of(known, above) if is_content(parse, i) and not is_denied(parse, above) else None
    if above == ROOT or not parse.related(i, "ccomp") or lemma(parse, above) not in words("acts", "believing"):
        return None
    if is_asked(parse, i) or is_supposed(parse, i) or is_denied(parse, above) or not is_told(parse, above):
        return None
    said = known.statement_at(parse.tokens[i].span)
    if said is not None and known.statement_at(parse.tokens[above].span) is not said:
        return None  # what the statement itself says is its speaker's
    who = subject(parse, above)
    return None if who is None or parse.text(who).lower() in FIRST else who


def _holder_of(known: Known, noun: int) -> int | None:
    """Give whose belief or claim a noun tells of ("their view that", "claims from the unions that")."""
    parse = known.parse
    behind = [c for c in parse.children(noun, "nmod") if case(parse, c) in _FROM]
    return next((c for c in (*parse.children(noun, "nmod:poss"), *behind) if parse.text(c).lower() not in FIRST), None)
