"""From a draft to a report: regions, dates, names and language are added; what could not be settled becomes a notice.

A draft is what one format's reader (`plain`, `pages`, `rows`) gives: a text, and what the input or the page states about it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from communique.model.dates import When
from communique.model.ids import report_id
from communique.model.notice import Notice, Stage
from communique.model.report import DateCandidate, RegionKind, Report, Stated
from communique.model.span import Span
from communique.read import dating, naming
from communique.read.facts import Fact, trusted
from communique.read.language import Verdict, verdict
from communique.read.regions import NO_MARKS, regions_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before it is a report.

    `raw` are its original bytes (hashed for the id), `original` the same where they differ from the text, `marks` the kinds of regions
    that markup shows by their first character. `locator` holds where no url is stated.
    """

    file: str
    locator: str
    raw: bytes
    text: str
    encoding: str | None = None
    original: bytes | None = None
    facts: tuple[Fact, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    marks: Mapping[int, RegionKind] = field(default_factory=lambda: NO_MARKS)

    def fact(self, name: str) -> Fact | None:
        """Give the most trusted fact about a field, or None."""
        return trusted(self.facts, name)


def reported(draft: Draft) -> Iterator[Report | Notice]:
    """Yield the draft's report, then notices about what stays unsure in it; only a notice where the text is empty."""
    if not draft.text.strip():
        yield notice(draft.file, "it holds no text", "Leave it out, or give the page or text itself.")
        return
    report = _named(_bare(draft), draft)
    candidates = tuple(_candidates(report, draft))
    report = replace(report, dates=candidates, published=dating.chosen(candidates))
    report = replace(report, published=dating.settled(report))
    yield report
    yield from _date_notices(report)
    if report.language and not report.language.startswith("en"):
        yield notice(draft.file, "its text is not English", "It is kept, but not read further. Give an English version.", report=report.id)


def notice(file: str, what: str, remedy: str, *, report: str | None = None, span: Span | None = None) -> Notice:
    """Give a notice of this stage."""
    return Notice(Stage.READ, what, remedy, file=file, report=report, span=span)


def _bare(draft: Draft) -> Report:
    digest = sha256(draft.raw).hexdigest()
    url = draft.fact("url")
    return Report(
        id=report_id(digest, url.value if url and url.source == "input" else draft.locator),
        file=draft.file,
        text=draft.text,
        sha256=digest,
        regions=regions_of(draft.text, draft.marks),
        url=url.value if url else None,
        encoding=draft.encoding,
        original=draft.original,
    )


def _candidates(report: Report, draft: Draft) -> Iterator[DateCandidate]:
    """Yield every date found; what the page shows and the text holds too is given once, cited."""
    noted = list(dating.text_candidates(report))
    cited = {(d.kind, d.value) for d in noted}
    yield from (d for d in draft.dates if d.source != "text" or (d.kind, d.value) not in cited)
    if candidate := dating.url_candidate(report.url):
        yield candidate
    yield from noted


def _named(report: Report, draft: Draft) -> Report:
    """Add title, byline, outlet, language and credits: what the input or the page states wins over what the text shows."""
    spans = {"title": naming.title_span, "byline": naming.byline_span, "outlet": naming.outlet_span}
    values: dict[str, str | None] = {}
    stated: list[Stated] = []
    for name, find in spans.items():
        fact = draft.fact(name)
        span = _shown_title(report, fact) if fact else find(report)
        values[name] = fact.value if fact else _in_one_line(report.text[span.start : span.end]) if span else None
        if fact or span:
            stated.append(Stated(name, fact.source if fact else "text", report.cite(span.start, span.end) if span else None))
    language = draft.fact("language") if (found := draft.fact("language")) and found.source == "input" else None
    if language:
        stated.append(Stated("language", "input"))
    return replace(
        report,
        title=values["title"],
        byline=values["byline"],
        outlet=values["outlet"],
        language=language.value if language else LANGUAGES[verdict(report.text)],
        credits=tuple(naming.credits_of(report)),
        stated=tuple(stated),
    )


def _shown_title(report: Report, fact: Fact) -> Span | None:
    """Give where a stated title stands in the report's first lines, or None."""
    at = report.text.find(fact.value, 0, len(fact.value) + 500) if fact.field == "title" else -1
    return Span(at, at + len(fact.value)) if at >= 0 else None


def _in_one_line(words: str) -> str:
    return " ".join(words.split())


LANGUAGES = {Verdict.ENGLISH: "en", Verdict.OTHER: "und", Verdict.UNCLEAR: None}
"""ISO 639 codes of what the check can tell: English, or some other language ("und", undetermined)."""


SETTLE = "Settle it with `communique read --published DATE`, or `published` in JSON lines."


def _date_notices(report: Report) -> Iterator[Notice]:
    if report.published.value is None and report.published.why:
        yield notice(report.file, report.published.why, SETTLE, report=report.id)
    other = dating.conflicting(report.dates, report.published)
    if other:
        yield notice(report.file, _told_apart(report.published, other), SETTLE, report=report.id)


def _told_apart(choice: When, other: tuple[DateCandidate, ...]) -> str:
    others = ", ".join(dict.fromkeys(f"{c.value} ({c.source})" for c in other))
    return f"its dates disagree: {choice.value} was taken ({choice.why}), but there is also {others}"
