"""The bundled example shows what Communique is for: stances, a move, a promise denied, a wrong number, figures that conflict."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile

import pytest

import communique
from communique.analyse.matrix import matrix
from communique.analyse.moves import moves
from communique.model.conflict import ConflictKind
from communique.model.kinds import PositionStance, Stance
from communique.model.record import Record
from communique.show import lines


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Read the three reports with the codebook beside the dossier, as `communique demo` does."""
    folder = tmp_path_factory.mktemp("demo")
    with as_file(files("communique.data") / "demo") as demo:
        copyfile(demo / "dossier.toml", folder / "dossier.toml")
        yield communique.read_reports(sorted(Path(demo).glob("*.txt")), dossier=folder / "demo.db")


def test_several_actors_stand_on_each_issue(record: Record) -> None:
    """Every issue of the codebook has both who is for it and who is not simply for it, or several who are."""
    whole = matrix(record)
    named = [i for i in whole.issues if i.source == "codebook"]
    assert {i.id for i in named} == {"open-door", "troops", "missiles", "reply"}
    assert all(sum(1 for a in whole.actors if whole.cell(a, i)) > 1 for i in named)
    nato = next(a for a in whole.actors if a.name == "NATO")
    stances = {i.id: cell.stance for i in named if (cell := whole.cell(nato, i))}
    assert stances == {"open-door": PositionStance.SUPPORTS, "troops": PositionStance.REJECTS}


def test_one_side_moves(record: Record) -> None:
    """From undecided to accepts, between two reports."""
    (move,) = moves(record)
    assert (move.actor, move.issue) == ("state:USA", "reply")
    assert (move.before.stance, move.now.stance) == (PositionStance.UNDECIDED, PositionStance.ACCEPTS)


def test_a_promise_is_asserted_and_denied(record: Record) -> None:
    """Each by somebody else, which is a conflict."""
    stances = {v.stance for c in record.commitments for v in c.according_to}
    assert {Stance.ASSERTS, Stance.DENIES} <= stances
    assert sum("NATO (1990, denied)" in line or "NATO (date unknown, denied)" in line for line in lines(record, "commitments")) == 2
    assert any(c.about.startswith("com-") and c.kind is ConflictKind.POLARITY for c in record.conflicts)


def test_a_wrong_number_and_other_figures_are_conflicts(record: Record) -> None:
    """An article with another's number; soldiers counted otherwise."""
    assert {ConflictKind.REFERENCE, ConflictKind.NUMBER} <= {c.kind for c in record.conflicts}


def test_one_claim_has_three_reports_and_one_condition_is_open(record: Record) -> None:
    """The talks of 10 January stand once, with all three behind them."""
    assert any(len(c.reports) == len(record.reports) == 3 for c in record.claims)
    assert record.conditions
