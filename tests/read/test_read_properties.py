"""Properties of reading: nothing raises, whatever the bytes; regions cover; citations re-resolve."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from communique import read
from communique.model.notice import Notice
from communique.model.report import Report

NAMES = st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a.md", "a.txt.gz", "a", "-", "a.pdf", "b/a.xhtml"])
WORDS = st.sampled_from(
    ["<p>", "</p>", "<h1>", "<", "By Anna Keller", "3 March 2021", "(posted ", "© ", "\r\n", "\n\n", "{", '"text":', "\ufeff", "Я"]
)
PIECES = st.lists(st.one_of(WORDS, st.text(max_size=20)), max_size=30).map("".join)


def checked(items: list[Report | Notice]) -> list[Report]:
    """Check what must hold of every report, and give the reports."""
    found = [i for i in items if isinstance(i, Report)]
    for report in found:
        at = 0
        for region in report.regions:
            assert not report.text[at : region.span.start].strip()
            at = region.span.end
        assert not report.text[at:].strip()
        cites = (
            [d.cite for d in report.dates] + [c.cite for c in report.credits] + [s.cite for s in report.stated] + [report.published.cite]
        )
        for cite in cites:
            assert cite is None or report.text[cite.start : cite.end] == cite.quote
            assert cite is None or cite.report == report.id
    return found


@settings(deadline=None)
@given(NAMES, st.binary(max_size=400))
def test_bytes_never_raise(name: str, raw: bytes) -> None:
    """Any bytes under any name give reports and notices, at least one of either."""
    items = list(read.file_bytes(name, raw))
    assert items
    checked(items)


@settings(deadline=None)
@given(NAMES, PIECES)
def test_pieces_of_pages_never_raise(name: str, text: str) -> None:
    """Scraps of pages, notes and rows are read or told."""
    items = list(read.file_bytes(name, text.encode()))
    assert items
    checked(items)


@settings(deadline=None)
@given(PIECES)
def test_plain_text_keeps_its_offsets(text: str) -> None:
    """A text file's text is the file without its byte order mark."""
    for report in checked(list(read.file_bytes("a.txt", text.encode()))):
        assert report.text == text.removeprefix("\ufeff")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)
FIELDS = st.sampled_from(["text", "html", "id", "title", "byline", "outlet", "published", "language", "url", "other"])


@settings(deadline=None)
@given(st.lists(st.dictionaries(FIELDS, JSON), min_size=1, max_size=4))
def test_rows_never_raise(rows: list[dict[str, object]]) -> None:
    """Whatever a row's fields hold, it is read or told; text is kept as it is."""
    items = list(read.file_bytes("a.jsonl", "\n".join(json.dumps(r) for r in rows).encode()))
    assert items
    texts = {r["text"] for r in rows if isinstance(r.get("text"), str)}
    assert all(report.text in texts for report in checked(items) if report.original is None)


@settings(deadline=None)
@given(st.text(min_size=1))
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same bytes give the same report."""
    raw = text.encode("utf-8", "replace")
    assert list(read.file_bytes("a.txt", raw)) == list(read.file_bytes("a.txt", raw))
