"""The one place where the verbs meet: reports → read → annotate → extract → reconcile → record.

Mentions commit report by report; what depends on all reports is rebuilt from them in a second unit of work.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from communique import annotate, extract, read, reconcile, record, reference
from communique.annotate import Annotator
from communique.errors import CitationError, CommuniqueError, InputError, RecordError
from communique.model.dates import When
from communique.model.ids import judgement_id
from communique.model.judgement import Decision, Judgement
from communique.model.mention import Mention
from communique.model.notice import Notice, Stage
from communique.model.parse import Parse
from communique.model.record import Record
from communique.model.report import DateCandidate, Report
from communique.record import Dossier
from communique.reference import Tables
from communique.show.index import claim_labels, index_of

CODEBOOK = "dossier.toml"
"""The user's codebook, beside the dossier."""

Progress = Callable[[str], None]
"""Called with the name of each report before it is read."""


@dataclass(slots=True)
class Run:
    """What one run did: how many reports were new, how many were known already, and what could not be done."""

    new: int = 0
    known: int = 0
    notices: list[Notice] = field(default_factory=list)


def read_reports(paths: Iterable[str | Path], *, dossier: str | Path | None = None, pipeline: str = annotate.DEFAULT) -> Record:
    """Read reports and give their record, kept in `dossier` (a file or a PostgreSQL URL) or, without one, nowhere."""
    with TemporaryDirectory() as folder, record.create_dossier(dossier or Path(folder) / "dossier.db") as kept:
        read_codebook(kept, dossier or Path(folder) / "dossier.db")
        read_into(kept, paths, pipeline=pipeline)
        return kept.record()


def open_record(dossier: str | Path) -> Record:
    """Give the record of an existing dossier, what depends on all its reports rebuilt where it is stale."""
    with record.open_dossier(dossier) as kept:
        read_codebook(kept, dossier)
        if kept.is_stale():
            rebuild(kept, reference.load())
        return kept.record()


def read_codebook(kept: Dossier, where: str | Path) -> None:
    """Read `dossier.toml` beside the dossier at `where` into it, if there is one; without one, what was read before stays."""
    beside = Path(where).parent / CODEBOOK
    if "://" not in str(where) and beside.is_file():
        issues = read.codebook(beside)
        if issues != kept.codebook():
            kept.keep_codebook(issues)


def read_into(
    dossier: Dossier,
    paths: Iterable[str | Path],
    *,
    pipeline: str = annotate.DEFAULT,
    published: str | None = None,
    progress: Progress = lambda name: None,
) -> Run:
    """Read every report at `paths` into the dossier. One that cannot be read becomes a notice, and the others go on.

    `published` (EDTF) is taken for reports that state no date of their own; one that is no date is a `DateError`.
    """
    tables = reference.load()
    annotator = annotate.annotator(pipeline)
    run, others = Run(), list[Notice]()
    for given in _with_notices(read.files(paths)):
        if isinstance(given, Notice):
            others.append(given)
            continue
        found = _dated(given, published)
        progress(found.report.file)
        if dossier.knows(found.report, weights=annotator.name, version=reference.made_with()):
            run.known += 1
            continue
        run.notices.extend(_read_one(dossier, found, annotator, tables))
        run.new += 1
    dossier.add_notices(others)
    run.notices.extend(others)
    rebuild(dossier, tables)
    return run


def _dated(found: "_Found", published: str | None) -> "_Found":
    """Give the report the date that the user named for reports without one, and drop the notice of why it had none."""
    report = found.report
    if published is None or report.published.value is not None:
        return found
    when = When(published, why="the user named it for reports that state none")
    dates = (DateCandidate("published", "input", published), *report.dates)
    kept = tuple(n for n in found.notices if n.what != report.published.why)
    return replace(found, report=replace(report, published=when, dates=dates), notices=kept)


def rebuild(dossier: Dossier, tables: Tables) -> None:
    """Build anew, from the mentions, what depends on all reports: actors, agreements, claims."""
    mentions = dossier.mentions()
    built = reconcile.reconciled(mentions.by_report, dossier.reports(), tables, codebook=dossier.codebook())
    dossier.rebuild(built, basis=mentions.basis)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided: by whom, when (ISO 8601, UTC), why, and with which new values."""

    decision: Decision
    by: str
    at: str
    why: str | None = None
    after: dict[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that was kept, and the words or the name of the entry that it is about."""

    judgement: Judgement
    words: str


def judge(dossier: str | Path, entry: str, decided: Decided) -> Judged:
    """Keep a decision about the entry with this id, or with this label of `show` ("S1"); the record shows it at once.

    Labels count what is in the record now, so that the words come back for the user to see which entry it was. An unknown
    entry is a `RecordError`.
    """
    with record.open_dossier(dossier) as kept:
        read_codebook(kept, dossier)
        if kept.is_stale():
            rebuild(kept, reference.load())
        known = kept.record()
        labels = {label: id_ for id_, label in index_of(known).labels.items()} | claim_labels(known)
        if entry in labels and entry[:1] in NOT_JUDGED:
            raise InputError(f"{entry} is a {NOT_JUDGED[entry[:1]]}, which cannot be judged. Judge the entries that it is about.")
        after = {name: _named(known, labels, name, value) for name, value in decided.after.items()} if decided.after else decided.after
        made = _judgement(labels.get(entry, entry), replace(decided, after=after), kind=LETTERS.get(entry[:1]) if entry in labels else None)
        kept.judge(made)
    return Judged(made, _words_of(known, made.entry))


def _words_of(known: Record, entry: str) -> str:
    """Give an entry's first words in its report, or an actor's name; the id where the entry is only known to judgements."""
    said = {s.id: s.content[0].quote for s in known.statements}
    told = {e.id: e.trigger.quote for e in known.events}
    laid_down = {p.id: p.content[0].quote for a in known.agreements for p in a.provisions}
    others = (known.documents, known.positions, known.conditions, known.commitments, known.numbers)
    rest = {e.id: e.cites[0].quote for some in others for e in some}
    named = {a.id: a.name for a in known.actors} | {i.id: i.label for i in known.issues}
    return (said | told | laid_down | rest | named).get(entry, entry)


NAMING = frozenset({"speaker", "addressee", "on_behalf_of", "actor", "by", "place", "proposed_by", "into"})
"""Fields of a correction that name an actor."""


def _named(known: Record, labels: Mapping[str, str], field: str, value: str | None) -> str | None:
    """Give the id of an actor that a correction names by its label ("A3") or its whole name; any other value as it stands."""
    if value is None or field not in NAMING:
        return value
    same = [a.id for a in known.actors if a.name.casefold() == value.casefold()]
    return labels.get(value) or (same[0] if len(same) == 1 else value)


def _judgement(entry: str, decided: Decided, *, kind: str | None) -> Judgement:
    return Judgement(
        id=judgement_id(entry, decided.by, decided.at),
        entry=entry,
        kind=kind or KINDS.get(entry.partition("-")[0], "actor"),
        decision=decided.decision,
        by=decided.by,
        at=decided.at,
        why=decided.why,
        after=decided.after,
    )


KINDS = {
    "sta": "statement",
    "eve": "event",
    "pro": "provision",
    "agr": "agreement",
    "doc": "document",
    "pos": "position",
    "con": "condition",
    "com": "commitment",
    "num": "number",
    "cfl": "conflict",
}
"""Kinds of entries by what their ids begin with; actors have keys of our tables, or their first mention's id."""

NOT_JUDGED = {"N": "notice", "R": "report", "J": "judgement"}
"""What has a label and is no entry that a person decides about, by the letter of its label."""

LETTERS = {"I": "issue", "C": "claim"}
"""Kinds of entries whose ids do not tell them, by the letter of their label: an issue's id is the user's, a claim's that of a mention."""


def annotations(paths: Iterable[str | Path], *, pipeline: str = annotate.DEFAULT) -> Iterator[Parse | Notice]:
    """Yield the parse of every report at `paths`, and notices of what could not be read or parsed."""
    annotator = annotate.annotator(pipeline)
    for found in read.files(paths):
        if isinstance(found, Notice):
            yield found
            continue
        try:
            yield annotator.parse(found)
        except CommuniqueError as error:
            yield _refused(found, error, Stage.ANNOTATE)


def treebank(path: Path) -> Iterator[str]:
    """Yield the sentences of a CoNLL-U file as the shipped pipeline reads them; a missing file is an `InputError`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}. Name a CoNLL-U file in UTF-8.") from error
    return annotate.treebank(text, path.name)


@dataclass(frozen=True, slots=True)
class _Found:
    """A report and what `read` could not do with it."""

    report: Report
    notices: tuple[Notice, ...]


def _with_notices(found: Iterable[Report | Notice]) -> Iterator[_Found | Notice]:
    """Join each report with the notices about it, which follow it; what is about no report or about one before stands alone."""
    report: Report | None = None
    notices: list[Notice] = []
    for item in found:
        if isinstance(item, Report):
            if report:
                yield _Found(report, tuple(notices))
            report, notices = item, []
        elif report and item.report == report.id:
            notices.append(item)
        else:
            yield item
    if report:
        yield _Found(report, tuple(notices))


def _read_one(dossier: Dossier, found: _Found, annotator: Annotator, tables: Tables) -> list[Notice]:
    """Annotate, extract and store one report; gives its notices.

    A report that a stage refuses is stored with a notice of that, without mentions; one in another language likewise (`read` told so).
    """
    report, notices, mentions = found.report, list(found.notices), tuple[Mention, ...]()
    if not report.language or report.language.startswith("en"):
        stage = Stage.ANNOTATE
        try:
            parse = annotator.parse(report)
            notices.extend(replace(n, file=report.file, report=report.id) for n in parse.notices)
            stage = Stage.EXTRACT
            found_here = extract.findings(parse, tables)
            mentions = found_here.mentions
            notices.extend(found_here.notices)
        except CommuniqueError as error:
            notices.append(_refused(report, error, stage))
    try:
        dossier.store(report, mentions, notices, weights=annotator.name, version=reference.made_with())
    except (CitationError, RecordError) as error:
        notices.append(_refused(report, error, Stage.EXTRACT))
        dossier.store(report, (), notices, weights=annotator.name, version=reference.made_with())
    return notices


def _refused(report: Report, error: CommuniqueError, stage: Stage) -> Notice:
    """Tell that a stage could not read a report: one report never stops the others."""
    remedy = "Read it with another pipeline." if stage is Stage.ANNOTATE else "This is a fault of Communique: report it with the text."
    return Notice(stage, str(error), remedy, report.file, report.id)
