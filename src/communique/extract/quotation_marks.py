"""Quoted stretches of a text, found from the marks alone: typographic, straight, single, double, doubled apostrophes, guillemets.

News is careless with its marks: they re-open in each paragraph, never close, close with the wrong one, stand a space away, or are
apostrophes. A mark's part is told from its neighbours first, from its shape second, and from whether one is open third.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from communique.model.span import Span, trimmed

_MARK = re.compile(r"''|``|[\"“”„‟«»]|['‘’‚`]")
_SINGLE = frozenset("'‘’‚`")
_OPENING = frozenset({"“", "„", "‟", "«", "``", "‘", "‚", "`"})
_CLOSING = frozenset({"”", "»", "’"})
_ELISION = re.compile(r"(?:\d\ds?|em|til|till|tis|twas|cause|bout|round|n|ere|neath|cos|fraid|nother)\b", re.IGNORECASE)
_BREAK = re.compile(r"\n")
_LEFT_OF_OPENING = frozenset("([{<—–-/|•*…")
_RIGHT_OF_CLOSING = frozenset(".,;:!?)]}>—–-/|…")
_SENTENCE_END = re.compile(r"[.!?…]")
_SINGLE_END = re.compile(r"[.,!?…](['’])(?=\s|$)")


class Part(Enum):
    """What a mark does."""

    OPENS = "opens"
    CLOSES = "closes"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch: `words` between its marks, one span a paragraph, without white space and a trailing comma.

    `outer` takes the marks in. `closed` is False where no mark closes it; it then ends with its paragraph. `depth` is 0 for the
    outermost marks, 1 for marks within marks.
    """

    words: tuple[Span, ...]
    outer: Span
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    shape: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    opening: _Mark
    end: int
    closing: _Mark | None
    depth: int = 0


def quoted(text: str) -> tuple[Quoted, ...]:
    """Give the quoted stretches of `text`, nested ones too, in order of their first character. Never raises."""
    found: list[Quoted] = []
    running: Quoted | None = None
    for block in paragraphs(text):
        stretches = _in_block(text, block)
        if running and not (stretches and _reopens(text, block, stretches[0])):
            running = None
        for stretch in stretches:
            here = _quoted(text, stretch)
            if running and stretch is stretches[0]:
                here = _joined(running, here)
                found.remove(running)
            if here:
                found.append(here)
            running = here if here and not here.closed and stretch.depth == 0 and stretch.end == block.end else None
    return tuple(sorted(found, key=lambda q: (q.outer, q.depth)))


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs: lines, but a line that only wraps (no stop before, a small letter after) goes on."""
    start = 0
    for found in _BREAK.finditer(text):
        before, after = text[start : found.start()].rstrip(), text[found.end() :][:80].lstrip(" \t")
        if before and after[:1].islower() and before[-1] not in '.!?:;"”’…)':
            continue
        if span := trimmed(text, start, found.start()):
            yield span
        start = found.end()
    if span := trimmed(text, start, len(text)):
        yield span


def _in_block(text: str, block: Span) -> list[_Stretch]:
    marks = [_Mark(m.start(), m.end(), m[0]) for m in _MARK.finditer(text, block.start, block.end)]
    doubles = _doubles(text, block, [m for m in marks if m.shape not in _SINGLE])
    singles = _singles(text, block, [m for m in marks if m.shape in _SINGLE], doubles)
    inner = [_deeper(d, singles) for d in doubles]
    return sorted([*inner, *singles], key=lambda s: (s.opening.start, -s.end))


def _deeper(stretch: _Stretch, around: Sequence[_Stretch]) -> _Stretch:
    held = any(s.depth == 0 and s.opening.start < stretch.opening.start and stretch.end <= s.end for s in around)
    return _Stretch(stretch.opening, stretch.end, stretch.closing, stretch.depth + held)


def _doubles(text: str, block: Span, marks: Sequence[_Mark]) -> list[_Stretch]:
    found: list[_Stretch] = []
    open_: list[_Mark] = []
    for n, mark in enumerate(marks):
        part = _part(text, mark, is_open=bool(open_))
        if part is Part.OPENS and open_ and mark.start == open_[-1].end and not _nested(text, marks[n + 1 :]):
            open_[-1] = _Mark(open_[-1].start, mark.end, mark.shape)
        elif part is Part.OPENS and open_ and not _nested(text, marks[n + 1 :]):
            found.append(_Stretch(open_[0], _end_before(text, open_[0].end, mark.start), None))
            open_ = [mark]
        elif part is Part.OPENS:
            open_.append(mark)
        elif part is Part.CLOSES and open_:
            found.append(_Stretch(open_.pop(), mark.end, mark, len(open_)))
    if open_:
        mistyped = _mistyped(text, open_[0].end, block.end)
        found.append(_Stretch(open_[0], mistyped.end if mistyped else block.end, mistyped))
    return found


def _mistyped(text: str, start: int, limit: int) -> _Mark | None:
    """Give the single mark behind a sentence that closes a double one which nothing else closes (`“We will go.’ She left.`)."""
    found = _SINGLE_END.search(text, start, limit)
    opened = found and any(_opens_single(text, _Mark(m.start(), m.end(), m[0])) for m in _MARK.finditer(text, start, found.start(1)))
    return _Mark(found.start(1), found.end(1), found[1]) if found and not opened else None


def _nested(text: str, rest: Sequence[_Mark]) -> bool:
    """Say whether an opening mark within marks is nested: the next two marks both close."""
    return len(rest) > 1 and all(_part(text, m, is_open=True) is Part.CLOSES for m in rest[:2])


def _end_before(text: str, start: int, limit: int) -> int:
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, limit)]
    return ends[-1] if ends else limit


def _part(text: str, mark: _Mark, *, is_open: bool) -> Part:
    """Tell what a double mark does, from its neighbours, its shape, and whether one is open."""
    left, right = text[mark.start - 1 : mark.start] or " ", text[mark.end : mark.end + 1] or " "
    opens = (left.isspace() or left in _LEFT_OF_OPENING or left in "\"“'‘`") and not right.isspace() and right not in ".,;:!?)"
    closes = not left.isspace() and (right.isspace() or right in _RIGHT_OF_CLOSING or right in "\"”'’")
    if opens and not closes:
        return Part.CLOSES if is_open and _stray(text, mark, right) else Part.OPENS
    if closes and not opens:
        return Part.CLOSES if is_open else Part.NEITHER
    if mark.shape in _OPENING and not left.isspace() and not right.isspace():
        return Part.OPENS
    if left.isdigit() and not is_open:
        return Part.NEITHER
    return Part.CLOSES if is_open else Part.OPENS


def _stray(text: str, mark: _Mark, right: str) -> bool:
    """Say whether a mark that looks like an opening one is a closing one behind a stray space (`our Allies, ”said`)."""
    before = text[: mark.start][-8:].rstrip()
    return mark.shape in _CLOSING or (mark.shape not in _OPENING and before[-1:] == "," and right.islower())


def _singles(text: str, block: Span, marks: Sequence[_Mark], doubles: Sequence[_Stretch]) -> list[_Stretch]:
    free = [m for m in marks if not any(d.opening.start <= m.start < d.end for d in doubles)]
    held = [m for m in marks if m not in free]
    found = _paired(text, free, depth=0)
    if not found and free and _opens_single(text, free[-1]) and free[-1].shape in "‘'" and free[-1].start == block.start:
        found.append(_Stretch(free[-1], block.end, None))
    return [*found, *_paired(text, held, depth=1)]


def _paired(text: str, marks: Sequence[_Mark], *, depth: int) -> list[_Stretch]:
    found: list[_Stretch] = []
    end = -1
    for n, mark in enumerate(marks):
        if mark.start >= end and _opens_single(text, mark) and (closing := _closing_single(text, marks[n + 1 :])):
            end = closing.end
            found.append(_Stretch(mark, end, closing, depth))
    return found


def _opens_single(text: str, mark: _Mark) -> bool:
    left, right = text[mark.start - 1 : mark.start] or " ", text[mark.end : mark.end + 1] or " "
    if right.isspace() or not (left.isspace() or left in _LEFT_OF_OPENING or left in '"“'):
        return False
    return mark.shape in "‘‚`" or (mark.shape == "'" and not _ELISION.match(text, mark.end))


def _closing_single(text: str, marks: Sequence[_Mark]) -> _Mark | None:
    """Give the mark that closes a single one: never an apostrophe; a plural possessive only if nothing better follows."""
    doubtful: _Mark | None = None
    for mark in marks:
        if _opens_single(text, mark) and mark.shape != "'":
            break
        left, right = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2] or " "
        if mark.shape in "‘‚`" or left.isspace() or right[0].isalnum():
            continue
        if left in "sSzZxX" and right[0].isspace() and right[1:].isalpha():
            doubtful = doubtful or mark
        else:
            return mark
    return doubtful


def _reopens(text: str, block: Span, first: _Stretch) -> bool:
    return first.opening.start == block.start and first.depth == 0


def _quoted(text: str, stretch: _Stretch) -> Quoted | None:
    inner_end = stretch.closing.start if stretch.closing else stretch.end
    words = trimmed(text, stretch.opening.end, inner_end)
    while words and text[words.end - 1] == ",":
        words = trimmed(text, words.start, words.end - 1)
    if words is None:
        return None
    return Quoted((words,), Span(stretch.opening.start, stretch.end), stretch.closing is not None, stretch.depth)


def _joined(running: Quoted, here: Quoted | None) -> Quoted:
    if here is None:
        return running
    return Quoted((*running.words, *here.words), Span(running.outer.start, here.outer.end), here.closed, 0)
