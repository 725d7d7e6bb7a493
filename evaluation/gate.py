"""The quality gate: `python -m evaluation.gate` reads our own gold and fails where a figure falls below its floor.

`--update` raises floors to what was measured (less the margin) and records the gold's digest; it refuses to lower one unless
`--lower` is given too, which belongs in a commit that says why.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path

from evaluation.gold import Gold, load
from evaluation.tally import Figures, figures

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"

MARGIN = 0.005
"""How far below the measured figure a floor is set: less than one entry of the gold, more than a rounding."""


def main() -> int:
    """Measure, compare, and with `--update` write the floors; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--misses", action="store_true", help="print every miss and every wrong entry")
    options = parser.parse_args()
    gold = load(FOLDER / "gold")
    found = figures(gold, say=print if options.misses else None)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"gold": None, "floors": {}}
    if options.update:
        return _update(found, floors["floors"], gold, may_lower=options.lower)
    return _compare(found, floors, gold)


def digest(gold: list[Gold]) -> str:
    """Give the sha256 of all gold texts and entries, so that a changed gold cannot pass for a better program."""
    return sha256("".join(sha256(g.source).hexdigest() for g in gold).encode()).hexdigest()


def _compare(found: Figures, floors: dict[str, dict[str, float]], gold: list[Gold]) -> int:
    problems = [f"{n}: {found.get(n, 0.0):.4f} is below its floor {f:.4f}" for n, f in floors["floors"].items() if found.get(n, 0.0) < f]
    if floors["gold"] != digest(gold):
        problems.append("the gold changed since the floors were set: measure with --update")
    _print(found, floors["floors"])
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _update(found: Figures, floors: dict[str, float], gold: list[Gold], *, may_lower: bool) -> int:
    new = {name: round(max(0.0, value - MARGIN), 4) for name, value in found.items()}
    lowered = [name for name, floor in floors.items() if new.get(name, 0.0) < floor]
    if lowered and not may_lower:
        print(f"gate: {', '.join(lowered)} would fall. Mend it, or give --lower and say why in the commit.", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps({"gold": digest(gold), "floors": new}, indent=2) + "\n", encoding="utf-8")
    _print(found, new)
    return 0


def _print(found: Figures, floors: dict[str, float]) -> None:
    for name, value in found.items():
        print(f"{name:24} {value:.4f}  floor {floors.get(name, 0.0):.4f}")


if __name__ == "__main__":
    sys.exit(main())
