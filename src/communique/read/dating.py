"""Dating: every date found for a report, with its source, and which one is its date of publication.

Order of trust: input, json-ld, meta, time, then dateline and text, then url. In plain text only the page's own notes at the top and at
the end are asked (posting notes, credit lines, date lines) and the dateline; dates in the story and below pictures are never its date.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from communique.model.dates import UNKNOWN, When
from communique.model.report import RUNNING, DateCandidate, Region, RegionKind, Report
from communique.read.daywords import MONTH, Day, day_value, days_in
from communique.read.patterns import CREDIT_LINE, is_credit

ORDER = ("input", "json-ld", "meta", "time", "dateline", "text", "url")
_MACHINE = frozenset({"json-ld", "meta", "time", "url"})
WHERE = {
    "input": "the input states it",
    "json-ld": "the page's JSON-LD states it",
    "meta": "a meta tag of the page states it",
    "time": "a time element of the page states it",
    "dateline": "the dateline states it",
    "text": "a note at the top or the end of the text states it",
    "url": "the address holds it",
}
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+)*)(?:, [A-Z][\w. ]{{2,20}}?)?(?:,| [-–—])? "
    rf"(?P<date>(?:{MONTH} \d\d?|\d\d? {MONTH})(?:,? (?:19|20)\d\d)?)\.?"
    r"(?:\s?(?:[/(\[]|[-–—:])|,? [A-Z][\w.&'’ ]{1,40} [-–—]|(?<=\d)\.? (?=[A-Z“\"]))"
)
"""A dateline with its date: town in capitals, date, then the agency, a dash or the sentence ("MOSCOW, January 13. /TASS/")."""
CREDIT_REACH = 60
"""Characters before a picture credit's date within which it names the outlet."""
_UPDATED = re.compile(r"\b(?:updated|modified|amended|corrected|edited|last revised)\b", re.IGNORECASE)
_POSTED = re.compile(r"\b(?:posted|published|issued|released|created)\b", re.IGNORECASE)
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)/([a-z]{3})/(\d\d?)(?!\d)", re.IGNORECASE)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(?:/|$)")


def text_candidates(report: Report) -> Iterator[DateCandidate]:
    """Yield the dates in the report's own notes, dateline and picture credits, each with its citation, in order of the text."""
    running = [i for i, r in enumerate(report.regions) if r.kind in RUNNING]
    first, last = (running[0], running[-1]) if running else (len(report.regions), -1)
    if running:
        yield from _dateline(report, report.regions[first])
    for i, region in enumerate(report.regions):
        if region.kind is RegionKind.CAPTION:
            yield from (_candidate(report, d, "text") for d in days_in(report.text, region.span.start, region.span.end))
        elif region.kind in (RegionKind.FURNITURE, RegionKind.HEADLINE) and not first < i < last:
            yield from _noted(report, region)


def _dateline(report: Report, region: Region) -> Iterator[DateCandidate]:
    match = _DATELINE.match(report.text, region.span.start, region.span.end)
    if match and (value := day_value(match["date"])):
        yield DateCandidate("published", "dateline", value, report.cite(match.start("date"), match.end("date")))


def _noted(report: Report, region: Region) -> Iterator[DateCandidate]:
    """Dates of one note; in a headline only one set apart at its end is the report's own."""
    text = report.text[region.span.start : region.span.end]
    days = list(days_in(report.text, region.span.start, region.span.end))
    if region.kind is RegionKind.HEADLINE:
        days = [d for d in days if d.end == region.span.end and re.search(r"(?:^|[|(–—-]\s?)$", text[: d.start - region.span.start])]
    elif not is_credit(text):
        return
    for day in days:
        yield _candidate(report, day, date_kind(report.text[region.span.start : day.start]))


def date_kind(words: str) -> str:
    """Give "modified" where the nearest label before the date says so, else "published"."""
    updated = max((m.start() for m in _UPDATED.finditer(words)), default=-1)
    posted = max((m.start() for m in _POSTED.finditer(words)), default=-1)
    return "modified" if updated > posted else "published"


def _candidate(report: Report, day: Day, kind: str) -> DateCandidate:
    return DateCandidate(kind, "text", day.value, report.cite(day.start, day.end))


def url_candidate(url: str | None) -> DateCandidate | None:
    """Give the day that an address holds ("/2022/01/13/", "/2022/jan/13/", "20220113"), else its month, or None."""
    if not url:
        return None
    if match := _URL_DAY.search(url):
        value = day_value("-".join(match.groups()))
    elif match := _URL_NAMED.search(url):
        value = day_value(f"{match[3]} {match[2].capitalize()} {match[1]}")
    else:
        month = _URL_MONTH.search(url)
        value = f"{month[1]}-{month[2]}" if month else None
    return DateCandidate("published", "url", value) if value else None


def chosen(candidates: Sequence[DateCandidate]) -> When:
    """Give the date of publication: the first full date in the order of trust, else a coarser one, else unknown."""
    published = [c for c in candidates if c.kind == "published"]
    if not published:
        return _last_changed(candidates)
    best = min(published, key=lambda c: (c.source != "input" and not _is_day(c.value), ORDER.index(c.source)))
    return When(best.value, best.cite.quote if best.cite else None, best.cite, why=WHERE[best.source])


def _last_changed(candidates: Sequence[DateCandidate]) -> When:
    """Where only a change is dated, the text that we have is of that day; a meta tag's date may be the site's own upkeep."""
    modified = sorted((c for c in candidates if c.kind == "modified" and c.source != "meta"), key=lambda c: ORDER.index(c.source))
    if not modified:
        return UNKNOWN
    best = modified[0]
    why = f"only its last change is dated ({WHERE[best.source]}); it was published then or before"
    return When(best.value, best.cite.quote if best.cite else None, best.cite, inferred=True, why=why)


def conflicting(candidates: Sequence[DateCandidate], choice: When) -> tuple[DateCandidate, ...]:
    """Give the candidates that say another day than the one chosen.

    One day's difference between two of a page's own machine-readable dates is a time zone and no conflict.
    """
    if choice.value is None or choice.inferred:
        return ()
    best = next(c for c in candidates if c.value == choice.value and c.kind == "published")
    return tuple(c for c in candidates if c.kind == "published" and not _agree(best, c))


def settled(report: Report) -> When:
    """Give the report's date, or unknown where it rests on a picture credit alone and the outlet's other credits name other days.

    A credit without a caption may be the report's, or that of a picture or a topic page whose caption was lost: none is trusted.
    """
    cite, outlet = report.published.cite, report.outlet
    if cite is None or outlet is None:
        return report.published
    line = report.region_at(cite.start).span
    if not CREDIT_LINE.match(report.text[line.start : line.end]):
        return report.published
    others = [c for c in report.dates if c.kind == "text" and c.cite and c.value != report.published.value]
    days = {c.value for c in others if c.cite and outlet in report.text[max(0, c.cite.start - CREDIT_REACH) : c.cite.start]}
    if not days:
        return report.published
    named = ", ".join(sorted({*days, str(report.published.value)}))
    return When(None, why=f"its date is not settled: credit lines of {outlet} name {named}")


def _is_day(value: str) -> bool:
    return len(value) >= 10 and "X" not in value


def _agree(a: DateCandidate, b: DateCandidate) -> bool:
    if a.value[4:] == b.value[4:] and "XXXX" in (a.value[:4], b.value[:4]):
        return True
    if {a.source, b.source} <= _MACHINE and _is_day(a.value) and _is_day(b.value):
        return abs((date.fromisoformat(a.value[:10]) - date.fromisoformat(b.value[:10])).days) <= 1
    return a.value.startswith(b.value) or b.value.startswith(a.value)
