"""Measure coreference on GUM's gold trees: `python -m evaluation.coreference DATA [--part dev] [--out FOLDER]`.

LEA (Moosavi and Strube 2016) over exact spans and over heads, in full and for names and pronouns only; and, for pronouns and
surnames whose gold chain names the referent before them, how often the name that the chain gives them is of their gold chain.
`--out` writes gold and answers as JSON lines for other scorers. The figures are the last line, as JSON.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.annotate.coreference.chains import resolved
from communique.annotate.coreference.lists import lists, weights
from communique.annotate.coreference.phrases import Form, Phrase
from communique.annotate.coreference.setting import setting_of
from evaluation.gum import Document, documents

_THIRD = ("he", "she", "it", "they")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules found in a document: chains of phrases."""

    document: Document
    chains: tuple[tuple[Phrase, ...], ...]


def answer(document: Document) -> Answer:
    """Resolve one document."""
    referents = resolved(setting_of(document.parse, lists()), weights())
    return Answer(document, tuple(tuple(referents.phrases[i] for i in c) for c in referents.chains()))


def lea(pairs: Iterable[tuple[Sequence[Sequence[Hashable]], Sequence[Sequence[Hashable]]]]) -> dict[str, float]:
    """Give precision, recall and F1 of chains: pairs of gold and found chains, one pair a document."""
    kept = [([sorted(set(c)) for c in a if len(set(c)) > 1], [sorted(set(c)) for c in b if len(set(c)) > 1]) for a, b in pairs]  # type: ignore[type-var]
    recall, precision = (_resolved([(x, y) if way else (y, x) for x, y in kept]) for way in (True, False))
    total = precision + recall
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(2 * precision * recall / total, 4) if total else 0.0}


def _resolved(pairs: Iterable[tuple[Sequence[Sequence[Hashable]], Sequence[Sequence[Hashable]]]]) -> float:
    value, size = 0.0, 0
    for keys, answers in pairs:
        of = {m: k for k, chain in enumerate(answers) for m in chain}
        for chain in keys:
            together = Counter(of[m] for m in chain if m in of)
            value += len(chain) * sum(c * (c - 1) for c in together.values()) / (len(chain) * (len(chain) - 1))
            size += len(chain)
    return value / size if size else 0.0


def all_lea(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    """Give LEA over spans and heads, in full and restricted to names and pronouns on both sides."""
    out = {}
    for what in ("span", "head"):
        for which in ("full", "names and pronouns"):
            pairs = [(_gold(a.document, what, which), _found(a, what, which)) for a in answers]
            out[f"LEA {what}s, {which}"] = lea(pairs)
    return out


def _gold(document: Document, what: str, which: str) -> list[list[Hashable]]:
    chains: dict[str, list[Hashable]] = defaultdict(list)
    for m in document.mentions:
        if which == "full" or m.upos == "PRON" or (m.named and m.upos == "PROPN"):
            chains[m.chain].append(m.span if what == "span" else m.head)
    return list(chains.values())


def _found(found: Answer, what: str, which: str) -> list[list[Hashable]]:
    wanted = [[p for p in c if which == "full" or p.form in (Form.NAME, Form.PRONOUN)] for c in found.chains]
    return [[p.span if what == "span" else p.head for p in c] for c in wanted]


def named_right(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    """Give, for each class of pronoun and for surnames, how many get a name, and the right one.

    `precision`: of those to which the chain gives an earlier name, the nearest name is of their gold chain; `recall`: the same, of
    those whose gold chain has an earlier name. `link precision` and `link recall`: the same for the nearest earlier phrase of any form.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for found in answers:
        _count(found, counts)
    groups = {"he she": ("he", "she"), "it": ("it",), "they": ("they",), "i": ("i",), "surname": ("surname",),
              "third person": _THIRD, "third person and surname": (*_THIRD, "surname")}  # fmt: skip
    return {g: _shares(sum((counts[k] for k in kinds), Counter())) for g, kinds in groups.items()}


def _shares(n: Counter[str]) -> dict[str, float]:
    def share(a: str, b: str) -> float:
        return round(n[a] / n[b], 4) if n[b] else 0.0

    return {
        "precision": share("right", "answered"),
        "recall": share("right", "wanted"),
        "link precision": share("linked right", "linked"),
        "link recall": share("linked right of wanted", "wanted"),
        "linked": n["linked"],
        "wanted": n["wanted"],
        "answered": n["answered"],
    }


def _count(found: Answer, counts: dict[str, Counter[str]]) -> None:
    gold = GoldChains(found.document)
    in_chain = {p.span: (c, k) for c in found.chains for k, p in enumerate(c)}
    for phrase in setting_of(found.document.parse, lists()).referents.phrases:
        kind, mine = _kind(phrase, gold), gold.chain(phrase)
        if kind is None or mine is None:
            continue
        chain, k = in_chain.get(phrase.span, ((phrase,), 0))
        name = next((p for p in reversed(chain[:k]) if p.form is Form.NAME and (kind != "surname" or len(p.key.split()) > 1)), None)
        wanted = gold.named_before(mine, phrase, full=kind == "surname")
        right = name is not None and gold.chain(name) == mine
        n = counts[kind]
        n["wanted"] += wanted
        n["answered"] += name is not None
        n["right"] += right
        linked_right = k > 0 and gold.chain(chain[k - 1]) == mine
        n["linked"] += k > 0
        n["linked right"] += linked_right
        n["linked right of wanted"] += wanted and linked_right


def _kind(phrase: Phrase, gold: "GoldChains") -> str | None:
    if phrase.form is Form.PRONOUN:
        return phrase.key
    if phrase.form is Form.NAME and phrase.sort == "PER" and phrase.last - phrase.first == 1:
        return "surname"
    return None


class GoldChains:
    """The gold chain of a phrase: of the mention with its span, else of the smallest one with its head that holds it."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.parse.tokens
        self._by_span = {m.span: m.chain for m in document.mentions}
        self._mentions = sorted(document.mentions, key=lambda m: (len(m.span), m.span))
        self._names = defaultdict(list)
        for m in document.mentions:
            if m.named and m.upos == "PROPN":
                self._names[m.chain].append(m)

    def chain(self, phrase: Phrase) -> str | None:
        """Give the chain of a phrase, None where GUM marks no mention."""
        if phrase.span in self._by_span:
            return self._by_span[phrase.span]
        heads = range(phrase.first, phrase.last) if phrase.form is Form.NAME else (phrase.head,)
        return next((m.chain for m in self._mentions if m.head in heads and m.span.covers(phrase.span)), None)

    def named_before(self, chain: str, phrase: Phrase, *, full: bool) -> bool:
        """Say whether the chain has a name before the phrase; `full`: one with more than one capitalised word."""
        return any(m.span.end <= phrase.span.start and (not full or self._capitals(m.head) > 1) for m in self._names[chain])

    def _capitals(self, head: int) -> int:
        around = [i for i in range(max(0, head - 3), min(len(self._tokens), head + 4)) if self._tokens[i].upos == "PROPN"]
        run = {head}
        for i in (*sorted(around), *sorted(around, reverse=True)):
            if i - 1 in run or i + 1 in run:
                run.add(i)
        return len(run)


def write(answers: Sequence[Answer], folder: Path) -> None:
    """Write gold and answers, in full and for names and pronouns, as JSON lines that hold `entities` and `chains`."""
    for which in ("full", "names and pronouns"):
        gold, found = [], []
        for a in answers:
            name = a.document.parse.report.id
            chains = [(k, s) for k, c in enumerate(_gold(a.document, "span", which)) for s in c]
            gold.append({"id": name, "text": "", "entities": [{"id": k, "start": s.start, "end": s.end} for k, s in chains]})  # type: ignore[attr-defined]
            found.append({"id": name, "chains": [[[s.start, s.end] for s in c] for c in _found(a, "span", which)]})  # type: ignore[attr-defined]
        for label, rows in (("gold", gold), ("found", found)):
            path = folder / f"{label}-{which.split()[0]}.jsonl"
            path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")


def main() -> None:
    """Read the command line, resolve the part, print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, help="folder with syntax/ and entities/")
    options.add_argument("--part", choices=("train", "dev"), default="dev")
    options.add_argument("--genre", help="only documents of this genre")
    options.add_argument("--out", type=Path, help="folder for gold and answers")
    given = options.parse_args()
    gold = [d for d in documents(given.data, given.part) if given.genre in (None, d.genre)]
    begun = time.process_time()
    answers = [answer(d) for d in gold]
    seconds = time.process_time() - begun
    if given.out:
        write(answers, given.out)
    figures = all_lea(answers) | named_right(answers)
    for name, values in figures.items():
        print(f"{name:32}", *(f"{k} {v}" for k, v in values.items()))
    print(json.dumps(figures | {"words per second": round(sum(len(d.parse.tokens) for d in gold) / seconds)}))


if __name__ == "__main__":
    main()
