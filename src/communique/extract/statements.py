"""Statements: an actor's words in quotation marks, with who says them and why we think so.

A quotation becomes a statement only if a speaker's words are found or inherited. Words in marks inside a clause of the outlet's own
("open door" policy) are none; a reported clause with a quoted part is mixed. Content keeps to the manual's record format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.content import Extent, followed, led_to, reported
from communique.extract.cues import Cue, Frame, cue_after, cue_before, sentence_like
from communique.extract.passages import COMMAS, Page, Passage
from communique.extract.speakers import speaker_of, words_of
from communique.model.actor import Named, Who
from communique.model.ids import mention_id
from communique.model.mention import Form, Kind, Statement
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference.tables import Tables

_ENDS = (".", "?", "!")


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
        if passage.slight:
            if part := _attributed(page, passage):
                yield part
            continue
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
    if passage.paragraph != current.last.paragraph_end:
        return cue_after(page, passage) is None and _next_paragraph(page, current, passage)
    if current.cue is None or current.cue.head not in current.last.after:
        return False
    if current.last.after == passage.before:
        between = cue_before(page, passage)
        return (between is None or between.head == current.cue.head) and page.parse.text(passage.before[-1]) in COMMAS
    return not passage.before and cue_after(page, passage) is None and _only_cue(page, current.last, passage.quotation.outer.start)


def _next_paragraph(page: Page, current: _Found, passage: Passage) -> bool:
    """Say whether a quotation that is a paragraph goes on with the one that ends the paragraph before it."""
    follows = passage.paragraph == current.last.paragraph_end + 1 and passage.quotation.outer.start == page.paragraphs[passage.paragraph].start
    if not follows or cue_before(page, passage) or passage.ending not in _ENDS:
        return False
    return _only_cue(page, current.last, page.paragraphs[current.last.paragraph_end].end)


def _only_cue(page: Page, passage: Passage, limit: int) -> bool:
    """Say whether the outlet's words between a quotation and `limit` are one clause."""
    end = page.parse.tokens[passage.after[-1]].end if passage.after else passage.quotation.outer.end
    return limit - end <= 4 and passage.stopped


def _attributed(page: Page, passage: Passage) -> _Found | None:
    """Find who a quotation is said by, from the cue behind it, the cue before it, or the reported clause it stands in."""
    after, before = cue_after(page, passage), cue_before(page, passage)
    if after and (before is None or passage.ending == ","):
        return _found_with(page, passage, after, followed(page, passage))
    if before:
        return _found_with(page, passage, before, led_to(page, passage, before))
    if clause := reported(page, passage):
        verb, extent = clause
        cue = Cue(verb, (verb,), Frame.BEFORE, f"“{page.parse.text(verb)}” reports a clause that is partly quoted", passage.before)
        return _found_with(page, passage, cue, extent)
    return None


def _found_with(page: Page, passage: Passage, cue: Cue, extent: Extent | None) -> _Found | None:
    speaker = speaker_of(page, cue) if extent else None
    return _Found(extent.spans, extent.form, speaker, cue, cue.why, passage) if extent and speaker is not None else None


def _inherited(page: Page, passage: Passage, said: _Found | None) -> _Found | None:
    """Give a quotation without a cue to the speaker of the quotation before it in its paragraph, if it is a sentence of its own."""
    if said is None or passage.before or not sentence_like(page, passage) or passage.ending not in _ENDS:
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
