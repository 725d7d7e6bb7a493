"""Statements: an actor's words in quotation marks, with who says them and why we think so.

A quotation becomes a statement only if a speaker's words are found or inherited. Words in marks inside a clause of the outlet's own
("open door" policy) are none; a reported clause with a quoted part is mixed. Content keeps to the manual's record format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.cues import Cue, cue_after, cue_before, ending_of, is_saying
from communique.extract.passages import Page, Passage
from communique.extract.speakers import speaker_of, words_of
from communique.model.actor import Named, Who
from communique.model.ids import mention_id
from communique.model.mention import Form, Kind, Statement
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference.tables import Tables

_COMMAS = frozenset({",", ":", "–", "—", "-", "--"})
_ENDS = (".", "?", "!")

FEWEST = 4
"""Words that a quotation without any cue needs to count as someone's: shorter ones are titles, slogans and scare quotes."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A statement being put together. `last` is its last quotation so far."""

    content: tuple[Span, ...]
    form: Form
    speaker: int
    cue: Cue | None
    why: str
    last: Passage


def statements(parse: Parse, named: Sequence[Named], tables: Tables | None = None) -> Iterator[Statement]:
    """Yield the statements of one report in order; `Who.actor` is the id of one of `named`, or None."""
    page = Page(parse)
    for found in _found(page):
        yield _statement(page, found, named)


def _found(page: Page) -> Iterator[_Found]:
    current: _Found | None = None
    said: _Found | None = None
    for passage in page.passages:
        if current and _goes_on(page, current, passage):
            current = said = replace(current, content=(*current.content, *passage.quotation.words), last=passage)
            continue
        if current:
            yield current
        current = _attributed(page, passage) or _inherited(page, passage, said)
        said = current or said
    if current:
        yield current


def _goes_on(page: Page, current: _Found, passage: Passage) -> bool:
    """Say whether a quotation goes on with the statement before it: nothing but that statement's cue stands between them."""
    if current.form is not Form.DIRECT or cue_after(page, passage):
        return False
    if passage.paragraph != current.last.paragraph_end:
        return _next_paragraph(page, current, passage)
    if not passage.joins or current.cue is None or current.cue.head not in current.last.after:
        return False
    if current.last.after == passage.before:
        between = cue_before(page, passage)
        return (between is None or between.head == current.cue.head) and page.parse.text(passage.before[-1]) in _COMMAS
    return passage.opens and _only_cue(page, current.last, passage.quotation.outer.start)


def _next_paragraph(page: Page, current: _Found, passage: Passage) -> bool:
    """Say whether a quotation that is a paragraph goes on with the one that ends the paragraph before it."""
    follows = passage.paragraph == current.last.paragraph_end + 1 and passage.quotation.outer.start == page.paragraphs[passage.paragraph].start
    if not follows or cue_before(page, passage) or ending_of(page, passage) not in _ENDS:
        return False
    return _only_cue(page, current.last, page.paragraphs[current.last.paragraph_end].end)


def _only_cue(page: Page, passage: Passage, limit: int) -> bool:
    """Say whether the outlet's words between a quotation and `limit` are one clause."""
    end = page.parse.tokens[passage.after[-1]].end if passage.after else passage.quotation.outer.end
    return limit - end <= 3 and passage.stopped


def _attributed(page: Page, passage: Passage) -> _Found | None:
    after, before = cue_after(page, passage), cue_before(page, passage)
    if after and (before is None or ending_of(page, passage) == ","):
        return _with(page, passage, after)
    if before:
        return _with(page, passage, before)
    return _embedded(page, passage)


def _with(page: Page, passage: Passage, cue: Cue) -> _Found | None:
    speaker = speaker_of(page, cue)
    if speaker is None:
        return None
    if passage.before and cue.head not in passage.before and not _fresh(page, passage):
        whole = Span(page.parse.tokens[passage.before[0]].start, passage.quotation.outer.end)
        return _Found((whole,), Form.MIXED, speaker, cue, cue.why, passage)
    return _Found(passage.quotation.words, Form.DIRECT, speaker, cue, cue.why, passage)


def _fresh(page: Page, passage: Passage) -> bool:
    """Say whether the quotation begins anew although words of the outlet stand before it (`But, “…,” he said`)."""
    return page.parse.text(passage.before[-1]) in {",", ":", "–", "—", "-", "and", "but"}


def _embedded(page: Page, passage: Passage) -> _Found | None:
    """Find the reported clause that a quotation is part of (`said the talks were “a success”`)."""
    parse = page.parse
    inner = parse.tokens_in(passage.quotation.words[0])
    if not passage.before or not inner:
        return None
    below = passage.before[-1]
    for i in (below, *parse.ancestors(below)):
        if i not in page.inside and is_saying(page, i) and i in passage.before:
            clause = _clause(page, i, inner[0])
            if clause is None:
                return None
            cue = Cue(i, (i,), frame=_before(), why=f"“{parse.text(i)}” reports a clause that is partly quoted")
            speaker = speaker_of(page, cue)
            end = max(passage.quotation.outer.end, 0)
            return speaker and _Found((Span(clause, end),), Form.MIXED, speaker, cue, cue.why, passage) or None
    return None


def _before():  # noqa
    from communique.extract.cues import Frame
    return Frame.BEFORE


def _clause(page: Page, verb: int, inside: int) -> int | None:
    """Give where the reported clause begins, without its "that"; None where the quotation is in no clause of the verb."""
    parse = page.parse
    for child in parse.children(verb, "ccomp", "xcomp", "obj", "obl"):
        tree = parse.subtree(child)
        if child > verb and tree[0] < inside:
            first = [i for i in tree if i > verb and not parse.related(i, "mark", "punct")]
            return parse.tokens[first[0]].start if first else None
    return None


def _inherited(page: Page, passage: Passage, said: _Found | None) -> _Found | None:
    """Give a quotation without a cue to the speaker of the quotation before it in its paragraph, if it is a sentence of its own."""
    words = page.parse.tokens_in(passage.quotation.words[0])
    if said is None or not passage.opens or len(words) < FEWEST or ending_of(page, passage) not in _ENDS:
        return None
    if said.last.paragraph_end != passage.paragraph:
        return None
    return _Found(passage.quotation.words, Form.DIRECT, said.speaker, None, "the speaker of the quotation before it goes on", passage)


def _statement(page: Page, found: _Found, named: Sequence[Named]) -> Statement:
    report = page.parse.report
    content = tuple(report.cite(s.start, s.end) for s in found.content)
    who = words_of(page, found.speaker)
    cue = found.cue and page.parse.span(found.cue.words)
    return Statement(
        id=mention_id(report.id, Kind.STATEMENT, found.content),
        content=content,
        form=found.form,
        speaker=Who(None, report.cite(who.start, who.end)),
        cue=report.cite(cue.start, cue.end) if cue else None,
        why=found.why,
        cites=content,
    )
