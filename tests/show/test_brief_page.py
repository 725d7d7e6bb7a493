"""A dossier on one page: what is left out is counted, every line leads to its words, and ten reports fit one sheet."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import sync_playwright

from communique.analyse.brief import CONDITIONS, HELD, ISSUES, brief
from communique.model.actor import Who
from communique.model.claim import Claim, Origins
from communique.model.conflict import Conflict, ConflictKind, Side
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.issue import Issue
from communique.model.kinds import ConditionKind, DocumentKind, PositionStance, Status
from communique.model.mention import Condition, Document, Position
from communique.model.record import Record
from communique.show import brief_lines, brief_page

from .support.many import prose, record_of
from .support.talks_in_brenn import record

LONG = " ".join(["The two sides will not station guns where the other side could see them"] * 3)


def full() -> Record:
    """Give a record of ten reports with more of everything than a page holds, all of it long."""
    random = Random(7)
    whole = record_of([prose(500, random=random) for _ in range(10)], random=random, actors=9)
    issues = tuple(Issue(f"iss-{n}", f"{LONG} {n}", LONG, "proposed") for n in range(12))
    reports = whole.reports * 24
    positions = tuple(
        Position(
            mention_id(r.id, "position", [r.cite(n, n + 90).span]),
            Who(f"act-{n % 9}"),
            (r.cite(n, n + 90),),
            list(PositionStance)[n // 7 % 6],
            "drawn by chance",
            issue=f"iss-{n // 9 % 12}",
            on=When(f"2031-05-{n % 28 + 1:02}"),
            cites=(r.cite(n, n + 90),),
        )
        for n, r in enumerate(reports)
    )
    conditions = tuple(
        Condition(
            mention_id(r.id, "condition", [r.cite(5, 300).span]),
            ConditionKind.THREAT,
            Who("act-1"),
            (r.cite(5, 150),),
            (r.cite(150, 300),),
            "drawn by chance",
            cites=(r.cite(5, 300),),
        )
        for r in whole.reports
    )
    planned = tuple(
        replace(e, id=f"eve-{n}", status=Status.PLANNED, when=When(f"2031-06-{n + 1:02}"), part_of=LONG) for n, e in enumerate(whole.events)
    )
    documents = tuple(
        Document(f"doc-{n}", DocumentKind.REPLY, LONG, "test", (Who("act-1"),), due=When("2031-06"), cites=(r.cite(7, 99),))
        for n, r in enumerate(whole.reports)
    )
    sides = tuple(Side(f"{LONG} {r.file}", (r.cite(0, 9),)) for r in whole.reports[:2])
    conflicts = tuple(Conflict(f"cfl-{n}", ConflictKind.WORDING, whole.events[n].id, sides, LONG) for n in range(10))
    reports_named = tuple(replace(r, outlet=f"The Daily Gazette of Outlet {n}") for n, r in enumerate(whole.reports))
    return replace(
        whole,
        reports=reports_named,
        events=(*whole.events, *planned),
        documents=documents,
        issues=issues,
        positions=positions,
        conditions=conditions,
        conflicts=conflicts,
    )


def test_what_is_left_out_is_counted() -> None:
    """Shown and left out together are all there are."""
    found = brief(full())
    assert (len(found.held.shown), found.held.more) == (HELD, 10 - HELD)
    assert (len(found.conditions.shown), found.conditions.more) == (CONDITIONS, 10 - CONDITIONS)
    assert (len(found.matrix.issues), found.issues) == (ISSUES, 12 - ISSUES)
    assert "and 6 more" in "\n".join(brief_lines(full()))


def test_third_side_of_a_conflict_is_counted() -> None:
    """Two sides are told, and that there are more is said."""
    whole = full()
    sides = tuple(Side(f"{n} ships", (r.cite(0, 9),)) for n, r in enumerate(whole.reports[:4]))
    apart = Conflict("cfl-0", ConflictKind.NUMBER, whole.events[0].id, sides, "test")
    assert "“1 ships”; and 2 more" in " ".join(" ".join(brief_lines(replace(whole, conflicts=(apart,)))).split())


def test_what_more_origins_tell_is_kept() -> None:
    """The one meeting that two independent sources tell of stays, also where it is the earliest."""
    whole = full()
    dated = tuple(replace(e, when=When(f"2031-05-{n + 10}")) for n, e in enumerate(whole.events[:10]))
    first = dated[0]
    claim = Claim(first.id, "event", (first.id,), {}, (first.trigger.report,), (), Origins(2, 2))
    held = brief(replace(whole, events=dated, claims=(claim,))).held.shown
    assert first in [m.entry for m in held]
    assert [m.when.value for m in held] == sorted(m.when.value or "" for m in held)


def test_every_line_leads_to_words_of_a_report() -> None:
    """Each source names a file of the record and characters within its text; each row of a table has one."""
    whole = full()
    lengths = {r.file: len(r.text) for r in whole.reports}
    page = brief_page(whole)
    places = re.findall(r"(\S+\.txt):(\d+)-(\d+)", page)
    assert all(int(start) < int(end) <= lengths[file] for file, start, end in places)
    rows = re.findall(r'<tr><td>.*?<td class="source">(.*?)</td></tr>', page, flags=re.DOTALL)
    assert len(rows) > 10
    assert all(re.search(r"\.txt:\d+-\d+", row) for row in rows)


def test_page_holds_nothing_that_runs_or_loads() -> None:
    """No script, no address; what looks like an element of a page in a report is text."""
    page = brief_page(replace(record(), reports=tuple(replace(r, outlet="<script>alert(1)</script>") for r in record().reports)))
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_page_of_an_empty_record_says_so() -> None:
    """Nothing held, nothing made up."""
    empty = replace(record_of([], random=Random(1)), actors=())
    assert "Nobody takes a stand on an issue." in brief_page(empty)


@pytest.mark.browser
def test_ten_reports_fit_one_sheet(tmp_path: Path) -> None:
    """Printed on A4, whatever the record holds."""
    program = next(p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name)))
    path = tmp_path / "brief.html"
    path.write_text(brief_page(full()), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(path.as_uri())
        printed = page.pdf(prefer_css_page_size=True)
        browser.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
