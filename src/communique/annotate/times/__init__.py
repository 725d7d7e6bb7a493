"""Times: a rule tagger for English news. TIMEX3 types and values, counted from the report's or its region's date.

A time that needs a date that is not known has no value, and a notice says so; the tagger never fills in a date of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotate.times.lexing import words_of
from communique.annotate.times.patterns import rules
from communique.annotate.times.place import Found, Place
from communique.annotate.times.scene import Scene, anchor_at, is_history
from communique.annotate.times.tense import direction
from communique.model.notice import Notice, Stage
from communique.model.parse import Parse, Time
from communique.model.report import Report
from communique.model.span import Span

__all__ = ["Timed", "times_of"]


@dataclass(frozen=True, slots=True)
class Timed:
    """The times of one report in order of the text, and a notice for each that could not be anchored."""

    times: tuple[Time, ...]
    notices: tuple[Notice, ...]


def times_of(parse: Parse) -> Timed:
    """Find the times of a report and give their TIMEX3 values.

    Tokens are asked only for tenses; where they have no tags (`upos` X), the words before a time are read instead.
    """
    times = tuple(_times(parse))
    return Timed(times, tuple(_notice(parse.report, time) for time in times if time.value is None))


def _times(parse: Parse) -> Iterator[Time]:
    words, scene, known, at = words_of(parse.report.text), Scene(), rules(), 0
    scene.history = is_history(words, anchor_at(parse.report, 0))
    while (candidate := known.start.search(words.kinds, at)) is not None:
        at = candidate.start()
        scene.anchor = anchor_at(parse.report, words.starts[at])
        best: tuple[int, Found] | None = None
        for pattern, reading in known.each:
            match = pattern.match(words.kinds, at)
            if match is None or (best is not None and match.end() <= best[0]):
                continue
            start, end = words.starts[at], words.ends[match.end() - 1]
            place = Place(words, match, scene, lambda start=start, end=end: direction(parse, start, end))  # type: ignore[misc]
            if (found := reading(place)) is not None:
                best = match.end(), found
        if best is None:
            at += 1
            continue
        start, end = words.starts[at], words.ends[best[0] - 1]
        at, found = best[0], best[1]
        if found.value:
            scene.named(found.value, at=start, explicit=found.explicit)
        yield Time(start, end, found.type, found.value, found.why)


def _notice(report: Report, time: Time) -> Notice:
    what = f'the time "{report.text[time.start : time.end]}" has no date: it counts from a date that is not known'
    remedy = "Give the report's date, e.g. `published` in JSON lines."
    return Notice(Stage.ANNOTATE, what, remedy, report.file, report.id, Span(time.start, time.end))
