"""Mentions → actors, agreements and claims across reports. Pure: the same mentions give the same result, in whatever order they come."""

from collections.abc import Iterable, Mapping, Sequence

from communique.model.actor import Actor, Named
from communique.model.agreement import Agreement
from communique.model.issue import Issue
from communique.model.mention import Commitment, Condition, Document, Event, Mention, Number, Position, Provision, Statement
from communique.model.reconciled import Reconciled
from communique.model.report import Report
from communique.reconcile.actors import Cast, actors_of
from communique.reconcile.agreements import agreements_of
from communique.reconcile.aligning import Aligned, aligned
from communique.reconcile.claims import Told, claims_of
from communique.reconcile.conflicts import conflicts_of
from communique.reconcile.inferring import with_dates
from communique.reconcile.issues import issues_of
from communique.reconcile.naming import Renaming
from communique.reconcile.outlets import with_outlets
from communique.reconcile.packages import drafted
from communique.reconcile.positions import on_issues
from communique.reconcile.same_provisions import provisions_of
from communique.reference import Tables
from communique.reference.agreements import ids, shipped

__all__ = ["Cast", "actors_of", "reconciled"]


def reconciled(
    mentions_by_report: Mapping[str, Sequence[Mention]], reports: Iterable[Report], tables: Tables, *, codebook: Sequence[Issue] = ()
) -> Reconciled:
    """Bring the mentions of all reports together; `mentions_by_report` is by report id. Every list is sorted by id.

    `codebook` holds the user's issues, which positions are brought to.
    """
    mentions = [m for found in mentions_by_report.values() for m in found]
    named = {r: [m for m in found if isinstance(m, Named)] for r, found in mentions_by_report.items()}
    reports = tuple(reports)
    outlets = with_outlets(named, reports, tables)
    cast = actors_of(outlets.named, tables)
    renaming = Renaming(cast.ids, frozenset(a.id for a in cast.actors), outlets.ids)
    statements = sorted((renaming.statement(m) for m in mentions if isinstance(m, Statement)), key=lambda s: s.id)
    by_id, held = {a.id: a for a in cast.actors}, {r.id: r for r in reports}
    events = with_dates(sorted((renaming.event(m) for m in mentions if isinstance(m, Event)), key=lambda e: e.id), by_id, held)
    provisions = [renaming.provision(m) for m in mentions if isinstance(m, Provision)]
    documents = sorted((renaming.document(m) for m in mentions if isinstance(m, Document)), key=lambda d: d.id)
    positions = sorted((renaming.position(m) for m in mentions if isinstance(m, Position)), key=lambda p: p.id)
    conditions = sorted((renaming.condition(m) for m in mentions if isinstance(m, Condition)), key=lambda c: c.id)
    commitments = sorted((renaming.commitment(m) for m in mentions if isinstance(m, Commitment)), key=lambda c: c.id)
    alignment = _alignment(agreements_of(provisions), cast.actors)
    agreements = alignment.agreements
    issues = issues_of(codebook, drafted(agreements, by_id, statements), positions)
    told = Told(statements, events, documents, on_issues(positions, issues), conditions, commitments, provisions_of(agreements))
    claims = claims_of(told, actors=by_id, reports=held)
    conflicts = (*alignment.conflicts, *conflicts_of(claims, told.by_id, by_id))
    return Reconciled(
        actors=cast.actors,
        statements=tuple(statements),
        events=tuple(events),
        agreements=agreements,
        conflicts=tuple(sorted(conflicts, key=lambda c: c.id)),
        documents=tuple(documents),
        issues=tuple(issues),
        positions=tuple(told.positions),
        conditions=tuple(conditions),
        commitments=tuple(commitments),
        numbers=tuple(sorted((m for m in mentions if isinstance(m, Number)), key=lambda n: n.id)),
        claims=tuple(claims),
        notices=tuple(sorted((*cast.notices, *renaming.notices), key=lambda n: n.what)),
    )


def _alignment(agreements: Sequence[Agreement], actors: Sequence[Actor]) -> Aligned:
    """Align agreements to those that are shipped, which are read only where a report gives any."""
    instruments = [shipped(i) for i in ids()] if agreements else []
    return aligned(agreements, instruments, actors)
