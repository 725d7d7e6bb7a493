"""Reads GUM's documents as parses with gold trees, names and chains: the measure of what rules do on right trees."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from communique.model.parse import ROOT, Entity, Parse, Sentence, Token
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_JOINING = frozenset(["of", "the", "for", "in", "on", "to", "'s", "’s", "-", "&", "de", "al", "bin", "ibn", "."])
_NAMING = frozenset(("PROPN", "ADJ", "NOUN", "NUM", "VERB"))
_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention that GUM marks: characters, head token, chain, and whether it is a name or a pronoun (part of speech of the head)."""

    span: Span
    head: int
    chain: str
    named: bool
    upos: str


@dataclass(frozen=True, slots=True)
class Document:
    """A GUM document: a parse with gold trees and names, and the gold mentions."""

    parse: Parse
    genre: str
    mentions: tuple[GoldMention, ...]


def documents(data: Path, part: str) -> Iterator[Document]:
    """Yield the documents of GUM's "train" or "dev" under the data folder, in the order of the treebank file."""
    lines = (data / "entities/gum_entities.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    for name, sentences in _conllu(data / f"syntax/gum-{part}.conllu"):
        yield _document(rows[name], sentences)


def _conllu(path: Path) -> Iterator[tuple[str, list[list[list[str]]]]]:
    name = ""
    sentences: list[list[list[str]]] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc id = end"]:
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = line.split("=")[1].strip(), []
        elif line.partition("\t")[0].isdigit() and line.count("\t") == _COLUMNS - 1:
            rows.append(line.split("\t"))
        elif not line.strip() and rows:
            sentences.append(rows)
            rows = []


def _document(row: dict, sentences: list[list[list[str]]]) -> Document:  # type: ignore[type-arg]  # JSON
    starts, text = [], ""
    for word, space in zip(row["tokens"], row["space_after"], strict=True):
        starts.append(len(text))
        text += word + (" " if space else "")
    ends = [s + len(w) for s, w in zip(starts, row["tokens"], strict=True)]
    tokens, bounds, first = [], [], 0
    for rows in sentences:
        for n, (_, _, lemma, upos, _, feats, head, rel, _, _) in enumerate(rows, first):
            above = ROOT if head == "0" else first + int(head) - 1
            tokens.append(Token(starts[n], ends[n], upos, "" if feats == "_" else feats, lemma, above, rel))
        last = first + len(rows)
        bounds.append(Sentence(starts[first], ends[last - 1], first, last))
        first = last
    digest = sha256(text.encode()).hexdigest()
    report = Report(row["id"], row["id"], text, digest, (Region(Span(0, len(text)), RegionKind.BODY),))
    mentions = tuple(
        GoldMention(Span(starts[m["start"]], ends[m["end"] - 1]), m["head"], m["id"], m["named"], tokens[m["head"]].upos)
        for m in row["entities"]
    )
    parse = Parse(report, tuple(tokens), tuple(bounds), _names(row, tokens))
    return Document(parse, row["genre"], mentions)


def _names(row: dict, tokens: list[Token]) -> tuple[Entity, ...]:  # type: ignore[type-arg]
    """Give the named persons, organisations and places, cut to the name; of overlapping ones the longer body, the shorter person."""
    spans = {
        _around(m, row["tokens"], tokens): _KINDS[m["type"]]
        for m in row["entities"]
        if m["type"] in _KINDS and m["named"] and tokens[m["head"]].upos == "PROPN"
    }
    taken: set[int] = set()
    found = []
    for (start, end), kind in sorted(spans.items(), key=lambda s: (s[1] == "PER", (s[0][1] - s[0][0]) * (1 if s[1] == "PER" else -1))):
        if not taken & set(range(start, end)):
            taken |= set(range(start, end))
            found.append(Entity(tokens[start].start, tokens[end - 1].end, kind))
    return tuple(sorted(found))


def _around(mention: dict, words: list[str], tokens: list[Token]) -> tuple[int, int]:  # type: ignore[type-arg]
    """Widen the head of a mention to the run of capitalised words around it; a person's name begins at its head, after the title."""
    head = mention["head"]
    start, end = tokens[head].head if tokens[head].rel == "flat" else head, head + 1
    while mention["type"] != "person" and start > mention["start"] and words[start - 1][0].isupper() and tokens[start - 1].upos in _NAMING:
        start -= 1
    while end < mention["end"]:
        joined = next((i for i in range(end, min(end + 3, mention["end"])) if tokens[i].upos == "PROPN"), None)
        if joined is None or any(words[i] not in _JOINING for i in range(end, joined)):
            break
        end = joined + 1
    return start, end
