"""The record as JSON, exactly as the manual's record format names it. Invariant: what is unknown is null, and every list is sorted.

Lists of entries are sorted by id, lists of citations by where they stand; only `via` keeps its own order (nearest first).
"""

import json

from communique.model.actor import Actor, Alias, Membership, Role
from communique.model.agreement import Agreement
from communique.model.claim import Claim
from communique.model.judgement import Judgement
from communique.model.mention import Event, Provision, Statement
from communique.model.notice import Notice
from communique.model.record import Record
from communique.model.report import Credit, DateCandidate, Region, Report
from communique.settings import VERSION
from communique.show.json_parts import Json, cite, cites, figures, voices, when, who, whos
from communique.show.json_standpoints import commitment, condition, conflict, document, issue, number, position

FORMAT = "communique-record/1"
"""Name of the format. Renaming a field is a breaking change and raises the number."""

LISTS = (
    "reports", "actors", "statements", "events", "documents", "agreements", "issues", "positions", "conditions", "commitments",
    "numbers", "claims", "links", "conflicts", "notices", "judgements",
)  # fmt: skip
"""The lists of the format, in order. Those that no stage fills yet are there and empty, so that readers need no special case."""


def json_export(record: Record) -> str:
    """Give the record as JSON text (UTF-8 characters as they are, two spaces of indent, a newline at the end).

    Offsets count characters of each report's `text`. Two exports of the same record are the same text, so they can be compared with `diff`.
    """
    return json.dumps(as_json(record), ensure_ascii=False, indent=2) + "\n"


def as_json(record: Record) -> Json:
    """Give the record as the objects that `json_export` writes: every key of the format, in its order."""
    by_file = sorted(record.reports, key=lambda r: (r.file, r.id))
    lists: dict[str, object] = {
        "reports": [_report(r) for r in by_file],
        "actors": [_actor(a) for a in sorted(record.actors, key=lambda a: a.id)],
        "statements": [_statement(s) for s in sorted(record.statements, key=lambda s: s.id)],
        "events": [_event(e) for e in sorted(record.events, key=lambda e: e.id)],
        "agreements": [_agreement(a) for a in sorted(record.agreements, key=lambda a: a.id)],
        "documents": [document(d) for d in sorted(record.documents, key=lambda d: d.id)],
        "issues": [issue(i) for i in sorted(record.issues, key=lambda i: i.id)],
        "positions": [position(p) for p in sorted(record.positions, key=lambda p: p.id)],
        "conditions": [condition(c) for c in sorted(record.conditions, key=lambda c: c.id)],
        "commitments": [commitment(c) for c in sorted(record.commitments, key=lambda c: c.id)],
        "numbers": [number(n) for n in sorted(record.numbers, key=lambda n: n.id)],
        "conflicts": [conflict(c) for c in sorted(record.conflicts, key=lambda c: c.id)],
        "claims": [_claim(c) for c in sorted(record.claims, key=lambda c: c.id)],
        "notices": [_notice(n) for n in sorted(record.notices, key=_notice_order)],
        "judgements": [_judgement(j) for j in sorted(record.judgements, key=lambda j: j.id)],
    }
    head: Json = {"format": FORMAT, "made_with": {"version": VERSION, "weights": record.weights}}
    return head | {name: lists.get(name, []) for name in LISTS}


def _report(report: Report) -> Json:
    return {
        "id": report.id,
        "file": report.file,
        "title": report.title,
        "byline": report.byline,
        "outlet": report.outlet,
        "published": when(report.published),
        "dates": [_candidate(d) for d in sorted(report.dates, key=lambda d: (d.kind, d.source, d.value))],
        "language": report.language,
        "url": report.url,
        "encoding": report.encoding,
        "sha256": report.sha256,
        "text": report.text,
        "body": [[s.start, s.end] for s in sorted(report.body)],
        "regions": [_region(r) for r in sorted(report.regions, key=lambda r: r.span)],
        "credits": [_credit(c) for c in sorted(report.credits, key=lambda c: c.cite)],
    }


def _candidate(date: DateCandidate) -> Json:
    return {"kind": date.kind, "value": date.value, "from": date.source, "cite": cite(date.cite)}


def _region(region: Region) -> Json:
    span = region.span
    return {"start": span.start, "end": span.end, "kind": region.kind.value, "author": region.author, "anchor": when(region.anchor)}


def _credit(credit: Credit) -> Json:
    return {"source": credit.source, "cite": cite(credit.cite)}


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "aliases": [_alias(a) for a in sorted(actor.aliases, key=lambda a: (a.name, a.why, a.cites))],
        "roles": [_role(r) for r in sorted(actor.roles, key=lambda r: (r.title, r.of or "", r.since or "", r.cites))],
        "memberships": [_membership(m) for m in sorted(actor.memberships, key=lambda m: (m.of, m.since or ""))],
        "cites": cites(actor.cites),
    }


def _alias(alias: Alias) -> Json:
    return {"name": alias.name, "why": alias.why, "cites": cites(alias.cites)}


def _role(role: Role) -> Json:
    return {"title": role.title, "of": role.of, "from": role.since, "to": role.until, "cites": cites(role.cites)}


def _membership(membership: Membership) -> Json:
    return {"of": membership.of, "from": membership.since, "to": membership.until, "source": membership.source}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "speaker": statement.speaker.actor,
        "on_behalf_of": statement.on_behalf_of,
        "speaker_cite": cite(statement.speaker.cite),
        "cue_cite": cite(statement.cue),
        "content": cites(statement.content),
        "form": statement.form.value,
        "about": cites(statement.about),
        "addressee": who(statement.addressee),
        "channel": statement.channel,
        "said_on": when(statement.said_on),
        "via": [who(w) for w in statement.via],
        "negated": statement.negated,
        "figures": figures(statement.figures),
        "why": statement.why,
        "cites": cites(statement.cites),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "trigger": cite(event.trigger),
        "actors": whos(event.actors),
        "recipients": whos(event.recipients),
        "place": who(event.place),
        "when": when(event.when),
        "status": event.status.value,
        "figures": figures(event.figures),
        "part_of": event.part_of,
        "topic": event.topic,
        "outcome": event.outcome,
        "according_to": voices(event.according_to),
        "why": event.why,
        "cites": cites(event.cites),
    }


def _agreement(agreement: Agreement) -> Json:
    return {
        "id": agreement.id,
        "title": agreement.title,
        "proposed_by": whos(agreement.proposed_by),
        "parties": whos(agreement.parties),
        "dated": when(agreement.dated),
        "instrument": agreement.instrument,
        "status": [],
        "provisions": [_provision(p) for p in sorted(agreement.provisions, key=lambda p: p.id)],
        "cites": cites(agreement.cites),
    }


def _provision(provision: Provision) -> Json:
    return {
        "id": provision.id,
        "number": provision.number,
        "text": cites(provision.content),
        "wording": provision.wording.value,
        "kind": None if provision.kind is None else provision.kind.value,
        "bearer": whos(provision.bearer),
        "action": provision.action,
        "object": provision.object,
        "place": provision.place,
        "baseline": when(provision.baseline),
        "agreement_cite": cite(provision.agreement),
        "proposed_by": who(provision.proposed_by),
        "article": provision.article,
        "figures": figures(provision.figures),
        "why": provision.why,
        "cites": cites(provision.cites),
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "mentions": sorted(claim.mentions),
        "values": {field: _values(claim, field) for field in sorted(claim.values)},
        "reports": sorted(claim.reports),
        "outlets": sorted(claim.outlets),
        "origins": {"min": claim.origins.min, "max": claim.origins.max},
        "was": sorted(claim.was),
        "why": claim.why,
    }


def _values(claim: Claim, field: str) -> list[Json]:
    values = sorted(claim.values[field], key=lambda v: (v.value, v.mentions))
    return [{"value": v.value, "mentions": sorted(v.mentions)} for v in values]


def _notice(notice: Notice) -> Json:
    span = None if notice.span is None else [notice.span.start, notice.span.end]
    names: Json = {"file": notice.file, "report": notice.report, "stage": notice.stage.value}
    return names | {"what": notice.what, "span": span, "remedy": notice.remedy}


def _notice_order(notice: Notice) -> tuple[str, str, str, int, str]:
    return (notice.file or "", notice.report or "", notice.stage.value, -1 if notice.span is None else notice.span.start, notice.what)


def _judgement(judgement: Judgement) -> Json:
    wanted = judgement.selector
    selector = None if wanted is None else {"quote": wanted.quote, "before": wanted.before, "after": wanted.after}
    return {
        "id": judgement.id,
        "entry": judgement.entry,
        "kind": judgement.kind,
        "decision": judgement.decision.value,
        "before": _sorted_fields(judgement.before),
        "after": _sorted_fields(judgement.after),
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "report": judgement.report,
        "file": judgement.file,
        "selector": selector,
    }


def _sorted_fields(fields: dict[str, str | None] | None) -> Json | None:
    return None if fields is None else {name: fields[name] for name in sorted(fields)}
