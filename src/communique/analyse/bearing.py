"""What bears on the articles that reports give: who stands where on each, which events come under it, and who is at odds with itself.

At odds is an actor whose latest stand is for an article, and whose own acts or announced plans break it, or would.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from communique.analyse.compliance import Assessor, Reported, Telling, actions_of, facts, findings_of_days, reported
from communique.analyse.matrix import Cell, matrix
from communique.model.conduct import Conduct
from communique.model.finding import Finding, Verdict
from communique.model.instrument import Article, Instrument
from communique.model.kinds import PositionStance, Status
from communique.model.mention import Event, Position, Provision
from communique.model.record import Record
from communique.reference.agreements import shipped

FOR = frozenset({PositionStance.DEMANDS, PositionStance.SUPPORTS, PositionStance.ACCEPTS})
"""Stances for a proposition; one that hangs on a condition is none."""
OWN = frozenset({Status.PLANNED, Status.PLEDGED, Status.HELD, Status.ONGOING})
"""How far events have come that an actor can be held to: announced or done, not merely alleged."""


@dataclass(frozen=True, slots=True)
class Under:
    """An event under an article: its mentions, who acts, and the findings, one for each reading of the article."""

    instrument: Instrument
    article: Article
    mentions: tuple[Event, ...]
    actor: str | None
    findings: tuple[Finding, ...]

    @property
    def breaks(self) -> tuple[Finding, ...]:
        """The findings of the readings in which the event breaks the article."""
        return tuple(f for f in self.findings if f.verdict is Verdict.BREACH)


@dataclass(frozen=True, slots=True)
class AtOdds:
    """An actor whose latest stand, the last of `positions`, is for an article that its own act or plan breaks, or would."""

    actor: str
    issue: str
    positions: tuple[Position, ...]
    under: Under

    @property
    def position(self) -> Position:
        """The latest position."""
        return self.positions[-1]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on provisions, by the id of the provision, and who is at odds with itself."""

    positions: Mapping[str, tuple[Position, ...]] = field(default_factory=dict)
    events: Mapping[str, tuple[Under, ...]] = field(default_factory=dict)
    at_odds: tuple[AtOdds, ...] = ()


def bearing(record: Record, assessors: Iterable[Assessor] | None = None) -> Bearing:
    """Give what bears on the provisions of a record; `assessors` ask the agreements, those shipped where none are given."""
    provisions = [p for a in record.agreements for p in a.provisions]
    aligned = {p.article for p in provisions if p.article}
    if not aligned:
        return Bearing(_positions(record))
    wanted = sorted({a.partition("#")[0] for a in aligned})
    asked = [Assessor(shipped(i)) for i in wanted] if assessors is None else [a for a in assessors if a.instrument.id in wanted]
    put = reported(record, facts())
    under = [u for a in asked for u in _under(a, put) if _name(u) in aligned]
    return Bearing(_positions(record), _events(provisions, under), tuple(_at_odds(record, provisions, under)))


def findings_on(assessor: Assessor, put: Iterable[Reported]) -> Iterator[tuple[Reported, Conduct, list[Finding]]]:
    """Yield the findings on each actor's part in each event, with the event and the conduct."""
    for event in put:
        for act in event.acts:
            yield event, act.days[0], findings_of_days(assessor, act.days)


def comes_under(article: Article, conduct: Conduct, findings: Iterable[Finding]) -> bool:
    """Say whether an event comes under an article in some reading: what was done is known to be what the article is about."""
    if all(f.verdict is Verdict.NOT_COVERED for f in findings):
        return False
    named = set(actions_of(article))
    return any(facts().words.actions[c.value].above & named for c in conduct.action)


def _under(assessor: Assessor, put: Iterable[Reported]) -> Iterator[Under]:
    instrument = assessor.instrument
    for event, conduct, findings in findings_on(assessor, put):
        for article in instrument.articles:
            own = tuple(f for f in findings if f.article.id == article.id)
            if comes_under(article, conduct, own):
                yield Under(instrument, article, event.mentions, conduct.actor[0].value if conduct.actor else None, own)


def _name(under: Under) -> str:
    """Give the name that a provision has for the article."""
    return f"{under.instrument.id}#{under.article.id}"


def _positions(record: Record) -> dict[str, tuple[Position, ...]]:
    """Give the positions on each provision: on it alone, or on all that it stands among."""
    issues: dict[str, set[str]] = {}
    for issue in record.issues:
        for provision in issue.provisions:
            issues.setdefault(provision, set()).add(issue.id)
    of_issue: dict[str, list[int]] = {}
    for n, position in enumerate(record.positions):
        if position.issue:
            of_issue.setdefault(position.issue, []).append(n)
    held = {p: sorted(n for i in some for n in of_issue.get(i, ())) for p, some in issues.items()}
    return {p: tuple(record.positions[n] for n in some) for p, some in held.items() if some}


def _events(provisions: Iterable[Provision], under: Iterable[Under]) -> dict[str, tuple[Under, ...]]:
    by_article: dict[str, list[Under]] = {}
    for one in under:
        by_article.setdefault(_name(one), []).append(one)
    return {p.id: tuple(by_article[p.article]) for p in provisions if p.article in by_article}


def _at_odds(record: Record, provisions: Iterable[Provision], under: Iterable[Under]) -> Iterator[AtOdds]:
    """Yield who is at odds, by issue and actor. Who stands for an article is who acts, or holds an office of who acts."""
    articles = {p.id: p.article for p in provisions if p.article}
    of_issue = {i.id: {articles[p] for p in i.provisions if p in articles} for i in record.issues}
    broken = [u for u in under if u.breaks and any(e.status in OWN for e in u.mentions)]
    acting = Telling.of(record)
    for key, cell in sorted(matrix(record).cells.items(), key=lambda item: (item[0][1], item[0][0])):
        for one in broken if cell.stance in FOR else ():
            if _name(one) in of_issue.get(cell.issue, ()) and one.actor == acting.key(cell.actor):
                yield AtOdds(*key, _standing(cell), one)


def _standing(cell: Cell) -> tuple[Position, ...]:
    """Give the positions of the cell that have its latest stance."""
    return tuple(p for p in cell.positions if p.stance is cell.stance)
