"""Statements: an actor's words in quotation marks, with who says them and why we think so.

A quotation becomes a statement only if a speaker's words are found or inherited. Words in marks inside a clause of the outlet's own
("open door" policy) are none; a reported clause with a quoted part is mixed. Content keeps to the manual's record format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.extract.content import followed, led_to
from communique.extract.cues import Cue, Frame, cue_after, cue_before, sentence_like
from communique.extract.indirect import Reported, merged, reported_words
from communique.extract.labelled import labelled, turns_of
from communique.extract.naming import Names
from communique.extract.noun_cues import noun_cue
from communique.extract.partly_quoted import Extent, reported, trailed
from communique.extract.passages import COMMAS, Page, Passage, is_title
from communique.extract.said import Said
from communique.extract.saying import is_saying, lemmas, saying, talks
from communique.extract.speakers import speaker_of
from communique.extract.telling import told
from communique.extract.transcripts import Turn
from communique.model.actor import Named
from communique.model.kinds import Form
from communique.model.mention import Statement
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference.tables import Tables

_ENDS = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class _Found(Said):
    """A statement in marks being put together. `last` is its last quotation so far."""

    last: Passage


def statements(parse: Parse, named: Sequence[Named], tables: Tables | None = None) -> Iterator[Statement]:
    """Yield the statements of one report in order; `Who.actor` is the id of one of `named`, or None."""
    page = Page(parse)
    names, turns = Names(page, named), turns_of(page, named)
    reported = [r for r in reported_words(page) if _of_its_own(page, r.speaker, r.content, turns)]
    found = [f for f in _found(page) if _of_its_own(page, f.speaker, f.content, turns)]
    quoted = [_led_by_clause(page, f, reported) for f in found]
    written = told(page, names, merged(page, quoted, reported))
    yield from sorted([*written, *labelled(page, names, turns)], key=lambda s: s.content[0])


def _of_its_own(page: Page, speaker: int | None, content: Sequence[Span], turns: Sequence[Turn]) -> bool:
    """Say whether words are another's than the turn's that they stand in: outside of turns, or said by someone named within it."""
    turn = next((t for t in turns if t.span.overlaps(content[0])), None)
    if turn is None or speaker is None:
        return turn is None
    name = page.parse.tokens[speaker]
    return name.upos == "PROPN" and turn.span.covers(name.span) and not turn.label.overlaps(name.span) and turn.span.covers(content[-1])


def _led_by_clause(page: Page, found: _Found, reported: Sequence[Reported]) -> _Found:
    """Give a quotation that goes on with what the sentence before reports, as one with that (`He said it was over. “We lost.”`)."""
    if found.cue is None or found.cue.frame is not Frame.TOLD:
        return found
    led = [r.content for r in reported if r.cue.head == found.cue.head and r.content[-1].end <= found.content[0].start]
    clauses = [c for c in led if any(page.parse.tokens[i].upos in {"VERB", "AUX"} for s in c for i in page.parse.tokens_in(s))]
    return replace(found, content=(*clauses[0], *found.content), form=Form.MIXED) if clauses else found


def _found(page: Page) -> list[_Found]:
    """Give the statements of a page: each quotation begins one, goes on with the one before it, or is none."""
    done: list[_Found] = []
    current: int | None = None
    for passage in (p for p in page.passages if not is_title(page, p)):
        if not passage.slight and current is not None and _goes_on(page, done[current], passage):
            so_far = done[current]
            done[current] = replace(so_far, content=(*so_far.content, *passage.quotation.words), last=passage)
            continue
        said = done[current] if current is not None else None
        found = _attributed(page, passage, said) or _told(page, passage)
        if found and done and _same_clause(done[-1], found):
            done[-1] = _united(done[-1], found)
        elif found:
            done.append(found)
        if found and found.cue and (not passage.slight or found.cue.head in passage.after):
            current = len(done) - 1
    return done


def _same_clause(one: _Found, other: _Found) -> bool:
    """Say whether two partly quoted clauses are one: the same cue reports both (`said it was “odd” and “late”`)."""
    both = one.form is Form.MIXED is other.form and len(one.content) == len(other.content) == 1
    return both and one.cue is not None and other.cue is not None and one.cue.head == other.cue.head


def _united(one: _Found, other: _Found) -> _Found:
    a, b = one.content[0], other.content[0]
    return replace(other, content=(Span(min(a.start, b.start), max(a.end, b.end)),))


def _goes_on(page: Page, current: _Found, passage: Passage) -> bool:
    """Say whether a quotation goes on with the statement before it: nothing but that statement's cue stands between them."""
    if passage.paragraph != current.last.paragraph_end:
        return cue_after(page, passage) is None and _next_paragraph(page, current, passage)
    if current.cue is None or current.cue.head not in current.last.after:
        return False
    if current.last.after == passage.before:
        between = cue_before(page, passage)
        return (between is None or between.head == current.cue.head) and page.parse.text(passage.before[-1]) in COMMAS
    if passage.before or (passage.ending == "," and passage.after) or not current.last.stopped or cue_after(page, passage):
        return False
    return not any(_takes_over(page, current.cue.head, current.last, i) for i in page.lead(passage) if i != current.cue.head)


def _takes_over(page: Page, cue: int, last: Passage, verb: int) -> bool:
    """Say whether someone else talks between two quotations (`“…,” Lind said, and her lawyer cut in. “…”`)."""
    if verb not in last.after:
        return is_saying(page.parse, verb)
    joined = page.parse.related(verb, "conj") and page.parse.tokens[verb].head == cue
    return joined and talks(page.parse, verb) and bool(page.parse.children(verb, "nsubj"))


def _next_paragraph(page: Page, current: _Found, passage: Passage) -> bool:
    """Say whether a quotation that is a paragraph goes on with the one that ends the paragraph before it."""
    alone = passage.quotation.outer.start == page.paragraphs[passage.paragraph].start
    alike = _single(page, passage) == _single(page, current.last)
    if (
        not alone
        or not alike
        or passage.paragraph != current.last.paragraph_end + 1
        or cue_before(page, passage)
        or passage.ending not in _ENDS
    ):
        return False
    return _only_cue(page, current.last, page.paragraphs[current.last.paragraph_end].end)


def _single(page: Page, passage: Passage) -> bool:
    """Say whether a quotation stands in single marks; two apostrophes are a double mark."""
    start = passage.quotation.outer.start
    return page.parse.report.text[start] in "‘'" and page.parse.report.text[start : start + 2] != "''"


def _only_cue(page: Page, passage: Passage, limit: int) -> bool:
    """Say whether the outlet's words between a quotation and `limit` are one clause."""
    end = page.parse.tokens[passage.after[-1]].end if passage.after else passage.quotation.outer.end
    return limit - end <= 4 and passage.stopped


def _attributed(page: Page, passage: Passage, said: _Found | None) -> _Found | None:
    """Find who a quotation is said by, from the cue behind it, the cue before it, or the reported clause it stands in."""
    after, before = cue_after(page, passage), cue_before(page, passage)
    if after and (before is None or passage.ending == ","):
        return _found_with(page, passage, after, followed(page, passage))
    if before:
        heir = said.speaker if said and said.last.paragraph_end == passage.paragraph and before.words[0] == before.around[0] else None
        return _found_with(page, passage, before, led_to(page, passage, before), heir)
    if clause := reported(page, passage) or trailed(page, passage):
        verb, extent = clause
        cue = Cue(verb, (verb,), Frame.BEFORE, f"“{page.parse.text(verb)}” tells what was said, partly in quotation marks", passage.before)
        return _found_with(page, passage, cue, extent)
    if named := noun_cue(page, passage):
        return _Found(passage.quotation.words, Form.DIRECT, named.speaker, named.cue, named.cue.why, passage)
    return None


def _found_with(page: Page, passage: Passage, cue: Cue, extent: Extent | None, heir: int | None = None) -> _Found | None:
    """Give the statement if its speaker is named; a cue without a subject (`Adding: “…”`) goes on with the speaker before, the `heir`."""
    speaker = speaker_of(page, cue) if extent else None
    speaker = heir if speaker is None else speaker
    if extent is None or (speaker is None and not _asked(page, cue)):
        return None
    return _Found(extent.spans, extent.form, speaker, cue, cue.why, passage)


def _asked(page: Page, cue: Cue) -> bool:
    """Say whether the subject is asked or told the words, so that nobody is named who says them (`Lind was asked: “…?”`)."""
    told_to = bool(lemmas(page.parse, cue.head) & saying().addressing)
    return told_to and any(page.parse.tokens[c].rel == "nsubj:pass" for c in page.parse.children(cue.head))


def _told(page: Page, passage: Passage) -> _Found | None:
    """Give a sentence in marks without a cue to who says something in the outlet's sentence before it (`He denied it. “I was away.”`)."""
    if passage.before or passage.slight or passage.ending not in _ENDS or not sentence_like(page, passage):
        return None
    lead = page.lead(passage) or page.lead_above(passage)
    verbs = [i for i in lead if talks(page.parse, i) and _main(page, i) and any(c in lead for c in page.parse.children(i, "nsubj"))]
    for verb in reversed(verbs):
        cue = Cue(verb, (verb,), Frame.TOLD, "the sentence before tells who speaks", lead)
        if found := _found_with(page, passage, cue, Extent(passage.quotation.words, Form.DIRECT)):
            return found
    return None


def _main(page: Page, verb: int) -> bool:
    """Say whether a verb of the outlet's is in no clause that another one reports (`said that critics predict …`)."""
    above = (i for i in page.parse.ancestors(verb) if page.parse.related(verb, "ccomp", "acl", "csubj") or i < verb)
    return not page.parse.related(verb, "ccomp", "acl", "csubj") or not any(is_saying(page.parse, i) for i in above)
