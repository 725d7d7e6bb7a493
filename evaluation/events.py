"""Measure events against sentences with spans: `python evaluation/events.py GOLD.jsonl [--half odd|even]`.

GOLD holds JSON lines with `id`, `text` and `spans` (role, start, end), and either `gold_root` and `gold_quad` with roles source and
target (one pair of sides a row), or `event` with roles SRC, TAR and SRC/TAR (one event a row). `--half` takes the rows whose id has an odd
or even sha256 hash.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique import annotate, extract
from communique.model.actor import Who
from communique.model.mention import Event
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span
from communique.reference import load

Row = dict[str, Any]  # Any: JSON rows of a file given by the user

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""Types under the names they are compared by: those of 2016 under today's, and the two kinds of yielding as one."""
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("YIELD", "COOPERATE", "AID"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def reports(rows: Iterable[Row]) -> Iterator[Report]:
    """Yield each row as a report whose whole text is body."""
    for row in rows:
        body = Region(Span(0, len(row["text"])), RegionKind.BODY)
        yield Report(f"r-{row['id']}", row["id"], row["text"], "0" * 64, (body,))


def found(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Event]]]:
    """Yield each row with the events that are read from its text, talks last."""
    tables = load()
    for row, parse in zip(rows, annotate.parses(reports(rows)), strict=True):
        told = [m for m in extract.mentions(parse, tables) if isinstance(m, Event)]
        yield row, sorted(told, key=lambda e: e.type == "CONSULT")


def name(type_: str | None) -> str | None:
    """Give the name that a type is compared by."""
    return RENAMED.get(type_ or "", type_)


def quad(type_: str | None) -> int | None:
    """Give the quad class of a type's name."""
    return next((q for q, names in QUADS.items() if name(type_) in names), None)


def letters(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Give the characters that spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def words_of(whos: Iterable[Who]) -> list[set[int]]:
    """Give the characters of each side's words."""
    return [letters([(w.cite.start, w.cite.end)]) for w in whos if w.cite]


def alike(mine: set[int], gold: set[int]) -> bool:
    """Say whether two stretches name the same: nine tenths of mine lie in the other, or they share half of their union."""
    return bool(mine and gold) and (len(mine & gold) >= 0.9 * len(mine) or len(mine & gold) / len(mine | gold) >= 0.5)


def chosen(row: Row, events: Sequence[Event]) -> Event | None:
    """Give the event that answers for a row: of pairs of sides the one that fits both best, then the first; else the first."""
    if "gold_root" not in row:
        return events[0] if events else None
    roles = {r: letters((s["start"], s["end"]) for s in row["spans"] if s["role"] == r) for r in ("source", "target")}

    def fit(event: Event) -> tuple[int, int]:
        source, target = (set().union(*words_of(w)) for w in (event.actors, event.recipients))
        return -(bool(source & roles["source"]) + bool(target & roles["target"])), event.trigger.start

    return min(events, key=fit, default=None)


def hits(gold: list[set[int]], mine: list[set[int]]) -> int:
    """Give how many of mine each name another of the gold's."""
    left, n = list(gold), 0
    for words in mine:
        match = next((g for g in left if alike(words, g)), None)
        if match is not None:
            left.remove(match)
            n += 1
    return n


def counted(row: Row, events: Sequence[Event]) -> Counter[str]:
    """Give the counts of one row."""
    event = chosen(row, events)
    wanted, type_ = row.get("gold_root") or row["event"], event.type if event else None
    n = Counter(rows=1, coded=int(event is not None), events=len(events), root=int(name(type_) == name(wanted)))
    n["quad"] += quad(type_) == (row.get("gold_quad") or quad(wanted))
    if "event" in row and row.get("spans"):
        n += sides(row, event)
    return n


def sides(row: Row, event: Event | None) -> Counter[str]:
    """Give the counts of actors and recipients; those that are both count as actors."""
    spans = {r: [letters([(s["start"], s["end"])]) for s in row["spans"] if s["role"] == r] for r in ("SRC", "TAR", "SRC/TAR")}
    actors, recipients = (words_of(event.actors), words_of(event.recipients)) if event else ([], [])
    recipients = [r for r in recipients if not any(alike(r, b) for b in spans["SRC/TAR"])]
    gold = spans["SRC"] + spans["SRC/TAR"]
    return Counter(
        {
            "actors_gold": len(gold),
            "actors_found": len(actors),
            "actors_hit": hits(gold, actors),
            "recipients_gold": len(spans["TAR"]),
            "recipients_found": len(recipients),
            "recipients_hit": hits(spans["TAR"], recipients),
        }
    )


def figures(n: Counter[str]) -> dict[str, float]:
    """Give accuracy, events a text, and F1 of both sides where they were counted."""
    out = {key: n[key] / n["rows"] for key in ("root", "quad", "coded")} | {"events_per_text": n["events"] / n["rows"]}
    for side in ("actors", "recipients"):
        if total := n[f"{side}_gold"] + n[f"{side}_found"]:
            out[f"{side}_f1"] = 2 * n[f"{side}_hit"] / total
    return {key: round(value, 4) for key, value in out.items()}


def in_half(row: Row, half: str | None) -> bool:
    """Say whether a row is of the half that is asked for."""
    even = int(sha256(row["id"].encode()).hexdigest(), 16) % 2 == 0
    return half is None or even == (half == "even")


def main() -> None:
    """Read the rows, measure and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--half", choices=("odd", "even"), help="only rows whose id has such a hash")
    given = options.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if in_half(row, given.half)]
    total: Counter[str] = Counter()
    for row, events in found(rows):
        total += counted(row, events)
    print(json.dumps(figures(total)))


if __name__ == "__main__":
    main()
