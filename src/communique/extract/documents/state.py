"""How far a document has come: announced, sent, published or withheld, when it was made or is due; by the verb that tells of it."""

from dataclasses import dataclass

from communique.extract.documents.papers import Act, How, Paper
from communique.extract.documents.words import DocumentWords
from communique.extract.phrases import case, form
from communique.model.calendar import bounds
from communique.model.dates import UNKNOWN, When
from communique.model.kinds import DocumentStatus
from communique.model.parse import ROOT, Parse, Time
from communique.model.span import Span
from communique.model.timex import when_of

_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo", "would"])
_IMAGINING = frozenset(["could", "may", "might", "should", "must", "can", "cannot", "ought"])
_NOT = frozenset(["not", "n't", "n’t", "never", "neither", "nor"])
_MADE, _KEPT = frozenset(["make", "makes", "made", "making"]), frozenset(["keep", "keeps", "kept", "keeping"])
_DOUBT = frozenset(["if", "unless", "whether"])


@dataclass(frozen=True, slots=True)
class State:
    """A status (None where nothing tells) and the words it rests on, told. `thought`: the document is only wished for or imagined."""

    status: DocumentStatus | None
    why: str
    thought: bool = False


def state(parse: Parse, paper: Paper, words: DocumentWords) -> State:
    """Give how far a document has come by the first of its verbs that tells, with the verbs above it, tense and negation."""
    states = [_by_act(parse, act, words) for act in paper.acts]
    told = next((s for s in states if s.status), None)
    return told or next(iter(states), State(None, "no verb tells what became of it"))


def _by_act(parse: Parse, act: Act, words: DocumentWords) -> State:
    verb, word = act.verb, f'"{parse.text(act.verb)}"'
    status = _by_verb(parse, act, words)
    if form(parse, verb) in words.withholding or (status is DocumentStatus.PUBLISHED and _refused(parse, verb, words)):
        return State(DocumentStatus.WITHHELD, f"{word}, refused or not done")
    if _negated(parse, verb) or _imagined(parse, verb) or _above(parse, verb) in words.refusing:
        return State(None, f"{word}, refused, imagined or not done", thought=True)
    if status is DocumentStatus.WITHHELD:
        return State(status, word)
    coming = status is not None or form(parse, verb) in words.writing | words.introducing
    if coming and ({form(parse, c) for c in parse.children(verb, "aux")} & _FUTURE or _promised(parse, verb, words)):
        return State(DocumentStatus.ANNOUNCED, f"{word}, announced")
    if _infinitive(parse, verb):
        return State(None, f"{word}, only thought of", thought=True)
    return State(status, word)


def _by_verb(parse: Parse, act: Act, words: DocumentWords) -> DocumentStatus | None:
    word = form(parse, act.verb)
    if word in words.promising | words.expecting and act.how in (How.OBJECT, How.SUBJECT):
        return DocumentStatus.ANNOUNCED
    beside = {form(parse, c) for c in parse.children(act.verb, "xcomp", "obj", "advmod")}
    if word in _MADE and "public" in beside:
        return DocumentStatus.PUBLISHED
    if word in _KEPT and beside & words.secret:
        return DocumentStatus.WITHHELD
    if word in words.publishing or (word in words.introducing and word not in words.writing):
        return DocumentStatus.PUBLISHED
    return DocumentStatus.SENT if word in words.sending | words.receiving or act.how in (How.WITHIN, How.ANSWERED) else None


def _refused(parse: Parse, verb: int, words: DocumentWords) -> bool:
    return _negated(parse, verb) or _above(parse, verb) in words.refusing


def _negated(parse: Parse, verb: int) -> bool:
    above = parse.tokens[verb].head
    chain = (verb, *([above] if above != ROOT and parse.related(verb, "xcomp") else []))
    return any(form(parse, c) in _NOT for v in chain for c in parse.children(v, "advmod", "aux"))


def _imagined(parse: Parse, verb: int) -> bool:
    if {form(parse, c) for c in parse.children(verb, "aux")} & _IMAGINING:
        return True
    return any(form(parse, c) in _DOUBT for v in (verb, *parse.ancestors(verb)) for c in parse.children(v, "mark"))


def _above(parse: Parse, verb: int) -> str:
    """Give the verb or noun that an infinitive hangs on, "" for none."""
    head = parse.tokens[verb].head
    return form(parse, head) if head != ROOT and parse.related(verb, "xcomp", "acl", "ccomp", "advcl") else ""


def _promised(parse: Parse, verb: int, words: DocumentWords) -> bool:
    promised = _infinitive(parse, verb) and _above(parse, verb) in words.promising
    return promised or any(form(parse, c) in words.promising for c in parse.children(verb, "aux", "mark"))


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(form(parse, c) == "to" for c in parse.children(verb, "mark"))


def due(parse: Parse, paper: Paper, status: DocumentStatus | None) -> When:
    """Give when an announced document is to come: the first day named in its clause that does not lie before the report."""
    if status is not DocumentStatus.ANNOUNCED:
        return UNKNOWN
    clause = [i for act in paper.acts for i in parse.subtree(act.verb)]
    for time in parse.times:
        near = any(time.start <= parse.tokens[i].start < time.end for i in clause)
        told = when_of(time, parse.report)
        if near and time.type in ("DATE", "TIME") and told.value and not _past(told, parse) and not _since(parse, time.start):
            return told
    return UNKNOWN


def dated(parse: Parse, paper: Paper, status: DocumentStatus | None) -> When:
    """Give when a document was made, sent or published: the day at its noun ("the letter of 3 March"), else the day at its verb.

    Only what does not lie after the report; of a document that is still to come there is none.
    """
    if status is DocumentStatus.ANNOUNCED:
        return UNKNOWN
    clauses = [a.verb for a in paper.acts if not any(form(parse, c) in _FUTURE for c in parse.children(a.verb, "aux"))]
    for holder in (paper.head, *(c for c in parse.children(paper.head, "acl") if form(parse, c) == "dated"), *clauses):
        for time in parse.times:
            told = when_of(time, parse.report)
            if time.type in ("DATE", "TIME") and told.value and _at(parse, time, holder) and not _coming(told, parse):
                return told
    return UNKNOWN


def _at(parse: Parse, time: Time, holder: int) -> bool:
    """Say whether a time hangs on a word itself, not on a clause or a noun below it, nor behind a word for another time."""
    tokens = [i for i in parse.tokens_in(Span(time.start, time.end)) if parse.tokens[i].head == holder]
    at = [i for i in tokens if parse.related(i, "nmod", "obl", "advmod", "nmod:poss", "compound", "nummod", "obj")]
    return any(case(parse, i) not in _OTHER_TIMES for i in at)


_OTHER_TIMES = frozenset(["since", "until", "till", "before", "after", "by", "for", "about", "as", "to"])
"""Prepositions before a time that is not the document's own day: "a draft for 2023"."""


def _coming(told: When, parse: Parse) -> bool:
    dated_, published = bounds(told.value), bounds(parse.report.published.value)
    return dated_ is not None and published is not None and dated_[0] > published[1]


def _since(parse: Parse, start: int) -> bool:
    return any(case(parse, i) in ("of", "since", "after") for i, t in enumerate(parse.tokens) if t.start == start)


def _past(told: When, parse: Parse) -> bool:
    dated, published = bounds(told.value), bounds(parse.report.published.value)
    return dated is not None and published is not None and dated[1] < published[0]
