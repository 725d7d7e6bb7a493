"""Measure place or government: `python -m evaluation.places DATA [--part report|tune|all] [--misses]`.

`gold/places.yml` holds, for 100 names of seats of government, buildings and states, what a reader says that they stand for: their row,
the text's sha256, offsets and the answer, never the text. An answer is right where the record has the name as an actor of the tables (a
state, body or organisation) if and only if the reader says `government`; a place and a part of another name are not told apart further.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from communique import annotate, reference
from communique.errors import InputError
from communique.extract.actors import named
from communique.model.ids import report_id
from communique.model.parse import Parse
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

_GOLD = Path(__file__).parent / "gold" / "places.yml"
_PUBLIC = ("state:", "body:", "org:")


@dataclass(frozen=True, slots=True)
class Case:
    """One name: where it stands, what kind it is of, and what the reader answered."""

    file: str
    id: str
    sha256: str
    span: Span
    kind: str
    answer: str
    part: str


def cases(path: Path = _GOLD) -> list[Case]:
    """Give the cases of the gold."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    return [Case(r["file"], r["id"], r["sha256"], Span(r["start"], r["end"]), r["kind"], r["answer"], r["part"]) for r in rows]


def reports(wanted: Iterable[Case], data: Path) -> Iterator[Report]:
    """Yield each case's row as a report, once; a text that is not the marked one is an `InputError`."""
    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for case in wanted:
        by_file[case.file][case.id] = case.sha256
    for file, ids in by_file.items():
        for line in (data / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = str(row.get("id") or row.get("doc"))
            digest = sha256(row["text"].encode()).hexdigest()
            if ids.get(name) == digest:
                region = Region(Span(0, len(row["text"])), RegionKind.BODY)
                yield Report(report_id(digest, name), name, row["text"], digest, (region,))
                del ids[name]
        if ids:
            raise InputError(f"{data / file}: rows {sorted(ids)} are not the marked texts. Give the data that the gold names.")


def governments(parse: Parse) -> tuple[Span, ...]:
    """Give the spans at which the report names an actor of the tables: a state, body or organisation."""
    found = (n for n in named(parse, reference.load()) if n.key and n.key.startswith(_PUBLIC))
    return tuple(c.span for n in found for c in n.cites)


def right(case: Case, spans: Sequence[Span]) -> bool:
    """Say whether the record's answer is the reader's."""
    return any(s.covers(case.span) or case.span.covers(s) for s in spans) is (case.answer == "government")


def measured(wanted: Sequence[Case], parses: Mapping[str, Parse], *, misses: bool) -> dict[str, float]:
    """Give the share right, in all and by kind; with `misses`, print each wrong one."""
    tally: Counter[str] = Counter()
    found = {name: governments(parse) for name, parse in parses.items()}
    for case in wanted:
        good, text = right(case, found[case.id]), parses[case.id].report.text
        for name in ("all", case.kind, case.answer):
            tally[f"{name}+"] += good
            tally[f"{name}?"] += 1
        if misses and not good:
            print(f"{case.answer}: …{text[max(0, case.span.start - 90) : case.span.end + 60]!r}…")
    return {n[:-1]: round(tally[f"{n[:-1]}+"] / tally[n], 4) for n in tally if n.endswith("?")} | {"cases": len(wanted)}


def main() -> None:
    """Read the command line, parse the cases' texts, print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, help="folder with sources/ and quotations/")
    options.add_argument("--part", choices=("report", "tune", "all"), default="report")
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    wanted = [c for c in cases() if given.part in {"all", c.part}]
    parses = {p.report.file: p for p in annotate.parses(reports(wanted, given.data))}
    print(json.dumps(measured(wanted, parses, misses=given.misses)))


if __name__ == "__main__":
    main()
