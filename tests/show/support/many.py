"""Records made up by chance: any texts, any spans. For properties that must hold whatever a report says."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from random import Random

from communique.model.actor import Actor, ActorKind, Who
from communique.model.citation import Citation
from communique.model.ids import mention_id, report_id
from communique.model.kinds import Form, Status
from communique.model.mention import Event, Statement
from communique.model.record import Record
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

WORDS = (
    "the", "talks", "ended", "after", "nine", "hours", "without", "a", "text", "and", "both", "sides", "said", "they", "would", "meet",
    "again", "in", "spring", "on", "island", "Kelland", "Varnia",
)  # fmt: skip
"""What the prose is made of."""


def record_of(texts: Sequence[str], *, random: Random, statements: int = 4, actors: int = 3, names: int = 3) -> Record:
    """Give a record whose entries rest on spans drawn by chance: so many statements and names of each actor in each report."""
    reports = [_report(text, number=n, random=random) for n, text in enumerate(texts)]
    said = [_statement(r, actor=f"act-{random.randrange(actors)}", random=random) for r in reports for _ in range(statements)]
    met = [_talks(r, random=random) for r in reports]
    everyone = [_actor(n, reports, names=names, random=random) for n in range(actors)]
    return Record(
        reports=tuple(sorted(reports, key=lambda r: (r.file, r.id))),
        actors=tuple(everyone),
        statements=tuple({s.id: s for s in said}.values()),
        events=tuple({e.id: e for e in met}.values()),
        agreements=(),
        claims=(),
        notices=(),
        judgements=(),
        weights="none",
    )


def prose(words: int, *, random: Random) -> str:
    """Give so many words in sentences of twenty and paragraphs of eighty."""
    chosen = [random.choice(WORDS) for _ in range(words)]
    ends = {19: ".", 39: ".", 59: ".", 79: ".\n"}
    return " ".join(w + ends.get(n % 80, "") for n, w in enumerate(chosen)) + ".\n"


def dossier_of(reports: int, *, words: int, random: Random) -> Record:
    """Give a dossier of the size that researchers have: every third sentence of each report is a statement by one of forty actors.

    Statements, cues and names stand where they do in news: a name and a cue behind the words, one name inside them.
    """
    held = [_report(prose(words, random=random), number=n, random=random) for n in range(reports)]
    said = [s for r in held for s in _said_in(r, random=random)]
    named: dict[str, list[Citation]] = {f"act-{n}": [] for n in range(40)}
    for statement in said:
        first = statement.content[0]
        inside = Citation(first.report, first.start, first.start + 4, first.quote[:4], " " * first.start + first.quote)
        named[statement.speaker.actor or ""] += [c for c in (statement.speaker.cite, inside) if c]
    actors = tuple(Actor(id_, f"Actor {id_[4:]}", ActorKind.PERSON, cites=tuple(cites)) for id_, cites in named.items())
    met = tuple(_talks(r, random=random) for r in held)
    return Record(tuple(held), actors, tuple(said), met, (), (), (), (), "none")


def _said_in(report: Report, *, random: Random) -> Iterator[Statement]:
    ends = [i + 1 for i, c in enumerate(report.text) if c == "."]
    for start, end in list(pairwise([0, *ends]))[::3]:
        text = report.text[start:end]
        tail = text.rindex(" ", 0, text.rindex(" "))
        content = report.cite(start + len(text) - len(text.lstrip()), start + tail)
        name, cue = report.cite(start + tail + 1, start + text.rindex(" ")), report.cite(start + text.rindex(" ") + 1, end - 1)
        id_ = mention_id(report.id, "statement", [content.span])
        yield Statement(id_, (content,), Form.DIRECT, Who(f"act-{random.randrange(40)}", name), cue, "drawn by chance")


def _report(text: str, *, number: int, random: Random) -> Report:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    file = f"{number:04}.txt"
    cut = random.randint(1, len(text))
    parts = [Span(0, cut)] + ([Span(cut, len(text))] if cut < len(text) else [])
    regions = tuple(Region(s, random.choice([RegionKind.BODY, RegionKind.CAPTION])) for s in parts)
    return Report(report_id(digest, file), file, text, digest, regions, title=f"Report {number}", outlet=f"Outlet {number % 7}")


def _cite(report: Report, random: Random, *, longest: int) -> Citation:
    start = random.randrange(len(report.text))
    return report.cite(start, min(len(report.text), start + random.randint(1, longest)))


def _statement(report: Report, *, actor: str, random: Random) -> Statement:
    content, cue = _cite(report, random, longest=200), _cite(report, random, longest=9)
    id_ = mention_id(report.id, "statement", [content.span])
    speaker = Who(actor, _cite(report, random, longest=15))
    return Statement(id_, (content,), random.choice(list(Form)), speaker, cue, "drawn by chance", cites=(content, cue))


def _talks(report: Report, *, random: Random) -> Event:
    trigger = _cite(report, random, longest=10)
    id_ = mention_id(report.id, "event", [trigger.span])
    actors = (Who("act-0", _cite(report, random, longest=15)), Who("act-1"))
    return Event(id_, "CONSULT", trigger, actors, Status.HELD, "drawn by chance", cites=(trigger,))


def _actor(number: int, reports: Sequence[Report], *, names: int, random: Random) -> Actor:
    cites = tuple(_cite(r, random, longest=15) for r in reports for _ in range(names))
    return Actor(f"act-{number}", f"Actor {number}", ActorKind.PERSON, cites=cites)
