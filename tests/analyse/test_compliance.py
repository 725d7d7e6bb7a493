"""Verdicts on events: the cases that a lawyer can read, and what every derivation must have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.analyse.compliance import Assessor, leaf_steps
from communique.analyse.compliance.questions import question
from communique.model.finding import Finding, Verdict
from communique.reference.agreements import ids
from communique.reference.entries import Entry, table_of

FOLDER = Path(__file__).parents[1] / "cases" / "compliance"


def _cases() -> list[Entry]:
    found = (table_of(path.read_text(encoding="utf-8"), file=path.name) for path in sorted(FOLDER.glob("*.yml")))
    return [case for one in found for case in one.entries("cases")]


CASES = _cases()


def _findings(case: Entry) -> Iterator[list[Finding]]:
    asked = question(case.entries("question")[0], case.text("agreement"))
    assessor = Assessor(asked.instrument, known=asked.known)
    for conduct in asked.conducts:
        yield assessor.findings(conduct)


def _expected(case: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield article, beginning of the reading's name (empty for all readings), and verdict."""
    expect = case.entries("expect")[0]
    for article, node in expect.fields.items():
        if isinstance(node.value, str):
            yield article, "", node.value
        else:
            yield from ((article, reading, verdict.value) for reading, verdict in expect.entries(article)[0].fields.items())


@pytest.mark.parametrize("case", CASES, ids=[c.text("name") for c in CASES])
def test_verdict_is_the_expected_one(case: Entry) -> None:
    """Each article named by the case gives its verdict in each reading named, and would or does as the case says."""
    asked = list(_findings(case))
    assert asked
    for findings in asked:
        for article, reading, verdict in _expected(case):
            found = [f for f in findings if f.article.id == article and f.reading.startswith(reading)]
            assert found, f"{article} has no reading {reading!r}"
            assert {f.verdict.value for f in found} == {verdict}, [(f.reading, f.verdict.value) for f in found]
            if case.maybe("would"):
                assert {f.would for f in found if f.verdict is not Verdict.NOT_COVERED} <= {case.true("would")}


def test_sixteen_cases_and_twenty_more_are_kept() -> None:
    """The sixteen numbered cases are there, and as many others as were promised, with every verdict and every kind of rule among them."""
    numbered = {name.partition(",")[0] for c in CASES if (name := c.text("name"))[0].isdigit()}
    verdicts = {verdict for c in CASES for _, _, verdict in _expected(c)}
    assert numbered == {str(n) for n in range(1, 17)}
    assert sum(not c.text("name")[0].isdigit() for c in CASES) >= 20
    assert verdicts == {v.value for v in Verdict}
    assert {c.text("agreement") for c in CASES} == set(ids())


@pytest.mark.parametrize("case", [c for c in CASES if c.texts("absent")], ids=lambda c: c.text("name"))
def test_dropped_article_gives_no_finding(case: Entry) -> None:
    """What the question drops is not asked."""
    for findings in _findings(case):
        assert {f.article.id for f in findings}.isdisjoint(case.texts("absent"))


@pytest.mark.parametrize("case", CASES, ids=[c.text("name") for c in CASES])
def test_every_leaf_has_a_source(case: Entry) -> None:
    """Every leaf of every derivation cites a source in words, and says something."""
    for findings in _findings(case):
        for leaf in (leaf for f in findings for step in f.steps for leaf in leaf_steps(step)):
            assert leaf.source.strip()
            assert leaf.says.strip()
