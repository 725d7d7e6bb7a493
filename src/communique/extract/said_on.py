"""The day of saying: the first time in a cue's clause that dates the saying itself, never one in the words said."""

from communique.extract.cue_clauses import CueClause
from communique.extract.saying import lemmas, saying
from communique.model.dates import UNKNOWN, When
from communique.model.parse import Time
from communique.model.span import Span
from communique.model.timex import when_of

_WITHIN = frozenset({"", "on", "in", "at", "during", "over", "late", "early", "around"})
"""Prepositions between a verb of saying and its time; `after Monday's talks` dates the talks alone."""
_FAR = 8
"""Most tokens between a verb and a time that stands right behind it."""


def said_on(clause: CueClause) -> When:
    """Give when something was said, unknown where the clause does not tell."""
    if behind := _right_behind(clause):
        return when_of(behind, clause.page.parse.report)
    own = clause.page.parse.children(clause.cue.head)
    for tokens in (tuple(i for i in clause.tokens if i in own), clause.tokens, clause.above):
        for i in tokens:
            time = _time_at(clause, i)
            if time is not None and time.type in {"DATE", "TIME"} and _dates(clause, i, time):
                return when_of(time, clause.page.parse.report)
    return UNKNOWN


def _right_behind(clause: CueClause) -> Time | None:
    """Give the time that stands right behind the verb, or behind a place there, which trees may hang on the words said.

    (`said on Friday its troops …`, `said on television on Friday that …`, but not `said Friday's talks failed`)
    """
    parse, head = clause.page.parse, clause.cue.head
    if parse.tokens[head].upos != "VERB":
        return None
    for i in range(head + 1, min(head + _FAR, parse.sentence_of(head).last)):
        time, word = _time_at(clause, i), parse.text(i).lower()
        if i in clause.page.inside or (time is None and not _leads_on(clause, i)):
            return None
        if time is not None:
            placed = parse.text(i - 1).lower() in _WITHIN or (i == head + 1 and word not in {"a", "an", "the"})
            return time if placed and _stands_alone(clause, time) else None
    return None


def _stands_alone(clause: CueClause, time: Time) -> bool:
    """Say whether a time is a day of its own, and no part of another phrase (`Friday's talks`, `the Sunday papers`)."""
    parse = clause.page.parse
    last = parse.tokens_in(Span(time.start, time.end))[-1]
    told = time.value is not None and time.type in {"DATE", "TIME"}
    part = parse.related(last, "nsubj", "obj", "compound", "amod", "nmod:poss", "nummod")
    return told and not part and parse.text(last + 1) not in {"'s", "’s", "'", "’"}


def _leads_on(clause: CueClause, i: int) -> bool:
    """Say whether a word behind the verb belongs to a place or leads to a day: `on`, `television`, no clause and no other phrase."""
    parse = clause.page.parse
    if parse.tokens[i].upos == "ADP":
        return parse.text(i).lower() in _WITHIN
    named = i > clause.cue.head + 1 and parse.tokens[i].upos in {"DET", "PROPN", "NOUN", "ADJ"}
    return named and not parse.related(i, "nsubj")


def is_time(clause: CueClause, i: int) -> bool:
    """Say whether a token belongs to a time."""
    return _time_at(clause, i) is not None


def _time_at(clause: CueClause, i: int) -> Time | None:
    parse = clause.page.parse
    start = parse.tokens[i].start
    return next((t for t in parse.times if t.start <= start < t.end), None) if parse.timed(i) else None


def _dates(clause: CueClause, i: int, time: Time) -> bool:
    """Say whether the way from a time up to the cue leads through nothing that has a time of its own."""
    parse = clause.page.parse
    for k in (i, *parse.ancestors(i)):
        inside = time.start <= parse.tokens[k].start < time.end
        if lemmas(parse, k) & (saying().verbs | saying().speaking | saying().asked) and parse.tokens[k].upos in {"VERB", "AUX"}:
            return True
        if k in {clause.cue.head, *clause.cue.words}:
            return True
        if {parse.text(c).lower() for c in parse.children(k, "case") if parse.text(c) not in {"'s", "’s", "'", "’"}} - _WITHIN:
            return False
        if parse.related(k, "nsubj", "obj") and not inside and not _speakers_own(clause, i, k, time):
            return False
    return True


def _speakers_own(clause: CueClause, i: int, k: int, time: Time) -> bool:
    """Say whether a time hung on the subject is the verb's (`The minister on Monday said`), or dates the text that speaks."""
    parse = clause.page.parse
    if parse.related(k, "nsubj") and lemmas(parse, k) & (saying().channels.keys() | saying().utterances):
        return True
    top = next((n for n in (i, *parse.ancestors(i)) if parse.tokens[n].head == k), i)
    return (
        parse.related(k, "nsubj") and top > k and not parse.related(top, "appos", "acl") and time.end <= parse.tokens[clause.cue.head].start
    )
