"""Papers: the nouns and verbs of a report that stand for a document, each with the verbs that say what became of it.

Precision first: a noun counts only by the words that make it a document, never a draft pick, the letters of a word or an unpaid bill.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from communique.extract.documents.words import DocumentWords
from communique.extract.phrases import case, form, predicate
from communique.model.kinds import DocumentKind
from communique.model.parse import ROOT, Parse


class How(Enum):
    """How a document stands to the verb that tells of it."""

    OBJECT = "object"
    SUBJECT = "subject"
    WITHIN = "within"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that tells of a document, and how: "sent a letter", "the letter was sent", "wrote in a letter", "replied in writing"."""

    verb: int
    how: How


@dataclass(frozen=True, slots=True)
class Paper:
    """A document where a report speaks of it: its noun or verb, and what tells of it, the nearest first."""

    head: int
    kind: DocumentKind
    acts: tuple[Act, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether it is told by a verb alone: "replied in writing"."""
        return any(a.how is How.ANSWERED for a in self.acts)


def papers(parse: Parse, words: DocumentWords) -> Iterator[Paper]:
    """Yield the places where a report speaks of a document, in order of the text."""
    for i, token in enumerate(parse.tokens):
        if token.upos in ("NOUN", "PROPN") and (kind := _kind(parse, i, words)):
            yield Paper(i, kind, tuple(_acts(parse, i, words)))
        elif token.upos == "VERB" and form(parse, i) in words.answering and _in_writing(parse, i):
            yield Paper(i, DocumentKind.REPLY, (Act(i, How.ANSWERED),))


def _in_writing(parse: Parse, verb: int) -> bool:
    return any(form(parse, c) == "writing" and case(parse, c) == "in" for c in parse.children(verb, "obl", "advcl"))


def _kind(parse: Parse, i: int, words: DocumentWords) -> DocumentKind | None:
    """Give what kind of document a noun names, None for another word: one before another noun ("a letter writer") names none."""
    word = form(parse, i)
    if not _may_name(word, words):
        return None
    if parse.related(i, "compound", "flat", "nmod:desc", "amod") or _within_name(parse, i) or _general(parse, i, words):
        return None
    before = {form(parse, c) for c in parse.children(i, "compound", "amod") if c < i}
    titled = "proposed" in before and any(e.label == "LAW" for e in parse.entities_at(i))
    if word in words.drafted and ("draft" in before or titled):
        return DocumentKind.DRAFT
    if word.startswith(("sheet", "factsheet")) and (word.startswith("fact") or "fact" in before):
        return DocumentKind.FACT_SHEET
    if word in ("draft", "drafts"):
        return DocumentKind.DRAFT
    return next((kind for kind in _BY_NOUN if word in getattr(words, kind.value)), None)


_BY_NOUN = (DocumentKind.LETTER, DocumentKind.REPLY, DocumentKind.STATEMENT, DocumentKind.BILL)


def _may_name(word: str, words: DocumentWords) -> bool:
    """Say whether a word can name a document: quick, and never wrongly no."""
    known = word in words.drafted or word in ("draft", "drafts") or word.startswith(("sheet", "factsheet"))
    return known or any(word in getattr(words, kind.value) for kind in _BY_NOUN)


def _general(parse: Parse, i: int, words: DocumentWords) -> bool:
    """Say whether a noun stands for any number of documents ("several letters", "no reply") or another thing ("income tax statements")."""
    if any(form(parse, c) in words.uncounted for c in parse.children(i, "amod", "det", "nummod")):
        return True
    other = [c for c in parse.children(i, "compound") if parse.tokens[c].upos == "NOUN"]
    return form(parse, i) in words.statement and any(form(parse, c) not in words.joint for c in other)


def _within_name(parse: Parse, i: int) -> bool:
    """Say whether a noun is a part of a name: Bill Clinton, Research Letters."""
    named = any(e.label != "LAW" for e in parse.entities_at(i))
    joined = parse.text(i)[0].isupper() and any(parse.tokens[c].upos == "PROPN" for c in parse.children(i, "flat", "compound"))
    return named or joined


def _acts(parse: Parse, i: int, words: DocumentWords) -> Iterator[Act]:
    """Yield what tells of a document: clauses at its noun, then the verb that it stands with; "the text of the reply" is the reply."""
    top = i
    head = predicate(parse, top)
    while head is not None and parse.related(top, "nmod") and case(parse, top) == "of" and form(parse, head) in words.carriers:
        top, head = head, predicate(parse, head)
    yield from (act for clause in parse.children(top, "acl") if (act := _by_clause(parse, clause)))
    first = _first(parse, top)
    if head is None or parse.tokens[head].upos not in ("VERB", "AUX"):
        return
    if parse.related(first, "nsubj:pass"):
        yield Act(head, How.SUBJECT)
    elif parse.related(first, "obj") or (case(parse, first) == "with" and form(parse, head) in words.sending):
        yield Act(head, How.OBJECT)
    elif parse.related(first, "obl") and case(parse, first) == "in" and form(parse, head) in words.telling:
        yield Act(head, How.WITHIN)


def _by_clause(parse: Parse, clause: int) -> Act | None:
    """Read a clause at the noun: "a letter sent by …", "the reply, which was published …", "the letter that she wrote"."""
    if parse.tokens[clause].upos != "VERB":
        return None
    if parse.tokens[clause].has("VerbForm=Part") and not parse.children(clause, "nsubj", "aux"):
        return Act(clause, How.SUBJECT) if parse.tokens[clause].has("Tense=Past") else None
    relative = [c for c in parse.children(clause, "nsubj", "obj") if form(parse, c) in ("which", "that")]
    if any(parse.related(c, "obj") for c in relative):
        return Act(clause, How.OBJECT)
    passive = any(parse.related(c, "nsubj:pass") or form(parse, clause) == "leaked" for c in relative)
    return Act(clause, How.SUBJECT) if passive else None


def _first(parse: Parse, i: int) -> int:
    while parse.related(i, "conj") and parse.tokens[i].head != ROOT:
        i = parse.tokens[i].head
    return i
