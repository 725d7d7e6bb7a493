"""Dating: which date a report gets, and from where."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from communique import read
from communique.model.notice import Notice
from communique.model.report import DateCandidate, Report
from communique.read.dating import chosen, url_candidate
from communique.read.daywords import day_value

CASES = Path(__file__).parents[1] / "cases"
DAYS = yaml.safe_load((CASES / "day_words.yml").read_text("utf-8"))
REPORTS = yaml.safe_load((CASES / "report_dates.yml").read_text("utf-8"))


def report_of(text: str) -> tuple[Report, list[Notice]]:
    """Read a text as a file; give its report and the notices."""
    items = list(read.file_bytes("report.txt", text.encode()))
    return next(i for i in items if isinstance(i, Report)), [i for i in items if isinstance(i, Notice)]


@pytest.mark.parametrize(("words", "value"), DAYS)
def test_day_value_of_words(words: str, value: str | None) -> None:
    """A day's words give its EDTF value, or nothing where they are no day or could be two."""
    assert day_value(words) == value


@pytest.mark.parametrize("case", REPORTS, ids=[c["name"] for c in REPORTS])
def test_published_of_a_text(case: dict[str, Any]) -> None:
    """A text's own notes date it; its story, its pictures and its headline do not."""
    report, _ = report_of(case["text"])
    assert report.published.value == case["published"]
    assert report.published.inferred == case.get("inferred", False)
    if case["published"]:
        source = next(d for d in report.dates if d.value == case["published"])
        assert source.source == case["source"]
        assert source.cite is not None
        assert report.published.why


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://news.example/2022/01/13/talks", "2022-01-13"),
        ("https://news.example/world/2022/jan/13/talks", "2022-01-13"),
        ("https://news.example/20220113/talks-1105.html", "2022-01-13"),
        ("https://news.example/2022-01-13-talks", "2022-01-13"),
        ("https://news.example/2022/01/talks", "2022-01"),
        ("https://news.example/talks-1082765432.html", None),
        (None, None),
    ],
)
def test_url_candidate(url: str | None, value: str | None) -> None:
    """An address dates a report where it holds a day or a month between signs."""
    found = url_candidate(url)
    assert (found.value if found else None) == value


def test_chosen_follows_the_order_of_trust() -> None:
    """JSON-LD wins over a meta tag, which wins over the address; a full date wins over a coarse one."""
    candidates = [
        DateCandidate("published", "url", "2022-01-12"),
        DateCandidate("modified", "json-ld", "2022-01-15"),
        DateCandidate("published", "meta", "2022-01-14"),
        DateCandidate("published", "json-ld", "2022-01"),
    ]
    assert chosen(candidates).value == "2022-01-14"
    assert chosen([]).value is None


def test_credit_line_among_picture_credits_dates_nothing() -> None:
    """A bare credit dates the report, unless picture credits bear another day: then it is unknown, and a notice says why."""
    picture = "Cranes in the port - Baltic Wire, 1200, 11.02.2021"
    report, notices = report_of(f"- Baltic Wire, 1200, 13.02.2021\nPorts closed by strike\n{picture}\nDockers closed two ports.")
    assert report.published.value is None
    assert ["2021-02-11, 2021-02-13" in n.what for n in notices] == [True]


def test_dates_that_disagree_give_a_notice() -> None:
    """Two publication dates in one text: the first is taken, and a notice names the other."""
    report, notices = report_of("Ports closed\nPublished 3 March 2021\nDockers closed two ports.\n(Harbour Weekly, posted March 5, 2021)")
    assert report.published.value == "2021-03-03"
    assert [n.report for n in notices if "2021-03-05" in n.what] == [report.id]
