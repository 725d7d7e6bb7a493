"""Words into sentences with trees: windows of a report's words are read by the network and decoded.

A window holds whole blocks as long as they fit; a longer block is read in steps that begin at sentence starts. Windows never
cross a report, and each is read alone, so that a report's parse never depends on its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from communique.annotate import entities, lemmas, repairs, trees
from communique.annotate.network import Network, Scores

LONGEST = 224
"""Subwords of a window, as trained (`training.batches`)."""

LONGEST_SENTENCE = 448
"""Subwords up to which a sentence is kept whole; the encoder has 512 places."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that are read together: `forms`, whether white space stands before each, and at which words a sentence surely starts.

    `given`: the starts are all there are (sentences of a treebank), else the network may add some.
    """

    forms: Sequence[str]
    spaced: Sequence[bool]
    starts: frozenset[int]
    given: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word read: `head` an index into the same sentence, -1 for its root."""

    upos: str
    feats: str
    lemma: str
    head: int
    rel: str


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """Words of one sentence with its entities (word indices count from its first word)."""

    words: list[Word]
    entities: list[entities.Run]


def sentences(unit: Unit, network: Network) -> Iterator[ReadSentence]:
    """Yield the sentences of a unit in order; together they hold each of its words once."""
    sizes = [len(network.subwords.of(f)) for f in unit.forms]
    at = 0
    while at < len(unit.forms):
        end = _window_end(unit, sizes, at, LONGEST)
        scores = _read(unit, network, at, end)
        borders = _borders(unit, scores, at, end)
        if len(borders) == 1 and end not in unit.starts and end < len(unit.forms):
            end = _window_end(unit, sizes, at, LONGEST_SENTENCE)
            scores = _read(unit, network, at, end)
            borders = _borders(unit, scores, at, end)
        complete = end == len(unit.forms) or end in unit.starts or len(borders) == 1
        borders = [*borders, end] if complete else borders
        yield from _decoded(unit, network, scores, borders)
        at = borders[-1]


def joined(parts: Sequence[ReadSentence]) -> ReadSentence:
    """Make one sentence of parts that were read apart, as it is too long: the later parts' roots hang on the first's by `parataxis`."""
    words: list[Word] = []
    runs: list[entities.Run] = []
    root = next(i for i, word in enumerate(parts[0].words) if word.head < 0)
    for part in parts:
        at = len(words)
        words.extend(_hung(word, at, root) for word in part.words)
        runs.extend(entities.Run(run.first + at, run.last + at, run.label) for run in part.entities)
    return ReadSentence(words, runs)


def _hung(word: Word, at: int, root: int) -> Word:
    if at and word.head < 0:
        return replace(word, head=root, rel="parataxis")
    return replace(word, head=word.head + at) if word.head >= 0 else word


def _window_end(unit: Unit, sizes: list[int], at: int, limit: int) -> int:
    """Give where a window that begins at word `at` ends: at the last sure start that fits, else at the last word that fits."""
    size, end, sure = 0, at, None
    while end < len(sizes) and (end == at or size + sizes[end] <= limit):
        size += sizes[end]
        end += 1
        if end in unit.starts or end == len(sizes):
            sure = end
    return sure or end


def _read(unit: Unit, network: Network, at: int, end: int) -> Scores:
    return network.read(network.subwords.window(unit.forms[at:end], spaced=unit.spaced[at:end]))


def _borders(unit: Unit, scores: Scores, at: int, end: int) -> list[int]:
    """Give the words at which sentences start, `at` first."""
    found = set() if unit.given else {at + int(i) for i in np.flatnonzero(np.round(scores.starts, 3) > 0.5)}
    borders = sorted({at} | found | {s for s in unit.starts if at <= s < end})
    return borders if unit.given else _without_lone_marks(unit, borders, end)


def _without_lone_marks(unit: Unit, borders: list[int], end: int) -> list[int]:
    """Drop borders that would leave marks alone: an opening mark belongs to what follows without a space, others to what stands before."""
    dropped = set()
    for first, last in pairwise([*borders, end]):
        if any(c.isalnum() for form in unit.forms[first:last] for c in form):
            continue
        if last < end and not unit.spaced[last] and last not in unit.starts:
            dropped.add(last)
        elif first not in unit.starts and first != borders[0]:
            dropped.add(first)
    return [b for b in borders if b not in dropped]


def _decoded(unit: Unit, network: Network, scores: Scores, borders: list[int]) -> Iterator[ReadSentence]:
    """Yield the window's sentences, which `borders` part; relations are scored for all of them at once, as that is quicker."""
    at = borders[0]
    cuts = [slice(first - at, last - at) for first, last in pairwise(borders)]
    heads = [_heads(scores, cut) for cut in cuts]
    in_window = [h + cut.start if h >= 0 else h for cut, own in zip(cuts, heads, strict=True) for h in own]
    relations = network.relations(scores, in_window) if in_window else []
    for cut, decoded in zip(cuts, heads, strict=True):
        own, named = repairs.conjuncts(decoded, relations[cut])
        forms = unit.forms[at + cut.start : at + cut.stop]
        arcs = enumerate(zip(forms, own, named, strict=True), cut.start)
        words = [_word(network, scores, i, form, (head, relation)) for i, (form, head, relation) in arcs]
        runs = (entities.trimmed(run, forms) for run in entities.runs(scores.entities[cut], network.labels.entities))
        yield ReadSentence(words, [run for run in runs if run])


def _heads(scores: Scores, cut: slice) -> list[int]:
    """Decode one sentence: arcs within it, and from the root."""
    return trees.heads(np.concatenate([scores.arcs[cut, :1], scores.arcs[cut, cut.start + 1 : cut.stop + 1]], axis=1))


def _word(network: Network, scores: Scores, i: int, form: str, arc: tuple[int, str]) -> Word:
    labels, (head, relation) = network.labels, arc
    return Word(
        upos=labels.upos[scores.upos[i]],
        feats=labels.feats[scores.feats[i]].removeprefix("_"),
        lemma=lemmas.apply(labels.rules[scores.rules[i]], form),
        head=head,
        rel=_relation(relation, head),
    )


def _relation(relation: str, head: int) -> str:
    """Keep `root` for roots alone."""
    if head < 0:
        return "root"
    return "dep" if relation == "root" else relation
