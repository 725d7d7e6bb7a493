"""Chains join what names the same, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import parse_of, report_of

from communique.annotate.coreference import chains_of
from communique.model.parse import Entity, Parse, Sentence, Token

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases/coreference.yml").read_text(encoding="utf-8"))
WORDS = [
    "Biden",
    "Joe",
    "NATO",
    "he",
    "She",
    "it",
    "they",
    "his",
    "himself",
    "I",
    "the",
    "alliance",
    "president",
    "said",
    "and",
    "“",
    "”",
    ".",
]
RELATIONS = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "nmod:poss",
    "appos",
    "conj",
    "cc",
    "ccomp",
    "acl:relcl",
    "flat",
    "compound",
    "det",
    "punct",
    "xcomp",
]


def _words(parse: Parse) -> list[list[str]]:
    return [[parse.report.text[s.start : s.end] for s in chain] for chain in chains_of(parse)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_chains_hold_what_names_the_same(case: dict[str, Any]) -> None:
    """Each case's chains are found, and no others."""
    assert _words(parse_of(case["conllu"], entities=case["entities"])) == case["chains"]


def test_chains_hold_the_span_of_the_entity() -> None:
    """A name's span in its chain is its entity's, so that other rooms find the chain by the entity."""
    for case in CASES:
        parse = parse_of(case["conllu"], entities=case["entities"])
        spans = {s for chain in chains_of(parse) for s in chain}
        overlapped = [e for e in parse.entities if any(s.start < e.end and e.start < s.end for s in spans)]
        assert all(any(s.start <= e.start and e.end <= s.end for s in spans) for e in overlapped)


def test_chains_of_a_report_without_words_are_none() -> None:
    """A parse without tokens has no chains."""
    assert chains_of(Parse(report_of("…"), (), ())) == ()


@st.composite
def _parses(draw: st.DrawFn) -> Parse:
    """Draw a report of random words with random trees and names."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for _ in range(draw(st.integers(1, 4))):
        first, size = len(tokens), draw(st.integers(1, 9))
        root = draw(st.integers(0, size - 1))
        order = [root, *(i for i in range(size) if i != root)]
        for i in range(size):
            word = draw(st.sampled_from(WORDS))
            place = order.index(i)
            head = -1 if place == 0 else first + order[draw(st.integers(0, place - 1))]
            upos = draw(st.sampled_from(["PROPN", "NOUN", "PRON", "VERB", "PUNCT"]))
            relation = "root" if head < 0 else draw(st.sampled_from(RELATIONS))
            tokens.append(Token(len(text), len(text) + len(word), upos, "_", word.lower(), head, relation))
            if draw(st.booleans()):
                entities.append(Entity(len(text), len(text) + len(word), draw(st.sampled_from(["PER", "ORG", "LOC", "NORP", "LAW"]))))
            text += word + draw(st.sampled_from([" ", "\n"]))
        sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
    return Parse(report_of(text), tuple(tokens), tuple(sentences), tuple(entities))


@given(_parses())
def test_chains_are_in_order_and_apart_whatever_the_trees(parse: Parse) -> None:
    """No tree makes the rules fail; spans lie in the text, in order, and each in one chain; twice gives the same."""
    chains = chains_of(parse)
    spans = [s for chain in chains for s in chain]
    assert all(len(chain) > 1 and list(chain) == sorted(chain, key=lambda s: (s.start, -s.end)) for chain in chains)
    assert len(spans) == len(set(spans))
    assert all(s.end <= len(parse.report.text) for s in spans)
    assert chains == chains_of(parse)
