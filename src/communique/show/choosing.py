"""Choose from a record what a reader asks for: by actor, by day, by outlet. Labels are those of the whole record."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, NoReturn

from communique.errors import DateError, InputError
from communique.model.actor import Actor, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.dates import When
from communique.model.days import FIRST, LAST, Days, days
from communique.model.mention import Commitment, Condition, Document, Event, Position, Provision, Statement
from communique.model.record import Record
from communique.show.index import Index

_SHOWN = 8
"""Names that an answer to an unknown or ambiguous one lists."""
_LISTS = ("statements", "events", "documents", "positions", "conditions", "commitments")

Entry = Statement | Event | Document | Position | Condition | Commitment
_LIST_OF: Mapping[type, str] = dict(zip((Statement, Event, Document, Position, Condition, Commitment), _LISTS, strict=True))


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: `actor` a name, id or label; `since` and `until` EDTF dates; `outlet` a name. None asks for all."""

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None

    @property
    def is_all(self) -> bool:
        """Say whether nothing is left out."""
        return self == Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The part of a record that was asked for, and how many entries of each list lack the date to say."""

    record: Record
    undated: Mapping[str, int]


def chosen(record: Record, choice: Choice, index: Index) -> Chosen:
    """Give what a choice leaves of a record. Raises `InputError` where an actor, an outlet or a date is not known, and says which are."""
    if choice.is_all:
        return Chosen(record, {})
    wanted = asked_days(choice)
    since, until = (wanted.first, wanted.last) if wanted else (None, None)
    actor = actor_named(record, choice.actor, index) if choice.actor is not None else None
    reports = {r.id for r in record.reports if choice.outlet is None or _is(r.outlet, choice.outlet)}
    if not reports and record.reports:
        _unknown("outlet", choice.outlet or "", sorted({r.outlet for r in record.reports if r.outlet}))
    counted: Counter[str] = Counter()
    published = {r.id: r.published for r in record.reports}

    def fits(entry: Entry) -> bool:
        """Say whether an entry is asked for; counts those whose date nobody knows."""
        if _report(entry) not in reports or (actor and actor.id not in actors_in(entry)):
            return False
        return _timely(entry, published, since, until, counted)

    return Chosen(_left(record, fits, reports, actor), counted)


def asked_days(choice: Choice) -> Days | None:
    """Give the days that a choice asks for, None for all. Raises `InputError` where a date is none, or the end is before the beginning."""
    if choice.since is None and choice.until is None:
        return None
    since, until = _first(choice.since) or FIRST, _last(choice.until) or LAST
    if since > until:
        raise InputError(f"Nothing lies since {choice.since} and until {choice.until}: exchange the two.")
    return Days(since, until)


def actor_named(record: Record, name: str, index: Index) -> Actor:
    """Give the actor with an id, a label, a name or an alias; a part of a name will do where it is only one actor's."""
    wanted = name.strip().casefold()
    exact = [a for a in record.actors if wanted in {a.id.casefold(), index.labels.get(a.id, "").casefold(), *_names(a)}]
    found = exact or [a for a in record.actors if wanted and any(wanted in n for n in _names(a))]
    if len(found) != 1:
        some = found or sorted(record.actors, key=lambda a: (-len(a.cites), a.name))
        _unknown("actor", name, [f"{a.name} ({index.labels.get(a.id, a.id)})" for a in some])
    return found[0]


def actors_in(entry: Entry) -> frozenset[str]:
    """Give the ids of the actors that an entry speaks of: who says, does, promises or receives, and who says so."""
    whos: Iterable[Who | None]
    if isinstance(entry, Statement):
        whos = (entry.speaker, entry.addressee, *entry.via, Who(entry.on_behalf_of))
    elif isinstance(entry, Event):
        whos = (*entry.actors, *entry.recipients, *(Who(v.by) for v in entry.according_to))
    elif isinstance(entry, Document):
        whos = (*entry.by, *entry.to)
    elif isinstance(entry, Position):
        whos = (entry.actor,)
    elif isinstance(entry, Condition):
        whos = (entry.speaker, *entry.target, *entry.by)
    else:
        whos = (entry.by, *entry.to)
    return frozenset(w.actor for w in whos if w and w.actor)


def _names(actor: Actor) -> set[str]:
    return {actor.name.casefold(), *(a.name.casefold() for a in actor.aliases)}


def _is(outlet: str | None, wanted: str) -> bool:
    return outlet is not None and wanted.strip().casefold() in outlet.casefold()


def _unknown(kind: str, name: str, known: list[str]) -> NoReturn:
    near = get_close_matches(name, known, n=_SHOWN, cutoff=0.5) or known
    some = ", ".join(near[:_SHOWN]) + (f" and {len(near) - _SHOWN} more" if len(near) > _SHOWN else "")
    raise InputError(f"{name!r} is not one {kind} of this record. Name one of: {some}.")


def _first(value: str | None) -> str | None:
    return None if value is None else _day(value).first


def _last(value: str | None) -> str | None:
    return None if value is None else _day(value).last


def _day(value: str) -> Days:
    try:
        found = days(When(value).value or "")
    except DateError as error:
        raise InputError(str(error)) from error
    if found is None:
        raise InputError(f"{value!r} names no year. Write 2022-01-10, 2022-01 or 2022.")
    return found


def _report(entry: Entry) -> str:
    return entry.content[0].report if isinstance(entry, Statement) else entry.cites[0].report


def _timely(entry: Entry, published: Mapping[str, When], since: str | None, until: str | None, counted: Counter[str]) -> bool:
    if since is None and until is None:
        return True
    when = _date(entry)
    allowed = days((when and when.value) or published[_report(entry)].value or "")
    if allowed is None:
        counted[_LIST_OF[type(entry)]] += 1
        return False
    return (since is None or allowed.last >= since) and (until is None or allowed.first <= until)


def _date(entry: Entry) -> When | None:
    """Give an entry's own date; where it has none, that of its report counts."""
    if isinstance(entry, Statement):
        return entry.said_on
    if isinstance(entry, Event):
        return entry.when
    return entry.on if isinstance(entry, Position | Commitment) else None


def _left(record: Record, fits: Callable[[Entry], bool], reports: set[str], actor: Actor | None) -> Record:
    kept: dict[str, Any] = {name: tuple(e for e in getattr(record, name) if fits(e)) for name in _LISTS}  # Any: lists of any entry
    ids = {e.id for entries in kept.values() for e in entries}
    agreements = tuple(a for a in (_agreement(a, reports, actor) for a in record.agreements) if a.provisions or not actor)
    ids |= {p.id for a in agreements for p in a.provisions}
    issues = {p.issue for p in kept["positions"]}
    return replace(
        record,
        **kept,
        agreements=agreements,
        claims=tuple(c for c in record.claims if ids & set(c.mentions)),
        issues=tuple(i for i in record.issues if not actor or i.id in issues),
        conflicts=tuple(c for c in record.conflicts if not actor or c.about in ids),
        actors=tuple(a for a in record.actors if not actor or a.id == actor.id),
    )


def _agreement(agreement: Agreement, reports: set[str], actor: Actor | None) -> Agreement:
    def wanted(provision: Provision) -> bool:
        whos = (*provision.bearer, provision.proposed_by)
        return _in(provision.content, reports) and (actor is None or any(w and w.actor == actor.id for w in whos))

    return replace(agreement, provisions=tuple(p for p in agreement.provisions if wanted(p)))


def _in(cites: Iterable[Citation], reports: set[str]) -> bool:
    return any(c.report in reports for c in cites)
