"""Write the trained network as ONNX: `python -m training.export --run RUN --encoder DIR --to src/communique/annotate/weights`.

Two graphs: `words.onnx` takes one window without padding and gives every score; `relations.onnx` scores the relation of each
word to the head that decoding chose. One window at a time keeps a report's result free of its neighbours.
"""

import argparse
import json
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, numpy_helper
from torch import Tensor, nn

from training.network import ENTITY_LABELS, Classes, Network

OPSET = 20
"""First set with both LayerNormalization and Gelu as single operators."""


class Words(nn.Module):
    """The network on one window: what needs no decoding is decided here."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        out = {k: v[0] for k, v in self.network(ids[None], shapes[None], first[None], last[None]).items()}
        starts = out["starts"].softmax(-1)[:, 1]
        chosen = [out[k].argmax(-1) for k in ("upos", "feats", "rules")]
        return (*chosen, starts, out["entities0"].log_softmax(-1), out["arcs"], out["dependent"], out["head"])


class Relations(nn.Module):
    """The relation of each word to its head; `root[i]` is 1 where word i has no head."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependent: Tensor, head: Tensor, root: Tensor) -> Tensor:
        head = torch.where(root.unsqueeze(-1) > 0, self.network.label_root, head)
        return self.network.relations(dependent, head).argmax(-1)


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    classes = {k: tuple(v) for k, v in json.loads((options.run / "classes.json").read_text(encoding="utf-8")).items()}
    vocabulary = (options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    network = Network(Classes(**classes), len(vocabulary))
    state = torch.load(options.run / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["average"])
    network.eval()
    write(network, options.to)
    (options.to / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    labels = {"upos": classes["upos"], "feats": classes["feats"], "rules": classes["rules"], "relations": classes["relations"],
              "entities": ENTITY_LABELS, "epochs": state["epoch"]}  # fmt: skip
    (options.to / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def write(network: Network, folder: Path) -> None:
    """Write both graphs, weights stored as fp16 and cast at load."""
    s, w = torch.export.Dim("s", min=3, max=512), torch.export.Dim("w", min=2, max=510)
    ids, words = torch.arange(100, 120), torch.arange(1, 15)
    torch.onnx.export(Words(network).eval(), (ids, ids % 32, words, words + 1), folder / "words.onnx", opset_version=OPSET, dynamo=True,
                      input_names=["ids", "shapes", "first", "last"],
                      output_names=["upos", "feats", "rules", "starts", "entities", "arcs", "dependent", "head"],
                      dynamic_shapes={"ids": {0: s}, "shapes": {0: s}, "first": {0: w}, "last": {0: w}}, external_data=False)  # fmt: skip
    dependent, head = torch.randn(14, 128), torch.randn(14, 128)
    torch.onnx.export(Relations(network).eval(), (dependent, head, words % 2), folder / "relations.onnx", opset_version=OPSET, dynamo=True,
                      input_names=["dependent", "head", "root"], output_names=["relations"],
                      dynamic_shapes={"dependent": {0: w}, "head": {0: w}, "root": {0: w}}, external_data=False)  # fmt: skip
    for name in ("words.onnx", "relations.onnx"):
        half(folder / name)


def half(path: Path) -> None:
    """Store every large float tensor as fp16, followed by a cast to fp32 that onnxruntime folds when it loads the graph."""
    model = onnx.load(path)
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and len(tensor.raw_data) > 4096:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype("float16"), name + ".half"))
            casts.append(onnx.helper.make_node("Cast", [name + ".half"], [name], to=TensorProto.FLOAT))
    rest = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*casts, *rest])
    for part in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.input,
        *model.graph.output,
        *model.graph.value_info,
        *model.graph.initializer,
    ):
        part.ClearField("doc_string")
        part.ClearField("metadata_props")  # the exporter keeps stack traces there, with this machine's paths
    onnx.save(model, path)


if __name__ == "__main__":
    main()
