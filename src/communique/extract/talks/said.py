"""Who says that talks take place: the speaker of the clause that tells of them, or the report in its own voice."""

from communique.extract.phrases import Cast, form
from communique.extract.talks.occasions import Occasion
from communique.extract.talks.participants import subject
from communique.extract.talks.words import TalkWords
from communique.model.kinds import Stance
from communique.model.mention import Voice
from communique.model.parse import ROOT, Parse


def voices(parse: Parse, occasion: Occasion, *, cast: Cast, words: TalkWords) -> tuple[Voice, ...]:
    """Give who asserts the talks: the speaker whose reported clause tells of them, the outlet as its reporter; else the outlet alone."""
    clause = _speech(parse, occasion.top, words)
    if clause is None:
        return (Voice(None, Stance.ASSERTS, None, ()),)
    cue = parse.report.cite(parse.tokens[clause].start, parse.tokens[clause].end)
    speaker = subject(parse, clause)
    who = cast.who(speaker) if speaker is not None else ()
    said = tuple(Voice(w.actor, Stance.ASSERTS, None, (w.cite, cue) if w.cite else (cue,)) for w in who)
    return (*said, Voice(None, Stance.REPORTS, None, (cue,)))


def _speech(parse: Parse, i: int, words: TalkWords) -> int | None:
    """Give the verb of saying whose clause holds token `i`, or that stands beside its clause ("…, she said")."""
    for node in (i, *parse.ancestors(i)):
        head = parse.tokens[node].head
        if parse.related(node, "ccomp") and head != ROOT and form(parse, head) in words.saying:
            return head
        beside = [c for c in parse.children(node, "parataxis") if form(parse, c) in words.saying and parse.children(c, "nsubj")]
        if beside:
            return beside[0]
    return None
