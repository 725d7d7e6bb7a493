"""Documents: the drafts, replies, letters, statements, bills and fact sheets that a report speaks of.

First comes precision: without somebody whom it is by or to, and a sign that it is a document, a word gives no entry.
"""

from collections.abc import Iterator, Sequence

from communique.extract.according import denied_by, spoken, voices
from communique.extract.documents.merging import Account, with_new
from communique.extract.documents.papers import How, Paper, papers
from communique.extract.documents.sides import addressees, authors
from communique.extract.documents.state import dated, due, state
from communique.extract.documents.words import DocumentWords, words
from communique.extract.phrases import Cast, form
from communique.extract.talks.words import words as talk_words
from communique.model.actor import Named, Who
from communique.model.ids import mention_id
from communique.model.kinds import DocumentKind, DocumentStatus, Kind, Stance
from communique.model.mention import Document
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span
from communique.reference import Tables

__all__ = ["documents"]

_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})
_BACK = frozenset(["the", "this", "that", "these", "those", "its", "their", "his", "her"])
_FRESH = frozenset(["another", "second", "separate", "new", "other", "further"])


def documents(parse: Parse, named: Sequence[Named], tables: Tables) -> Iterator[Document]:
    """Yield the documents that a report speaks of, in order of their first mention; its later mentions are further citations."""
    known = words()
    cast = Cast(parse, named, tables, talk_words().delegates)
    told: list[Account] = []
    for paper in papers(parse, known):
        if parse.report.region_at(parse.tokens[paper.head].start).kind not in _UNREAD and (new := _account(parse, paper, cast, known)):
            told = with_new(told, new)
    yield from (t.document for t in told)


def _account(parse: Parse, paper: Paper, cast: Cast, known: DocumentWords) -> Account | None:
    """Read one place; None where the document is only wished for or imagined."""
    found = state(parse, paper, known)
    if found.thought:
        return None
    by = authors(parse, paper, cast=cast, words=known)
    to = tuple(w for w in addressees(parse, paper, cast=cast, words=known) if w.actor is None or w.actor not in {b.actor for b in by})
    at = paper.acts[-1].verb if paper.acts else paper.head
    denied = denied_by(parse, at, talk_words().denying)
    title = _title(parse, paper)
    cited = _cited(parse, paper, (*by, *to), title)
    document = Document(
        id=mention_id(parse.report.id, Kind.DOCUMENT, [title]),
        kind=paper.kind,
        title=" ".join(parse.report.text[title.start : title.end].split()),
        why=found.why if denied is None else f'"{parse.text(denied)}"',
        by=by,
        to=to,
        status=found.status if denied is None else None,
        due=due(parse, paper, found.status),
        dated=dated(parse, paper, found.status),
        according_to=spoken(parse, denied, Stance.DENIES, cast=cast)
        if denied is not None
        else voices(parse, at, cast=cast, saying=talk_words().saying),
        cites=(parse.report.cite(cited.start, cited.end),),
    )
    return Account(
        document,
        by=_parties(by, cast),
        to=_parties(to, cast),
        back=_points_back(parse, paper),
        enough=_enough(parse, document, paper, known),
        fresh=any(form(parse, c) in _FRESH for c in parse.children(paper.head, "det", "amod")),
    )


def _parties(sides: Sequence[Who], cast: Cast) -> frozenset[str]:
    """Give the states, or else the actors or words, behind those whom a document is by or to: what two mentions share."""
    known = {n.id: n for n in cast.named}
    found = [(known.get(w.actor or ""), w) for w in sides]
    return frozenset((n.country or n.key or n.id) if n else (w.cite.quote.casefold() if w.cite else "") for n, w in found)


def _enough(parse: Parse, document: Document, paper: Paper, known: DocumentWords) -> bool:
    """Say whether a place is enough for an entry: someone it is by or to, and what makes the word a document of its kind."""
    bare = form(parse, paper.head) in ("draft", "drafts")
    if not (document.by or document.to) and (document.kind is not DocumentKind.DRAFT or bare):
        return False
    before = {form(parse, c) for c in parse.children(paper.head, "amod", "compound")}
    match document.kind:
        case DocumentKind.REPLY:
            given = document.status in (DocumentStatus.PUBLISHED, DocumentStatus.WITHHELD)
            told = given or (document.status is not None and bool(document.by and document.to))
            return paper.answered or bool(before & known.written) or told
        case DocumentKind.STATEMENT:
            given = any(a.how is not How.WITHIN and form(parse, a.verb) in known.publishing for a in paper.acts)
            return bool(document.by) and (bool(before & known.joint) or given)
        case DocumentKind.BILL:
            return bool(document.by) and any(form(parse, a.verb) in known.introducing for a in paper.acts)
        case DocumentKind.DRAFT if bare:
            return document.status is not None
        case _:
            return True


def _title(parse: Parse, paper: Paper) -> Span:
    """Give the words that name a document: its noun with what stands before it, or its whole name; "respond in writing" for a verb."""
    if paper.answered:
        end = next(parse.tokens[c].end for c in parse.children(paper.head) if form(parse, c) == "writing")
        return Span(parse.tokens[paper.head].start, end)
    start = parse.tokens[paper.head].start
    law = next((e for e in parse.entities if e.label == "LAW" and e.start <= start < e.end), None)
    if law:
        return Span(law.start, law.end)
    before = [c for c in parse.children(paper.head, "amod", "compound") if c < paper.head and form(parse, c) not in _POINTING]
    first = min([paper.head, *(j for c in before for j in parse.subtree(c))])
    return Span(parse.tokens[first].start, parse.tokens[paper.head].end)


_POINTING = frozenset(["following", "above", "same", "latest", "new", "own"])
"""Adjectives that place a document in the text or in time, and name nothing."""


def _cited(parse: Parse, paper: Paper, sides: Sequence[Who], title: Span) -> Span:
    """Give the stretch of its sentence that an entry rests on: from the first to the last of its words, its verb, by and to."""
    sentence = parse.sentence_of(paper.head)
    spans = [title, *(w.cite.span for w in sides if w.cite and sentence.start <= w.cite.start < sentence.end)]
    spans += [parse.tokens[a.verb].span for a in paper.acts]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _points_back(parse: Parse, paper: Paper) -> bool:
    return any(form(parse, c) in _BACK for c in parse.children(paper.head, "det", "nmod:poss"))
