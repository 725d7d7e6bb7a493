"""The network: MiniLM's encoder and one small head for each layer of annotation.

The encoder's weights are those of all-MiniLM-L6-v2 (Apache-2.0). Words take the first and the last of their subwords.
Arcs and labels are biaffine (Dozat and Manning 2017). Entities have one output a corpus, as each draws borders its own way.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from communique.annotate.subwords import SHAPE_COUNT

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
TAG_WIDTH, ENTITY_WIDTH, ARC_WIDTH, LABEL_WIDTH = 384, 256, 400, 128
ENTITY_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True, slots=True)
class Classes:
    """The closed sets that the heads choose from, in the order of their outputs."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    rules: tuple[str, ...]
    relations: tuple[str, ...]
    entity_sets: tuple[str, ...]


class Layer(nn.Module):
    """One transformer block of BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm, self.norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)  # noqa: E731
        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / (WIDTH // HEADS) ** 0.5
        if mask is not None:
            scores = scores + mask
        mixed = (scores.softmax(-1) @ split(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with word shapes added to its input; gives the output of every layer."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(positions) + self.shapes(shapes)))
        out = [x]
        for layer in self.layers:
            x = layer(x, mask)
            out.append(x)
        return out

    def start_from(self, path: Path) -> None:
        """Take the published weights; the segment embedding, always 0 here, is added to the positions."""
        given = load_file(path)
        given = {k.removeprefix("bert."): v for k, v in given.items()}
        self.words.weight.data = given["embeddings.word_embeddings.weight"]
        self.positions.weight.data = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        _copy(self.norm, given, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for module, name in ((layer.query, "attention.self.query"), (layer.key, "attention.self.key"), (layer.value, "attention.self.value"),
                                 (layer.out, "attention.output.dense"), (layer.attention_norm, "attention.output.LayerNorm"),
                                 (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm, "output.LayerNorm")):  # fmt: skip
                _copy(module, given, at + name)


def _copy(module: nn.Linear | nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    module.weight.data = given[name + ".weight"]
    module.bias.data = given[name + ".bias"]


class Mix(nn.Module):
    """A learned weighted mean of the layers, then first and last subword of each word side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 2.0]))

    def forward(self, layers: list[Tensor], first: Tensor, last: Tensor) -> Tensor:
        weights = self.weights.softmax(0)
        x = sum(w * layer for w, layer in zip(weights, layers, strict=True))
        pick = lambda index: torch.gather(x, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH))  # noqa: E731
        return torch.cat([pick(first), pick(last)], -1)


def perceptron(width: int, dropout: float) -> nn.Sequential:
    """Give one hidden layer over a word's two subwords."""
    return nn.Sequential(nn.Linear(2 * WIDTH, width), nn.GELU(), nn.Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads; `forward` gives the scores that need no decoding and the vectors that labels are made from."""

    def __init__(self, classes: Classes, vocabulary: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, 0.1)
        self.dropout = nn.Dropout(dropout)
        self.tag_mix, self.parse_mix, self.entity_mix = Mix(), Mix(), Mix()
        self.tag = perceptron(TAG_WIDTH, dropout)
        self.upos = nn.Linear(TAG_WIDTH, len(classes.upos))
        self.feats = nn.Linear(TAG_WIDTH, len(classes.feats))
        self.rules = nn.Linear(TAG_WIDTH, len(classes.rules))
        self.starts = nn.Linear(TAG_WIDTH, 2)
        self.entity = perceptron(ENTITY_WIDTH, dropout)
        self.entity_outs = nn.ModuleList(nn.Linear(ENTITY_WIDTH, len(ENTITY_LABELS)) for _ in classes.entity_sets)
        self.arc_dependent, self.arc_head = perceptron(ARC_WIDTH, dropout), perceptron(ARC_WIDTH, dropout)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.root = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.label_dependent, self.label_head = perceptron(LABEL_WIDTH, dropout), perceptron(LABEL_WIDTH, dropout)
        self.label_root = nn.Parameter(torch.zeros(LABEL_WIDTH))
        self.label = nn.Linear(LABEL_WIDTH, LABEL_WIDTH * len(classes.relations), bias=False)
        self.label_either = nn.Linear(2 * LABEL_WIDTH, len(classes.relations))
        nn.init.zeros_(self.label.weight)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        layers = self.encoder(ids, shapes, mask)
        tag = self.tag(self.dropout(self.tag_mix(layers, first, last)))
        entity = self.entity(self.dropout(self.entity_mix(layers, first, last)))
        words = self.dropout(self.parse_mix(layers, first, last))
        dependent, head = self.arc_dependent(words), self.arc_head(words)
        asked = self.arc(dependent)
        arcs = asked @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        roots = asked @ self.root
        return {"upos": self.upos(tag), "feats": self.feats(tag), "rules": self.rules(tag), "starts": self.starts(tag),
                "arcs": torch.cat([roots.unsqueeze(-1), arcs], -1), "dependent": self.label_dependent(words),
                "head": self.label_head(words), **{f"entities{i}": out(entity) for i, out in enumerate(self.entity_outs)}}  # fmt: skip

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Score the relations of words to their chosen heads, both given as the vectors of `forward`, one row a word."""
        asked = self.label(dependent).unflatten(-1, (self.label_either.out_features, LABEL_WIDTH))
        return (asked @ head.unsqueeze(-1)).squeeze(-1) + self.label_either(torch.cat([dependent, head], -1))
