"""Times: a rule tagger for English news. TIMEX3 types and values, counted from the report's or its region's date.

A time that needs a date that is not known has no value, and a notice says so; the tagger never fills in a date of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from communique.annotate.times.lexing import Words, words_of
from communique.annotate.times.patterns import rules
from communique.annotate.times.place import Place
from communique.annotate.times.scene import Found, Scene, anchor_at, is_history
from communique.annotate.times.tense import direction
from communique.annotate.times.titles import is_title
from communique.annotate.times.weekdays import contradictions
from communique.model.notice import Notice, Stage
from communique.model.parse import Parse, Time
from communique.model.report import Report
from communique.model.span import Span

__all__ = ["Timed", "times_of"]


@dataclass(frozen=True, slots=True)
class Timed:
    """The times of one report in order of the text, and a notice of those that could not be anchored."""

    times: tuple[Time, ...]
    notices: tuple[Notice, ...]


def times_of(parse: Parse) -> Timed:
    """Find the times of a report and give their TIMEX3 values.

    Tokens are asked only for tenses; where they have no tags (`upos` X), the words before a time are read instead.
    """
    times = tuple(_times(parse))
    return Timed(times, (*_notices(parse.report, times), *contradictions(parse.report, times)))


def _times(parse: Parse) -> Iterator[Time]:
    words, scene, at = words_of(parse.report.text), Scene(), 0
    scene.history = is_history(words, anchor_at(parse.report, 0))
    while (candidate := rules().start.search(words.kinds, at)) is not None:
        at = candidate.start()
        scene.anchor = anchor_at(parse.report, words.starts[at])
        read = _read(parse, words, scene, at)
        if read is None:
            at += 1
            continue
        start, end, found = words.starts[at], words.ends[read.last - 1], read.found
        at = read.last
        if is_title(parse.report.text, start, end):
            continue
        if found.value:
            scene.named(found, at=start)
        yield Time(start, end, found.type, found.value, found.why)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules found at one place, and the word after its last one."""

    found: Found
    last: int


def _read(parse: Parse, words: Words, scene: Scene, at: int) -> _Read | None:
    """Give what the rule says that takes the most words at word `at`; None where none reads a time there."""
    best: _Read | None = None
    for pattern, reading in rules().each:
        match = pattern.match(words.kinds, at)
        if match is None or (best is not None and match.end() <= best.last):
            continue
        looks = partial(direction, parse, words.starts[at], words.ends[match.end() - 1])
        found = reading(Place(words, match, scene, looks))
        if found is not None:
            best = _Read(found, match.end())
    return best


def _notices(report: Report, times: Sequence[Time]) -> tuple[Notice, ...]:
    """Tell once which times have no date, and where the first of them stands."""
    undated = [t for t in times if t.value is None]
    if not undated:
        return ()
    words = list(dict.fromkeys(f'"{report.text[t.start : t.end]}"' for t in undated))
    shown = ", ".join(words[:SHOWN]) + (", …" if len(words) > SHOWN else "")
    what = f"times have no date ({len(undated)}: {shown}), as they count from a date that is not known"
    remedy = "Give the report's date: `communique read --published DATE`, or `published` in JSON lines."
    return (Notice(Stage.ANNOTATE, what, remedy, report.file, report.id, Span(undated[0].start, undated[0].end)),)


SHOWN = 4
"""Undated times that a notice names."""
