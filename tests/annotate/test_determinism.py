"""A report's parse depends on its own bytes alone: not on its neighbours, their order, or the number of threads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique import annotate, extract, read, reference
from communique.annotate import Annotator
from communique.model.mention import Mention
from communique.model.parse import Parse
from communique.model.report import Report

ONE = """
import sys
from pathlib import Path
from communique import annotate, extract, read, reference
annotator = annotate.annotator()
for report in read.files(map(Path, sys.argv[1:])):
    parse = annotator.parse(report)
    print(repr((parse, tuple(extract.mentions(parse, reference.load())))))
"""
"""Prints everything that is found in the reports, for a process of its own."""


@pytest.fixture(scope="module")
def read_together(reports: list[Path], annotator: Annotator) -> dict[str, Parse]:
    """Give the parse of each report by its file, read one after the other."""
    return {r.file: annotator.parse(r) for r in _read(reports)}


def _read(paths: list[Path]) -> list[Report]:
    return [r for r in read.files(paths) if isinstance(r, Report)]


def _mentions(parse: Parse) -> tuple[Mention, ...]:
    return tuple(extract.mentions(parse, reference.load()))


def _printed(paths: list[Path], *, threads: int) -> list[str]:
    settings = os.environ | {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    command = [sys.executable, "-c", ONE, *map(str, paths)]
    return subprocess.run(command, env=settings, check=True, capture_output=True, text=True, encoding="utf-8").stdout.splitlines()


def test_a_report_is_read_alone_as_with_others(reports: list[Path], read_together: dict[str, Parse]) -> None:
    """A pipeline that has read nothing else finds the same."""
    for path in reports:
        (alone,) = annotate.parses(_read([path]))
        assert alone == read_together[path.name]
        assert _mentions(alone) == _mentions(read_together[path.name])


def test_the_order_of_reports_changes_nothing(reports: list[Path], annotator: Annotator, read_together: dict[str, Parse]) -> None:
    """The same reports in reversed order have the same parses."""
    assert {r.file: annotator.parse(r) for r in _read(reports[::-1])} == read_together


def test_a_report_is_read_twice_alike(reports: list[Path], annotator: Annotator, read_together: dict[str, Parse]) -> None:
    """What the pipeline has kept for speed does not show."""
    (again,) = [annotator.parse(r) for r in _read(reports[:1])]
    assert again == read_together[reports[0].name]


def test_the_number_of_threads_changes_nothing(reports: list[Path], read_together: dict[str, Parse]) -> None:
    """Processes with one and with two threads find the same parses and the same mentions as this one."""
    here = [repr((parse, _mentions(parse))) for parse in read_together.values()]
    assert _printed(reports, threads=1) == here
    assert _printed(reports[::-1], threads=2) == here[::-1]
