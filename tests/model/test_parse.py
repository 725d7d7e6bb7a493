"""A parse is trees over a report's text, and can be walked."""

import pickle
from dataclasses import replace

import pytest

from communique.errors import ParseError
from communique.model.memory import remembered
from communique.model.parse import ROOT, Entity, Parse, Sentence, Time, Token
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

TEXT = "Moscow refused. Talks failed."
REPORT = Report("r-1", "a.txt", TEXT, "0" * 64, (Region(Span(0, len(TEXT)), RegionKind.BODY),))


def _token(word: str, head: int, rel: str) -> Token:
    start = TEXT.index(word)
    return Token(start, start + len(word), "X", "Number=Sing|Tense=Past", word.lower(), head, rel)


TOKENS = (_token("Moscow", 1, "nsubj:pass"), _token("refused", ROOT, "root"), _token("Talks", 3, "nsubj"), _token("failed", ROOT, "root"))
SENTENCES = (Sentence(0, 14, 0, 2), Sentence(16, 28, 2, 4))
PARSE = Parse(REPORT, TOKENS, SENTENCES)


def test_children_of_a_relation_include_its_subtypes() -> None:
    """A rule that asks for subjects gets passive ones too; one that asks for passive ones gets no other."""
    assert PARSE.children(1, "nsubj") == (0,)
    assert PARSE.children(3, "nsubj:pass") == ()


def test_subtree_holds_the_word_and_all_below() -> None:
    """The subtree of a root is its sentence."""
    assert PARSE.subtree(1) == (0, 1)


def test_tokens_in_gives_only_whole_words() -> None:
    """A span that cuts a word does not hold it."""
    assert PARSE.tokens_in(Span(0, 10)) == (0,)
    assert PARSE.tokens_in(Span(0, 14)) == (0, 1)
    assert PARSE.tokens_in(Span(7, 8)) == ()


def test_has_asks_for_a_whole_feature() -> None:
    """`Tense=Past` is there, a part of it is not."""
    assert TOKENS[0].has("Tense=Past")
    assert not TOKENS[0].has("Tense=P")


@pytest.mark.parametrize(
    ("tokens", "sentences"),
    [
        ((_token("Moscow", 7, "nsubj"),), (Sentence(0, 6, 0, 1),)),
        ((_token("Moscow", 0, "nsubj"),), (Sentence(0, 6, 0, 1),)),
        ((_token("Moscow", ROOT, "root"), _token("refused", ROOT, "root")), (Sentence(0, 14, 0, 2),)),
        (TOKENS, SENTENCES[:1]),
        ((*TOKENS[:3], _token("failed", 1, "dep")), SENTENCES),
        ((_token("Moscow", 1, "dep"), _token("refused", 0, "dep"), *TOKENS[3:]), (Sentence(0, 28, 0, 3),)),
    ],
)
def test_parse_that_is_no_forest_cannot_exist(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
    """Heads that are missing, circular or in another sentence, two roots, words in no sentence: all refused."""
    with pytest.raises(ParseError):
        Parse(REPORT, tokens, sentences)


def test_children_of_several_relations_come_once_and_in_order() -> None:
    """A dependent that two of the relations hold is given once."""
    text = "Moscow quickly refused talks."
    words = [("Moscow", 2, "nsubj"), ("quickly", 2, "advmod"), ("refused", ROOT, "root"), ("talks", 2, "obj"), (".", 2, "punct")]
    tokens = tuple(Token(text.index(w), text.index(w) + len(w), "X", "", w, head, rel) for w, head, rel in words)
    report = Report("r-2", "b.txt", text, "0" * 64, (Region(Span(0, len(text)), RegionKind.BODY),))
    parse = Parse(report, tokens, (Sentence(0, len(text), 0, 5),))
    assert parse.children(2, "obj", "nsubj", "nsubj:pass") == (0, 3)
    assert parse.children(2) == (0, 1, 3, 4)
    assert parse.children(0, "nsubj") == ()


def test_parse_with_names_keeps_its_trees() -> None:
    """Trees are worked out once for the same tokens, and anew for others."""
    named = replace(PARSE, entities=(Entity(0, 6, "LOC"),))
    assert named.trees is PARSE.trees
    assert replace(PARSE, tokens=TOKENS[:2], sentences=SENTENCES[:1]).subtree(1) == (0, 1)


def test_stored_parse_is_the_same_when_read_again() -> None:
    """A parse goes to other processes; what is worked out of it is worked out there."""
    named = replace(PARSE, entities=(Entity(0, 6, "LOC"),), chains=((Span(0, 6), Span(16, 21)),))
    again = pickle.loads(pickle.dumps(named))
    assert again == named
    assert again.children(1, "nsubj") == (0,)
    assert again.entities_at(0) == (Entity(0, 6, "LOC"),)


def test_token_is_of_a_time_or_name_that_it_begins_within() -> None:
    """Times and names are looked up by token."""
    parse = replace(PARSE, entities=(Entity(16, 21, "ORG"),), times=(Time(0, 6, "DATE", "2022"),))
    assert [parse.timed(i) for i in range(4)] == [True, False, False, False]
    assert parse.entities_at(2) == (Entity(16, 21, "ORG"),)
    assert parse.entities_at(0) == ()


def test_chain_of_a_span_is_the_first_that_holds_it() -> None:
    """A span without a chain stands alone."""
    first, second = (Span(0, 6), Span(16, 21)), (Span(7, 14), Span(0, 6))
    parse = replace(PARSE, chains=(first, second))
    assert parse.chain_of(Span(0, 6)) == first
    assert parse.chain_of(Span(7, 14)) == second
    assert parse.chain_of(Span(0, 14)) == (Span(0, 14),)


def test_remembered_question_is_asked_once_for_a_token() -> None:
    """What was worked out of one parse is no answer for another."""
    asked: list[int] = []

    @remembered
    def form(parse: Parse, i: int) -> str:
        asked.append(i)
        return parse.text(i)

    other = replace(PARSE, entities=(Entity(0, 6, "LOC"),))
    assert [form(PARSE, 0), form(PARSE, 0), form(PARSE, 1), form(other, 0)] == ["Moscow", "Moscow", "refused", "Moscow"]
    assert asked == [0, 1, 0]
