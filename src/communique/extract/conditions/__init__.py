"""Conditions: "if X then Y" as a threat, a promise or a warning, split into condition and consequence, with who says so.

What the outlet itself supposes is none, unless it tells what a named actor would do. Where no word says for good or ill, it is none.
"""

from collections.abc import Iterator

from communique.extract.conditions.finding import joined
from communique.extract.conditions.joining import Joined
from communique.extract.conditions.sense import Sense, sense_of
from communique.extract.known import Known
from communique.extract.phrases import quoted
from communique.extract.subjects import subject
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.kinds import Form, Kind
from communique.model.mention import Condition, Statement
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span

__all__ = ["conditions"]

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})


def conditions(known: Known) -> Iterator[Condition]:
    """Yield the conditions of a report, in order of the text."""
    parse = known.parse
    seen: set[Span] = set()
    for found in joined(parse):
        span = parse.span(found.condition)
        if any(span.overlaps(s) for s in seen) or parse.report.region_at(span.start).kind in _UNREAD:
            continue
        said = known.statement_at(_middle(parse, found.condition_head)) or known.statement_at(_middle(parse, found.consequence_head))
        by = _agents(known, found, said)
        spoken = quoted(parse, found.condition_head) and quoted(parse, found.consequence_head)
        if said is None and not spoken and not any(w.actor for w in by):
            continue
        seen.add(span)
        if (sense := sense_of(known, found, said, by, spoken=spoken)) is not None:
            yield _condition(known, found, said, by, sense)


def _middle(parse: Parse, head: int) -> Span:
    """Give the head of a part: a statement that reports a condition holds at least that of the condition or of the consequence."""
    return parse.tokens[head].span


def _agents(known: Known, found: Joined, said: Statement | None) -> tuple[Who, ...]:
    """Give who would act: whom the consequence's subject speaks of, else whose it is ("NATO warplanes").

    Without a subject ("threatened retaliation"), or with a pronoun for nobody known ("said they would …"), it is the speaker.
    """
    agent = subject(known.parse, found.consequence_head)
    whos = known.who(agent, said)
    if any(w.actor for w in whos):
        return whos
    if said is not None and said.speaker.cite and _is_speakers(known, agent, found, said):
        at = known.parse.tokens[agent] if agent is not None else None
        return (Who(said.speaker.actor, known.parse.report.cite(at.start, at.end)) if at else said.speaker,)
    below = known.parse.children(agent, "compound", "amod", "nmod:poss") if agent is not None else ()
    owners = [n for c in below for n in (*known.who(c, said), *known.cast.modifier(c)) if n.actor]
    return tuple(dict.fromkeys(owners)) or whos


def _is_speakers(known: Known, agent: int | None, found: Joined, said: Statement) -> bool:
    """Say whether who would act is the speaker: no subject of its own, or in reported words a pronoun that stands for nobody else."""
    if agent is None:
        return not known.parse.children(found.consequence_head, "expl") and not found.marker.startswith("any")
    word = known.parse.text(agent).lower()
    if (
        said.form is Form.DIRECT
        or agent in found.condition
        or (known.cast.is_person(said.speaker) is not (word in _PERSONAL) and word != "they")
    ):
        return False
    chain = known.parse.chain_of(known.parse.tokens[agent].span)
    spoken = said.speaker.cite is not None and any(s.overlaps(said.speaker.cite.span) for s in chain)
    return word in _THIRD and (spoken or len(chain) == 1)


_PERSONAL = frozenset({"he", "she"})
_THIRD = _PERSONAL | {"they", "it"}


def _condition(known: Known, found: Joined, said: Statement | None, by: tuple[Who, ...], sense: Sense) -> Condition:
    parse = known.parse
    condition, consequence = _cites(parse, found.condition, said), _cites(parse, found.consequence, said)
    speaker = said.speaker if said else Who(None)
    target = tuple(w for w in known.who(subject(parse, found.condition_head), said) if w.actor and w.actor != speaker.actor)
    cue = (said.cue,) if said and said.cue else ()
    named = tuple(w.cite for w in (*target, *by, speaker) if w.cite)
    return Condition(
        id=mention_id(parse.report.id, Kind.CONDITION, [c.span for c in (*condition, *consequence)]),
        kind=sense.kind,
        speaker=speaker,
        condition=condition,
        consequence=consequence,
        why=f"“{found.marker}” joins condition and consequence; {sense.why}",
        statement=said.id if said else None,
        target=target,
        by=by,
        cites=tuple(sorted({*condition, *consequence, *cue, *named})),
    )


def _cites(parse: Parse, tokens: tuple[int, ...], said: Statement | None) -> tuple[Citation, ...]:
    """Give the words of tokens as citations, one for each unbroken run, cut at the ends of what is said."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = [parse.span(tuple(_trimmed(parse, run))) for run in runs if _trimmed(parse, run)]
    held = [c.span for c in said.content] if said else []
    kept = [_within(s, held) for s in spans] if held else spans
    found = [s for s in kept if s is not None] or spans
    return tuple(parse.report.cite(s.start, s.end) for s in found)


def _trimmed(parse: Parse, run: list[int]) -> list[int]:
    while run and parse.tokens[run[0]].upos == "PUNCT":
        run = run[1:]
    while run and parse.tokens[run[-1]].upos == "PUNCT":
        run = run[:-1]
    return run


def _within(span: Span, held: list[Span]) -> Span | None:
    """Give the part of a span that lies in what is said, None where nothing does."""
    parts = [Span(max(span.start, h.start), min(span.end, h.end)) for h in held if span.overlaps(h)]
    return Span(parts[0].start, parts[-1].end) if parts else None
