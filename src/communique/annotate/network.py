"""The shipped network, run by onnxruntime: words of one window in, scores out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as refusals

from communique.annotate.subwords import Pieces, Subwords
from communique.errors import PipelineError

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


MARKERS = ("[UNK]", "[CLS]", "[SEP]")
"""Entries that every vocabulary has."""

REFUSALS = (refusals.Fail, refusals.InvalidArgument, refusals.InvalidGraph, refusals.InvalidProtobuf, refusals.NotImplemented)
"""What onnxruntime raises for a graph that it cannot run."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed sets that the network chooses from, in the order of its outputs."""

    upos: list[str]
    feats: list[str]
    rules: list[str]
    relations: list[str]
    entities: list[str]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window's n words.

    `upos`, `feats`, `rules`: chosen classes; `starts`: probability that a sentence starts; `entities`: log-probabilities n × labels;
    `arcs`: n × (n + 1), column 0 the root; `dependent`, `head`: what relations are scored from.
    """

    upos: Indices
    feats: Indices
    rules: Indices
    starts: Floats
    entities: Floats
    arcs: Floats
    dependent: Floats
    head: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """The graphs, their labels and the subwords they were trained on."""

    labels: Labels
    subwords: Subwords
    weights: str
    _words: onnxruntime.InferenceSession
    _relations: onnxruntime.InferenceSession

    def read(self, pieces: Pieces) -> Scores:
        """Score the words of one window."""
        given = {"ids": pieces.ids, "shapes": pieces.shapes, "first": pieces.first, "last": pieces.last}
        return Scores(*self._words.run(None, {k: np.array(v, dtype=np.int64) for k, v in given.items()}))

    def relations(self, scores: Scores, heads: Sequence[int]) -> list[str]:
        """Name the relation of each of the window's first words to its head (index in the window, -1 for a root)."""
        index = np.array(heads, dtype=np.int64)
        given = {
            "dependent": scores.dependent[: len(index)],
            "head": scores.head[np.maximum(index, 0)],
            "root": (index < 0).astype(np.int64),
        }
        return [self.labels.relations[i] for i in self._relations.run(None, given)[0]]


def load(folder: Traversable | None = None) -> Network:
    """Load the weights in `folder`, else the shipped ones; a missing or damaged file is a `PipelineError`."""
    folder = folder or files("communique.annotate") / "weights"
    words, relations = _bytes(folder / "words.onnx"), _bytes(folder / "relations.onnx")
    labels, vocabulary = _labels(folder / "labels.json"), _vocabulary(folder / "vocabulary.txt")
    stamp = sha256(words + relations).hexdigest()[:12]
    sessions = _session(words, folder / "words.onnx"), _session(relations, folder / "relations.onnx")
    return Network(labels, Subwords(vocabulary), f"communique-en/{stamp}", *sessions)


def _labels(path: Traversable) -> Labels:
    try:
        stored = json.loads(_bytes(path))
        return Labels(**{name: stored[name] for name in Labels.__slots__})
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path, error) from error


def _vocabulary(path: Traversable) -> dict[str, int]:
    try:
        found = {w: i for i, w in enumerate(_bytes(path).decode("utf-8").splitlines())}
    except UnicodeDecodeError as error:
        raise _damaged(path, error) from error
    if missing := [w for w in MARKERS if w not in found]:
        raise _damaged(path, f"it lacks {', '.join(missing)}")
    return found


def _session(graph: bytes, path: Traversable) -> onnxruntime.InferenceSession:
    """Open a graph on one thread: parallel work comes from processes, and sums are then always added in one order."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except REFUSALS as error:
        raise _damaged(path, error) from error


def _bytes(path: Traversable) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PipelineError(f"{path}: the weights of communique-en cannot be read ({error.strerror}). Reinstall the package.") from error


def _damaged(path: Traversable, why: object) -> PipelineError:
    return PipelineError(f"{path}: the weights of communique-en are damaged ({str(why).splitlines()[0]}). Reinstall the package.")
