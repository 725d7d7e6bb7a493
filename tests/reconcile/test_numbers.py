"""Numbers of one claim: two that cannot both be right are a conflict, whatever kind of entry tells them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from communique.model.kinds import PositionStance
from communique.model.mention import Figure, Position
from communique.model.report import Report
from communique.reconcile.claims import Told, claims_of
from communique.reconcile.conflicts import conflicts_of

from .written import ACTORS, position, report


def _figure(held: Report, value: float, bound: str, *, upper: float | None = None, unit: str = "ships") -> Figure:
    return Figure(value, unit, bound, None, None, None, held.cite(0, 6), upper)


def _taken(held: Report, figures: Sequence[Figure]) -> Position:
    return replace(position(held, "the cod quota", PositionStance.REJECTS), figures=tuple(figures))


def _sides(one: Sequence[tuple[float, str]], other: Sequence[tuple[float, str]]) -> list[str]:
    reports = [report("Norway rejects the cod quota.", n, f"2031-05-0{n}") for n in (1, 2)]
    taken = [_taken(r, [_figure(r, *f) for f in some]) for r, some in zip(reports, (one, other), strict=True)]
    told = Told(positions=taken)
    claims = claims_of(told, actors=ACTORS, reports={r.id: r for r in reports})
    return [s.value for c in conflicts_of(claims, told.by_id, ACTORS) if c.kind == "number" for s in c.sides]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ([(3, "exact")], [(5, "exact")], ["3 ships", "5 ships"]),
        ([(3, "at_least")], [(5, "exact")], []),
        ([(3, "about")], [(3, "exact")], []),
        ([(3, "exact"), (12, "exact")], [(3, "exact")], []),
        ([(3, "exact"), (12, "exact")], [(3, "exact"), (14, "exact")], ["12 ships", "14 ships"]),
        ([(8, "at_most")], [(9, "at_least")], ["at least 9 ships", "at most 8 ships"]),
    ],
)
def test_numbers_that_cannot_both_be_right_are_a_conflict(
    one: list[tuple[float, str]], other: list[tuple[float, str]], sides: list[str]
) -> None:
    """A bound allows more than its number; what one report leaves out contradicts nothing."""
    assert _sides(one, other) == sides


def test_a_range_allows_what_lies_in_it() -> None:
    """A range is told with both ends, and 50 is no contradiction, 70 is."""
    reports = [report("Norway rejects the cod quota.", n, f"2031-05-0{n}") for n in (1, 2, 3)]
    ranged = _taken(reports[0], [_figure(reports[0], 40, "exact", upper=60)])
    within, beyond = (_taken(r, [_figure(r, v, "exact")]) for r, v in zip(reports[1:], (50, 70), strict=True))
    kinds = []
    for other in (within, beyond):
        told = Told(positions=[ranged, other])
        claims = claims_of(told, actors=ACTORS, reports={r.id: r for r in reports})
        kinds.append([[s.value for s in c.sides] for c in conflicts_of(claims, told.by_id, ACTORS)])
        assert any(v.value == "40 to 60 ships" for c in claims for v in c.values["figures"])
    assert kinds == [[], [["40 to 60 ships", "70 ships"]]]
