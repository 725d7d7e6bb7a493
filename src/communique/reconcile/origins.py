"""How many independent sources a claim has at least and at most: a repost is not a second witness.

At most as many as outlets, a wholesale copy not counted. At least as many as are left when everything is taken together that may be of one
source: reports that share much of their text, that credit the same source, or that rest on the word of the same actor. A report of an
unknown outlet may be any outlet's, so that it never adds to the least.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.claim import Origins
from communique.model.report import Report
from communique.reconcile.grouping import Pair, pair
from communique.reconcile.wording import narrative, shingles

RUN = 8
"""Words of a run that two reports have in common hardly by chance. Quotations are left out: all who heard them share them."""
COPY, WHOLESALE = 0.5, 0.9
"""Share of the shorter report's runs that the other one has too: from the first on it may be a copy, from the second on it is one."""
FEWEST = 25
"""Runs that copies have in common at least: fewer are a line about the page, or a stub of a report."""
_MOST = 60
"""Reports that may share a run: more share a line of the page or of a famous document."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of how reports depend on each other: shares of common text by pair, outlet and credited sources by report."""

    shared: Mapping[Pair, float]
    outlets: Mapping[str, str | None]
    credits: Mapping[str, frozenset[str]]


def sources_of(reports: Iterable[Report]) -> Sources:
    """Give how reports depend on each other."""
    reports = sorted(reports, key=lambda r: r.id)
    runs = {r.id: shingles((p for s in r.body for p in narrative(r.text[s.start : s.end])), RUN) for r in reports}
    return Sources(
        shared=_shared(runs),
        outlets={r.id: r.outlet for r in reports},
        credits={r.id: frozenset(c.source.casefold() for c in r.credits) for r in reports},
    )


def _shared(runs: Mapping[str, frozenset[tuple[str, ...]]]) -> dict[Pair, float]:
    """Give the share of the shorter report's runs for every pair that has `COPY` or more in common."""
    holders: dict[tuple[str, ...], list[str]] = {}
    for report, some in runs.items():
        for run in some:
            holders.setdefault(run, []).append(report)
    common = Counter(
        pair(a, b) for ids in holders.values() if 1 < len(ids) <= _MOST for n, a in enumerate(sorted(ids)) for b in sorted(ids)[n + 1 :]
    )
    shares = {two: number / min(len(runs[two[0]]), len(runs[two[1]])) for two, number in common.items() if number >= FEWEST}
    return {two: share for two, share in sorted(shares.items()) if share >= COPY}


def origins(reports: Collection[str], sources: Sources, *, rests_on: Mapping[str, str]) -> Origins:
    """Give the bounds for a claim of these reports; `rests_on` holds the actor on whose word a report tells it, where it is one."""
    ids = sorted(reports)
    outlets = {i: o for i in ids if (o := sources.outlets.get(i))}
    sure = [_one_of(outlets, ids), *_copies(ids, sources, WHOLESALE)]
    perhaps = [*sure, *_copies(ids, sources, COPY), _one_of(rests_on, ids)]
    perhaps += [_one_of({i: source for i in ids if source in sources.credits.get(i, ())}, ids) for source in _credited(ids, sources)]
    unknown = [i for i in ids if i not in outlets]
    least = _parts(ids, [e for some in perhaps for e in some], without=unknown if len(unknown) < len(ids) else unknown[1:])
    return Origins(least, max(least, _parts(ids, [e for some in sure for e in some], without=())))


def _one_of(named: Mapping[str, str], ids: Sequence[str]) -> list[Pair]:
    """Give the pairs of reports that have the same name."""
    first: dict[str, str] = {}
    return [pair(first[named[i]], i) for i in ids if i in named and first.setdefault(named[i], i) != i]


def _copies(ids: Sequence[str], sources: Sources, least: float) -> list[list[Pair]]:
    return [[(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :] if sources.shared.get((a, b), 0.0) >= least]]


def _credited(ids: Sequence[str], sources: Sources) -> list[str]:
    return sorted({source for i in ids for source in sources.credits.get(i, ())})


def _parts(ids: Sequence[str], edges: Iterable[Pair], *, without: Collection[str]) -> int:
    """Count the groups that edges leave of the reports; a group of none but those left out does not count."""
    home = {i: {i} for i in ids}
    for a, b in edges:
        if home[a] is not home[b]:
            home[a] |= home[b]
            home.update(dict.fromkeys(home[b], home[a]))
    return len({id(g) for g in home.values() if g - set(without)})
