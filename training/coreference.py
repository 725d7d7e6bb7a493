"""Fit the weights of pronouns' features: `python -m training.coreference --data DATA --out src/communique/data/coreference_weights.yml`.

A softmax over a pronoun's candidates and "none", with the gold chain's candidates together as the right answer (as in mention ranking,
Denis and Baldridge 2008), L2 regularised, full-batch gradient descent; three rounds, since features depend on earlier choices.
Only GUM's training part is read. The result is deterministic.
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from evaluation.coreference import GoldChains
from evaluation.gum import documents

from communique.annotate.coreference import pronouns
from communique.annotate.coreference.chains import antecedent
from communique.annotate.coreference.lists import lists
from communique.annotate.coreference.phrases import Form
from communique.annotate.coreference.setting import setting_of

SOURCE = "Fitted on the training part of GUM (https://github.com/amir-zeldes/gum, annotations CC BY 4.0) by training/coreference.py."
CLASSES = ("person", "it", "they")
Example = tuple[list[tuple[str, ...]], list[bool]]


def examples(gold, weight) -> dict[str, list[Example]]:
    """Give, for each class, the candidates' features ("none" first) and which are right, along the choices of `weight`."""
    out = defaultdict(list)
    for document in gold:
        setting, chains = setting_of(document.parse, lists()), GoldChains(document)
        phrases = setting.referents.phrases
        for i, phrase in enumerate(phrases):
            if phrase.form is Form.PRONOUN and phrase.key != "i":
                found, mine = list(pronouns.candidates(i, setting)), chains.chain(phrase)
                right = [mine is not None and chains.chain(phrases[c.phrase]) == mine for c in found]
                out[pronouns.class_of(phrase)].append(([("none",), *(c.features for c in found)], [not any(right), *right]))
            chosen = antecedent(i, setting, weight)
            if chosen is not None and not setting.same(i, chosen):
                setting.referents.join(chosen, i)
    return out


def fitted(some: list[Example], strength: float, steps: int = 400) -> dict[str, float]:
    """Give the weights that make the right candidates likeliest, by gradient descent with momentum."""
    names = sorted({f for features, _ in some for c in features for f in c})
    index = {f: k for k, f in enumerate(names)}
    rows, columns, groups, right = [], [], [], []
    for g, (features, rights) in enumerate(some):
        for c, ok in zip(features, rights, strict=True):
            rows.extend([len(groups)] * len(c))
            columns.extend(index[f] for f in c)
            groups.append(g)
            right.append(ok)
    rows, columns, groups, right = map(np.array, (rows, columns, groups, right))
    weight, speed = np.zeros(len(names)), np.zeros(len(names))
    for _ in range(steps):
        score = np.exp(np.bincount(rows, weight[columns], minlength=len(groups)))
        all_ = np.bincount(groups, score, minlength=len(some))[groups]
        good = np.bincount(groups, score * right, minlength=len(some))[groups]
        slope = score * right / good - score / all_
        gradient = np.bincount(columns, slope[rows], minlength=len(names)) / len(some) - strength * weight / len(some)
        speed = 0.9 * speed + gradient
        weight = weight + 0.5 * speed
    return {f: round(float(weight[k]), 2) for f, k in index.items() if abs(weight[k]) >= 0.02}


def written(weight) -> str:
    """Give the weights as YAML."""
    lines = ["# Weights of the features of pronouns' antecedents (see annotate/coreference/pronouns.py).\n"]
    for kind in CLASSES:
        lines.append(f"{kind}:\n  source: {SOURCE}\n  weights:\n")
        lines.extend(f'    "{f}": {w}\n' for f, w in weight[kind].items())
    return "".join(lines)


def main() -> None:
    """Read the command line, fit, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--strength", type=float, default=2.0)
    options.add_argument("--fold", type=int, help="leave every fifth document out, beginning with this one")
    given = options.parse_args()
    gold = [d for k, d in enumerate(documents(given.data, "train")) if given.fold is None or k % 5 != given.fold]
    weight = {kind: {"none": 1.0, "distance 0": 1.0, "distance 1": 0.5, "last subj": 1.0, "same subj": 1.0} for kind in CLASSES}
    for _ in range(3):
        weight = {kind: fitted(some, given.strength) for kind, some in sorted(examples(gold, weight).items())}
        print({kind: len(w) for kind, w in weight.items()})
    given.out.write_text(written(weight), encoding="utf-8")


if __name__ == "__main__":
    main()
