"""Actors, shared claims, notices and judgements as entries."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from communique.model.actor import Actor, Membership, Role
from communique.model.citation import Citation
from communique.model.claim import Claim
from communique.model.judgement import Judgement
from communique.model.notice import Notice
from communique.model.record import Record
from communique.show.dates_in_words import in_words
from communique.show.entries import quoted, to_entry
from communique.show.entry import Entry, Fact, Group, Link, Quote
from communique.show.index import Index, actors, anchor, mark_anchor, shared_claims, statements
from communique.show.uses import notice_id

KINDS = {"state": "States", "alliance": "Alliances", "organisation": "Organisations", "group": "Groups", "person": "Persons"}
KINDS |= {"outlet": "Outlets", "bloc": "Blocs", "unnamed": "Sources without a name"}
"""Headings for the kinds of actor, in the order in which they are shown."""


def actor_groups(record: Record, index: Index) -> Iterator[Group]:
    """Yield the actors by kind, each with its roles, its other names and why they are its, where it is named and what it said."""
    said: dict[str, list[str]] = {}
    for statement in statements(record):
        if statement.speaker.actor:
            said.setdefault(statement.speaker.actor, []).append(statement.id)
    found = actors(record)
    for kind, title in KINDS.items():
        if entries := tuple(_actor(a, index, said=said.get(a.id, [])) for a in found if a.kind.value == kind):
            yield Group(Link(title), entries)


def _actor(actor: Actor, index: Index, *, said: list[str]) -> Entry:
    places = _named_in(actor, index)
    times = sum(len(f.links) for f in places)
    named = [f"named {_times(times)} in {len(places)} {'report' if len(places) == 1 else 'reports'}"] if times else []
    facts = [_role(r, index) for r in actor.roles]
    facts += [Fact(f"“{a.name}”", a.why, _by_number(a.cites, index)) for a in actor.aliases]
    if said:
        facts.append(Fact("said", links=tuple(to_entry(s, index) for s in said)))
    return Entry(
        anchor(actor.id),
        index.labels[actor.id],
        "Actor",
        (Link(actor.name),),
        remarks=tuple(r for r in (actor.kind.value, actor.country) if r),
        facts=tuple(facts),
        more=(*places, *(_membership(m, index) for m in actor.memberships)),
        more_title="; ".join([*named, *([f"memberships: {len(actor.memberships)}"] if actor.memberships else [])]),
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _named_in(actor: Actor, index: Index) -> tuple[Fact, ...]:
    cites = sorted({*actor.cites, *(c for a in actor.aliases for c in a.cites)})
    by_report = {report: tuple(quoted(c, index) for c in some) for report, some in groupby(cites, key=lambda c: c.report)}
    return tuple(Fact(index.labels[id_], links=by_report[id_]) for id_ in index.reports if id_ in by_report)


def _role(role: Role, index: Index) -> Fact:
    of = f" of {index.name(role.of)}" if role.of else ""
    years = [f"from {in_words(role.since)}" if role.since else "", f"until {in_words(role.until)}" if role.until else ""]
    return Fact("role", " ".join([role.title + of, *(y for y in years if y)]), _by_number(role.cites, index))


def _membership(membership: Membership, index: Index) -> Fact:
    since, until = membership.since, membership.until
    years = (f" from {in_words(since)}" if since else "") + (f" until {in_words(until)}" if until else "")
    return Fact("member of", f"{index.name(membership.of)}{years} (source: {membership.source})")


def _by_number(cites: Iterable[Citation], index: Index) -> tuple[Link, ...]:
    """Give citations as the labels of their reports, numbered where a report has several: R2, R4, R4·2."""
    links = []
    for report, some in groupby(sorted(set(cites)), key=lambda c: c.report):
        for n, cite in enumerate(some, start=1):
            label = index.labels[report] + (f"·{n}" if n > 1 else "")
            links.append(Link(label, "#" + mark_anchor(cite), index.place(cite)))
    return tuple(links)


def claim_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield the claims that several mentions make, with every value that they give."""
    for n, claim in enumerate(shared_claims(record), start=1):
        yield _claim(claim, index, label=f"C{n}")


def _claim(claim: Claim, index: Index, *, label: str) -> Entry:
    facts = [Fact("says so", links=tuple(to_entry(m, index) for m in claim.mentions))]
    for name in sorted(claim.values):
        facts += [Fact(name, _told(name, v.value, index), tuple(to_entry(m, index) for m in v.mentions)) for v in claim.values[name]]
    differing = [name for name in sorted(claim.values) if len(claim.values[name]) > 1]
    low, high = claim.origins.min, claim.origins.max
    origins = f"{low}" if low == high else f"{low} to {high}"
    return Entry(
        anchor("claim", claim.id),
        label,
        "Claim",
        (Link(claim.kind.capitalize()),),
        remarks=(
            f"{len(claim.mentions)} mentions in {len(claim.reports)} {'report' if len(claim.reports) == 1 else 'reports'}",
            f"independent origins: {origins}",
            *([f"they differ on {', '.join(differing)}"] if differing else []),
        ),
        facts=tuple(facts),
        why=claim.why,
    )


DATES = frozenset({"when", "said_on", "on", "due", "dated"})
"""Fields of a claim whose values are dates."""


def _told(field: str, value: str, index: Index) -> str:
    """Give a value of a claim as a reader would say it: an actor's name, a date in words."""
    if value in index.actors:
        return index.name(value)
    if value == "CONSULT":
        return "talks"
    return in_words(value) if field in DATES else value


def notice_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield what could not be done, where, and what can be done about it."""
    for n, notice in enumerate(record.notices, start=1):
        yield _notice(notice, index, id_=notice_id(n))


def _notice(notice: Notice, index: Index, *, id_: str) -> Entry:
    report = index.reports.get(notice.report or "")
    held = report is not None and notice.span is not None and notice.span.end <= len(report.text)
    quotes = (Quote(quoted(report.cite(notice.span.start, notice.span.end), index)),) if report and notice.span and held else ()
    facts = [Fact("report", links=(to_entry(report.id, index),))] if report else []
    return Entry(
        anchor(id_),
        index.labels[id_],
        "Notice",
        (Link(notice.what),),
        remarks=tuple(r for r in (f"stage: {notice.stage.value}", notice.file or (report.file if report else None)) if r),
        quotes=quotes,
        facts=(*facts, Fact("remedy", notice.remedy)),
    )


def judgement_entries(record: Record, index: Index) -> Iterator[Entry]:
    """Yield people's decisions about entries: by whom, when, why, and what they changed."""
    yield from (_judgement(j, index) for j in record.judgements)


def _judgement(judgement: Judgement, index: Index) -> Entry:
    changed = sorted({*(judgement.before or {}), *(judgement.after or {})})
    changes = [Fact(name, f"{_value(judgement.before, name)} → {_value(judgement.after, name)}") for name in changed]
    about = to_entry(judgement.entry, index)
    found = Fact("entry", links=(about,)) if about.href else Fact("entry", f"{judgement.entry}, not in this record")
    return Entry(
        anchor(judgement.id),
        index.labels[judgement.id],
        "Judgement",
        (Link(judgement.decision.value),),
        remarks=(f"by {judgement.by}", judgement.at),
        facts=(found, *changes),
        why=judgement.why,
    )


def _value(fields: dict[str, str | None] | None, name: str) -> str:
    value = (fields or {}).get(name)
    return "unknown" if value is None else value
