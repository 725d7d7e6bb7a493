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

from communique.annotate.subwords import Pieces, Subwords
from communique.errors import PipelineError

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


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
        """Name the relation of each word to its head (index in the window, -1 for a root)."""
        index = np.array(heads, dtype=np.int64)
        given = {"dependent": scores.dependent, "head": scores.head[np.maximum(index, 0)], "root": (index < 0).astype(np.int64)}
        return [self.labels.relations[i] for i in self._relations.run(None, given)[0]]


def load() -> Network:
    """Load the shipped weights; a missing or damaged file is a `PipelineError`."""
    folder = files("communique.annotate") / "weights"
    words, relations = _bytes(folder / "words.onnx"), _bytes(folder / "relations.onnx")
    vocabulary = {w: i for i, w in enumerate(_bytes(folder / "vocabulary.txt").decode("utf-8").splitlines())}
    stored = json.loads(_bytes(folder / "labels.json"))
    labels = Labels(**{name: stored[name] for name in ("upos", "feats", "rules", "relations", "entities")})
    stamp = sha256(words + relations).hexdigest()[:12]
    return Network(labels, Subwords(vocabulary), f"communique-en/{stamp}", _session(words), _session(relations))


def _session(graph: bytes) -> onnxruntime.InferenceSession:
    """Open a graph on one thread: parallel work comes from processes, and sums are then always added in one order."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _bytes(path: Traversable) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PipelineError(f"{path}: the weights of communique-en are not installed. Reinstall the package.") from error
