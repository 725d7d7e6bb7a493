"""Reads the class A corpora into one shape: documents of sentences of words, with what each corpus labels.

Invariant: nothing of class C is read here. `None` in a field means that the corpus says nothing of it, so no loss is taken.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from communique.annotate import lemmas

ENTITY_SETS = ("uner", "gum", "re3d")
"""Each corpus draws entity borders by its own rules, so each has its own output; the first one is shipped."""

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "Person": "PER", "Organisation": "ORG", "Location": "LOC",
          "PER": "PER", "ORG": "ORG", "LOC": "LOC"}  # fmt: skip
_JOINING = {"of", "the", "and", "for", "in", "on", "to", "'s", "’s", "-", "&", "de", "al", "bin", "ibn", "."}
_NAMING = {"PROPN", "ADJ", "NOUN", "NUM", "VERB"}
"""Parts of speech that capitalised words of a name have ("United Kingdom": ADJ PROPN)."""
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+|\S", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; `spaced[i]`: white space stands before word i; heads count from 0, -1 is the root."""

    words: list[str]
    spaced: list[bool]
    upos: list[str] | None = None
    feats: list[str] | None = None
    rules: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    entities: list[str] | None = None
    entity_set: str = "uner"


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences that follow each other in one text; `ordered` false: they do not, so each stands alone."""

    id: str
    sentences: list[Sentence] = field(default_factory=list)
    ordered: bool = True


def load(root: Path) -> dict[str, list[Document]]:
    """Give the documents of each part: `train`, `own` (kept apart for choices), `ewt-dev`, `gum-dev`, `uner-dev`."""
    uner = {tuple(s.words): s.entities for d in conll(root / "entities/uner_ewt_train.conll", lone=False) for s in d.sentences}
    uner_dev = {tuple(s.words): s.entities for d in conll(root / "entities/uner_ewt_dev.conll", lone=False) for s in d.sentences}
    gum_rows = {row["id"]: row for row in _json_lines(root / "entities/gum_entities.jsonl")}
    everything = [
        *(with_entities(d, uner) for d in conllu(root / "syntax/ewt-train.conllu")),
        *(with_gum_entities(d, gum_rows) for d in conllu(root / "syntax/gum-train.conllu")),
        *conll(root / "entities/wikigold.conll", lone=True),
        *(re3d(row) for row in _json_lines(root / "entities/re3d.jsonl")),
    ]
    parts: dict[str, list[Document]] = {"train": [], "own": []}
    for document in everything:
        parts["own" if kept_apart(document) else "train"].append(document)
    parts["ewt-dev"] = [with_entities(d, uner_dev) for d in conllu(root / "syntax/ewt-dev.conllu")]
    parts["gum-dev"] = list(conllu(root / "syntax/gum-dev.conllu"))
    return parts


def kept_apart(document: Document) -> bool:
    """Say whether a training document belongs to our own development part: one in 25, of re3d one in 5, by hash of its id."""
    draw = sha256(document.id.encode()).digest()[0]
    return draw % (5 if document.id.startswith("re3d") else 25) == 0


def conllu(path: Path) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file; multiword tokens and empty nodes are left out, their words kept."""
    document, rows = Document("none"), []
    space, joined_until = True, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            if document.sentences:
                yield document
            document = Document(line.split("=")[1].strip())
        elif line[:1].isdigit():
            columns = line.split("\t")
            after = "SpaceAfter=No" not in columns[9]
            if "-" in columns[0]:
                joined_until, joined_after = columns[0].split("-")[1], after
            elif columns[0].isdigit():
                rows.append((columns, space))
                inside = joined_until and int(columns[0]) <= int(joined_until)
                space = (joined_after if columns[0] == joined_until else False) if inside else after
        elif not line.strip() and rows:
            document.sentences.append(_sentence(rows))
            rows, joined_until = [], ""
    if document.sentences:
        yield document


def _sentence(rows: list[tuple[list[str], bool]]) -> Sentence:
    columns = [r[0] for r in rows]
    return Sentence(
        words=[c[1] for c in columns],
        spaced=[r[1] for r in rows],
        upos=[c[3] for c in columns],
        feats=[c[5] for c in columns],
        rules=[lemmas.rule(c[1], c[2]) for c in columns],
        heads=[int(c[6]) - 1 for c in columns],
        relations=[c[7] for c in columns],
    )


def conll(path: Path, *, lone: bool) -> Iterator[Document]:
    """Yield documents with PER, ORG and LOC labels (BIO) of a two-column file; `lone`: give every document its own id."""
    number, sentences, words, labels = 0, [], [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "-DOCSTART- O"]:
        columns = line.split()
        if columns and columns[0] == "-DOCSTART-":
            if sentences:
                yield Document(f"{path.stem}-{number}", sentences)
            number, sentences = number + 1, []
        elif columns:
            words.append(columns[0])
            labels.append(columns[-1])
        elif words:
            spaced = [w[0].isalnum() or w[0] in '("' for w in words] if lone else [True] * len(words)
            sentences.append(Sentence(words, spaced, entities=_bio(labels)))
            words, labels = [], []


def _bio(labels: list[str]) -> list[str]:
    """Keep PER, ORG and LOC, and open every entity with B."""
    kept = [x if x[2:] in ("PER", "ORG", "LOC") else "O" for x in labels]
    before = ["O", *kept[:-1]]
    return ["B" + x[1:] if x[0] == "I" and b[2:] != x[2:] else x for x, b in zip(kept, before, strict=True)]


def with_entities(document: Document, known: dict[tuple[str, ...], list[str] | None]) -> Document:
    """Give the document with the entities of those sentences whose words are the same."""
    return replace(document, sentences=[replace(s, entities=known.get(tuple(s.words))) for s in document.sentences])


def with_gum_entities(document: Document, rows: dict[str, dict]) -> Document:
    """Give a GUM document with its named persons, organisations and places, cut to the name itself."""
    row = rows[document.id]
    words = row["tokens"]
    upos = [u for s in document.sentences for u in s.upos or []]
    spans = {}
    for mention in row["entities"]:
        kind = _KINDS.get(mention["type"])
        if kind and mention["named"] and upos[mention["head"]] == "PROPN":
            spans[_name_around(mention, words, upos)] = kind
    labels = _labels(len(words), spans)
    out, at = [], 0
    for sentence in document.sentences:
        out.append(replace(sentence, entities=labels[at : at + len(sentence.words)], entity_set="gum"))
        at += len(sentence.words)
    return replace(document, sentences=out)


def _name_around(mention: dict, words: list[str], upos: list[str]) -> tuple[int, int]:
    """Widen the head of a mention to the run of proper nouns (joined by "of", "the", …) around it."""
    start, end = mention["head"], mention["head"] + 1
    while start > mention["start"] and words[start - 1][0].isupper() and upos[start - 1] in _NAMING:
        start -= 1
    while end < mention["end"]:
        joined = next((i for i in range(end, min(end + 3, mention["end"])) if upos[i] == "PROPN"), None)
        if joined is None or any(words[i] not in _JOINING or words[i] == "and" for i in range(end, joined)):
            break
        end = joined + 1
    return start, end


def re3d(row: dict) -> Document:
    """Give a re3d document, tokenised roughly, with its named persons, organisations and places."""
    text = row["text"]
    found = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    words = [text[a:b] for a, b in found]
    spaced = [i == 0 or found[i - 1][1] < a for i, (a, _) in enumerate(found)]
    spans = {}
    for mention in row["entities"]:
        inside = [i for i, (a, b) in enumerate(found) if a >= mention["start"] and b <= mention["end"]]
        if inside and words[inside[0]].lower() == "the":
            inside = inside[1:]
        if (kind := _KINDS.get(mention["type"])) and inside and all(words[i][0].isupper() or words[i] in _JOINING for i in inside):
            spans[inside[0], inside[-1] + 1] = kind
    labels = _labels(len(words), spans)
    ends = [
        i + 1
        for i, w in enumerate(words)
        if (w in ".?!" and (i + 1 == len(words) or words[i + 1][0].isupper()))
        or "\n" in text[found[i][1] : (found[i + 1][0] if i + 1 < len(words) else found[i][1])]
    ]
    sentences = [
        Sentence(words[a:b], spaced[a:b], entities=labels[a:b], entity_set="re3d")
        for a, b in zip([0, *ends], [*ends, len(words)], strict=True)
        if a < b
    ]
    return Document("re3d-" + row["id"], sentences)


def _labels(count: int, spans: dict[tuple[int, int], str]) -> list[str]:
    """Give BIO labels for spans; where they overlap, the longer organisation or place and the shorter person win."""
    labels = ["O"] * count
    for (start, end), kind in sorted(
        spans.items(), key=lambda s: (s[1] == "PER", s[0][1] - s[0][0] if s[1] == "PER" else s[0][0] - s[0][1])
    ):
        if all(x == "O" for x in labels[start:end]):
            labels[start:end] = ["B-" + kind, *["I-" + kind] * (end - start - 1)]
    return labels


def _json_lines(path: Path) -> Iterable[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
