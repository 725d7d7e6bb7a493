"""Files, folders and bytes: what is read, under which ids, and what becomes a notice."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from communique import read
from communique.model.notice import Notice
from communique.model.report import Report

STORY = "Ports closed by strike\nDockers closed two ports on Monday, and it was said that they will stay closed.\n"


def reports(items: list[Report | Notice]) -> list[Report]:
    """Give the reports among what was read."""
    return [i for i in items if isinstance(i, Report)]


def whats(items: list[Report | Notice]) -> list[str]:
    """Give what the notices say."""
    return [i.what for i in items if isinstance(i, Notice)]


def one(name: str, raw: bytes) -> Report:
    """Give the first report in the bytes of a file."""
    return next(i for i in read.file_bytes(name, raw) if isinstance(i, Report))


def test_text_is_the_decoded_file() -> None:
    """Line ends, white space and everything else stay as they are."""
    raw = b"  Ports closed\r\n\r\nDockers\tclosed two ports.\r\x0c\n"
    assert one("a.txt", raw).text.encode() == raw


def test_byte_order_mark_is_not_text() -> None:
    """Offsets count from behind the mark, and the original bytes are kept."""
    raw = b"\xef\xbb\xbf" + STORY.encode()
    report = one("a.txt", raw)
    assert (report.text, report.encoding, report.original) == (STORY, "utf-8", raw)


@pytest.mark.parametrize(
    ("encoding", "stated"), [("utf-8", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252")]
)
def test_encoding_is_found_and_stated(encoding: str, stated: str) -> None:
    """UTF-8, UTF-16 with and without a mark, and Windows-1252 give the same text, and the report says which it was."""
    story = STORY + "“We will stay,” said André Müller – and they did…\n"
    report = one("a.txt", story.encode(encoding))
    assert (report.text, report.encoding) == (story, stated)


def test_broken_bytes_in_utf8_are_told() -> None:
    """A file that is UTF-8 but for one byte is read, with a notice."""
    items = list(read.file_bytes("a.txt", ("“Yes” – “no”… " + STORY).encode() + b"\xff\n"))
    assert len(reports(items)) == 1
    assert any("not UTF-8" in what for what in whats(items))


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "binary"),
        ("a.txt", bytes(range(256)) * 4, "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.txt.gz", b"no gzip", "unpacked"),
        ("a.jsonl", b"nothing\n", "line 1 is not JSON"),
        ("a.txt", b"x" * 50_000_001, "larger than 50 MB"),
    ],
)
def test_what_cannot_be_read_is_a_notice(name: str, raw: bytes, what: str) -> None:
    """It says what is wrong and what to do, and there is no report."""
    (item,) = read.file_bytes(name, raw)
    assert isinstance(item, Notice)
    assert what in item.what
    assert item.remedy
    assert item.file == name


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Files come by name, folders behind the files beside them; other endings, hidden and readme files are notices."""
    for name in ("b.txt", "a.md", "sub/c.txt.gz", "sub/d.pdf", ".hidden/e.txt", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        raw = (name + "\n" + STORY).encode()
        (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    items = list(read.files([tmp_path]))
    assert [r.file for r in reports(items)] == ["a.md", "b.txt", "c.txt.gz"]
    assert sorted(i.file or "" for i in items if isinstance(i, Notice)) == [".hidden", "README.md", "sub/d.pdf"]


def test_ids_do_not_depend_on_the_place(tmp_path: Path) -> None:
    """The same folder elsewhere, its files given one by one, or packed, have the same ids."""
    ids = []
    for place in ("here", "there/deep"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "a.txt").write_text(STORY, "utf-8")
        ids += [r.id for r in reports(list(read.files([tmp_path / place])))]
        ids += [r.id for r in reports(list(read.files([str(tmp_path / place / "a.txt")])))]
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    ids += [r.id for r in reports(list(read.files([tmp_path / "a.txt.gz"])))]
    assert len(ids) == 5
    assert len(set(ids)) == 1


def test_same_report_is_read_once(tmp_path: Path) -> None:
    """Given twice, it comes once, and a notice says so; the same words in another file are another report."""
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    items = list(read.files([tmp_path, tmp_path / "a.txt"]))
    assert [r.file for r in reports(items)] == ["a.txt", "b.txt"]
    assert ["read once" in what for what in whats(items)] == [True]


def test_missing_path_is_a_notice_and_the_run_goes_on(tmp_path: Path) -> None:
    """A path that leads nowhere does not keep the others from being read."""
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    items = list(read.files([tmp_path / "none.txt", "\0", tmp_path / "a.txt"]))
    assert [type(i) for i in items] == [Notice, Notice, Report]


def test_unreadable_file_is_a_notice(tmp_path: Path) -> None:
    """A file that cannot be opened is told, for root too: here a link in a circle."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    items = list(read.files([tmp_path / "a.txt"]))
    assert [type(i) for i in items] == [Notice]
    assert "a.txt" in str(items)


def test_standard_input_is_read_by_its_first_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, a page or rows can come by standard input."""
    row = b'{"text": "Dockers closed two ports on Monday.", "id": "p1"}\n'
    for raw, file in ((STORY.encode(), "-"), (row + row.replace(b"p1", b"p2"), "p1")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        assert reports(list(read.files(["-"])))[0].file == file


def test_file_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    """A name with bytes that are no characters is written out."""
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        with open(path, "wb") as handle:
            handle.write(STORY.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    (report,) = reports(list(read.files([tmp_path])))
    assert report.file == "a\\udcff.txt"


def test_other_languages_are_told() -> None:
    """A German text is kept without a language and with a notice; a short one says nothing."""
    german = (
        "Die Hafenarbeiter haben am Montag zwei Häfen geschlossen, weil sie mit dem Angebot der Behörde nicht einverstanden sind. "
        "Ihr Verband erklärte, der Streik werde eine Woche dauern, und forderte die Regierung auf, zwischen beiden Seiten zu vermitteln.\n"
    )
    items = list(read.file_bytes("a.txt", german.encode()))
    assert reports(items)[0].language == "und"
    assert whats(items) == ["its text is not English"]
    assert one("a.txt", STORY.encode()).language == "en"
