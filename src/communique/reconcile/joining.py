"""Joins the named mentions of several reports into referents: by key, by name, by what two names share; each join says why.

Invariant: a join needs evidence beyond a likeness. Where there is only a likeness, the mentions stay apart and a notice suggests the merge.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from communique.model.actor import ActorKind, Named
from communique.model.notice import Notice, Stage
from communique.reconcile.evidence import Known, fullest, surname_evidence
from communique.reference import Tables
from communique.reference.spelling import acronym_of, initials, name_key, plain

_BY_NAME = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.ALLIANCE, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.BLOC})
_SHORT = 3
"""Letters up to which a name of one word is too short to be one organisation's in two reports, unless it is an acronym."""


@dataclass(slots=True)
class Joined:
    """The groups of mentions, each one referent; why a mention was joined, by its id; and what was left apart."""

    groups: list[list[Named]]
    why: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def joined(mentions: Iterable[Named], tables: Tables) -> Joined:
    """Join the mentions, given in their order, into referents."""
    groups: dict[str, list[Named]] = {}
    for named in mentions:
        groups.setdefault(_key(named, tables), []).append(named)
    found = Joined(list(groups.values()))
    persons = [g for g in found.groups if g[0].kind is ActorKind.PERSON]
    others = [g for g in found.groups if g[0].kind is not ActorKind.PERSON]
    found.groups = [*_persons(persons, others, found, tables), *_by_acronym(others, found)]
    return found


def place(named: Named) -> tuple[str, int, str]:
    """Give where a mention first stands: report's id, first character; its id parts two of one place."""
    return (*min((c.report, c.start) for c in named.cites), named.id)


def suggestion(one: Sequence[Named], other: Sequence[Named], what: str) -> Notice:
    """Give the notice that two referents may be one, with the command that merges them."""
    into, id_ = (group[0].key or group[0].id for group in (other, one))
    remedy = f"If they are one: `communique judge DOSSIER {id_} merge into={into} --by NAME`."
    return Notice(Stage.RECONCILE, what, remedy)


def _key(named: Named, tables: Tables) -> str:
    """Give what a mention is joined by; its own id where nothing would be sure."""
    if named.key:
        return named.key
    if named.kind is ActorKind.PERSON and " " in named.name:
        return f"person {name_key(named.name)}"
    name = plain(named.name)
    if named.kind in _BY_NAME and not tables.body(name) and (" " in name or len(name) > _SHORT or acronym_of(name)):
        return f"name {name}"
    return named.id


def _persons(groups: Sequence[list[Named]], others: Sequence[list[Named]], found: Joined, tables: Tables) -> list[list[Named]]:
    full = [g for g in groups if " " in g[0].name]
    bare = [g for g in groups if " " not in g[0].name]
    full = _merged(full, _fuller(full, tables), found, "first and last name of one person, in these reports")
    full = _merged(full, _nicknames(full, tables), found, "short form of the given name, with the same surname in these reports")
    full = _merged(full, _suffixed(full, found, tables), found, "the same name and office, with and without a suffix")
    known = Known.of(full, tables, mentions=[n for g in others for n in g])
    return [*_with_bare(full, bare, known, found, tables), *_bare_alike([g for g in bare if g[0].id not in found.why], found, known)]


def _merged(groups: Sequence[list[Named]], pairs: Iterable[tuple[int, int]], found: Joined, why: str) -> list[list[Named]]:
    """Join the groups of each pair, by their numbers."""
    whole, of = [list(g) for g in groups], list(range(len(groups)))
    for a, b in pairs:
        into, out = sorted((of[a], of[b]))
        if into != out:
            for named in whole[out]:
                found.why.setdefault(named.id, why)
            whole[into].extend(whole[out])
            whole[out] = []
            of = [into if n == out else n for n in of]
    return [sorted(g, key=place) for g in whole if g]


def _fuller(groups: Sequence[list[Named]], tables: Tables) -> Iterator[tuple[int, int]]:
    """Yield pairs of names that differ in middle names only, where all names with that first and last word fit each other."""
    by_ends: dict[str, list[int]] = {}
    for n, group in enumerate(groups):
        words = tables.persons.bare(name_key(group[0].name).split())
        by_ends.setdefault(words[-1], []).append(n)
    for alike in by_ends.values():
        fits = {(a, b) for a, b in combinations(alike, 2) if _fit(groups[a], groups[b], tables)}
        for a, b in fits:
            rivals = {n for pair in fits if a in pair or b in pair for n in pair}
            if all(pair in fits for pair in combinations(sorted(rivals), 2)):
                yield a, b


def _fit(one: Sequence[Named], other: Sequence[Named], tables: Tables) -> bool:
    return tables.persons.fit(one[0].name.split(), other[0].name.split())


def _nicknames(groups: Sequence[list[Named]], tables: Tables) -> Iterator[tuple[int, int]]:
    """Yield pairs of one surname whose given names the table joins, each the other's only one, no report naming both."""
    words = [g[0].name.split() for g in groups]
    pairs = [(a, b) for a, b in _of_one_surname(words, tables) if _nickname(words[a], words[b], tables)]
    for a, b in pairs:
        once = sum(a in p for p in pairs) == sum(b in p for p in pairs) == 1
        if once and not _reports(groups[a]) & _reports(groups[b]) and not _apart(groups[a], groups[b]):
            yield a, b


def _of_one_surname(names: Sequence[Sequence[str]], tables: Tables) -> list[tuple[int, int]]:
    """Give the pairs of names, by their numbers, whose last words are one in any spelling: comparing all with all takes too long."""
    alike: dict[str, list[int]] = {}
    for n, words in enumerate(names):
        alike.setdefault(name_key(tables.persons.bare(words)[-1]), []).append(n)
    return sorted(pair for some in alike.values() for pair in combinations(some, 2))


def _nickname(one: Sequence[str], other: Sequence[str], tables: Tables) -> bool:
    return tables.persons.suffix(one) == tables.persons.suffix(other) and tables.persons.given_alike(one[0], other[0])


def _suffixed(groups: Sequence[list[Named]], found: Joined, tables: Tables) -> Iterator[tuple[int, int]]:
    """Yield pairs of a name with and without "Jr." that hold one office; suggest those that no report tells apart."""
    names, known = tables.persons, Known.of(groups, tables)
    words = [g[0].name.split() for g in groups]
    for a, b in _of_one_surname(words, tables):
        one, other = words[a], words[b]
        if names.suffix(one) == names.suffix(other) or not names.fit(names.bare(one), names.bare(other)):
            continue
        if known.shared_office(groups[a], groups[b]) and not _apart(groups[a], groups[b]):
            yield a, b
        elif not _reports(groups[a]) & _reports(groups[b]):
            what = f"{groups[a][0].name} and {groups[b][0].name}: nothing but the name says that they are one; kept apart."
            found.notices.append(suggestion(groups[a], groups[b], what))


def _with_bare(full: Sequence[list[Named]], bare: Sequence[list[Named]], known: Known, found: Joined, tables: Tables) -> list[list[Named]]:
    """Give each bare surname to the one full name that has it, where evidence says so; suggest it where only the name does."""
    whole, families = [list(g) for g in full], dict[str, list[int]]()
    for n, named in enumerate(full):
        for family in sorted(_families(named, tables)):
            families.setdefault(family, []).append(n)
    for group in bare:
        fitting = [n for n in families.get(group[0].name, ()) if not _reports(full[n]) & _reports(group)]
        elder = [n for n in fitting if not tables.persons.suffix(full[n][0].name.split())] or fitting
        sure = [(n, why) for n in elder if (why := surname_evidence(group[0], full[n], known, alone=len(elder) == 1))]
        if len(sure) == 1:
            found.why[group[0].id] = sure[0][1]
            whole[sure[0][0]].extend(group)
        elif len(elder) == 1 and not _apart(group, full[elder[0]]):
            what = f"{group[0].name}: a surname alone; it may be {fullest(full[elder[0]])}, and is kept apart."
            found.notices.append(suggestion(group, full[elder[0]], what))
    return [sorted(g, key=place) for g in whole]


def _families(group: Iterable[Named], tables: Tables) -> set[str]:
    return {w for n in group for w in tables.persons.families(n.name.split())}


def _bare_alike(bare: Sequence[list[Named]], found: Joined, known: Known) -> list[list[Named]]:
    """Join bare surnames of several reports that hold one office; the others stay apart."""
    whole: list[list[Named]] = []
    for group in bare:
        same = [g for g in whole if g[0].name == group[0].name and known.shared_office(g, group) and not _apart(g, group)]
        if len(same) == 1:
            found.why[group[0].id] = f"the same surname and office: {known.shared_office(same[0], group)}"
            same[0].extend(group)
        else:
            whole.append(list(group))
    return [sorted(g, key=place) for g in whole]


def _by_acronym(groups: Sequence[list[Named]], found: Joined) -> list[list[Named]]:
    """Join a name that is an acronym to the one that a report gives it for, else to the only one whose initials it is."""
    whole = [list(g) for g in groups]
    given = [{acronym_of(a.name) for n in g for a in n.aliases} - {""} for g in groups]
    spellings = [initials(g[0].name) for g in groups]
    for n, group in enumerate(groups):
        acronym = acronym_of(group[0].name)
        if not acronym or group[0].key:
            continue
        defined = [m for m, known in enumerate(given) if m != n and acronym in known]
        spelt = [m for m, spelling in enumerate(spellings) if m != n and spelling == acronym and len(acronym) >= _SHORT]
        why = "acronym that a report gives for it" if defined else "its initials, and no other name's in these reports"
        into = defined or spelt
        if len(into) == 1:
            found.why.update({named.id: why for named in group})
            whole[into[0]].extend(group)
            whole[n] = []
    return [sorted(g, key=place) for g in whole if g]


def _reports(group: Iterable[Named]) -> set[str]:
    return {c.report for n in group for c in n.cites}


def _apart(one: Iterable[Named], other: Iterable[Named]) -> bool:
    """Say whether two groups are of different states."""
    a, b = ({n.country for n in g} - {None} for g in (one, other))
    return bool(a and b and not a & b)
