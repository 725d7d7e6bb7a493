"""The quality gate: `python -m evaluation.gate` reads our own gold and fails where a figure falls below its floor.

`--update` raises floors to what was measured (less the margin) and records the gold's digest. A floor that is higher already stays; one
that the figure no longer reaches is refused unless `--lower` is given too, which belongs in a commit that says why.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.gold import Gold, load
from evaluation.tally import Figures, Say, figures

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"

MARGIN = 0.005
"""How far below the measured figure a floor is set: less than one entry of the gold, more than a rounding."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures, and the digest of the gold that they were measured on."""

    figures: Figures
    gold: str


Measure = Callable[[Say | None], Measured]
"""Gives figures, and says misses where it is told to."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each figure may be, and the digest of the gold that this holds for; None where nothing was measured yet."""

    figures: Figures
    gold: str | None


def measured_on_gold(say: Say | None) -> Measured:
    """Read our own gold and give its figures; takes a minute or so."""
    gold = load(FOLDER / "gold")
    return Measured(figures(gold, say=say), digest(gold))


def main(
    arguments: Sequence[str] | None = None, *, measure: Callable[[Say | None], Measured] = measured_on_gold, path: Path = FLOORS
) -> int:
    """Measure, compare with the floors at `path`, and with `--update` write them; gives the exit status.

    `measure` gives the figures, and is told where to say what was missed.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--misses", action="store_true", help="print every miss and every wrong entry")
    options = parser.parse_args(arguments)
    if options.lower and not options.update:
        parser.error("--lower lowers nothing by itself. Give --update too.")
    measured = measure(print if options.misses else None)
    floors = floors_at(path)
    if options.update:
        return _update(measured, floors, path, may_lower=options.lower)
    return _compare(measured, floors)


def floors_at(path: Path) -> Floors:
    """Give the floors that a file holds, none where there is no file."""
    if not path.exists():
        return Floors({}, None)
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Floors(kept["floors"], kept["gold"])


def digest(gold: Sequence[Gold]) -> str:
    """Give the sha256 of all gold texts and entries, so that a changed gold cannot pass for a better program."""
    return sha256("".join(sha256(g.source).hexdigest() for g in gold).encode()).hexdigest()


def _compare(measured: Measured, floors: Floors) -> int:
    problems = [*_fallen(measured.figures, floors.figures)]
    problems += [f"{name} has no floor: measure with --update" for name in measured.figures if name not in floors.figures]
    if floors.gold != measured.gold:
        problems.append("the gold changed since the floors were set: measure with --update")
    _print(measured.figures, floors.figures)
    return _told(problems)


def _update(measured: Measured, floors: Floors, path: Path, *, may_lower: bool) -> int:
    fallen = _fallen(measured.figures, floors.figures)
    if fallen and not may_lower:
        return _told([*fallen, "no floor was written. Mend it, or give --lower and say why in the commit"])
    new = {name: _floor(value, floors.figures.get(name)) for name, value in measured.figures.items()}
    path.write_text(json.dumps({"gold": measured.gold, "floors": new}, indent=2) + "\n", encoding="utf-8")
    _print(measured.figures, new)
    for what in fallen:
        print(f"lowered: {what}")
    return 0


def _floor(value: float, old: float | None) -> float:
    """Give the floor for a figure: the old one while the figure reaches it, unless a margin below the figure is higher."""
    new = round(max(0.0, value - MARGIN), 4)
    return max(old, new) if old is not None and value >= old else new


def _fallen(found: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    missing = [f"{name} was not measured, its floor is {floor:.4f}" for name, floor in floors.items() if name not in found]
    return missing + [f"{n}: {found[n]:.4f} is below its floor {f:.4f}" for n, f in floors.items() if n in found and found[n] < f]


def _told(problems: Sequence[str]) -> int:
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _print(found: Figures, floors: Figures) -> None:
    for name, value in found.items():
        print(f"{name:24} {value:.4f}  floor {floors.get(name, 0.0):.4f}")


if __name__ == "__main__":
    sys.exit(main())
