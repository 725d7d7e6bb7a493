"""Outlets that publish the reports: each is an actor, so that what a report says in its own voice is somebody's.

Invariant: an outlet becomes an actor only where a report's text names it; one that only the input states stays a field of its report.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.model.actor import ActorKind, Named
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.report import Report
from communique.reference import Body, Organisation, Outlet, Tables
from communique.reference.spelling import plain


@dataclass(frozen=True, slots=True)
class Outlets:
    """The mentions with the outlets among them, and the actor's id of each report's outlet, by report id."""

    named: Mapping[str, Sequence[Named]]
    ids: Mapping[str, str]


def with_outlets(named_by_report: Mapping[str, Sequence[Named]], reports: Iterable[Report], tables: Tables) -> Outlets:
    """Add a mention for each report's own outlet where the report names it; other mentions of that name are the outlet's too."""
    reports = sorted(reports, key=lambda r: r.id)
    publishers = {r.id: publisher for r in reports if (publisher := _publisher(r, tables))}
    held = frozenset(p.key for p in publishers.values() if p.cites)
    known = {plain(p.name).casefold(): p for p in publishers.values() if p.kind is ActorKind.OUTLET and p.key in held}
    named = {r: [_as_outlet(n, known) for n in found] for r, found in named_by_report.items()}
    for report, publisher in publishers.items():
        if publisher.cites:
            named[report] = [*named.get(report, ()), publisher]
    ids = {n.key for found in named.values() for n in found}
    return Outlets(named, {r: p.key for r, p in publishers.items() if p.key and p.key in ids})


def _publisher(report: Report, tables: Tables) -> Named | None:
    """Give the mention of a report's outlet, with no citation where the text does not name it."""
    if not report.outlet:
        return None
    cites = tuple(sorted({s.cite for s in report.stated if s.field == "outlet" and s.cite}))
    name = " ".join(report.outlet.split())
    entry = _entry(name, tables)
    kind = ActorKind.OUTLET
    if entry is not None and not isinstance(entry, Outlet):
        kind = entry.kind if isinstance(entry, Organisation) else ActorKind.ORGANISATION
    key = entry.key if entry else None
    country = entry.country if entry else None
    id_ = mention_id(report.id, f"{Kind.NAMED}-outlet", [c.span for c in cites])
    return Named(id_, entry.name if entry else name, kind, key or f"outlet:{_slug(name)}", country, (), (), cites)


def _entry(name: str, tables: Tables) -> Outlet | Body | Organisation | None:
    """Give the publisher's entry in the tables: an outlet, else the body or organisation whose site it is."""
    if outlet := tables.outlet(name):
        return outlet.entry
    if (body := tables.body(name)) and body.entry.country:
        return body.entry
    organisation = tables.organisation(name)
    return organisation.entry if organisation else None


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", plain(name).casefold()).strip("-")


def _as_outlet(named: Named, outlets: Mapping[str, Named]) -> Named:
    """Give an organisation without a key that has an outlet's name as the outlet."""
    outlet = outlets.get(plain(named.name).casefold())
    if outlet is None or named.key or named.kind is not ActorKind.ORGANISATION:
        return named
    return replace(named, kind=ActorKind.OUTLET, key=outlet.key, country=outlet.country)
