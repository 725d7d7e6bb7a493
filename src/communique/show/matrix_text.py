"""The matrix as lines for a terminal: a grid of signs, then every cell with the words that it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from communique.analyse.bearing import AtOdds, bearing
from communique.analyse.matrix import Cell, Matrix, matrix
from communique.analyse.moves import moves
from communique.errors import InputError
from communique.model.actor import Actor
from communique.model.issue import Issue
from communique.model.kinds import PositionStance
from communique.model.mention import Position
from communique.model.record import Record
from communique.show.at_odds import at_odds_lines, at_odds_words
from communique.show.cell_lines import position_line, unplaced_lines
from communique.show.choosing import Choice, chosen
from communique.show.harmless import harmless
from communique.show.in_short import day
from communique.show.index import Index, index_of, one_line
from communique.show.wrapped import INDENT, WIDTH, hanging, indented

_SIGNS = {
    PositionStance.DEMANDS: "++",
    PositionStance.SUPPORTS: "+",
    PositionStance.ACCEPTS: "(+)",
    PositionStance.CONDITIONAL: "if",
    PositionStance.UNDECIDED: "?",
    PositionStance.REJECTS: "-",
}
"""Signs of the grid; the legend under it spells them out."""
_NAME = 22
_COLUMNS = 12


def matrix_lines(record: Record, *, choice: Choice | None = None, issue: str | None = None) -> Iterator[str]:
    """Yield the matrix: a grid of signs, then every cell with its stance, count, latest date and the labels of its positions.

    Raises `InputError` where an actor or issue that is asked for is not in the record.
    """
    index = index_of(record)
    part = chosen(record, choice or Choice(), index).record
    found = matrix(part)
    odds = [o for o in bearing(record).at_odds if (o.actor, o.issue) in found.cells]
    moved = {(m.actor, m.issue): m.before.stance.value for m in moves(part)}
    issues = [i for i in found.issues if issue is None or i.id == _issue_named(record, issue, index).id]
    if not found.cells or not issues:
        yield "No positions on any issue. Name issues in dossier.toml, or read reports that take a stand."
        yield from _unplaced(part.positions if issue is None else (), index)
        return
    yield from (harmless(line) for line in _grid(found, issues, index, odds=odds))
    for one in issues:
        yield ""
        yield from (harmless(line) for line in _heading(one, index))
        for actor in found.actors:
            if cell := found.cell(actor, one):
                yield from (harmless(line) for line in _cell(cell, actor, index, before=moved.get((actor.id, one.id))))
                yield from (harmless(line) for line in _at_odds([o for o in odds if (o.actor, o.issue) == (actor.id, one.id)], index))
    yield from _unplaced(part.positions if issue is None else (), index)


def _heading(issue: Issue, index: Index) -> Iterator[str]:
    """Yield an issue: its label and proposition, whether it is only proposed, what it is part of, and whether its parts are one package."""
    told = "" if issue.proposition.casefold() == issue.label.casefold() else f": {issue.proposition}"
    proposed = " (proposed by the recurring words)" if issue.source == "proposed" else ""
    yield from hanging(f"{index.labels[issue.id]:<{INDENT - 1}} {issue.label}{told}{proposed}")
    if issue.parent and issue.parent in index.labels:
        yield from indented(f"part of {index.labels[issue.parent]}")
    for cite in issue.together:
        yield from indented(f"to be taken as one: “{one_line(cite.quote)}”, {index.place(cite)}")


def _unplaced(positions: Iterable[Position], index: Index) -> Iterator[str]:
    for n, line in enumerate(unplaced_lines(positions, index)):
        yield from ("", *hanging(harmless(line))) if n == 0 else indented(harmless(line))


def _issue_named(record: Record, name: str, index: Index) -> Issue:
    wanted = name.casefold()
    found = [i for i in record.issues if wanted in {i.id.casefold(), i.label.casefold(), index.labels[i.id].casefold()}]
    if not found:
        known = ", ".join(i.label for i in record.issues) or "none"
        raise InputError(f"{name!r} is no issue of this record. Name one of: {known}.")
    if len(found) > 1:
        raise InputError(f"{name!r} names {len(found)} issues. Name one by its id: {', '.join(i.id for i in found)}.")
    return found[0]


def _grid(found: Matrix, issues: list[Issue], index: Index, *, odds: Sequence[AtOdds]) -> Iterator[str]:
    with_itself = {(o.actor, o.issue): "!" for o in odds}
    for start in range(0, len(issues), _COLUMNS):
        some = issues[start : start + _COLUMNS]
        yield " " * _NAME + "".join(f"{index.labels[i.id]:>5}" for i in some)
        for actor in found.actors:
            cells = [(found.cell(actor, i), with_itself.get((actor.id, i.id), "")) for i in some]
            signs = [_SIGNS[cell.stance] + odd if cell else "." for cell, odd in cells]
            if any(s != "." for s in signs):
                yield f"{actor.name[: _NAME - 1]:<{_NAME}}" + "".join(f"{s:>5}" for s in signs)
    legend = [f"{sign} {stance.value}" for stance, sign in _SIGNS.items()] + [". no position read"]
    yield from wrap(", ".join([*legend, *(["! but at odds with its own acts or plans"] if odds else [])]), WIDTH)


def _cell(cell: Cell, actor: Actor, index: Index, *, before: str | None) -> Iterator[str]:
    """Yield a cell; `before` is where the actor stood before moving. Other stances of the same days are told beside the latest."""
    others = ", ".join(s.value for s in cell.others)
    moved = f" (before: {before})" if before else f" (also: {others})" if others else ""
    times = "once" if cell.claims == 1 else f"{cell.claims} times"
    told = f", told {len(cell.positions)} times" if len(cell.positions) > cell.claims else ""
    where = f" in {cell.reports} reports" if cell.reports > 1 else ""
    yield from indented(f"{actor.name}: {cell.stance.value}{moved}, {times}, latest {day(cell.latest)}{told}{where}")
    for position in cell.positions:
        yield from indented(f"  {position_line(position, index)}")


def _at_odds(odds: Iterable[AtOdds], index: Index) -> Iterator[str]:
    for one in odds:
        yield from indented(f"  ! {at_odds_words(one, index)}")
        yield from (line for told in at_odds_lines(one, index) for line in indented(f"    {told}"))
