"""Whatever the text, the shipped pipeline gives words at their offsets and one tree a sentence.

No test depends on what a model gets right.
"""

from itertools import pairwise
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import report_of

from communique import read
from communique.annotate import Annotator, entities, network, words
from communique.annotate import pipeline as shipped
from communique.errors import PipelineError
from communique.model.parse import ROOT, Parse
from communique.model.report import Report
from communique.model.span import Span

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases/hard_texts.yml").read_text(encoding="utf-8"))
CLAUSE = "and the {} delegation said on Monday that it would not sign the draft without a clause on fishing"
COUNTRIES = ("Norwegian", "Icelandic", "Danish", "Swedish", "Finnish")
LONG = "The talks failed " + ", ".join(CLAUSE.format(COUNTRIES[i % len(COUNTRIES)]) for i in range(60)) + "."
"""One sentence of more than a thousand words."""
WRAPPED = (
    "The delegations of the two countries met on the island on Tuesday for\n"
    "a first round of talks about the border, which has been closed since\n"
    "the spring, and agreed that a second round would be held before the\n"
    "end of the month."
)
UPOS = frozenset(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}
)


def _words(parse: Parse) -> list[str]:
    return [parse.text(i) for i in range(len(parse.tokens))]


def _holds(parse: Parse) -> None:
    """Fail where the parse breaks its contract: words, order, cover, trees, labels, names and chains within the text."""
    text, tokens = parse.report.text, parse.tokens
    assert all(0 <= t.start < t.end <= len(text) for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(w.strip() == w and w for w in _words(parse))
    assert "".join(text.split()) == "".join("".join(w.split()) for w in _words(parse))
    assert [i for s in parse.sentences for i in range(s.first, s.last)] == list(range(len(tokens)))
    for s in parse.sentences:
        assert (s.start, s.end) == (tokens[s.first].start, tokens[s.last - 1].end)
        assert sum(tokens[i].head == ROOT for i in range(s.first, s.last)) == 1
    assert all((t.rel == "root") == (t.head == ROOT) for t in tokens)
    assert all(t.upos in UPOS and t.lemma for t in tokens)
    starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
    assert all(e.start in starts and e.end in ends and e.start < e.end for e in parse.entities)
    assert all(a.end <= b.start for a, b in pairwise(parse.entities))
    ends_of = [[parse.text(i) for i in parse.tokens_in(Span(e.start, e.end))] for e in parse.entities]
    assert all(any(c.isalnum() for c in word) for words_ in ends_of for word in (words_[0], words_[-1]))
    assert all(0 <= t.start < t.end <= len(text) for t in parse.times)
    assert all(s.end <= len(text) for chain in parse.chains for s in chain)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_parse_holds_whatever_the_text(case: dict[str, Any], annotator: Annotator) -> None:
    """Every hard text is cut into words at their offsets, each once, in sentences of one tree."""
    _holds(annotator.parse(report_of(case["text"])))


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=120))
def test_parse_holds_for_any_characters(text: str, annotator: Annotator) -> None:
    """No sequence of characters makes the pipeline fail."""
    _holds(annotator.parse(report_of(text)))


@settings(max_examples=15, deadline=None)
@given(
    heap=st.lists(st.sampled_from([*"“”'\"(),.;:!?—-\n\t", "\n\n", "Monday", "Mr.", "U.S.", "said", "he", "NATO", "5", "%"]), max_size=40)
)
def test_parse_holds_for_any_order_of_news_words(heap: list[str], annotator: Annotator) -> None:
    """Neither does any heap of the words and marks that news is made of."""
    _holds(annotator.parse(report_of(" ".join(heap) or "x")))


def test_parse_of_a_text_without_words_is_empty(annotator: Annotator) -> None:
    """White space alone has no tokens, no sentences, and is no error."""
    parse = annotator.parse(report_of(" \n\t\r\n "))
    assert (parse.tokens, parse.sentences, parse.entities, parse.times, parse.chains) == ((), (), (), (), ())


def test_a_sentence_longer_than_the_encoder_is_read_to_its_end(annotator: Annotator) -> None:
    """A sentence of a thousand words loses none of them."""
    parse = annotator.parse(report_of(LONG))
    assert len(parse.tokens) > 1000
    _holds(parse)


def test_sentences_never_cross_blocks(annotator: Annotator) -> None:
    """A headline without a full stop and a table's cells never run into the next line."""
    text = "Ministers meet in Oslo\n\nThe two sides met on Monday\n\nNorway\tagrees\nIceland\trefuses"
    parse = annotator.parse(report_of(text))
    assert all("\n" not in text[s.start : s.end] for s in parse.sentences)


def test_wrapped_lines_are_one_block(annotator: Annotator) -> None:
    """Lines broken by their width are one paragraph, in which sentences may cross lines, and words keep their offsets."""
    report = report_of(WRAPPED)
    assert list(words.blocks(report)) == [Span(0, len(WRAPPED))]
    _holds(annotator.parse(report))


def test_words_are_read_alike_on_wrapped_and_unwrapped_lines(annotator: Annotator) -> None:
    """A line break within a paragraph changes nothing but offsets."""
    wrapped, plain = annotator.parse(report_of(WRAPPED)), annotator.parse(report_of(WRAPPED.replace("\n", " ")))
    assert [t.rel for t in wrapped.tokens] == [t.rel for t in plain.tokens]
    assert _words(wrapped) == _words(plain)


def test_offsets_count_characters(annotator: Annotator) -> None:
    """Characters beyond the basic plane and marks of several characters count as Python counts them."""
    text = "😀😀 Norway left.\r\n🇺🇸 Iceland stayed."
    parse = annotator.parse(report_of(text))
    assert {text[t.start : t.end] for t in parse.tokens} >= {"Norway", "left", "Iceland", "stayed"}
    assert parse.tokens[-1].end == len(text)


def test_a_report_of_several_regions_is_read_in_order(annotator: Annotator, reports: list[Path]) -> None:
    """The parse of a real report holds and covers all its regions, whatever their kind."""
    for found in read.files(reports):
        assert isinstance(found, Report)
        _holds(annotator.parse(found))


@pytest.mark.parametrize(
    ("forms", "kept"),
    [
        (["(", "AP", ")"], ["AP"]),
        (["Oslo", ","], ["Oslo"]),
        (["U.S.", "Army", "."], ["U.S.", "Army"]),
        (["Washington", ",", "D.C."], ["Washington", ",", "D.C."]),
        (["“", "…", "("], []),
        (["3", "%"], ["3"]),
    ],
)
def test_an_entity_has_no_marks_at_its_ends(forms: list[str], kept: list[str]) -> None:
    """Brackets, commas and quotation marks around a name are not part of it; periods of abbreviations are."""
    run = entities.trimmed(entities.Run(0, len(forms), "ORG"), forms)
    assert (forms[run.first : run.last] if run else []) == kept


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Give a copy of the shipped weights that a test may damage."""
    return Path(copytree(Path(network.__file__).parent / "weights", tmp_path / "weights"))


@pytest.mark.parametrize("name", ["words.onnx", "relations.onnx", "labels.json", "vocabulary.txt"])
@pytest.mark.parametrize("damage", ["gone", "cut", "other"])
def test_damaged_weights_are_refused(name: str, damage: str, weights: Path) -> None:
    """A file that is missing, cut short or something else is named with what to do."""
    file = weights / name
    raw = file.read_bytes()
    file.unlink()
    if damage != "gone":
        file.write_bytes(raw[:500] if damage == "cut" else b"\xff\xfenot this")
    with pytest.raises(PipelineError, match=rf"{name}.*Reinstall"):
        network.load(weights)


def test_the_name_of_the_pipeline_tells_weights_apart(annotator: Annotator) -> None:
    """A record says which weights made it."""
    assert annotator.name.startswith("communique-en/")
    assert isinstance(annotator, shipped.Pipeline)
