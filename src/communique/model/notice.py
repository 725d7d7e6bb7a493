"""Notices: what a stage could not do, and where. They are kept with the record, so that nothing is lost in silence."""

from dataclasses import dataclass
from enum import StrEnum

from communique.model.span import Span


class Stage(StrEnum):
    """The verb that could not do it."""

    READ = "read"
    ANNOTATE = "annotate"
    EXTRACT = "extract"
    RECONCILE = "reconcile"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that `stage` could not do with `file` (or with the report), and what the user can do about it."""

    stage: Stage
    what: str
    remedy: str
    file: str | None = None
    report: str | None = None
    span: Span | None = None
