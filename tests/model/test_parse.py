"""A parse is trees over a report's text, and can be walked."""

import pytest

from communique.errors import ParseError
from communique.model.parse import ROOT, Parse, Sentence, Token
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
