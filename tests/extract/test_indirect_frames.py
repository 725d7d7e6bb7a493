"""Words without marks that an act of speech carries: demands, promises, accusations, judgements, nouns of saying."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.written import parse_of_case
from tests.support import report_of

from communique.extract.indirect.frames import frames
from communique.extract.indirect.nouns import nouns
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page
from communique.extract.speakers import words_of_all
from communique.model.parse import ROOT, Parse, Sentence, Token

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "indirect_frames.yml").read_text(encoding="utf-8"))
VERBS = ("urged", "accused", "called", "refuses", "warned", "expressed", "rejected", "made", "leave", "referred")
NOUNS = ("Lind", "claim", "calls", "plan", "concern", "day", "clear", "which", "it")
SMALL = ("to", "of", "for", "that", "as", "by", "on", ",", "“", "”", "would", "if", "and")
RELATIONS = ("nsubj", "obj", "iobj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "obl", "obl:agent", "nmod", "nmod:poss", "mark", "case")
MORE_RELATIONS = ("nsubj:pass", "aux:pass", "conj", "appos", "punct", "parataxis", "aux", "obl:unmarked")


def in_words(page: Page, said: Reported) -> dict[str, Any]:
    """Give reported words as the cases write them."""
    text, cue = page.parse.report.text, page.parse.span(said.cue.words)
    found: dict[str, Any] = {"content": [text[s.start : s.end] for s in said.content]}
    if said.speaker is not None:
        speaker = words_of_all(page, said.speaker)
        found["speaker"] = text[speaker.start : speaker.end]
    return found | {"cue": text[cue.start : cue.end]}


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_acts_of_speech_are_found_with_their_speakers(case: dict[str, Any]) -> None:
    """Each act of speech gives its words, its cue and its speaker; what is only possible or wanted gives none."""
    page = Page(parse_of_case({"published": "2022-01-11", **case}))
    assert [in_words(page, said) for said in (*frames(page), *nouns(page))] == case["reported"]


def kind_of(word: str) -> str:
    """Give the part of speech that a word of the random texts has."""
    if word in VERBS:
        return "VERB"
    if word in NOUNS:
        return "PRON" if word in {"which", "it"} else "NOUN"
    return "PART" if word.isalpha() else "PUNCT"


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Give pages of one sentence of acts of speech, with any tree over it."""
    words = draw(st.lists(st.sampled_from(VERBS + NOUNS + SMALL), min_size=1, max_size=14))
    heads = [ROOT] + [draw(st.integers(0, n - 1)) for n in range(1, len(words))]
    tokens, text = [], ""
    for word, head in zip(words, heads, strict=True):
        relation = "root" if head == ROOT else draw(st.sampled_from(RELATIONS + MORE_RELATIONS))
        feats = draw(st.sampled_from(["", "VerbForm=Inf", "Tense=Past|VerbForm=Part", "VerbForm=Ger", "PronType=Rel"]))
        tokens.append(Token(len(text), len(text) + len(word), kind_of(word), feats, word, head, relation))
        text += word + " "
    return Page(Parse(report_of(text), tuple(tokens), (Sentence(0, tokens[-1].end, 0, len(tokens)),)))


@given(pages())
def test_any_tree_gives_words_in_order_without_their_speaker(page: Page) -> None:
    """Pieces stand in order and share no word, and an act of the verb's subject never holds that subject's own head."""
    for said in (*frames(page), *nouns(page)):
        assert said.content
        assert all(a.end <= b.start for a, b in pairwise(said.content))
    for said in frames(page):
        if said.speaker is not None:
            speaker = page.parse.tokens[said.speaker].span
            assert not any(s.covers(speaker) for s in said.content)
