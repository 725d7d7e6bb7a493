"""The gate holds what was reached: no floor falls unless a person says so."""

import json
from pathlib import Path

import pytest
from evaluation.gate import MARGIN, Measured, digest, main
from evaluation.gold import Gold

GOLD = "digest of the gold"


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Give a file with two floors."""
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"gold": GOLD, "floors": {"speaker": 0.9, "talks_f1": 0.8}}), "utf-8")
    return path


def gate(path: Path, figures: dict[str, float], *options: str, gold: str = GOLD) -> int:
    """Run the gate on figures as if they had been measured."""
    return main(options, measure=lambda say: Measured(figures, gold), path=path)


def kept(path: Path) -> dict[str, float]:
    """Give the floors that the file holds."""
    found: dict[str, float] = json.loads(path.read_text("utf-8"))["floors"]
    return found


@pytest.mark.parametrize("speaker", [0.9, 0.9001, 1.0])
def test_gate_passes_at_or_above_every_floor(floors: Path, speaker: float) -> None:
    """A figure that reaches its floor is enough, and measuring writes nothing."""
    before = floors.read_bytes()
    assert gate(floors, {"speaker": speaker, "talks_f1": 0.8}) == 0
    assert floors.read_bytes() == before


def test_gate_fails_below_a_floor(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One figure below its floor fails the gate, which names it and both numbers."""
    assert gate(floors, {"speaker": 0.8999, "talks_f1": 1.0}) == 1
    told = capsys.readouterr().err
    assert "speaker: 0.8999 is below its floor 0.9000" in told
    assert "talks_f1" not in told


def test_gate_fails_on_a_changed_gold(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Better figures on another gold prove nothing."""
    assert gate(floors, {"speaker": 1.0, "talks_f1": 1.0}, gold="another") == 1
    assert "the gold changed" in capsys.readouterr().err


@pytest.mark.parametrize("floor", [0.8, 0.0])
def test_gate_fails_on_a_missing_figure(floors: Path, floor: float, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no longer measured is not as good as it was, whatever its floor."""
    floors.write_text(json.dumps({"gold": GOLD, "floors": {"speaker": 0.9, "talks_f1": floor}}), "utf-8")
    assert gate(floors, {"speaker": 1.0}) == 1
    assert "talks_f1 was not measured" in capsys.readouterr().err


def test_gate_fails_on_a_figure_without_a_floor(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new figure is held by nothing until floors are updated."""
    assert gate(floors, {"speaker": 1.0, "talks_f1": 1.0, "outlet": 1.0}) == 1
    assert "outlet has no floor" in capsys.readouterr().err


def test_gate_fails_without_floors(tmp_path: Path) -> None:
    """Where no floors were ever set, nothing is held."""
    assert gate(tmp_path / "none.json", {"speaker": 1.0}) == 1


def test_update_raises_floors_to_the_figures_less_the_margin(floors: Path) -> None:
    """New floors stand a margin below what was measured, on the gold that it was measured on."""
    assert gate(floors, {"speaker": 0.95, "talks_f1": 0.9, "outlet": 0.002}, "--update", gold="another") == 0
    assert kept(floors) == {"speaker": round(0.95 - MARGIN, 4), "talks_f1": round(0.9 - MARGIN, 4), "outlet": 0.0}
    assert gate(floors, {"speaker": 0.95, "talks_f1": 0.9, "outlet": 0.002}, gold="another") == 0


@pytest.mark.parametrize("speaker", [0.9, 0.902, 0.905])
def test_update_keeps_a_floor_that_the_figure_reaches_within_the_margin(floors: Path, speaker: float) -> None:
    """A floor that is higher than a margin below the figure stays, and is no reason to refuse."""
    assert gate(floors, {"speaker": speaker, "talks_f1": 0.9}, "--update") == 0
    assert kept(floors) == {"speaker": 0.9, "talks_f1": 0.895}


@pytest.mark.parametrize("figures", [{"speaker": 0.89, "talks_f1": 1.0}, {"speaker": 1.0}], ids=["below", "missing"])
def test_update_refuses_to_lower_a_floor(floors: Path, figures: dict[str, float], capsys: pytest.CaptureFixture[str]) -> None:
    """A figure that fell or is gone stops the update, and no floor is written, not even a higher one."""
    before = floors.read_bytes()
    assert gate(floors, figures, "--update") == 1
    assert floors.read_bytes() == before
    assert "--lower" in capsys.readouterr().err


def test_update_lowers_a_floor_when_told_and_says_so(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --lower the floor that cannot be reached falls, the other one stays, and what fell is printed."""
    assert gate(floors, {"speaker": 0.85, "talks_f1": 0.803}, "--update", "--lower") == 0
    assert kept(floors) == {"speaker": 0.845, "talks_f1": 0.8}
    told = capsys.readouterr().out
    assert "lowered: speaker: 0.8500 is below its floor 0.9000" in told
    assert "lowered: talks_f1" not in told


def test_lower_without_update_is_refused(floors: Path) -> None:
    """--lower by itself would do nothing, so it is a mistake."""
    with pytest.raises(SystemExit):
        gate(floors, {"speaker": 1.0, "talks_f1": 1.0}, "--lower")


def test_digest_changes_with_any_byte_of_the_gold() -> None:
    """Texts and entries count, each report by itself."""
    one, two, other = (Gold(Path("a.yml"), "", source, {}) for source in (b"ab", b"c", b"abc"))
    assert len({digest([one, two]), digest([two, one]), digest([one]), digest([other]), digest([])}) == 5
