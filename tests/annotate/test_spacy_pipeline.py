"""A spaCy pipeline stands in for the shipped one where it keeps the contract, and is refused where it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed  # type: ignore[attr-defined]  # spaCy names it so in its own examples
from tests.support import report_of

from communique import annotate
from communique.errors import PipelineError
from communique.model.parse import ROOT

UD = """
They PRON they 1 nsubj|met VERB meet 1 ROOT|in ADP in 3 case|Geneva PROPN Geneva 1 obl|. PUNCT . 1 punct
Norway PROPN Norway 1 nsubj|rejected VERB reject 1 ROOT|the DET the 3 det|draft NOUN draft 1 obj|. PUNCT . 1 punct
She PRON she 1 nsubj|said VERB say 1 ROOT|no INTJ no 1 obj|. PUNCT . 1 punct
The DET the 1 det|draft NOUN draft 3 nsubj:pass|was AUX be 3 aux:pass|rejected VERB reject 3 ROOT|. PUNCT . 3 punct
"""
CLEARNLP = """
Norway PROPN Norway 1 nsubj|rejected VERB reject 1 ROOT|the DET the 3 det|draft NOUN draft 1 dobj|. PUNCT . 1 punct
The DET the 1 det|draft NOUN draft 3 nsubjpass|was AUX be 3 auxpass|rejected VERB reject 3 ROOT|. PUNCT . 3 punct
"""
WHOLE = ("morphologizer", "trainable_lemmatizer", "parser", "ner")

FEW = {"trainable_lemmatizer": {"min_tree_freq": 1}, "parser": {"min_action_freq": 1}}
"""Settings without which spaCy drops what it sees a few times only."""


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    upos: str
    lemma: str
    head: int
    relation: str


def _sentences(written: str) -> list[list[_Word]]:
    """Read sentences, one a line: words are form, UPOS, lemma, head (counted from 0) and relation, "|" between them."""
    rows = [[word.split(" ") for word in line.split("|")] for line in written.strip().splitlines()]
    return [[_Word(form, upos, lemma, int(head), relation) for form, upos, lemma, head, relation in row] for row in rows]


def _example(language: Language, words: list[_Word]) -> Example:
    places = ["U-GPE" if w.form in {"Norway", "Geneva"} else "O" for w in words]
    wanted = {
        "words": [w.form for w in words],
        "pos": [w.upos for w in words],
        "morphs": ["Case=Nom" if w.upos == "PRON" else "" for w in words],
        "lemmas": [w.lemma for w in words],
        "heads": [w.head for w in words],
        "deps": [w.relation for w in words],
        "entities": places,
    }
    return Example.from_dict(Doc(language.vocab, words=[w.form for w in words]), wanted)


def _trained(folder: Path, written: str, parts: Sequence[str], *, steps: int = 2) -> str:
    """Train a pipeline of `parts` for a few steps, save it, and give its path, by which it is named."""
    fix_random_seed(1)
    language = spacy.blank("en")
    for part in parts:
        language.add_pipe(part, config=FEW.get(part, {}))
    examples = [_example(language, words) for words in _sentences(written)]
    optimizer = language.initialize(lambda: examples)
    for _ in range(steps):
        language.update(examples, sgd=optimizer)
    language.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="session")
def universal(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the path of a small pipeline with UD labels."""
    return _trained(tmp_path_factory.mktemp("universal") / "en_ud_small", UD, WHOLE, steps=12)


def test_a_pipeline_with_universal_dependencies_gives_parses(universal: str) -> None:
    """Its words, trees and names come in the contract's terms."""
    (parse,) = annotate.parses([report_of("Norway rejected the draft. They met in Geneva.")], pipeline=universal)
    assert [parse.text(i) for i in range(len(parse.tokens))] == [
        "Norway",
        "rejected",
        "the",
        "draft",
        ".",
        "They",
        "met",
        "in",
        "Geneva",
        ".",
    ]
    assert [i for s in parse.sentences for i in range(s.first, s.last)] == list(range(len(parse.tokens)))
    assert all((t.rel == "root") == (t.head == ROOT) for t in parse.tokens)
    assert all(t.upos and t.lemma for t in parse.tokens)
    assert {e.label for e in parse.entities} <= {"PER", "ORG", "LOC", "NORP", "LAW", "EVENT"}


@pytest.mark.parametrize("text", ["They met.\n\n \tNorway  rejected\r\nthe draft.", " \n They met", "\n\n", "😀 They\u00a0met 🇺🇸."])
def test_white_space_makes_no_words(text: str, universal: str) -> None:
    """SpaCy's tokens of white space are none of ours, and what hangs on them hangs on words."""
    parse = annotate.annotator(universal).parse(report_of(text))
    assert "".join(parse.text(i) for i in range(len(parse.tokens))) == "".join(text.split())
    assert all(parse.text(i).strip() for i in range(len(parse.tokens)))


def test_times_and_chains_are_added(universal: str) -> None:
    """Whatever the pipeline, times come from our rules."""
    parse = annotate.annotator(universal).parse(report_of("They met in Geneva on 10 January 2022."))
    assert [t.value for t in parse.times] == ["2022-01-10"]


def test_the_name_tells_versions_apart(universal: str) -> None:
    """A record says which pipeline made it, and which version of it."""
    assert annotate.annotator(universal).name == f"{universal}/0.0.0"


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    """ClearNLP's labels are named, as every rule would misread them."""
    other = _trained(tmp_path / "en_clear", CLEARNLP, WHOLE)
    with pytest.raises(PipelineError, match=r"auxpass, dobj, nsubjpass: not Universal Dependencies"):
        annotate.annotator(other)


@pytest.mark.parametrize(
    ("missing", "said"), [("parser", "no parser"), ("morphologizer", "parts of speech"), ("trainable_lemmatizer", "lemmas")]
)
def test_a_pipeline_that_lacks_a_part_is_refused(missing: str, said: str, tmp_path: Path) -> None:
    """Rules need trees, parts of speech and lemmas."""
    partial = _trained(tmp_path / "en_part", UD, [part for part in WHOLE if part != missing])
    with pytest.raises(PipelineError, match=said):
        annotate.annotator(partial)


def test_a_pipeline_that_is_not_installed_is_refused() -> None:
    """The error says what to do."""
    with pytest.raises(PipelineError, match=r"'en_nowhere_sm' is not installed.*communique-en"):
        annotate.annotator("en_nowhere_sm")
