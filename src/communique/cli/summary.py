"""What a reading found, in words."""

from collections.abc import Iterator

from communique.model.notice import Notice
from communique.model.record import Record
from communique.pipeline import Run


def summary(run: Run, record: Record, *, dossier: str) -> Iterator[str]:
    """Yield the lines that `communique read` closes with."""
    known = f", {run.known} known already" if run.known else ""
    yield f"Read {_count(run.new, 'report')}{known}. {dossier} now holds:"
    provisions = [p for a in record.agreements for p in a.provisions]
    for count, noun in (
        (len(record.reports), "report"),
        (len(record.actors), "actor"),
        (len(record.statements), "statement"),
        (len(record.talks), "mention of talks"),
        (len(provisions), "provision"),
        (len(record.events) - len(record.talks), "other event"),
        (len(record.documents), "document"),
        (len(record.positions), "position"),
        (len(record.conditions), "condition"),
        (len(record.commitments), "commitment"),
        (len(record.numbers), "other number"),
        (len(record.conflicts), "conflict"),
    ):
        if count or noun in ALWAYS:
            yield f"  {_count(count, noun)}"
    if run.notices:
        told = list(dict.fromkeys(notice_line(n) for n in run.notices))
        where = f" (communique show {dossier} notices)" if record.reports else ""  # a dossier without reports is not kept
        yield f"{_count(len(told), 'notice')}: things that could not be done{where}"
        yield from (f"  {line}" for line in told[:SHOWN])
        if len(told) > SHOWN:
            yield f"  … and {len(told) - SHOWN} more"
    if record.reports:
        yield f"Next: communique show {dossier} statements, or communique page {dossier} -o page.html"


def notice_line(notice: Notice) -> str:
    """Give a notice as one line: where, what, and what to do."""
    return f"{notice.file or 'the dossier'}: {notice.what.rstrip('.')}. {notice.remedy}"


ALWAYS = frozenset({"report", "actor", "statement", "mention of talks", "provision"})
"""What is counted also where there is none, so that nobody looks for it."""

SHOWN = 5
"""Notices that the summary prints; the rest are in the dossier."""


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    plural = noun.replace("mention of", "mentions of") if noun.startswith("mention of") else noun + "s"
    return f"{number} {plural}"
