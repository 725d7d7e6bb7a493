"""Train the pipeline: `python -m training.train --data DATA --encoder DIR --out RUN`. Seeded; a stopped run goes on where it was.

Losses are summed over the heads. The weights that are kept are a moving average over the steps.
"""

import argparse
import json
import random
import time
from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import torch
from torch.nn import functional as F

from communique.annotate.subwords import Subwords
from training import corpora
from training.batches import NONE, Batch, Batcher
from training.network import Classes, Network

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ENTITY_WEIGHTS = (2.0, 0.3, 0.3)
"""Loss weights of the entity outputs in the order of `corpora.ENTITY_SETS`: the first one is shipped."""


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/ and entities/")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the final weights")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--words", type=int, default=1000, help="words of a batch")
    parser.add_argument("--start", type=Path, help="folder of an earlier run whose averaged weights this one begins with")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (for a trial)")
    Training(parser.parse_args()).run()


class Training:
    """One run: its data, network, optimiser and moving average."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        options.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(options.seed)
        weights = options.encoder / "model.safetensors"
        if sha256(weights.read_bytes()).hexdigest() != ENCODER_SHA256:
            raise SystemExit(f"{weights} is not the published all-MiniLM-L6-v2: its sha256 differs. Take the official file.")
        vocabulary = {w: i for i, w in enumerate((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())}
        self.parts = corpora.load(options.data)
        self.classes = classes_of(self.parts["train"])
        (options.out / "classes.json").write_text(json.dumps(asdict(self.classes)), encoding="utf-8")
        self.batcher = Batcher(Subwords(vocabulary), self.classes)
        self.network = Network(self.classes, len(vocabulary))
        if options.start:
            self.network.load_state_dict(torch.load(options.start / "checkpoint.pt", weights_only=True)["average"])
        else:
            self.network.encoder.start_from(weights)
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        per_epoch = sum(1 for _ in self.batcher.epoch(self.parts["train"], words=options.words, draw=random.Random(0)))
        self.total = per_epoch * options.epochs
        encoder = list(self.network.encoder.parameters())
        known = {id(p) for p in encoder}
        heads = [p for p in self.network.parameters() if id(p) not in known]
        self.optimiser = torch.optim.AdamW(
            [{"params": encoder, "lr": 1.5e-4 * options.rate}, {"params": heads, "lr": 1e-3 * options.rate}], weight_decay=0.01, fused=True
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.step, self.epoch = 0, 0

    def _rate(self, step: int) -> float:
        warm = 0.05 * self.total
        return step / warm if step < warm else max(0.0, (self.total - step) / (self.total - warm))

    def run(self) -> None:
        """Train what is left of the epochs, saving after each."""
        self._resume()
        while self.epoch < self.options.epochs:
            draw = random.Random(self.options.seed * 1000 + self.epoch)
            torch.manual_seed(self.options.seed * 1000 + self.epoch)
            losses: Counter[str] = Counter()
            began, words = time.time(), 0
            for number, batch in enumerate(self.batcher.epoch(self.parts["train"], words=self.options.words, draw=draw), 1):
                losses.update(self._learn(batch))
                words += batch.words
                if number % 50 == 0:
                    shown = " ".join(f"{k} {v / number:.3f}" for k, v in losses.items())
                    print(
                        f"epoch {self.epoch} step {self.step}/{self.total} {words / (time.time() - began):.0f} words/s {shown}", flush=True
                    )
                if self.options.steps and self.step >= self.options.steps:
                    return
            self.epoch += 1
            self._save()

    def _learn(self, batch: Batch) -> dict[str, float]:
        self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.network(**batch.inputs)
            losses = self._losses(out, batch.targets)
        loss = torch.stack(list(losses.values())).sum()
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        decay = min(0.998, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            state = self.network.state_dict()
            torch._foreach_lerp_([self.average[k] for k in state], list(state.values()), 1 - decay)
        return {k: v.item() for k, v in losses.items()}

    def _losses(self, out: dict[str, torch.Tensor], targets: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        losses = {}
        for name in ("upos", "feats", "rules", "starts"):
            losses[name] = _loss(out[name], targets[name]) * (0.5 if name == "starts" else 1.0)
        for i, weight in enumerate(ENTITY_WEIGHTS):
            losses[f"entities{i}"] = _loss(out[f"entities{i}"], targets[f"entities{i}"]) * weight
        same = targets["sentence"].unsqueeze(2) == targets["sentence"].unsqueeze(1)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], -1)
        losses["arcs"] = _loss(out["arcs"].float().masked_fill(~allowed, -1e4), targets["arcs"])
        known = targets["arcs"] != NONE
        rows, words = known.nonzero(as_tuple=True)
        heads = targets["arcs"][known]
        chosen = out["head"][rows, (heads - 1).clamp(min=0)]
        chosen = torch.where((heads == 0).unsqueeze(-1), self.network.label_root.to(chosen.dtype), chosen)
        if len(heads):
            losses["relations"] = _loss(self.network.relations(out["dependent"][rows, words], chosen), targets["relations"][known])
        return losses

    def _save(self) -> None:
        state = {"network": self.network.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict(),
                 "schedule": self.schedule.state_dict(), "step": self.step, "epoch": self.epoch}  # fmt: skip
        new = self.options.out / "checkpoint.new"
        torch.save(state, new)
        new.replace(self.options.out / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.options.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.average = state["average"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])
            self.step, self.epoch = state["step"], state["epoch"]


def _loss(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    flat = targets.reshape(-1)
    if not (flat != NONE).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), flat, ignore_index=NONE)


def classes_of(documents: list[corpora.Document]) -> Classes:
    """Give the classes seen in training, most frequent first; lemma rules and features seen once are left out."""
    seen: dict[str, Counter[str]] = {k: Counter() for k in ("upos", "feats", "rules", "relations")}
    for sentence in (s for d in documents for s in d.sentences):
        for name, count in seen.items():
            count.update(getattr(sentence, name) or ())
    ranked = {
        k: tuple(x for x, n in sorted(c.items(), key=lambda i: (-i[1], i[0])) if n > 1 or k in ("upos", "relations"))
        for k, c in seen.items()
    }
    return Classes(**ranked, entity_sets=corpora.ENTITY_SETS)


if __name__ == "__main__":
    main()
