"""Measure statements against PolNeAR-style annotations: `python evaluation/statements.py GOLD.jsonl SCORER.py [--rows A:B:STEP]`.

GOLD holds JSON lines with `id`, `text`, `published` and `annotations`; SCORER is the scorer that reads a record's JSON and gives
the figures.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique import annotate
from communique.extract.statements import statements
from communique.model.dates import When
from communique.model.mention import Statement
from communique.model.parse import Parse
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

Row = dict[str, str]


def reports(rows: Iterable[Row]) -> Iterator[Report]:
    """Yield each row as a report whose whole text is body."""
    for row in rows:
        body = Region(Span(0, len(row["text"])), RegionKind.BODY)
        yield Report(f"r-{row['id']}", row["id"], row["text"], "0" * 64, (body,), published=When(None))


def record(parses: Iterable[Parse]) -> dict[str, object]:
    """Give the part of a record's JSON that the scorer reads."""
    held, found = [], []
    for parse in parses:
        held.append({"id": parse.report.id, "file": parse.report.file})
        found += [_entry(s) for s in statements(parse, ())]
    return {"reports": held, "statements": found}


def _entry(statement: Statement) -> dict[str, object]:
    who = statement.speaker.cite
    return {
        "form": statement.form,
        "content": [{"report": c.report, "start": c.start, "end": c.end} for c in statement.content],
        "speaker_cite": {"start": who.start, "end": who.end} if who else None,
    }


def scored(rows: list[Row], parses: Iterable[Parse], scorer: Path) -> dict[str, dict[str, float]]:
    """Give the scorer's figures for the rows."""
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder, "gold.jsonl"), Path(folder, "record.json")
        gold.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
        found.write_text(json.dumps(record(parses)), encoding="utf-8")
        command = [sys.executable, str(scorer), "statements", str(gold), str(found)]
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]))


def main() -> None:
    """Read the rows, score them and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("scorer", type=Path)
    options.add_argument("--rows", default="0:60", help="which rows, as FIRST:LAST or FIRST:LAST:STEP")
    given = options.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    rows = rows[slice(*(int(n) for n in given.rows.split(":")))]
    for name, figures in scored(rows, annotate.parses(reports(rows)), given.scorer).items():
        print(f"{name:14}", "  ".join(f"{k} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
