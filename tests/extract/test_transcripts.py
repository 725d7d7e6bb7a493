"""Transcripts: turns under their labels, without stage directions; whose they are; and what is no transcript."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import report_of

from communique.extract.quotation_marks import paragraphs
from communique.extract.statements import statements
from communique.extract.transcripts import turns
from communique.model.actor import ActorKind, Named
from communique.model.kinds import Form
from communique.model.parse import ROOT, Parse, Sentence, Token
from communique.model.span import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "transcripts.yml").read_text(encoding="utf-8"))
LINES = st.lists(
    st.sampled_from(
        ["Q: ", "Q  ", "MS. HOLM: ", "Holm: ", "A: ", "Note: ", "END", "\n", "\n\n", "(Laughter.)", "“", "We go. ", "Why?", ":"]
    ),
    max_size=40,
)


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_turns_are_found_under_their_labels(case: dict[str, Any]) -> None:
    """Each turn has its label's words over its paragraphs; an ordinary note, list or table has none."""
    text = case["text"]
    found = turns(text, tuple(paragraphs(text)), case.get("people", ()))
    assert [{text[t.label.start : t.label.end]: [text[w.start : w.end] for w in t.words]} for t in found] == case["turns"]


@given(LINES)
def test_any_lines_are_read_and_turns_stay_apart(lines: list[str]) -> None:
    """No text raises; turns are in order and apart, and their words lie behind their labels without white space at their ends."""
    text = "".join(lines)
    found = turns(text, tuple(paragraphs(text)), ["Ada Holm"])
    assert all(a.span.end <= b.label.start for a, b in pairwise(found))
    for turn in found:
        assert all(a.end <= b.start for a, b in pairwise([turn.label, *turn.words]))
        assert all(text[w.start : w.end] == text[w.start : w.end].strip() for w in turn.words)


def _parse(text: str) -> Parse:
    """Give a parse in which each word is a root of its own: labels need no tree."""
    tokens: list[Token] = []
    for word in text.split():
        start = text.index(word, tokens[-1].end if tokens else 0)
        tokens.append(Token(start, start + len(word), "X", "", word, ROOT, "root"))
    return Parse(report_of(text), tuple(tokens), tuple(Sentence(t.start, t.end, n, n + 1) for n, t in enumerate(tokens)))


def _person(parse: Parse, name: str) -> Named:
    start = parse.report.text.index(name)
    return Named(f"nam-{name}", name, ActorKind.PERSON, None, None, (), (), (parse.report.cite(start, start + len(name)),))


BRIEFING = (
    "Ada Holm held a briefing in the palace.\n\nMS. HOLM: The road stays “open” to all.\n\nQ: For how long will it?\n\n"
    "MS. HOLM: For good, I promise.\n\nQ: And the bridge?"
)


def test_a_turn_is_the_words_of_its_labels_person() -> None:
    """The surname of a label finds the full name; an asker stays unnamed; the briefing is the channel."""
    parse = _parse(BRIEFING)
    holm = _person(parse, "Ada Holm")
    found = list(statements(parse, (holm,)))
    assert [s.speaker.actor for s in found] == [holm.id, None, holm.id, None]
    assert [s.speaker.cite and s.speaker.cite.quote for s in found] == ["MS. HOLM", "Q", "MS. HOLM", "Q"]
    assert [[c.quote for c in s.content] for s in found][:2] == [["The road stays “open” to all."], ["For how long will it?"]]
    assert {s.channel for s in found} == {"briefing"}
    assert {s.form for s in found} == {Form.DIRECT}


def test_two_people_of_one_surname_leave_a_label_open() -> None:
    """A surname that two people share names neither."""
    parse = _parse(BRIEFING.replace("Ada Holm held", "Ada Holm and Per Holm held"))
    people = (_person(parse, "Ada Holm"), _person(parse, "Per Holm"))
    assert all(s.speaker.actor is None for s in statements(parse, people))


def test_a_named_label_needs_no_surname() -> None:
    """A label that is a person's place itself is that person's, whoever else has the surname."""
    parse = _parse(BRIEFING.replace("Ada Holm held", "Ada Holm and Per Holm held").replace("MS. HOLM", "ADA HOLM"))
    ada, per = _person(parse, "Ada Holm"), _person(parse, "Per Holm")
    label = Span(parse.report.text.index("ADA HOLM"), parse.report.text.index("ADA HOLM") + 8)
    ada = replace(ada, cites=(*ada.cites, parse.report.cite(label.start, label.end)))
    assert next(iter(statements(parse, (ada, per)))).speaker.actor == ada.id
