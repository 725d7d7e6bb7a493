"""Agreements: the provisions that one report gives of one text, by the words that name it."""

from collections.abc import Sequence

from communique.model.actor import Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.ids import mention_id
from communique.model.mention import Provision


def agreements_of(provisions: Sequence[Provision]) -> list[Agreement]:
    """Give the agreements of provisions whose actors are already known, sorted by id. Reports are never mixed."""
    groups: dict[tuple[str, str], list[Provision]] = {}
    for provision in sorted(provisions, key=_place):
        groups.setdefault((provision.content[0].report, _words(provision.agreement)), []).append(provision)
    return sorted((_agreement(report, group) for (report, _), group in groups.items()), key=lambda a: a.id)


def _place(provision: Provision) -> tuple[str, int, str]:
    first = min(provision.content)
    return first.report, first.start, provision.id


def _words(cite: Citation | None) -> str:
    words = " ".join(cite.quote.casefold().split()) if cite else ""
    return words.removeprefix("the ").removeprefix("a ")


def _agreement(report: str, group: Sequence[Provision]) -> Agreement:
    named = sorted({p.agreement for p in group if p.agreement})
    places = [c.span for c in named[:1]] or [c.span for p in group for c in p.content]
    return Agreement(
        id=mention_id(report, "agreement", places),
        title=" ".join(named[0].quote.split()) if named else None,
        provisions=tuple(group),
        proposed_by=_distinct([p.proposed_by for p in group if p.proposed_by]),
        cites=tuple(named) or tuple(sorted({c for p in group for c in p.content})),
    )


def _distinct(who: Sequence[Who]) -> tuple[Who, ...]:
    """Give each actor once, where first named; unknown ones by their words."""
    found: dict[str, Who] = {}
    for one in who:
        found.setdefault(one.actor or (one.cite.quote if one.cite else ""), one)
    return tuple(found.values())
