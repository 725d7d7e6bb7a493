"""Statements: content, speaker, cue and circumstances of quotations, and what is no statement; never words outside the marks."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import report_of

from communique.extract.quotation_marks import quoted
from communique.extract.statements import statements
from communique.model.actor import ActorKind, Named
from communique.model.ids import mention_id
from communique.model.kinds import Form, Kind
from communique.model.mention import Statement
from communique.model.parse import ROOT, Parse, Sentence, Time, Token
from communique.model.span import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "quotations.yml").read_text(encoding="utf-8"))
BY_NAME = {case["what"]: case for case in CASES}
WORDS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "''",
    "``",
    "«",
    "»",
    "said",
    "Lind",
    "he",
    "told",
    "CNN",
    ",",
    ".",
    ":",
    "that",
    "open",
    "doors",
    "are",
    "?",
    "\n\n",
    "according",
    "to",
]
KINDS = {"said": "VERB", "told": "VERB", "are": "AUX", "he": "PRON", "Lind": "PROPN", "CNN": "PROPN", "that": "SCONJ", "to": "ADP"}


def parse_of_case(case: dict[str, Any]) -> Parse:
    """Give the parse of a case: the words of its CoNLL-U laid on its text."""
    tokens: list[Token] = []
    sentences, at = [], 0
    for block in case["parse"].strip().split("\n\n"):
        first = len(tokens)
        for _, form, lemma, upos, _, feats, head, relation in (line.split() for line in block.splitlines()):
            start = case["text"].index(form, at)
            at = start + len(form)
            above = ROOT if head == "0" else first + int(head) - 1
            tokens.append(Token(start, at, upos, "" if feats == "_" else feats, lemma, above, relation))
        sentences.append(Sentence(tokens[first].start, at, first, len(tokens)))
    return Parse(report_of(case["text"]), tuple(tokens), tuple(sentences))


def in_words(statement: Statement) -> dict[str, Any]:
    """Give a statement as the cases write it."""
    found: dict[str, Any] = {"content": [c.quote for c in statement.content]}
    found |= {"speaker": statement.speaker.cite.quote} if statement.speaker.cite else {}
    found |= {"cue": statement.cue.quote} if statement.cue else {}
    found |= {"form": str(statement.form)} if statement.form is not Form.DIRECT else {}
    found |= {"to": statement.addressee.cite.quote} if statement.addressee and statement.addressee.cite else {}
    found |= {"via": [v.cite.quote for v in statement.via if v.cite]} if statement.via else {}
    found |= {"channel": statement.channel} if statement.channel else {}
    return found | ({"negated": True} if statement.negated else {})


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_statements_are_found_with_their_speakers(case: dict[str, Any]) -> None:
    """Each quotation that someone says is one statement, with the words that name who says it; others are none."""
    assert [in_words(s) for s in statements(parse_of_case(case), ())] == case["statements"]


def test_statement_id_rests_on_its_content_alone() -> None:
    """An id is that of the content's spans, whoever is found to speak."""
    parse = parse_of_case(BY_NAME["the cue interrupts a sentence"])
    (found,) = statements(parse, ())
    assert found.id == mention_id(parse.report.id, Kind.STATEMENT, [c.span for c in found.content])


def test_speaker_is_the_actor_that_the_words_name() -> None:
    """The person named within the speaker's words is the speaker."""
    parse = parse_of_case(BY_NAME["the cue follows inverted, the speaker with title and apposition"])
    (found,) = statements(parse, (_person(parse, "Anna Lind"),))
    assert found.speaker.actor == "nam-Anna Lind"


def test_pronoun_speaker_is_the_actor_of_its_chain() -> None:
    """A pronoun is cited as it stands and stands for the actor that its chain names."""
    parse = parse_of_case(BY_NAME["two cues in a paragraph make two statements"])
    text = parse.report.text
    chain = (_span(text, "Smith"), _span(text, "the diplomat"))
    found = list(statements(replace(parse, chains=(chain,)), (_person(parse, "Smith"),)))
    assert [s.speaker.actor for s in found] == ["nam-Smith", "nam-Smith"]
    assert [s.speaker.cite.quote for s in found if s.speaker.cite] == ["Smith", "the diplomat"]


def test_speaker_whom_nothing_names_stays_unknown() -> None:
    """Without a named actor the words are cited and the actor is None."""
    parse = parse_of_case(BY_NAME["the cue interrupts a sentence"])
    assert [s.speaker.actor for s in statements(parse, ())] == [None]


def test_pronoun_without_a_chain_is_the_only_person_named_before() -> None:
    """A pronoun that no chain names takes the one person named before, and `why` says so; none where another is named."""
    parse = parse_of_case(BY_NAME["a pronoun speaker, the person named in the sentence before"])
    (found,) = statements(parse, (_person(parse, "Lind"),))
    assert found.speaker.actor == "nam-Lind"
    assert found.why.endswith("“she” is taken for the only person named right before, Lind")
    (unknown,) = statements(parse, (_person(parse, "Lind"), _person(parse, "Weil")))
    assert unknown.speaker.actor is None


def test_possessor_is_not_the_person_of_a_pronoun() -> None:
    """`Lind's lawyer` names Lind, but the pronoun behind it stands for the lawyer."""
    parse = parse_of_case(BY_NAME["a pronoun speaker behind a possessor"])
    (found,) = statements(parse, (_person(parse, "Lind"),))
    assert found.speaker.actor is None


def test_day_of_the_cue_is_the_day_of_saying() -> None:
    """A time in the cue's clause dates the statement; one in the quotation does not."""
    parse = parse_of_case(BY_NAME["the cue follows, its subject before it"])
    day = _span(parse.report.text, "Tuesday")
    (found,) = statements(replace(parse, times=(Time(day.start, day.end, "DATE", "2022-01-11", "counted from publication"),)), ())
    assert (found.said_on.value, found.said_on.text, found.said_on.inferred) == ("2022-01-11", "Tuesday", True)


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Give texts of marks and saying words with any tree over each sentence."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
    tokens: list[Token] = []
    text = ""
    for word in words:
        if word.strip():
            tokens.append(
                Token(len(text), len(text) + len(word), KINDS.get(word, "NOUN" if word.isalpha() else "PUNCT"), "", word, ROOT, "root")
            )
        text += word + draw(st.sampled_from(["", " "]))
    if not tokens:
        return Parse(report_of("x"), (Token(0, 1, "NOUN", "", "x", ROOT, "root"),), (Sentence(0, 1, 0, 1),))
    heads = [ROOT] + [draw(st.integers(0, n - 1)) for n in range(1, len(tokens))]
    relations = st.sampled_from(["nsubj", "obj", "ccomp", "punct", "advcl", "acl", "conj", "obl", "appos", "parataxis", "nsubj:pass"])
    laid = [replace(t, head=h, rel="root" if h == ROOT else draw(relations)) for t, h in zip(tokens, heads, strict=True)]
    return Parse(report_of(text), tuple(laid), (Sentence(laid[0].start, laid[-1].end, 0, len(laid)),))


@given(parses())
def test_any_parse_is_read_and_direct_content_stays_within_marks(parse: Parse) -> None:
    """No parse raises; a direct statement is the words between marks, direct statements share no words, all lie in the text; ids differ."""
    text = parse.report.text
    between = {w for q in quoted(text) for w in q.words}
    found = list(statements(parse, ()))
    assert all(c.span in between for s in found if s.form is Form.DIRECT for c in s.content)
    assert all(any(c.span.overlaps(w) for w in between) for s in found if s.form is Form.MIXED for c in s.content[-1:])
    direct = sorted(c.span for s in found if s.form is Form.DIRECT for c in s.content)
    assert all(a.end <= b.start for a, b in pairwise(direct))
    assert all(c.end <= len(text) for s in found for c in s.cites)
    assert len({s.id for s in found}) == len(found)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _person(parse: Parse, name: str) -> Named:
    span = _span(parse.report.text, name)
    return Named(f"nam-{name}", name, ActorKind.PERSON, None, None, (), (), (parse.report.cite(span.start, span.end),))


def test_why_tells_how_a_pronoun_or_a_role_was_resolved() -> None:
    """Words that are no name of the speaker are explained; a name needs no explanation."""
    parse = parse_of_case(BY_NAME["two cues in a paragraph make two statements"])
    text = parse.report.text
    person = _person(parse, "Smith")
    chain = (_span(text, "Smith"), _span(text, "the diplomat"))
    named, role = statements(replace(parse, chains=(chain,)), (person,))
    assert "named elsewhere in the report" not in named.why
    assert role.why.endswith("“the diplomat” is taken for Smith, named elsewhere in the report")
