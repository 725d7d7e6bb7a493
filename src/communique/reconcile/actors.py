"""Actors across reports: one for each referent, every alias with why.

Mentions are joined by the key of the tables; persons by a full name, whatever its spelling; other organisations by the same name.
What is doubtful stays apart: bare surnames, sources without a name, kinds of body without a state, one name with offices of two states.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor, ActorKind, Alias, Named, Role
from communique.model.citation import Citation
from communique.model.notice import Notice, Stage
from communique.reconcile.spelling import name_key
from communique.reference import Body, Country, Tables

_BY_NAME = frozenset({ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.BLOC})

_PERSON = "person "
"""What the key of a person's full name begins with."""
_SHORT = 3
"""Words of such a key for a name of two words."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of all reports, the actor's id for each mention's id, and what was left apart."""

    actors: tuple[Actor, ...]
    ids: Mapping[str, str]
    notices: tuple[Notice, ...]


def actors_of(named_by_report: Mapping[str, Sequence[Named]], tables: Tables) -> Cast:
    """Join the named mentions of all reports. The result is the same in whatever order reports and mentions come."""
    mentions = sorted((n for named in named_by_report.values() for n in named), key=_place)
    notices: list[Notice] = []
    groups = [g for same in _grouped(mentions, tables).values() for g in _parted(same, tables, notices)]
    ids = {n.id: _id(g) for g in groups for n in g}
    actors = sorted((_actor(g, ids, tables) for g in groups), key=lambda a: a.id)
    return Cast(tuple(actors), ids, tuple(sorted(notices, key=lambda n: n.what)))


def _place(named: Named) -> tuple[str, int, str]:
    """Give where a mention first stands: report's id, first character; its id parts two of one place."""
    return (*min((c.report, c.start) for c in named.cites), named.id)


def _grouped(mentions: Iterable[Named], tables: Tables) -> dict[str, list[Named]]:
    groups: dict[str, list[Named]] = {}
    for named in mentions:
        groups.setdefault(_key(named, tables), []).append(named)
    return _with_middle_names(groups)


def _with_middle_names(groups: dict[str, list[Named]]) -> dict[str, list[Named]]:
    """Join a name of two words to the one longer name with its first and last word ("Ada Lund", "Ada Berg Lund"); on doubt, to none."""
    fuller: dict[tuple[str, str], list[str]] = {}
    for key in groups:
        words = key.split()
        if key.startswith(_PERSON) and len(words) > _SHORT:
            fuller.setdefault((words[1], words[-1]), []).append(key)
    for key in [k for k in groups if k.startswith(_PERSON) and len(k.split()) == _SHORT]:
        longer = fuller.get((key.split()[1], key.split()[2]), [])
        if len(longer) == 1:
            groups[longer[0]] = sorted([*groups[longer[0]], *groups.pop(key)], key=_place)
    return groups


def _key(named: Named, tables: Tables) -> str:
    """Give what a mention is joined by; its own id where nothing would be sure."""
    if named.key:
        return named.key
    if named.kind is ActorKind.PERSON and " " in named.name:
        return _PERSON + name_key(named.name)
    if named.kind in _BY_NAME and not tables.body(named.name) and (" " in named.name or len(named.name) > 3):
        return f"{named.kind} {' '.join(named.name.split())}"
    return named.id


def _parted(same: list[Named], tables: Tables, notices: list[Notice]) -> list[list[Named]]:
    """Give the mentions of one name together, or apart by state where their offices are of two states."""
    states = {_state(n.country, tables) for n in same} - {None}
    if len(states) < 2 or same[0].key:
        return [same]
    codes = sorted(s for s in states if s)
    apart = [[n for n in same if _state(n.country, tables) == s] for s in codes]
    told, other, one = " and ".join(codes), _id(apart[0]), _id(apart[1])
    notices.append(
        Notice(
            Stage.RECONCILE,
            f"{same[0].name}: offices of {told}; kept as different persons.",
            f"If they are one person: `communique judge DOSSIER {one} merge into={other} --by NAME`.",
        )
    )
    return [*apart, *([n] for n in same if n.country is None)]


def _state(code: str | None, tables: Tables) -> str | None:
    """Give a state's code, that of its successor for a former one: an office of the Soviet Union is no other than one of Russia."""
    country = tables.country(code) if code else None
    return country.successor or country.code if country else code


def _id(group: Sequence[Named]) -> str:
    return group[0].key or group[0].id


def _actor(group: Sequence[Named], ids: Mapping[str, str], tables: Tables) -> Actor:
    first = group[0]
    entry = tables.entity(first.key) if first.key else None
    name = _of_body(entry, group) if isinstance(entry, Body) else entry.name if entry else _fullest(group)
    countries = {n.country for n in group} - {None}
    return Actor(
        id=_id(group),
        name=name,
        kind=first.kind,
        country=next(iter(countries)) if len(countries) == 1 else first.country if first.key else None,
        aliases=_aliases(group, name),
        roles=_roles(group, ids),
        memberships=tables.memberships(entry.code) if isinstance(entry, Country) else (),
        cites=tuple(sorted({c for n in group for c in n.cites})),
    )


def _of_body(entry: Body, group: Iterable[Named]) -> str:
    """Give a body's plain name; a nickname where the reports write nothing else, the one that they write most."""
    counted = Counter(w for n in group for w in _written(n))
    only_nicknames = counted and all(w in entry.nicknames for w in counted)
    return min(counted, key=lambda w: (-counted[w], w)) if only_nicknames else entry.name


def _written(named: Named) -> Iterable[str]:
    """Yield the names that a mention's report writes: its aliases, and its own name where that stands there; each as often as there."""
    for alias in named.aliases:
        yield from [alias.name] * max(1, len(alias.cites))
    if not named.aliases or any(" ".join(c.quote.split()) == named.name for c in named.cites):
        yield named.name


def _fullest(group: Iterable[Named]) -> str:
    """Give the name with most words; of equal ones the one that most reports use, then the first in the alphabet."""
    counted = Counter(n.name for n in group)
    return min(counted, key=lambda name: (-len(name.split()), -counted[name], name))


def _aliases(group: Sequence[Named], name: str) -> tuple[Alias, ...]:
    found: dict[tuple[str, str], set[Citation]] = {}
    for named in group:
        if named.name != name and (named.key is None or named.name in _written(named)):
            found.setdefault((named.name, f"another spelling or part of {name}"), set()).add(named.cites[0])
        for alias in named.aliases:
            if alias.name != name:
                found.setdefault((alias.name, alias.why), set()).update(alias.cites)
    return tuple(Alias(alias, why, tuple(sorted(cites))) for (alias, why), cites in sorted(found.items()))


def _roles(group: Iterable[Named], ids: Mapping[str, str]) -> tuple[Role, ...]:
    """Join roles of the same title and body; a title without a body joins the one that has the same words."""
    found: dict[tuple[str, str | None], list[Role]] = {}
    for role in (r for n in group for r in n.roles):
        found.setdefault((role.title.casefold(), ids.get(role.of, role.of) if role.of else None), []).append(role)
    for title, of in [key for key in found if key[1] is None]:
        owned = [key for key in found if key[0] == title and key[1] is not None]
        if len(owned) == 1:
            found[owned[0]].extend(found.pop((title, of)))
    return tuple(_role(of, roles) for (_, of), roles in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or "")))


def _role(of: str | None, roles: Sequence[Role]) -> Role:
    counted = Counter(r.title for r in roles)
    title = min(counted, key=lambda t: (-counted[t], t))
    return Role(title, of, tuple(sorted({c for r in roles for c in r.cites})))
