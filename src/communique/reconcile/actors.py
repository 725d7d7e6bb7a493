"""Actors across reports: one for each referent, every alias with why.

`joining` says which mentions are one referent's. What is doubtful stays apart: surnames that only look alike, sources without a name,
kinds of body without a state, one name with offices of two states.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.actor import Actor, Alias, Named, Role
from communique.model.citation import Citation
from communique.model.notice import Notice
from communique.reconcile.evidence import fullest
from communique.reconcile.joining import joined, place, suggestion
from communique.reference import Body, Country, Tables


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of all reports, the actor's id for each mention's id, and what was left apart."""

    actors: tuple[Actor, ...]
    ids: Mapping[str, str]
    notices: tuple[Notice, ...]


def actors_of(named_by_report: Mapping[str, Sequence[Named]], tables: Tables) -> Cast:
    """Join the named mentions of all reports. The result is the same in whatever order reports and mentions come."""
    found = joined(sorted((n for named in named_by_report.values() for n in named), key=place), tables)
    groups = [g for same in found.groups for g in _parted(same, tables, found.notices)]
    ids = {n.id: _id(g) for g in groups for n in g}
    actors = sorted((_actor(g, ids, found.why, tables) for g in groups), key=lambda a: a.id)
    return Cast(tuple(actors), ids, tuple(sorted(found.notices, key=lambda n: n.what)))


def _parted(same: list[Named], tables: Tables, notices: list[Notice]) -> list[list[Named]]:
    """Give the mentions of one name together, or apart by state where their offices are of two states.

    One kind of office between the two states keeps them together: one report tells it by who sends, another by who receives
    ("the Swedish ambassador to Chile", "the ambassador of Chile"). Two plain ambassadors of two states are two.
    """
    states = {_state(n.country, tables) for n in same} - {None}
    if len(states) < 2 or same[0].key:
        return [same]
    codes = sorted(s for s in states if s)
    offices = [[r.title for n in same for r in n.roles if _state(n.country, tables) == c] for c in codes]
    if set.intersection(*({_noun(t) for t in titles} for titles in offices)) and _is_between(codes, offices, tables):
        return [same]
    apart = [[n for n in same if _state(n.country, tables) == s] for s in codes]
    notices.append(suggestion(apart[1], apart[0], f"{same[0].name}: offices of {' and '.join(codes)}; kept as different persons."))
    return [*apart, *([n] for n in same if n.country is None)]


def _noun(title: str) -> str:
    """Give the noun of an office: "ambassador" of "deputy ambassador to Chile"."""
    return re.split(r" (?:to|of|for|in|at) ", title.casefold())[0].split()[-1]


def _is_between(codes: Sequence[str], offices: Sequence[Sequence[str]], tables: Tables) -> bool:
    """Say whether every state but one is named in the title of an office of another ("ambassador to Chile", of Sweden)."""
    named: set[str] = set()
    for code, titles in zip(codes, offices, strict=True):
        words = [t.split()[n : n + k] for t in titles for n in range(len(t.split())) for k in (1, 2, 3)]
        found = (m.entry.code for w in words if (m := tables.state(" ".join(w))))
        named |= {c for c in (_state(f, tables) for f in found) if c and c != code}
    return len(set(codes) - named) <= 1


def _state(code: str | None, tables: Tables) -> str | None:
    """Give a state's code, that of its successor for a former one: an office of the Soviet Union is no other than one of Russia."""
    country = tables.country(code) if code else None
    return country.successor or country.code if country else code


def _id(group: Sequence[Named]) -> str:
    return group[0].key or group[0].id


def _actor(group: Sequence[Named], ids: Mapping[str, str], why: Mapping[str, str], tables: Tables) -> Actor:
    first = group[0]
    entry = tables.entity(first.key) if first.key else None
    name = _of_body(entry, group) if isinstance(entry, Body) else entry.name if entry else fullest(group)
    countries = {n.country for n in group} - {None}
    return Actor(
        id=_id(group),
        name=name,
        kind=first.kind,
        country=next(iter(countries)) if len(countries) == 1 else first.country if first.key else None,
        aliases=_aliases(group, name, why),
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


def _aliases(group: Sequence[Named], name: str, why: Mapping[str, str]) -> tuple[Alias, ...]:
    found: dict[tuple[str, str], set[Citation]] = {}
    for named in group:
        if named.name != name and (named.key is None or named.name in _written(named)):
            found.setdefault((named.name, why.get(named.id, f"another spelling of {name}")), set()).add(named.cites[0])
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
