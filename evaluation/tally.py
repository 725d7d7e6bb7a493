"""Compares what Communique reads with our own gold, field by field."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from communique import pipeline
from communique.model.actor import Who
from communique.model.kinds import Form
from communique.model.mention import Event, Provision, Statement
from communique.model.parse import Parse
from communique.model.record import Record
from communique.model.report import Report
from communique.model.span import Span
from evaluation.gold import Gold

Figures = dict[str, float]
Say = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """Counts of one comparison; `say` is told every miss and every wrong entry."""

    say: Say | None
    counts: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, *, right: bool, what: str) -> None:
        """Count one decision of a field that was found."""
        self.counts[f"{name}+"] += right
        self.counts[f"{name}?"] += 1
        if not right and self.say:
            self.say(f"wrong {name}: {what}")

    def sets(self, name: str, gold: Iterable[object], found: Iterable[object], where: str) -> None:
        """Count what is in both, in the gold alone, and found without being in the gold."""
        wanted, had = Counter(gold), Counter(found)
        self.counts[f"{name} both"] += (wanted & had).total()
        self.counts[f"{name} gold"] += wanted.total()
        self.counts[f"{name} found"] += had.total()
        if self.say:
            for miss in (wanted - had).elements():
                self.say(f"{where}: missed {name}: {miss}")
            for extra in (had - wanted).elements():
                self.say(f"{where}: extra {name}: {extra}")

    def f1(self, name: str) -> float:
        """Give F1 of a set comparison."""
        total = self.counts[f"{name} gold"] + self.counts[f"{name} found"]
        return round(2 * self.counts[f"{name} both"] / total, 4) if total else 1.0

    def share(self, name: str) -> float:
        """Give the share of decisions that were right."""
        return round(self.counts[f"{name}+"] / self.counts[f"{name}?"], 4) if self.counts[f"{name}?"] else 1.0


def figures(gold: Sequence[Gold], say: Say | None = None) -> Figures:
    """Read the gold's reports and give F1 or share right for each field."""
    paths = [g.path.with_suffix(".txt") for g in gold]
    record = pipeline.read_reports(paths)
    parses = {p.report.file: p for p in pipeline.annotations(paths) if isinstance(p, Parse)}
    tally = Tally(say)
    for one in gold:
        name = one.path.with_suffix(".txt").name
        report = next(r for r in record.reports if r.file == name)
        _statements(tally, one, report, record)
        _talks(tally, one, report, record)
        _provisions(tally, one, report, record)
        _language(tally, one, parses[name])
        tally.count("published", right=report.published.value == one.entries.get("published"), what=f"{name}: {report.published.value}")
        tally.count("outlet", right=report.outlet == one.entries.get("outlet"), what=f"{name}: {report.outlet}")
    sets = {f"{n}_f1": tally.f1(n) for n in ("statements", "talks", "provisions", "times", "time_values", "entities")}
    shares = {n: tally.share(n) for n in ("speaker", "actor", "talks_date", "talks_place", "talks_participants", "published", "outlet")}
    return sets | shares | {"citations": _citations(record)}


def _statements(tally: Tally, one: Gold, report: Report, record: Record) -> None:
    """Compare quoted stretches: whether two around a cue are one statement or two is a convention that readers differ in.

    The gold marks what is quoted, wholly or in part; words reported without marks are measured elsewhere.
    """
    mine = [s for s in record.statements if s.content[0].report == report.id and s.form is not Form.INDIRECT]
    gold = {span: e for e in one.listed("statements") for span in one.places(e)}
    found = {c.span: s for s in mine for c in s.content}
    tally.sets("statements", (_words(report, [k]) for k in gold), (_words(report, [k]) for k in found), report.file)
    for span, entry in gold.items():
        if span in found:
            _speaker(tally, report, found[span], entry, record)


def _speaker(tally: Tally, report: Report, statement: Statement, entry: dict[str, str], record: Record) -> None:
    cite = statement.speaker.cite
    named = cite.quote if cite else None
    where = f"{report.file}: {statement.content[0].quote[:40]!r}"
    tally.count("speaker", right=named == entry["speaker"], what=f"{where}: {named!r}, gold {entry['speaker']!r}")
    name = _name(statement.speaker, record)
    tally.count("actor", right=_same_name(name, entry["actor"]), what=f"{where}: {name!r}, gold {entry['actor']!r}")


def _talks(tally: Tally, one: Gold, report: Report, record: Record) -> None:
    """Talks match where the gold's words (the sentence or clause that tells of them) hold a citation of the event."""
    mine = [e for e in record.talks if any(c.report == report.id for c in e.cites)]
    pairs = [(entry, next((e for e in mine if _inside(e, report, one.places(entry)[0])), None)) for entry in one.listed("talks")]
    found = [id(e) for e in mine]
    tally.sets("talks", (_talk(entry, e) for entry, e in pairs), (_had(e, pairs) for e in mine), report.file)
    for entry, event in pairs:
        if event is not None and id(event) in found:
            where = f"{report.file}: {event.trigger.quote}"
            tally.count(
                "talks_date", right=event.when.value == entry.get("date"), what=f"{where}: {event.when.value}, gold {entry.get('date')}"
            )
            place = event.place.cite.quote if event.place and event.place.cite else None
            tally.count("talks_place", right=place == entry.get("place"), what=f"{where}: {place}, gold {entry.get('place')}")
            who = sorted(filter(None, (_name(w, record) for w in event.actors)))
            wanted = sorted(entry.get("participants") or [])
            tally.count("talks_participants", right=who == wanted, what=f"{where}: {who}, gold {wanted}")


def _talk(entry: dict[str, str], event: Event | None) -> str:
    return str(entry["words"]) if event is None else event.id


def _had(event: Event, pairs: Sequence[tuple[dict[str, str], Event | None]]) -> str:
    return event.id if any(e is event for _, e in pairs) else f"{event.trigger.quote} {event.when.value}"


def _inside(event: Event, report: Report, span: Span) -> bool:
    return any(c.report == report.id and span.covers(c.span) for c in (event.trigger, *event.cites))


def _provisions(tally: Tally, one: Gold, report: Report, record: Record) -> None:
    mine: list[Provision] = [p for a in record.agreements for p in a.provisions if p.content[0].report == report.id]
    gold = [(e.get("number"), _closed(_words(report, one.places(e)))) for e in one.listed("provisions")]
    tally.sets("provisions", gold, ((p.number, _closed(_words(report, [c.span for c in p.content]))) for p in mine), report.file)


def _language(tally: Tally, one: Gold, parse: Parse) -> None:
    report = parse.report
    times = [(one.places(e)[0], e.get("value")) for e in one.listed("times")]
    tally.sets("times", (_words(report, [s]) for s, _ in times), (_words(report, [Span(t.start, t.end)]) for t in parse.times), report.file)
    values = ((_words(report, [Span(t.start, t.end)]), t.value) for t in parse.times)
    tally.sets("time_values", ((_words(report, [s]), v) for s, v in times), values, report.file)
    entities = ((_words(report, [Span(e.start, e.end)]), e.label) for e in parse.entities)
    tally.sets("entities", ((_words(report, one.places(e)), e["label"]) for e in one.listed("entities")), entities, report.file)


def _words(report: Report, spans: Iterable[Span]) -> tuple[str, ...]:
    """Give spans as readable keys: the offset and the words."""
    return tuple(f"{s.start} {report.text[s.start : s.end]}" for s in spans)


def _name(who: Who, record: Record) -> str | None:
    return next((a.name for a in record.actors if a.id == who.actor), None)


def _same_name(a: str | None, b: str | None) -> bool:
    """Names are the same without their article, in whatever case of its letter."""
    return (a and ARTICLE.sub("", a).casefold()) == (b and ARTICLE.sub("", b).casefold())


ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def _closed(words: tuple[str, ...]) -> tuple[str, ...]:
    """A clause is the same with and without the stop that ends it."""
    return tuple(w.rstrip(" .;,") for w in words)


def _citations(record: Record) -> float:
    """Give the share of citations that stand at their spans; a citation checks itself, so that anything below 1 is a bug of ours."""
    texts = {r.id: r.text for r in record.reports}
    cites = [c for s in record.statements for c in s.content] + [c for e in record.events for c in e.cites]
    right = sum(texts[c.report][c.start : c.end] == c.quote for c in cites)
    return round(right / len(cites), 4) if cites else 1.0
