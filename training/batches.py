"""Windows of consecutive sentences, cut at random lengths, batched by size and padded for the network."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from communique.annotate.subwords import Subwords
from training.corpora import Document, Sentence
from training.network import ENTITY_LABELS, Classes

NONE = -100
"""Target of what a corpus does not label; no loss is taken there."""

LONGEST = 224
"""Subwords of a window, as in reading (`communique.annotate.windows`)."""


LENGTHS = (1, 48, 96, 160, LONGEST)
"""Subwords that a training window may hold; 1 leaves a sentence alone, as headlines and captions stand."""

RENAMED = 0.3
"""Share of sentences whose names are changed for others of their kind, so that names are known by their context."""

SUBWORDS_A_WORD = 1.25
"""Mean over the training corpora; turns a batch's words into the subwords that it may hold."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded inputs and targets of several windows."""

    inputs: dict[str, Tensor]
    targets: dict[str, Tensor]
    words: int


@dataclass(frozen=True, slots=True)
class Batcher:
    """Turns documents into batches; `classes` gives the numbers of the targets."""

    subwords: Subwords
    classes: Classes

    def epoch(self, documents: Sequence[Document], *, words: int, draw: random.Random) -> Iterator[Batch]:
        """Yield batches of about `words` words: shuffled windows of random length, some written as headlines are."""
        names = names_by_kind(documents)
        windows = [w for d in documents for w in self._windows(d, draw)]
        sized = sorted((self._length(w), draw.random(), i) for i, w in enumerate(windows))
        groups: list[list[list[Sentence]]] = [[]]
        for longest, _, i in sized:
            if groups[-1] and longest * (len(groups[-1]) + 1) > words * SUBWORDS_A_WORD:
                groups.append([])
            groups[-1].append(windows[i])
        draw.shuffle(groups)
        for group in groups:
            yield self._masked(self._batch([[headline(renamed(s, names, draw), draw) for s in w] for w in group]), draw)

    def _windows(self, document: Document, draw: random.Random) -> Iterator[list[Sentence]]:
        window, size, limit = [], 0, draw.choice(LENGTHS)
        for sentence in document.sentences:
            length = self._length([sentence])
            if length > 2 * LONGEST:
                continue
            if window and size + length > limit:
                yield window
                window, size, limit = [], 0, draw.choice(LENGTHS)
            window.append(sentence)
            size += length
        if window:
            yield window

    def _length(self, window: list[Sentence]) -> int:
        return sum(len(self.subwords.of(w)) for s in window for w in s.words)

    def _masked(self, batch: Batch, draw: random.Random) -> Batch:
        """Hide one subword in 25, so that context is learnt for names that training never saw."""
        ids = batch.inputs["ids"]
        hidden = torch.rand(ids.shape, generator=torch.Generator().manual_seed(draw.getrandbits(32))) < 0.04
        special = torch.isin(ids, torch.tensor([self.subwords.vocabulary[x] for x in ("[PAD]", "[CLS]", "[SEP]")]))
        masked = ids.masked_fill(hidden & ~special, self.subwords.vocabulary["[MASK]"])
        return replace(batch, inputs=batch.inputs | {"ids": masked})

    def _batch(self, windows: list[list[Sentence]]) -> Batch:
        pieces = [self.subwords.window([x for s in w for x in s.words], spaced=[x for s in w for x in s.spaced]) for w in windows]
        longest, most = max(len(p.ids) for p in pieces), max(len(p.first) for p in pieces)
        pad = lambda rows, length, value: torch.tensor([[*r, *[value] * (length - len(r))] for r in rows])  # noqa: E731
        mask = pad([[0.0] * len(p.ids) for p in pieces], longest, -1e4)[:, None, None, :]
        inputs = {"ids": pad([p.ids for p in pieces], longest, 0), "shapes": pad([p.shapes for p in pieces], longest, 0),
                  "first": pad([p.first for p in pieces], most, 0), "last": pad([p.last for p in pieces], most, 0), "mask": mask}  # fmt: skip
        rows = [self._targets(w) for w in windows]
        targets = {name: pad([r[name] for r in rows], most, NONE) for name in rows[0]}
        return Batch(inputs, targets, sum(len(p.first) for p in pieces))

    def _targets(self, window: list[Sentence]) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {k: [] for k in ("upos", "feats", "rules", "starts", "arcs", "relations", "sentence")}
        out |= {f"entities{i}": [] for i in range(len(self.classes.entity_sets))}
        at = 0
        for number, sentence in enumerate(window):
            count = len(sentence.words)
            for name, values, known in (("upos", sentence.upos, self.classes.upos), ("feats", sentence.feats, self.classes.feats),
                                        ("rules", sentence.rules, self.classes.rules), ("relations", sentence.relations, self.classes.relations)):  # fmt: skip
                out[name] += [_index(known, v) for v in values] if values else [NONE] * count
            out["arcs"] += [0 if h < 0 else h + at + 1 for h in sentence.heads] if sentence.heads else [NONE] * count
            out["starts"] += [1, *[0] * (count - 1)] if sentence.heads else [NONE] * count
            out["sentence"] += [number] * count
            for i, name in enumerate(self.classes.entity_sets):
                mine = sentence.entities if sentence.entities and sentence.entity_set == name else None
                out[f"entities{i}"] += [ENTITY_LABELS.index(x) for x in mine] if mine else [NONE] * count
            at += count
        return out


def _index(known: tuple[str, ...], value: str) -> int:
    return known.index(value) if value in known else NONE


def headline(sentence: Sentence, draw: random.Random) -> Sentence:
    """Write one sentence in 25 as news headlines are, in Title Case or capitals, so that case alone never decides."""
    luck = draw.random()
    if luck > 0.04 or sentence.upos is None:
        return sentence
    change = str.upper if luck < 0.012 else lambda w: w[:1].upper() + w[1:]
    return replace(sentence, words=[change(w) for w in sentence.words], rules=None)


Names = dict[tuple[str, int], list[list[str]]]
"""Names by kind and number of words."""


def names_by_kind(documents: Sequence[Document]) -> Names:
    """Collect the names of the corpora whose entity borders are shipped."""
    names: Names = {}
    for sentence in (s for d in documents for s in d.sentences if s.entities and s.entity_set == "uner"):
        for first, last, kind in _names(sentence):
            names.setdefault((kind, last - first), []).append(sentence.words[first:last])
    return names


def renamed(sentence: Sentence, names: Names, draw: random.Random) -> Sentence:
    """Change every name of a sentence for one of the same kind and number of words; its tree stays right."""
    if not sentence.entities or sentence.entity_set != "uner" or draw.random() > RENAMED:
        return sentence
    words = list(sentence.words)
    for first, last, kind in _names(sentence):
        words[first:last] = draw.choice(names[kind, last - first])
    return replace(sentence, words=words, rules=None)


def _names(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    labels = [*(sentence.entities or []), "O"]
    for first, label in enumerate(labels):
        if label.startswith("B-"):
            last = next(i for i in range(first + 1, len(labels)) if labels[i] != "I-" + label[2:])
            yield first, last, label[2:]
