"""Answers to files: the record as JSON, as one page, as lines for a terminal, as Arrow tables; and parses as annotations."""

from collections.abc import Callable, Mapping

from communique.model.record import Record
from communique.show.annotations import annotation_line, conllu
from communique.show.answers import changes_lines, timeline_lines
from communique.show.arrow import arrow_tables
from communique.show.brief_page import brief_lines, brief_page
from communique.show.choosing import Choice
from communique.show.html_page import page
from communique.show.matrix_text import matrix_lines
from communique.show.record_json import json_export
from communique.show.text_lines import VIEWS, entry_lines, lines

EXPORTS: Mapping[str, Callable[[Record], str]] = {"html": page, "json": json_export}
"""Formats that an export can be written in, by name."""

__all__ = [
    "EXPORTS",
    "VIEWS",
    "Choice",
    "annotation_line",
    "arrow_tables",
    "brief_lines",
    "brief_page",
    "changes_lines",
    "conllu",
    "entry_lines",
    "json_export",
    "lines",
    "matrix_lines",
    "page",
    "timeline_lines",
]
