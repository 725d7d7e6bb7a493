"""According to whom: the speaker whose clause or statement tells of an event or a document, or the report in its own voice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extract.phrases import Cast, form
from communique.extract.subjects import subject
from communique.model.citation import Citation
from communique.model.kinds import Stance, Status
from communique.model.mention import Document, Event, Mention, Statement, Voice
from communique.model.parse import ROOT, Parse
from communique.model.span import Covering

Contents = Covering[tuple[int, str, Statement]]
"""Statements by the places of their contents, each with its length and id, by which the innermost is told."""


def voices(parse: Parse, i: int, *, cast: Cast, saying: frozenset[str]) -> tuple[Voice, ...]:
    """Give who asserts what token `i` tells of: the speaker whose reported clause holds it, the outlet as its reporter; else the outlet."""
    verb = speech_of(parse, i, saying)
    return (Voice(None, Stance.ASSERTS, None, ()),) if verb is None else spoken(parse, verb, Stance.ASSERTS, cast=cast)


def spoken(parse: Parse, verb: int, stance: Stance, *, cast: Cast) -> tuple[Voice, ...]:
    """Give the voices of a verb of saying or denying: its subject takes the stance, the outlet reports it."""
    cue = parse.report.cite(parse.tokens[verb].start, parse.tokens[verb].end)
    speaker = subject(parse, verb)
    who = cast.who(speaker) if speaker is not None else ()
    said = tuple(Voice(w.actor, stance, None, (w.cite, cue) if w.cite else (cue,)) for w in who)
    return (*said, Voice(None, Stance.REPORTS, None, (cue,)))


def speech_of(parse: Parse, i: int, saying: frozenset[str]) -> int | None:
    """Give the verb of saying whose clause holds token `i`, or that stands beside its clause ("…, she said")."""
    for node in (i, *parse.ancestors(i)):
        head = parse.tokens[node].head
        if parse.related(node, "ccomp") and head != ROOT and form(parse, head) in saying:
            return head
        beside = [c for c in parse.children(node, "parataxis") if form(parse, c) in saying and parse.children(c, "nsubj")]
        if beside:
            return beside[0]
    return None


def denied_by(parse: Parse, i: int, denying: frozenset[str]) -> int | None:
    """Give the verb whose subject denies what token `i` tells of: "denied that …", "denied having …", "denied reports"."""
    for node in (i, *parse.ancestors(i)):
        head = parse.tokens[node].head
        behind = head != ROOT and node == head + 1 and parse.text(node).endswith("ing")  # "denied promising", whatever the tree calls it
        if head == ROOT or (parse.related(node, "advcl", "parataxis", "conj") and not behind) or parse.tokens[node].rel == "acl:relcl":
            return None
        if form(parse, head) in denying and (behind or parse.related(node, "ccomp", "xcomp", "obj")):
            return None if _doubted(parse, head) else head
    return None


def _doubted(parse: Parse, verb: int) -> bool:
    """Say whether a verb is negated or only possible: "did not deny", "may deny"."""
    return any(form(parse, c) in _NOT_SO for c in parse.children(verb, "advmod", "aux"))


_NOT_SO = frozenset(["not", "n't", "n’t", "never", "could", "may", "might", "can", "cannot", "would", "will", "should"])


def both(one: Iterable[Voice], other: Iterable[Voice]) -> tuple[Voice, ...]:
    """Give the voices of two mentions of the same, each once; an outlet that asserts on its own does not also report."""
    found = tuple(dict.fromkeys((*one, *other)))
    own = any(v.by is None and v.stance is Stance.ASSERTS and not v.cites for v in found)
    return tuple(v for v in found if not (own and v.by is None and v.stance is Stance.REPORTS))


def with_statements(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; events and documents that stand within statements name these and their speakers among their voices."""
    said = Covering((c.span, (len(c.span), m.id, m)) for m in mentions if isinstance(m, Statement) and not m.negated for c in m.content)
    for mention in mentions:
        if isinstance(mention, Event | Document):
            yield replace(mention, according_to=_voices(mention, said))
        else:
            yield mention


def _voices(mention: Event | Document, statements: Contents) -> tuple[Voice, ...]:
    """Give the voices of an event or a document with those of the statements that its citations stand in.

    Who is told to deny it keeps doing so; the outlet asserts it only where a citation stands in no statement.
    """
    within = {c: s for c in mention.cites if (s := _innermost(c, statements))}
    deniers = {v.by for v in mention.according_to if v.stance is Stance.DENIES}
    all_deny = isinstance(mention, Event) and mention.status is Status.DENIED
    stances = {s.id: Stance.DENIES if all_deny or s.speaker.actor in deniers else Stance.ASSERTS for s in within.values()}
    told = tuple(dict.fromkeys(_voice(s, stances[s.id]) for s in within.values()))
    own = len(within) < len(mention.cites)
    kept = [v for v in mention.according_to if _stands(v, {v.by for v in told}, own=own)]
    if within and not own and not any(v.by is None and v.stance is Stance.REPORTS for v in kept):
        kept.append(Voice(None, Stance.REPORTS, None, tuple(sorted(within))))
    return both(told, kept)


def _stands(voice: Voice, speakers: set[str | None], *, own: bool) -> bool:
    """Say whether a voice still stands beside those of statements: no second one of a speaker, no assertion that is only reported."""
    if voice.stance is Stance.REPORTS:
        return True
    return voice.by not in speakers if voice.cites else own


def _innermost(cite: Citation, statements: Contents) -> Statement | None:
    """Give the statement with the shortest content that holds the cited words; what is said of others' words is not the outer speaker's."""
    return min(statements.around(cite.span), key=lambda h: h[:2], default=(0, "", None))[2]


def _voice(statement: Statement, stance: Stance) -> Voice:
    cites = tuple(c for c in (statement.speaker.cite, statement.cue) if c) or statement.content
    return Voice(statement.speaker.actor, stance, statement.id, cites)
