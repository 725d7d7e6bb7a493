"""JSON lines: what a row states wins, its text stays untouched, and a bad row is told by its number."""

import json
from typing import Any

import pytest

from communique import read
from communique.model.ids import report_id
from communique.model.notice import Notice
from communique.model.report import Report

TEXT = "\n  Ports closed \r\nDockers closed two ports on Monday.\n(Harbour Weekly, posted March 3, 2021)\n"


def items(*rows: object) -> list[Report | Notice]:
    """Read rows, given as objects or as raw lines."""
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(read.file_bytes("rows.jsonl", lines.encode()))


def first(*rows: object) -> Report:
    """Give the first report of some rows."""
    return next(i for i in items(*rows) if isinstance(i, Report))


def test_row_text_is_untouched() -> None:
    """White space and line ends stay."""
    assert first({"text": TEXT, "id": "p1"}).text == TEXT


def test_stated_fields_win() -> None:
    """What the row states is taken over what the text shows, and the report says where each came from."""
    row = {"text": TEXT, "id": "p1", "title": "T", "byline": "B", "outlet": "O", "language": "de", "published": "2021-03-04T10:00:00Z"}
    report = first(row)
    assert (report.title, report.byline, report.outlet, report.language, report.published.value) == ("T", "B", "O", "de", "2021-03-04")
    assert {s.source for s in report.stated} == {"input"}
    assert [(d.source, d.value) for d in report.dates] == [("input", "2021-03-04"), ("text", "2021-03-03")]


def test_unstated_fields_come_from_the_text() -> None:
    """Without statements the text's own headline and note are taken, each cited."""
    report = first({"text": TEXT})
    assert (report.title, report.outlet, report.published.value) == ("Ports closed", "Harbour Weekly", "2021-03-03")
    assert [(s.field, s.source, s.cite is not None) for s in report.stated] == [("title", "text", True), ("outlet", "text", True)]


@pytest.mark.parametrize(
    ("row", "locator"),
    [
        ({"url": "https://a.example/x", "id": "p1"}, "https://a.example/x"),
        ({"id": "p1"}, "p1"),
        ({"id": 7}, "7"),
        ({}, "rows.jsonl"),
    ],
)
def test_locator_is_url_else_id_else_file(row: dict[str, Any], locator: str) -> None:
    """The id counts on the text's bytes and the first of url, row id and file name."""
    report = first({"text": TEXT, **row})
    assert report.id == report_id(report.sha256, locator)


@pytest.mark.parametrize(
    "row",
    [
        "[1, 2]",
        "nonsense",
        '{"text": ""}',
        '{"text": 5}',
        '{"title": "x"}',
        '{"text": "\\ud800"}',
        '"words"',
        "[" * 100_000,
        '{"text": "a"',
    ],
)
def test_bad_row_is_told_by_its_number(row: str) -> None:
    """It becomes a notice, and the rows around it are read."""
    found = items({"text": "One story.", "id": "a"}, row, {"text": "Two stories.", "id": "b"})
    assert [type(i) for i in found] == [Report, Notice, Report]
    assert isinstance(found[1], Notice)
    assert found[1].what.startswith("line 2 ")


def test_unusable_field_is_told_and_left_out() -> None:
    """A date that is none, or a title that is no text, does not spoil the row."""
    found = items({"text": TEXT, "id": "p1", "published": "soon", "title": ["x"]})
    report = next(i for i in found if isinstance(i, Report))
    assert (report.title, report.published.value) == ("Ports closed", "2021-03-03")
    assert sum("left out" in i.what for i in found if isinstance(i, Notice)) == 2


def test_one_document_is_read_too() -> None:
    """A .json file may hold one object or an array of them."""
    row = {"text": "One story.", "id": "a"}
    assert len(list(read.file_bytes("a.json", json.dumps(row, indent=2).encode()))) == 1
    assert len(list(read.file_bytes("a.json", json.dumps([row, {**row, "id": "b"}], indent=2).encode()))) == 2


def test_coarse_dates_stay_coarse() -> None:
    """A month that the input states is not made a day."""
    assert first({"text": "One story.", "published": "2021-03"}).published.value == "2021-03"
