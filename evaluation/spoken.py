"""Measure statements, their speakers and persons' roles against our own marks: `python -m evaluation.spoken TEXTS... [--misses]`.

The marks (`gold/statements.jsonl`) hold only offsets and the sha256 of each text. TEXTS are the reports themselves, and JSON lines with
`text`: a mark whose text is among them is measured, one whose text is not is named. A statement is found where its words and a mark's
share at least `--bar` of the longer one, each used once. What is quoted counts stretch by stretch, since readers differ in whether two
stretches around a cue are one statement or two. Marks that careful readers could do without (`optional`) cost nothing when
missed and nothing when found.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique import annotate, extract, reference
from communique.model.actor import ActorKind, Named
from communique.model.dates import When
from communique.model.mention import Mention, Statement
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span
from evaluation.tally import Tally

MARKS = Path(__file__).parent / "gold" / "statements.jsonl"
Mark = dict[str, Any]  # one mark as the file holds it


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its marks and the mentions that were found in it."""

    report: Report
    marks: Mark
    mentions: tuple[Mention, ...]

    @property
    def statements(self) -> list[Statement]:
        """The statements that were found."""
        return [m for m in self.mentions if isinstance(m, Statement)]

    @property
    def named(self) -> list[Named]:
        """The actors that were found."""
        return [m for m in self.mentions if isinstance(m, Named)]


def is_looked_at(name: str) -> bool:
    """Say whether a marked text may be looked at while rules are mended: the three reports and the articles of even number."""
    return name.startswith("r") or int(name[1:]) % 2 == 0


def read(texts: Iterable[Path], marks: Path = MARKS) -> Iterator[Marked]:
    """Yield each marked text that is among `texts`, read as the tool reads it."""
    wanted = {m["sha256"]: m for m in map(json.loads, marks.read_text(encoding="utf-8").splitlines())}
    tables = reference.load()
    reports = [r for r in _reports(texts) if r.sha256 in wanted]
    for parse in annotate.parses(iter(reports)):
        yield Marked(parse.report, wanted[parse.report.sha256], tuple(extract.mentions(parse, tables)))


def _reports(texts: Iterable[Path]) -> Iterator[Report]:
    from communique import read as reading  # noqa: PLC0415 (its own files are read with their regions)

    for path in texts:
        if path.suffix != ".jsonl":
            yield from (f for f in reading.files([path]) if isinstance(f, Report))
            continue
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            body = (Region(Span(0, len(row["text"])), RegionKind.BODY),)
            digest = sha256(row["text"].encode()).hexdigest()
            yield Report(f"r-{digest[:12]}", str(row["id"]), row["text"], digest, body, published=When(str(row["published"])[:10]))


def compared(found: Sequence[Marked], tally: Tally, bar: float) -> None:
    """Count what was found and missed, who speaks, and the roles."""
    for one in found:
        marks, mine = _marks(one), _stretches(one.statements)
        found_pairs = Compared(marks, mine, _pairs(marks, mine, bar))
        _count_statements(one, found_pairs, tally)
        for mark, stretch in found_pairs.pairs:
            _speaker(one, mark, stretch.of, tally)
        _roles(one, tally)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are compared as one: a statement's, or one stretch of a quotation."""

    words: frozenset[int]
    of: Statement


@dataclass(frozen=True, slots=True)
class Compared:
    """The marks of a text, the stretches found in it, and which are the same."""

    marks: Sequence[Mark]
    mine: Sequence[Stretch]
    pairs: Sequence[tuple[Mark, Stretch]]


def _stretches(statements: Iterable[Statement]) -> list[Stretch]:
    return [Stretch(frozenset(_chars(part)), s) for s in statements for part in _parts([(c.start, c.end) for c in s.content], s.form.value)]


def _parts(content: Sequence[Sequence[int]], form: str) -> list[Sequence[Sequence[int]]]:
    return [[part] for part in content] if form == "direct" else [content]


def _marks(one: Marked) -> list[Mark]:
    """Give the marks, those of quotations stretch by stretch."""
    return [m | {"content": part} for m in one.marks["statements"] for part in _parts(m["content"], m["form"])]


def _pairs(marks: Sequence[Mark], mine: Sequence[Stretch], bar: float) -> list[tuple[Mark, Stretch]]:
    """Give marks with the stretches that share most with them, each used once, the best first."""
    shares = ((_share(_chars(m["content"]), s.words), i, j) for i, m in enumerate(marks) for j, s in enumerate(mine))
    left: set[int] = set()
    right: set[int] = set()
    pairs: list[tuple[Mark, Stretch]] = []
    for share, i, j in sorted(shares, key=lambda t: (-t[0], t[1], t[2])):
        if share >= bar and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((marks[i], mine[j]))
    return pairs


def _chars(spans: Iterable[Sequence[int]]) -> set[int]:
    return {c for start, end in spans for c in range(start, end)}


def _share(one: set[int], other: frozenset[int]) -> float:
    return len(one & other) / max(len(one), len(other))


def _count_statements(one: Marked, compared: Compared, tally: Tally) -> None:
    marks, mine, pairs = compared.marks, compared.mine, compared.pairs
    hit, used = {id(m) for m, _ in pairs}, {id(s) for _, s in pairs}
    for mark in marks:
        if not mark["optional"]:
            words = " … ".join(one.report.text[a:b] for a, b in mark["content"])
            tally.count("recall", right=id(mark) in hit, what=f"{one.marks['name']} missed {mark['form']}: {words!r}")
            tally.count(f"recall {mark['form']}", right=id(mark) in hit, what="")
    for stretch in mine:
        said, right = stretch.of, id(stretch) in used
        who = said.speaker.cite.quote if said.speaker.cite else None
        words = one.report.text[min(stretch.words) : max(stretch.words) + 1]
        tally.count("precision", right=right, what=f"{one.marks['name']} extra {said.form.value} by {who!r}: {words!r}")
        tally.count(f"precision {said.form.value}", right=right, what="")


def _speaker(one: Marked, mark: Mark, statement: Statement, tally: Tally) -> None:
    where = f"{one.marks['name']}: {statement.content[0].quote[:50]!r}"
    cite, gold = statement.speaker.cite, mark["speaker"]
    if gold:
        right = cite is not None and [cite.start, cite.end] == gold
        tally.count("speaker span", right=right, what=f"{where}: {cite and cite.quote!r}, gold {one.report.text[slice(*gold)]!r}")
    tally.count("form", right=statement.form.value == mark["form"], what=f"{where}: {statement.form.value}, {mark['form']}")
    tally.count("negated", right=statement.negated == mark["negated"], what=f"{where}: {statement.negated}")
    actor = next((n for n in one.named if n.id == statement.speaker.actor), None)
    wanted_name = mark["who"]["name"]
    told = f"{where}: {actor and actor.name!r}, gold {one.report.text[slice(*wanted_name)] if wanted_name else mark['who']!r}"
    if not _is_somebody(mark["who"]):
        tally.count("nobody", right=actor is None or actor.kind is ActorKind.UNNAMED, what=told)
        return
    same = actor is not None and _same(actor, mark["who"])
    tally.count("speaker resolved, of all", right=same, what=told)
    if actor is not None:
        tally.count("speaker resolved, of those given", right=same, what=told)


def _is_somebody(who: Mark) -> bool:
    return bool(who["kind"]) and (who["kind"] != ActorKind.UNNAMED or bool(who["name"]))


def _same(actor: Named, who: Mark) -> bool:
    """Say whether an actor is who the mark says: a place of its own holds the marked name, or both are the same state."""
    if who["name"]:
        name = Span(*who["name"])
        if any(c.span.overlaps(name) for c in actor.cites):
            return True
    return actor.kind is ActorKind.STATE and who["kind"] == ActorKind.STATE and actor.country == who["country"]


def _roles(one: Marked, tally: Tally) -> None:
    """Compare roles: a title of a marked person, and whose it is."""
    text = one.report.text
    for mark in one.marks["roles"]:
        person = next((n for n in one.named if any(c.span.overlaps(Span(*mark["person"])) for c in n.cites)), None)
        title = text[slice(*mark["title"])]
        where = f"{one.marks['name']}: {text[slice(*mark['person'])]}, {title}"
        role = next((r for r in person.roles if _alike(r.title, title)), None) if person else None
        tally.count("roles found", right=role is not None, what=f"{where}: {[r.title for r in person.roles] if person else None}")
        if role and mark["of"]:
            tally.count("role's body", right=_is_body(one, role.of, mark["of"]), what=f"{where} of {text[slice(*mark['of'])]!r}: {role.of}")


def _alike(one: str, other: str) -> bool:
    a, b = (t.casefold().rstrip(".").rstrip("s") for t in (one, other))
    return a == b or a.removeprefix("former ") == b


def _is_body(one: Marked, of: str | None, gold: Sequence[int]) -> bool:
    if of is None:
        return False
    words = one.report.text[slice(*gold)].casefold()
    holder = next((n for n in one.named if of in {n.id, n.key}), None)
    return (
        of.casefold() == words or (holder is not None and any(c.span.overlaps(Span(*gold)) for c in holder.cites)) or _key_of(of) == words
    )


def _key_of(of: str) -> str:
    """Give the name that a key of the tables stands for, in small letters, else the key."""
    entry = reference.load().entity(of)
    return entry.name.casefold() if entry else of.casefold()


def main() -> None:
    """Read the texts, compare them with the marks and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("texts", nargs="+", type=Path)
    options.add_argument("--bar", type=float, default=0.5)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--looked-at", action="store_true", help="only the half that was looked at while rules were mended")
    options.add_argument("--unseen", action="store_true", help="only the half that was not")
    given = options.parse_args()
    halves = [half for half, wanted in ((True, given.looked_at), (False, given.unseen)) if wanted] or [True, False]
    found = [m for m in read(given.texts) if is_looked_at(m.marks["name"]) in halves]
    tally = Tally(print if given.misses else None)
    compared(found, tally, given.bar)
    names = sorted({k.rstrip("+?") for k in tally.counts})
    print(f"{len(found)} texts")
    for name in names:
        print(f"{name:34}{tally.share(name):.4f}  of {tally.counts[f'{name}?']}")


if __name__ == "__main__":
    main()
