"""Claims: what mentions say to be so. Mentions of the same thing are one claim, with every citation and every differing value.

Each mention is in exactly one claim. Wrong merges are worse than missed ones: what need not be the same stays apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor
from communique.model.citation import Citation
from communique.model.claim import Claim
from communique.model.kinds import Kind
from communique.model.mention import Commitment, Condition, Document, Event, Position, Provision, Statement
from communique.model.report import Report
from communique.model.span import Span
from communique.reconcile.alike import document_groups, talks_groups
from communique.reconcile.claim_values import Claimed, report_of, values_of
from communique.reconcile.grouping import Likeness, Pair, grouped
from communique.reconcile.origins import Sources, origins, sources_of
from communique.reconcile.same_events import same_events
from communique.reconcile.same_provisions import same_provisions
from communique.reconcile.same_stands import published_days, same_commitments, same_conditions, same_positions
from communique.reconcile.same_statements import same_statements

_TALKS = "CONSULT"
_TALKS_WHY = "talks: dates, places and those who take part fit, and fit no other talks"
_DOCUMENT_WHY = "kind and author agree, and the addressee or the words of the title"


@dataclass(frozen=True, slots=True)
class Told:
    """The mentions of all reports that claims are made of, their actors known across reports."""

    statements: Sequence[Statement] = ()
    events: Sequence[Event] = ()
    documents: Sequence[Document] = ()
    positions: Sequence[Position] = ()
    conditions: Sequence[Condition] = ()
    commitments: Sequence[Commitment] = ()
    provisions: Sequence[Provision] = ()

    @property
    def by_id(self) -> dict[str, Claimed]:
        """Every mention by its id."""
        lists = (self.statements, self.events, self.documents, self.positions, self.conditions, self.commitments, self.provisions)
        return {m.id: m for some in lists for m in some}


@dataclass(frozen=True, slots=True)
class _Group:
    """Mentions of one thing, and why they are taken for one."""

    kind: Kind
    mentions: tuple[Claimed, ...]
    why: str | None


def claims_of(told: Told, *, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> list[Claim]:
    """Give the claims of what is told, sorted by id: the same in whatever order reports and mentions come."""
    sources, speech = sources_of(reports.values()), _Speech.of(told.statements)
    return sorted((_claim(g, reports, sources, speech) for g in _groups(told, actors, reports)), key=lambda c: c.id)


def _groups(told: Told, actors: Mapping[str, Actor], reports: Mapping[str, Report]) -> Iterable[_Group]:
    published = published_days(reports.values())
    events = [e for e in told.events if e.type != _TALKS]
    yield from _by_pairs(Kind.STATEMENT, told.statements, same_statements(told.statements, actors, reports))
    deeds = same_events(events, actors, reports)
    yield from _with_reasons(Kind.EVENT, events, deeds.groups, deeds.pairs)
    yield from _by_pairs(Kind.POSITION, told.positions, same_positions(told.positions, published))
    yield from _by_pairs(Kind.CONDITION, told.conditions, same_conditions(told.conditions, actors))
    yield from _by_pairs(Kind.COMMITMENT, told.commitments, same_commitments(told.commitments, actors))
    yield from _by_pairs(Kind.PROVISION, told.provisions, same_provisions(told.provisions))
    talks = [e for e in told.events if e.type == _TALKS]
    yield from (_Group(Kind.EVENT, tuple(g), _TALKS_WHY if len(g) > 1 else None) for g in talks_groups(talks, actors, reports))
    yield from (_Group(Kind.DOCUMENT, tuple(g), _DOCUMENT_WHY if len(g) > 1 else None) for g in document_groups(told.documents, actors))


def _by_pairs(kind: Kind, some: Sequence[Claimed], alike: Mapping[Pair, Likeness]) -> Iterable[_Group]:
    return _with_reasons(kind, some, grouped((m.id for m in some), alike, apart=lambda a, b: False), alike)


def _with_reasons(kind: Kind, some: Sequence[Claimed], groups: Iterable[Sequence[str]], alike: Mapping[Pair, Likeness]) -> Iterable[_Group]:
    known = {m.id: m for m in some}
    yield from (_Group(kind, tuple(known[i] for i in ids), _why(ids, alike)) for ids in groups)


def _why(ids: Sequence[str], alike: Mapping[Pair, Likeness]) -> str | None:
    """Give the reason of the least sure pair that brought mentions together, None for one alone."""
    found = [(alike[a, b].score, alike[a, b].why) for n, a in enumerate(ids) for b in ids[n + 1 :] if (a, b) in alike]
    return min(found)[1] if found else None


def _claim(group: _Group, reports: Mapping[str, Report], sources: Sources, speech: "_Speech") -> Claim:
    told = sorted(group.mentions, key=lambda m: m.id)
    ids = sorted({report_of(m) for m in told})
    return Claim(
        id=told[0].id,
        kind=group.kind.value,
        mentions=tuple(m.id for m in told),
        values=values_of(told),
        reports=tuple(ids),
        outlets=tuple(sorted({name for i in ids if i in reports and (name := reports[i].outlet)})),
        origins=origins(ids, sources, rests_on=_rests_on(told, speech)),
        was=tuple(m.id for m in told[1:]),
        why=group.why,
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """Where in each report somebody else's words stand, and whose they are."""

    places: Mapping[str, Sequence[tuple[Span, str]]]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "_Speech":
        """Give the places of statements whose speaker is known."""
        places: dict[str, list[tuple[Span, str]]] = {}
        for said in statements:
            for cite in said.content if said.speaker.actor else ():
                places.setdefault(cite.report, []).append((cite.span, said.speaker.actor or ""))
        return cls({report: sorted(some) for report, some in places.items()})

    def speaker_at(self, cite: Citation) -> str | None:
        """Give the speaker in whose words a citation stands, None where the report speaks."""
        return next((by for span, by in self.places.get(cite.report, ()) if span.covers(cite.span)), None)


def _rests_on(told: Iterable[Claimed], speech: _Speech) -> dict[str, str]:
    """Give, by report, the one actor on whose word it tells of a thing; a report that speaks in its own voice rests on nobody's.

    That somebody said, demands or threatens something is not told on his word, so only events, documents and commitments rest on one.
    """
    found: dict[str, set[str | None]] = {}
    for mention in told:
        if isinstance(mention, Event | Document | Commitment):
            place = mention.trigger if isinstance(mention, Event) else mention.cites[0]
            voices = {v.by if v.statement else None for v in mention.according_to} or {speech.speaker_at(place)}
            found.setdefault(report_of(mention), set()).update(voices)
    return {report: by for report, (by, *more) in ((r, sorted(v, key=str)) for r, v in found.items()) if by is not None and not more}
