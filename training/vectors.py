"""Static word vectors distilled from all-MiniLM-L6-v2: `python -m training.vectors --data DATA --encoder ENCODER --to FILE`.

Each word is encoded alone ([CLS] word [SEP], mean of the outputs, as the encoder was trained to pool), all are centred and projected on
their first principal components, and weighted by smooth inverse frequency (Arora, Liang and Ma 2017), so that a mean of them stands for
a phrase. FILE holds `words` (one string, a line each), `vectors` (int8) and `scale` (float32, one a dimension).
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.network import Encoder
from training.train import ENCODER_SHA256

DIMENSIONS = 128
SMOOTH = 1e-3
"""Frequency at which a word's weight is halved; the value of the paper."""
_BATCH = 256


def main() -> None:
    """Encode the vocabulary and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with syntax/")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    weights = given.encoder / "model.safetensors"
    if sha256(weights.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise SystemExit(f"{weights} is not the published all-MiniLM-L6-v2: its sha256 differs. Take the official file.")
    pieces = (given.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    counts = _counts(given.data)
    words = [p for p in pieces if p.isalpha() and p.isascii() and len(p) > 1]
    words += sorted(w for w, n in counts.items() if n > 1 and w.isascii() and w.isalpha() and w not in set(words) and len(w) > 1)
    vectors = _projected(_encoded(words, pieces, weights))
    vectors *= _weights(words, counts)[:, None]
    scale = (np.abs(vectors).max(0) / 127).astype(np.float32)
    np.savez_compressed(given.to, words=np.array("\n".join(words)), vectors=np.round(vectors / scale).astype(np.int8), scale=scale)


def _counts(data: Path) -> Counter[str]:
    """Count the words of the training parts of the class A treebanks, and their lemmas."""
    counts: Counter[str] = Counter()
    for name in ("ewt-train", "gum-train"):
        for line in (data / "syntax" / f"{name}.conllu").read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 3 and columns[0].isdigit():
                counts.update({columns[1].lower(), columns[2].lower()})
    return counts


def _weights(words: Sequence[str], counts: Counter[str]) -> NDArray[np.float32]:
    total = counts.total()
    return np.array([SMOOTH / (SMOOTH + max(counts[w], 1) / total) for w in words], dtype=np.float32)


def _encoded(words: Sequence[str], pieces: Sequence[str], weights: Path) -> NDArray[np.float32]:
    encoder = Encoder(len(pieces), 0.0)
    encoder.start_from(weights)
    encoder.eval()
    known = {p: i for i, p in enumerate(pieces)}
    found = np.zeros((len(words), 384), dtype=np.float32)
    by_length: dict[int, list[int]] = {}
    split = [[known["[CLS]"], *_pieces(w, known), known["[SEP]"]] for w in words]
    for i, ids in enumerate(split):
        by_length.setdefault(len(ids), []).append(i)
    with torch.inference_mode():
        for same in by_length.values():
            for start in range(0, len(same), _BATCH):
                some = same[start : start + _BATCH]
                ids = torch.tensor([split[i] for i in some])
                found[some] = encoder(ids, torch.zeros_like(ids))[-1].mean(1).numpy()
    return found


def _pieces(word: str, known: dict[str, int]) -> Iterator[int]:
    """Yield the longest pieces of a word from the left, as WordPiece does."""
    at = 0
    while at < len(word):
        ends = (e for e in range(len(word), at, -1) if ("##" if at else "") + word[at:e] in known)
        end = next(ends, at + 1)
        yield known.get(("##" if at else "") + word[at:end], known["[UNK]"])
        at = end


def _projected(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    centred = vectors - vectors.mean(0)
    _, _, components = np.linalg.svd(centred, full_matrices=False)
    projected: NDArray[np.float32] = (centred @ components[:DIMENSIONS].T).astype(np.float32)
    return projected / np.linalg.norm(projected, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
