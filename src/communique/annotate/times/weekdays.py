"""Weekdays that contradict the date beside them: "Saturday, 31 December 2017" was a Sunday."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from communique.model.calendar import is_day
from communique.model.notice import Notice, Stage
from communique.model.parse import Time
from communique.model.report import Report
from communique.model.span import Span

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(NAMES)})\b", re.IGNORECASE)


def contradictions(report: Report, times: Sequence[Time]) -> Iterator[Notice]:
    """Yield a notice for each time that names both a day with its year and another weekday than that day's."""
    for time in times:
        words = report.text[time.start : time.end]
        named = _WEEKDAY.search(words)
        if named is None or time.value is None or not is_day(time.value) or time.value[:4] not in words:
            continue
        told, right = named[1].title(), NAMES[date.fromisoformat(time.value[:10]).weekday()]
        if told != right:
            what = f'"{" ".join(words.split())}" contradicts itself: {time.value[:10]} was a {right}; the date is kept'
            remedy = "Look at what the report says; either the weekday or the date is wrong there."
            yield Notice(Stage.ANNOTATE, what, remedy, report.file, report.id, Span(time.start, time.end))
