"""Writes the golden files of the exports anew: `python -m tests.show.support.renew`, then read the difference."""

from pathlib import Path

from communique.show import VIEWS, json_export, lines

from ..test_answers import ANSWERS, moved
from .talks_in_brenn import record

GOLDEN = Path(__file__).parents[2] / "golden"


def main() -> None:
    """Write every golden file of this room."""
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "talks_in_brenn.json").write_text(json_export(record()), encoding="utf-8", newline="\n")
    for kind in VIEWS:
        text = "\n".join(lines(record(), kind)) + "\n"
        (GOLDEN / f"talks_in_brenn.{kind}.txt").write_text(text, encoding="utf-8", newline="\n")
    for name, answer in ANSWERS.items():
        text = "\n".join(answer(moved())) + "\n"
        (GOLDEN / f"talks_in_brenn.{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
