"""What a short answer is about: the topic that its cue's clause names (`On sanctions, he said …`, `Asked about the deadline, …`)."""

from collections.abc import Iterator

from communique.extract.cue_clauses import CueClause
from communique.extract.passages import Page
from communique.extract.said_on import is_time
from communique.extract.saying import lemmas, saying
from communique.model.span import Span

_OF = frozenset({"of", "about", "regarding", "concerning"})
_FRONTED = frozenset({"on", "about", "regarding", "concerning", "of"})
_ASKED_ON = frozenset({"about", "on", "over", "regarding", "concerning", "to", "of"})
_QUESTIONS = frozenset({"ask", "question", "press", "query"})
_LEFT_OUT = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ"})


def topics(clause: CueClause) -> tuple[Span, ...]:
    """Give the words that name the topic, in order; none where the clause names none, and never words of the content."""
    found = [*_of(clause), *_asked(clause), *_described(clause)]
    return tuple(sorted({s for s in found if s is not None}))


def _of(clause: CueClause) -> Iterator[Span | None]:
    """Yield the phrases that a preposition joins to the cue: in front of all (`On sanctions, he said`) or behind it (`said of it`)."""
    parse, cue = clause.page.parse, clause.cue.head
    for i in clause.tokens:
        cases = {parse.text(c).lower() for c in parse.children(i, "case")}
        hung = parse.related(i, "obl") and (parse.tokens[i].head == cue or parse.tokens[i].head in clause.content)
        if not hung or is_time(clause, i) or parse.related(i, "obl:agent") or not _topical(clause, i):
            continue
        first = parse.sentence_of(i).first
        front = parse.subtree(i)[0] == first
        as_for = "for" in cases and parse.text(first).lower() == "as"
        behind = i > cue and cases & _OF and bool(lemmas(parse, cue) & (saying().clause - saying().stance))
        if behind or (front and (as_for or cases & _FRONTED)):
            yield _phrase(clause.page, i, clause.content)


def _topical(clause: CueClause, i: int) -> bool:
    """Say whether a noun can be a topic: no channel (`On Twitter, he said`), no broadcast or day."""
    parse = clause.page.parse
    silent = parse.tokens[i].lemma.lower() in saying().channels
    place = parse.tokens[i].upos == "PROPN" and any(parse.text(c).lower() == "on" for c in parse.children(i, "case"))
    outlet = place and any(e.start <= parse.tokens[i].start < e.end and e.label == "ORG" for e in parse.entities)
    return not silent and not outlet and parse.tokens[i].upos in {"NOUN", "PROPN", "PRON", "NUM"}


def _asked(clause: CueClause) -> Iterator[Span | None]:
    """Yield what a participle of asking, commenting or responding is about: its phrase, or its clause (`asked whether …`)."""
    parse = clause.page.parse
    for verb in (i for i in clause.tokens if i != clause.cue.head and parse.related(i, "advcl") and lemmas(parse, i) & saying().asked):
        comments = [c for c in parse.children(verb, "xcomp", "advcl") if lemmas(parse, c) & saying().asked and c > verb]
        for top in (verb, *comments):
            yield from _matters(clause, top)
        if lemmas(parse, verb) & _QUESTIONS and not comments:
            clauses = (i for i in parse.children(verb, "ccomp", "xcomp", "advcl") if i > verb)
            yield from (_clause_words(clause.page, i, clause.content) for i in clauses)


def _matters(clause: CueClause, verb: int) -> Iterator[Span | None]:
    """Yield the phrases that "about", "on" or "to" joins to such a participle."""
    parse = clause.page.parse
    for i in parse.children(verb, "obl"):
        if {parse.text(c).lower() for c in parse.children(i, "case")} & _ASKED_ON and not is_time(clause, i):
            yield _phrase(clause.page, i, clause.content)


def _described(clause: CueClause) -> Iterator[Span | None]:
    """Yield whom or what a verb of naming describes, where the content leaves it out (`called the plan “absurd”`)."""
    parse, cue = clause.page.parse, clause.cue.head
    if not lemmas(parse, cue) & saying().describing:
        return
    for i in parse.children(cue, "obj"):
        if i > cue and i not in clause.content and i not in clause.page.inside and not is_time(clause, i):
            yield _phrase(clause.page, i, clause.content)


def _phrase(page: Page, head: int, content: frozenset[int]) -> Span | None:
    """Give the whole noun phrase, without its own preposition and without what is set off behind it."""
    parse = page.parse
    off = {n for c in parse.children(head, "appos", "parataxis", "advcl", "ccomp") for n in parse.subtree(c)}
    own = {n for c in parse.children(head, "case") for n in parse.subtree(c) if parse.text(c) not in {"'s", "’s", "'", "’"}}
    return _around(page, head, set(parse.subtree(head)) - off - own - content)


def _clause_words(page: Page, head: int, content: frozenset[int]) -> Span | None:
    return _around(page, head, set(page.parse.subtree(head)) - content)


def _around(page: Page, head: int, kept: set[int]) -> Span | None:
    """Give the unbroken run of tokens around `head` without marks at its ends, None where the head itself is not kept."""
    if head not in kept:
        return None
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and page.parse.tokens[last].upos in _LEFT_OUT:
        last -= 1
    while first < head and page.parse.tokens[first].upos == "PUNCT":
        first += 1
    return page.parse.span((first, last))
