"""How well positions, conditions, commitments and figures are read, against marks of a reader who has not seen the rules.

    python -m evaluation.standpoints MARKS TEXTS [--only NAME,NAME] [--misses]

MARKS holds `NAME.json` with offsets (`positions`, `conditions`, `commitments`, `figures`), TEXTS the reports as `NAME.txt`. What is
marked optional counts for nobody who leaves it out. A position is found where actor, object and stance agree, a condition where both
its parts do (`whole`: the share of marked ones with speaker and who would act right too), a figure where value and bound do.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from communique import extract, pipeline, reference
from communique.model.actor import Named, Who
from communique.model.citation import Citation
from communique.model.kinds import PositionStance
from communique.model.mention import Commitment, Condition, Event, Figure, Mention, Number, Position, Provision, Statement
from communique.model.parse import Parse
from communique.model.span import Span

Mark = dict[str, Any]  # a mark as the JSON holds it; what is missing in it is a KeyError that names the field
Say = Callable[[str], None]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paired(Generic[T]):
    """Marks with the entries that agree with them, and the entries that met no mark."""

    pairs: list[tuple[Mark, T]]
    left: list[T]


@dataclass(slots=True)
class Score:
    """Counts by kind: found, right, marked (without optional ones), met, and stances turned round."""

    say: Say | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def compare(self, kind: str, marks: Sequence[Mark], found: Sequence[T], agree: Callable[[Mark, T], bool]) -> Paired[T]:
        """Pair marks and entries that agree, each once, those that must be found first."""
        left, pairs = list(found), list[tuple[Mark, T]]()
        for mark in sorted(marks, key=lambda m: bool(m.get("optional"))):
            met = next((f for f in left if agree(mark, f)), None)
            if met is not None:
                left.remove(met)
                pairs.append((mark, met))
                self.counts[f"{kind} right"] += 1
            if not mark.get("optional"):
                self.counts[f"{kind} marked"] += 1
                self.counts[f"{kind} met"] += met is not None
            if met is None and self.say:
                self.say(f"missed {kind}{' (optional)' if mark.get('optional') else ''}: {mark['told']}")
        self.counts[f"{kind} found"] += len(found)
        return Paired(pairs, left)

    def field(self, name: str, *, right: bool, what: str) -> None:
        """Count a field of an entry that met its mark."""
        self.counts[f"{name} right"] += right
        self.counts[f"{name} met"] += 1
        if not right and self.say:
            self.say(f"wrong {name}: {what}")

    def share(self, name: str) -> float:
        """Give how often a field was right."""
        return round(self.counts[f"{name} right"] / max(1, self.counts[f"{name} met"]), 3)

    def figures(self, kind: str) -> dict[str, float]:
        """Give precision, recall and how many there are."""
        found, marked = self.counts[f"{kind} found"], self.counts[f"{kind} marked"]
        return {
            "precision": round(self.counts[f"{kind} right"] / found, 3) if found else 1.0,
            "recall": round(self.counts[f"{kind} met"] / marked, 3) if marked else 1.0,
            "found": found,
            "marked": marked,
        }


def scored(parses: Iterable[tuple[dict[str, list[Mark]], Parse]], say: Say | None = None) -> dict[str, dict[str, float]]:
    """Give the figures of marked reports."""
    score, tables = Score(say), reference.load()
    for marks, parse in parses:
        mentions = list(extract.mentions(parse, tables))
        if say:
            say(f"== {parse.report.file}")
        _positions(score, parse, marks, mentions)
        _conditions(score, parse, marks, mentions)
        _commitments(score, parse, marks, mentions)
        _amounts(score, parse, marks, mentions)
    every = {kind: score.figures(kind) for kind in ("positions", "conditions", "commitments", "figures")}
    every["conditions"] |= {field: score.share(f"conditions {field}") for field in ("speaker", "by", "kind")}
    every["conditions"]["whole"] = round(score.counts["conditions whole"] / max(1, score.counts["conditions marked"]), 3)
    every["figures"]["unit"] = score.share("figures unit")
    every["positions"]["reversed"] = round(score.counts["reversed"] / max(1, score.counts["positions found"]), 3)
    return every


def _positions(score: Score, parse: Parse, marks: dict[str, list[Mark]], mentions: Sequence[Mention]) -> None:
    named = {m.id: m for m in mentions if isinstance(m, Named)}
    found = [m for m in mentions if isinstance(m, Position)]
    wanted = [m | {"told": _told(parse, m, "actor", "object") + f" {m['stance']}"} for m in marks["positions"]]

    def same(mark: Mark, one: Position) -> bool:
        return _half(mark["object"], one.object) and _is(named, one.actor, [mark["actor"], mark["who"]])

    def agree(mark: Mark, one: Position) -> bool:
        return bool(mark["stance"] == one.stance and same(mark, one))

    for left in score.compare("positions", wanted, found, agree).left:
        if any(agree(m, left) and left.actor.cite and Span(*m["actor"]).covers(left.actor.cite.span) for m in wanted if m["actor"]):
            score.counts["positions found"] -= 1  # one of several whom one mark names together
            continue
        turned = [m for m in wanted if same(m, left) and (m["stance"] == "rejects") is not (left.stance is PositionStance.REJECTS)]
        score.counts["reversed"] += bool(turned) and not any(same(m, left) and m not in turned for m in wanted)
        if score.say:
            words = " … ".join(c.quote for c in left.object)
            who = left.actor.cite.quote if left.actor.cite else left.actor.actor
            score.say(f"{'TURNED' if turned else 'extra'} position: {who} | {words} | {left.stance} | {left.why}")


def _conditions(score: Score, parse: Parse, marks: dict[str, list[Mark]], mentions: Sequence[Mention]) -> None:
    named = {m.id: m for m in mentions if isinstance(m, Named)}
    wanted = [m | {"told": _told(parse, m, "speaker", "condition", "consequence")} for m in marks["conditions"]]
    found = [m for m in mentions if isinstance(m, Condition)]

    def agree(mark: Mark, one: Condition) -> bool:
        return _half(mark["condition"], one.condition) and _half(mark["consequence"], one.consequence)

    paired = score.compare("conditions", wanted, found, agree)
    _extras(score, "condition", (f"{_quotes(c.condition)} | {_quotes(c.consequence)}" for c in paired.left))
    for mark, one in paired.pairs:
        whos = {"speaker": (one.speaker,), "by": one.by}
        right = {name: any(_is(named, w, [mark[name]]) for w in some) for name, some in whos.items() if mark.get(name)}
        for name, is_right in (right | {"kind": mark["kind"] == one.kind.value}).items():
            score.field(f"conditions {name}", right=is_right, what=f"{mark['told']}: {getattr(one, name)}")
        score.counts["conditions whole"] += all(right.values()) and not mark.get("optional")


def _commitments(score: Score, parse: Parse, marks: dict[str, list[Mark]], mentions: Sequence[Mention]) -> None:
    wanted = [m | {"told": _told(parse, m, "by", "wording")} for m in marks["commitments"]]
    found = [m for m in mentions if isinstance(m, Commitment)]
    left = score.compare("commitments", wanted, found, lambda m, c: _half(m["wording"], c.wording)).left
    _extras(score, "commitment", (_quotes(c.wording) for c in left))


def _amounts(score: Score, parse: Parse, marks: dict[str, list[Mark]], mentions: Sequence[Mention]) -> None:
    wanted = [m | {"told": _told(parse, m, "words")} for m in marks["figures"]]
    kinds = (Statement, Event, Provision, Position, Condition, Commitment, Number)
    found = list({f.cite: f for m in mentions if isinstance(m, kinds) for f in m.figures}.values())

    def same(mark: Mark, figure: Figure) -> bool:
        return _half(mark["words"], [figure.cite]) and mark["value"] == figure.value and mark["bound"] == _bound(figure)

    paired = score.compare("figures", wanted, found, same)
    for mark, figure in paired.pairs:
        unit = (mark["unit"] or "").casefold()
        score.field("figures unit", right=(figure.unit or "").casefold() in unit, what=f"{mark['told']}: {figure.unit}, marked {unit}")
    _extras(score, "figure", (f"{f.cite.quote} {f.value} {f.bound}" for f in paired.left))


def _bound(figure: Figure) -> str:
    """Give a figure's bound as marks have it: they have no upper end, so that a range is its lower end at least."""
    return "at_least" if figure.upper is not None and figure.bound == "exact" else figure.bound


def _extras(score: Score, kind: str, told: Iterator[str]) -> None:
    for words in told:
        if score.say:
            score.say(f"extra {kind}: {words}")


def _half(mark: Sequence[int], cites: Iterable[Citation]) -> bool:
    """Say whether two stretches share at least half of the shorter one."""
    spans = [c.span for c in cites]
    shared = sum(max(0, min(mark[1], s.end) - max(mark[0], s.start)) for s in spans)
    return shared > 0 and 2 * shared >= min(mark[1] - mark[0], sum(len(s) for s in spans))


def _is(named: dict[str, Named], who: Who, marks: Sequence[Sequence[int] | None]) -> bool:
    """Say whether an actor is the marked one: by its words here, or by any place where the report names it."""
    cites = [*([who.cite] if who.cite else []), *(named[who.actor].cites if who.actor in named else ())]
    return any(m is not None and Span(*m).overlaps(c.span) for m in marks for c in cites)


def _told(parse: Parse, mark: Mark, *fields: str) -> str:
    spans = (mark.get(name) for name in fields)
    return " | ".join(parse.report.text[s[0] : s[1]] if s else "–" for s in spans)


def _quotes(cites: Iterable[Citation]) -> str:
    return " … ".join(c.quote for c in cites)


def marked(marks: Path, texts: Path, only: Sequence[str]) -> Iterator[tuple[dict[str, list[Mark]], Parse]]:
    """Yield each report's marks with its parse; a text that cannot be read has none."""
    for path in sorted(marks.glob("*.json")):
        if not only or path.stem in only:
            for parse in pipeline.annotations([texts / f"{path.stem}.txt"]):
                if isinstance(parse, Parse):
                    yield json.loads(path.read_text(encoding="utf-8")), parse


def main() -> None:
    """Read the marked reports, compare and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("marks", type=Path)
    options.add_argument("texts", type=Path)
    options.add_argument("--only", default="", help="names of reports, joined by commas")
    options.add_argument("--misses", action="store_true", help="print what was missed and what has no mark")
    given = options.parse_args()
    names = [n for n in given.only.split(",") if n]
    for kind, figures in scored(marked(given.marks, given.texts, names), print if given.misses else None).items():
        print(f"{kind:12}", "  ".join(f"{name} {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
