"""The record as one self-contained HTML page: no script, no network, every entry linked to its words and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from communique.analyse.bearing import bearing
from communique.model.record import Record
from communique.model.report import Report
from communique.show import registers, standpoints
from communique.show.agreement_entries import agreement_groups
from communique.show.at_odds import at_odds_entries
from communique.show.dates_in_words import between
from communique.show.entries import date, event_entries, grounds, reason, statement_entries, talks_entries
from communique.show.entry import Entry, Fact, Group, Link
from communique.show.grid import grids
from communique.show.index import Index, anchor, index_of, other_events
from communique.show.marks import marked
from communique.show.uses import Use, of_report, uses_of

OPEN_UP_TO = 12
"""Reports that stand open on the page; with more of them each is closed until asked for, so that the page stays quick."""


@dataclass(frozen=True, slots=True)
class _Shelved:
    """A report as the page shows it."""

    anchor: str
    label: str
    title: str
    outlet: str
    date: str
    facts: tuple[Fact, ...]
    language: str
    holds: str
    html: Markup
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the page: `open` says whether its groups stand open."""

    anchor: str
    title: str
    intro: str
    groups: tuple[Group, ...]
    number: int


def page(record: Record) -> str:
    """Give the record as one HTML page in UTF-8.

    It needs no script, loads nothing, and holds every report's text unchanged. The same record gives the same page.
    """
    environment = _environment()
    index = index_of(record)
    reports = _shelved(record, index)
    by_outlet = [(outlet, list(some)) for outlet, some in groupby(sorted(reports, key=_shelf), key=lambda r: r.outlet)]
    return environment.get_template("page.html.j2").render(
        holds=_holds(record),
        span=_between(record),
        outlets=_outlets(record),
        weights=record.weights,
        grids=grids(record, index),
        sections=_sections(record, index),
        reports=reports,
        by_outlet=by_outlet,
        open=len(record.reports) <= OPEN_UP_TO,
        cut=[name for r in reports for name in r.cut],
        style=Markup(_style(environment)),  # noqa: S704 (our own style sheet)
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("communique.show", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style(environment: Environment) -> str:
    return environment.get_template("page.css").render()


def _sections(record: Record, index: Index) -> list[_Section]:
    no_heading = Link("")
    statements = tuple(_by_report(statement_entries(record, index), record, index))
    claims = tuple(registers.claim_entries(record, index))
    documents, positions = tuple(standpoints.document_entries(record, index)), tuple(standpoints.position_entries(record, index))
    conditions, commitments = tuple(standpoints.condition_entries(record, index)), tuple(standpoints.commitment_entries(record, index))
    numbers = tuple(standpoints.number_entries(record, index))
    odds = tuple(at_odds_entries(bearing(record).at_odds, index))
    lists: list[tuple[str, str, str, Iterable[Group]]] = [
        ("statements", "Statements", "Who said what, report by report, in the order of the text.", statements),
        ("talks", "Talks", "Meetings and calls that the reports tell of.", [Group(no_heading, tuple(talks_entries(record, index)))]),
        ("events", "Other events", "What else is said to have happened.", [Group(no_heading, tuple(event_entries(record, index)))]),
        ("agreements", "Agreements and provisions", "Proposed texts, as the reports give them.", agreement_groups(record, index)),
        ("documents", "Documents", "Drafts, replies, letters and bills that the reports speak of.", [Group(no_heading, documents)]),
        ("issues", "Issues", "What is at stake, as propositions.", [Group(no_heading, tuple(standpoints.issue_entries(record, index)))]),
        ("positions", "Positions", "Where each actor stands, and why we think so.", [Group(no_heading, positions)]),
        ("at-odds", "At odds", "Who stands for an article that its own acts or plans break, or would.", [Group(no_heading, odds)]),
        ("conditions", "Conditions", "Threats, promises and warnings: if this, then that.", [Group(no_heading, conditions)]),
        ("commitments", "Commitments", "What is said to have been promised, and who says so.", [Group(no_heading, commitments)]),
        ("numbers", "Other numbers", "How many of what, where no entry above says so.", [Group(no_heading, numbers)]),
        ("conflicts", "Conflicts", "What cannot all be right.", [Group(no_heading, tuple(standpoints.conflict_entries(record, index)))]),
        ("claims", "What several reports say", "Entries that tell of the same thing; every value is kept.", [Group(no_heading, claims)]),
        ("actors", "Actors", "Who speaks and acts, under which names, and why each name is theirs.", registers.actor_groups(record, index)),
        ("notices", "Notices", "What could not be done.", [Group(no_heading, tuple(registers.notice_entries(record, index)))]),
        ("judgements", "Judgements", "What people decided.", [Group(no_heading, tuple(registers.judgement_entries(record, index)))]),
    ]
    kept = [_section(*parts) for parts in lists]
    return [s for s in kept if s.groups or s.anchor in {"statements", "talks", "agreements", "actors", "notices"}]


def _section(name: str, title: str, intro: str, groups: Iterable[Group]) -> _Section:
    kept = tuple(g for g in groups if g.entries or g.anchor)
    return _Section(name, title, intro, kept, sum(len(g.entries) for g in kept))


def _by_report(entries: Iterable[Entry], record: Record, index: Index) -> Iterable[Group]:
    home = {s.id: s.content[0].report for s in record.statements}
    by_anchor = {anchor(id_): report for id_, report in home.items()}
    for id_, some in groupby(entries, key=lambda e: by_anchor[e.anchor]):
        report = index.reports[id_]
        yield Group(Link(_titled(report), "#" + anchor(id_)), tuple(some), label=index.labels[id_])


def _shelved(record: Record, index: Index) -> list[_Shelved]:
    uses: dict[str, list[Use]] = {r.id: [] for r in record.reports}
    for use in uses_of(record):
        uses[use.cite.report].append(use)
    return [_shelve(r, uses[r.id], index) for r in record.reports]


def _shelve(report: Report, uses: list[Use], index: Index) -> _Shelved:
    text = marked(report, uses, index=index)
    return _Shelved(
        anchor(report.id),
        index.labels[report.id],
        report.title or "Without a title",
        report.outlet or "Outlet unknown",
        date(report.published) or "date unknown",
        tuple(_report_facts(report, index)),
        report.language or "",
        _held(uses, index),
        text.html,
        text.cut,
    )


def _report_facts(report: Report, index: Index) -> Iterator[Fact]:
    yield Fact("file", report.file)
    if report.byline:
        yield Fact("by", report.byline)
    if report.url:
        # Only a web address becomes a link: a report must not plant a script behind one.
        is_web = report.url.startswith(("https://", "http://"))
        yield Fact("address", links=(Link(report.url, report.url if is_web else None),))
    yield from reason(report.published, term="published")
    for found in sorted(report.dates, key=lambda d: (d.kind, d.source, d.value)):
        yield Fact(found.kind, f"{found.value}, from {found.source}")
    for credit in report.credits:
        yield Fact("credits", credit.source)
    yield Fact("sha256", report.sha256)
    yield from grounds(of_report(report), index)


def _held(uses: list[Use], index: Index) -> str:
    letters = [index.labels[e][0] for e in {u.entry for u in uses if u.main}]
    words = {
        "S": ("statement", "statements"),
        "T": ("mention of talks", "mentions of talks"),
        "E": ("event", "events"),
        "P": ("provision", "provisions"),
        "D": ("document", "documents"),
        "O": ("position", "positions"),
        "F": ("condition", "conditions"),
        "M": ("commitment", "commitments"),
        "Q": ("number", "numbers"),
    }
    return ", ".join(_count(letters.count(k), *names) for k, names in words.items() if k in letters)


def _shelf(report: _Shelved) -> tuple[bool, str, str]:
    return (report.outlet == "Outlet unknown", report.outlet.casefold(), report.outlet)


def _titled(report: Report) -> str:
    """Give what a report is known by: outlet, title (else its file) and date, as far as they are known."""
    return ", ".join(w for w in (report.outlet, report.title or report.file, date(report.published)) if w)


def _holds(record: Record) -> str:
    speakers = len({s.speaker.actor for s in record.statements if s.speaker.actor})
    agreements, provisions = len(record.agreements), sum(len(a.provisions) for a in record.agreements)
    parts = [
        _count(len(record.statements), "statement", "statements") + (f" by {_count(speakers, 'actor', 'actors')}" if speakers else ""),
        _count(len(record.talks), "mention of talks", "mentions of talks"),
        _count(provisions, "provision", "provisions") + (f" of {_count(agreements, 'agreement', 'agreements')}" if agreements else ""),
        *(_count(len(some), *names) for some, *names in _also_held(record) if some),
        _count(len(record.actors), "actor", "actors"),
    ]
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _also_held(record: Record) -> tuple[tuple[Sequence[object], str, str], ...]:
    return (
        (other_events(record), "other event", "other events"),
        (record.documents, "document", "documents"),
        (record.positions, "position", "positions"),
        (record.conditions, "condition", "conditions"),
        (record.commitments, "commitment", "commitments"),
        (record.numbers, "other number", "other numbers"),
        (record.conflicts, "conflict", "conflicts"),
    )


def _outlets(record: Record) -> str:
    outlets = {r.outlet for r in record.reports if r.outlet}
    return _count(len(record.reports), "report", "reports") + (f" by {_count(len(outlets), 'outlet', 'outlets')}" if outlets else "")


def _between(record: Record) -> str | None:
    """Give the first and last date of publication in words, and how many reports name no full day; None where none does."""
    days = sorted(v for r in record.reports if (v := r.published.value) and len(v) == 10 and v.replace("-", "").isdigit())
    if not days:
        return None
    undated = len(record.reports) - len(days)
    return between(days[0], days[-1]) + (f"; {undated} without a date" if undated else "")


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"
