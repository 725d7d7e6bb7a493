"""JSON lines: one report a row. `text` is kept untouched, `html` is read as a page, and what the row states wins."""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from communique.errors import DateError
from communique.model.dates import When
from communique.model.notice import Notice
from communique.model.report import DateCandidate, Report
from communique.read.draft import Draft, notice, reported
from communique.read.facts import Fact
from communique.read.metadata import stated_day
from communique.read.pages import html_reports

MOST_BYTES = 50_000_000
"""Bytes of the largest file, page or row that is read: a report of that size is no report."""
_FIELDS = ("title", "byline", "outlet", "language", "url")
_REMEDY = 'Give one JSON object a line, with "text" or "html".'


def row_reports(file: str, lines: BinaryIO, *, locator: str) -> Iterator[Report | Notice]:
    """Yield the reports of a file of JSON lines; each bad row is a notice with its line number (from 1)."""
    number = 0
    while line := lines.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            yield notice(
                file, f"line {number} is longer than {MOST_BYTES // 1_000_000} MB and was not read, nor anything behind it", _REMEDY
            )
            return
        if line.strip():
            yield from _line_reports(file, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, locator=locator, number=number)


def json_reports(file: str, raw: bytes, *, locator: str) -> Iterator[Report | Notice] | None:
    """Give the reports of one JSON document, an object or an array of them (rows count from 1), or None where it is no JSON document."""
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    rows = found if isinstance(found, list) else [found]
    return (item for n, row in enumerate(rows, 1) for item in _row_reports(file, row, locator=locator, where=f"row {n}"))


def _line_reports(file: str, line: bytes, *, locator: str, number: int) -> Iterator[Report | Notice]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        yield notice(file, f"line {number} is not JSON in UTF-8 ({error})", _REMEDY)
        return
    yield from _row_reports(file, row, locator=locator, where=f"line {number}")


def _row_reports(file: str, row: object, *, locator: str, where: str) -> Iterator[Report | Notice]:
    problem = _problem(row)
    if problem or not isinstance(row, dict):
        yield notice(file, f"{where} {problem}", _REMEDY)
        return
    name = _word(row.get("id"))
    dates, unread = _published(row.get("published"))
    for what in (unread, *_unused(row)):
        if what:
            yield notice(name or file, f"{where}: {what}", "Give text, or a date such as 2022-01-10.")
    words = row["text"] if row.get("text") else row["html"]
    draft = Draft(_last_part(name) if name else file, name or locator, words.encode("utf-8"), words, facts=tuple(_facts(row)), dates=dates)
    if row.get("text"):
        yield from reported(draft)
    else:
        yield from html_reports(Draft(draft.file, draft.locator, draft.raw, words, original=draft.raw, facts=draft.facts, dates=dates))


def _problem(row: object) -> str | None:
    """Say what keeps a row from being a report, or None."""
    if not isinstance(row, dict):
        return "is no JSON object"
    words = row.get("text") or row.get("html")
    if not isinstance(words, str) or not words.strip():
        return 'has no words under "text" or "html"'
    if len(words) > MOST_BYTES:
        return f"holds more than {MOST_BYTES // 1_000_000} MB"
    strings = [v for v in row.values() if isinstance(v, str)]
    return "holds half of a character pair (a lone surrogate), which no file can hold" if any(map(_broken, strings)) else None


def _broken(words: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in words)


def _unused(row: Mapping[str, Any]) -> Iterator[str]:
    for field in ("id", *_FIELDS):
        value = row.get(field)
        if value is not None and _word(value) is None and value != "":
            yield f"its {field} is no text and was left out"


def _word(value: object) -> str | None:
    """Give a stated value as words: numbers are taken for ids; what is empty or no text is unknown."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _facts(row: Mapping[str, Any]) -> Iterator[Fact]:
    for field in _FIELDS:
        if value := _word(row.get(field)):
            yield Fact(field, "input", value)


def _published(value: object) -> tuple[tuple[DateCandidate, ...], str | None]:
    """Give the stated date, or what is wrong with it."""
    words = _word(value)
    if words is None:
        return (), "its published is no text and was left out" if value not in (None, "") else None
    day = stated_day(words) or _edtf(words)
    return ((DateCandidate("published", "input", day),), None) if day else ((), f"its published {words!r} is no date and was left out")


def _edtf(words: str) -> str | None:
    try:
        return When(words).value
    except DateError:
        return None


def _last_part(name: str) -> str:
    return PurePosixPath(name).name or name
