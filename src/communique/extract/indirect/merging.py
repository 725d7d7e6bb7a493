"""What quotations and reported clauses give together: one statement for the same words, one for a clause and the quotation in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from communique.extract.indirect.acts import act_of
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page
from communique.extract.said import Said
from communique.extract.saying import reports
from communique.model.kinds import Form
from communique.model.span import Span


def merged(page: Page, quoted: Sequence[Said], reported: Iterable[Reported]) -> list[Said]:
    """Give the statements of a page, quoted and reported, no words twice; a reported clause replaces the quotation that is a part of it."""
    kept = {id(q): q for q in quoted}
    found: list[Said] = []
    beside = _Beside(quoted)
    for said in _distinct(page, reported):
        near = list(beside.near(said))
        if any(not _gives_way(page, q, said) and not _tells_of(page, said, q) and _one(q, said) for q in near):
            continue
        for q in near:
            if _gives_way(page, q, said):
                kept.pop(id(q), None)
        found.append(said)
    return sorted([*kept.values(), *found], key=lambda s: s.content[0])


class _Beside:
    """Quotations by their places and cues, so that each reported clause meets only those near it."""

    def __init__(self, quoted: Sequence[Said]) -> None:
        self._quoted = sorted(quoted, key=_start)
        self._starts = [_start(q) for q in self._quoted]
        self._longest = max((_end(q) - _start(q) for q in quoted), default=0)

    def near(self, said: Said) -> Iterator[Said]:
        """Yield the quotations that share words or the cue with a reported clause."""
        at = bisect_left(self._starts, _start(said) - self._longest - _REACH)
        for q in self._quoted[at:]:
            if _start(q) > _end(said) + _REACH:
                return
            if _same_cue(q, said) or _shared(q.content, said.content):
                yield q


_REACH = 600
"""Most characters between a cue and the words that it carries."""


def _distinct(page: Page, reported: Iterable[Reported]) -> list[Said]:
    """Give reported words in order, each once: of two readings the first, of `X said p, Y reported` what X said.

    In `Y reported that X said p` both say something: what X said stands within what Y reported.
    """
    found: list[Said] = []
    for said in sorted(reported, key=lambda r: r.content[0].start):
        reading = Said(said.content, _form(page, said.content), said.speaker, said.cue, said.cue.why)
        rival = next((other for other in _overlapping(found, reading) if _same_words(reading, other)), None)
        if rival is None or _tells_of(page, rival, reading):
            found.append(reading)
        elif rival.cue is not None and rival.cue.head > page.parse.tokens_in(rival.content[0])[0] and _reports(page, rival, reading):
            found[found.index(rival)] = reading
    return found


def _overlapping(found: Sequence[Said], said: Said) -> Iterator[Said]:
    """Yield those of the statements so far, in order of their beginnings, that may share words with the next one."""
    for other in reversed(found[-_WINDOW:]):
        if _end(other) > _start(said):
            yield other


_WINDOW = 12
"""Statements so far that the next one is compared with: as many as can nest in one sentence."""


def _form(page: Page, content: Sequence[Span]) -> Form:
    return Form.MIXED if any(s.overlaps(q) for s in content for q in page.marks_in(content[0].start, content[-1].end)) else Form.INDIRECT


def _gives_way(page: Page, quoted: Said, said: Said) -> bool:
    """Say whether a quotation is a part of the reported clause: the clause's cue carries it, or a verb within it that says nothing."""
    held = _shared(quoted.content, said.content)
    if quoted.cue is None or said.cue is None or held < _length(quoted.content) or not _more(page, said, quoted):
        return False
    if _same_cue(quoted, said):
        return quoted.form is Form.DIRECT and _holds(page, said, quoted)
    verb = page.parse.tokens[quoted.cue.head].span
    return any(s.covers(verb) for s in said.content) and not reports(page.parse, quoted.cue.head)


def _holds(page: Page, said: Said, quoted: Said) -> bool:
    """Say whether a clause runs on right before or behind a quotation; words set apart are the outlet’s (`In May, he said, “…”`)."""
    first, last, text = quoted.content[0].start, quoted.content[-1].end, page.parse.report.text
    held = [s for s in said.content if s.start < last and s.end > first]
    ended = text[last - 1] in ".?!" or text[last : last + 1] == ","
    return any(
        c.isalnum() for s in held for c in (*text[s.start : min(s.end, first)], *("" if ended else text[max(s.start, last) : s.end]))
    )


def _more(page: Page, said: Said, quoted: Said) -> bool:
    """Say whether reported words hold words beside the quoted ones, not only the marks."""
    start, end, text = quoted.content[0].start, quoted.content[-1].end, page.parse.report.text
    return any(c.isalnum() for s in said.content for c in (*text[s.start : min(s.end, start)], *text[max(s.start, end) : s.end]))


def _one(quoted: Said, said: Said) -> bool:
    """Say whether reported words and a quotation's statement are one: the same cue, or most of either lies within the other."""
    return _same_cue(quoted, said) or 2 * _shared(said.content, quoted.content) > min(_length(said.content), _length(quoted.content))


def _reports(page: Page, outer: Said, inner: Said) -> bool:
    """Say whether one reading reports the other as said: its content holds the other's cue and speaker (`X said p, Y reported`)."""
    if inner.cue is None or inner.speaker is None or inner.speaker == outer.speaker or not reports(page.parse, inner.cue.head):
        return False
    return _held(page, outer, inner)


def _main_verb(page: Page, verb: int) -> bool:
    """Say whether a verb is finite, or told in the perfect."""
    parse = page.parse
    return parse.tokens[verb].has("VerbForm=Fin") or any(parse.tokens[c].lemma == "have" for c in parse.children(verb, "aux"))


def _held(page: Page, outer: Said, inner: Said) -> bool:
    """Say whether one reading's content holds the other's cue and speaker."""
    places = (page.parse.tokens[i].span for i in (inner.cue.head if inner.cue else None, inner.speaker) if i is not None)
    return inner.speaker != outer.speaker and all(any(s.covers(place) for s in outer.content) for place in places)


def _tells_of(page: Page, outer: Said, inner: Said) -> bool:
    """Say whether words report what somebody else said or did in words; a pronoun is oneself, and `X said p, Y reported` is X's alone.

    (`Y reported that X said p`, `Y reported that X rejected p`, `X rejected p, Y reported`)
    """
    if outer.cue is None or inner.cue is None or inner.speaker is None or page.parse.tokens[inner.speaker].upos == "PRON":
        return False
    behind = outer.cue.head > page.parse.tokens_in(outer.content[0])[0]
    if not reports(page.parse, inner.cue.head):
        told = reports(page.parse, outer.cue.head) and _main_verb(page, inner.cue.head)
        return told and act_of(page.parse, inner.cue.head) is not None and _held(page, outer, inner)
    return not behind and _reports(page, outer, inner)


def _same_cue(one: Said, other: Said) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.head == other.cue.head


def _same_words(said: Said, other: Said) -> bool:
    """Say whether two readings give the same words: most of the longer one. What Y said within what X said is another statement."""
    return 2 * _shared(said.content, other.content) > max(_length(said.content), _length(other.content))


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _length(spans: Sequence[Span]) -> int:
    return sum(len(s) for s in spans)


def _start(said: Said) -> int:
    return said.content[0].start


def _end(said: Said) -> int:
    return said.content[-1].end
