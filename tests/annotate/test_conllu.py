"""CoNLL-U goes through the pipeline with its words, sentences and comments as they stand."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique import annotate
from communique.annotate import conllu
from communique.annotate.windows import ReadSentence, Word
from communique.cli import app
from communique.errors import InputError


def _row(number: str, form: str, misc: str = "_") -> str:
    return "\t".join([number, form, *["_"] * 7, misc])


TREEBANK = "\n".join([
    "# newdoc id = talks",
    "# sent_id = talks-1",
    "# text = They don't agree, he said.",
    _row("1", "They"),
    _row("2-3", "don't"),
    _row("2", "do"),
    _row("3", "n't"),
    _row("4", "agree", "SpaceAfter=No"),
    _row("5", ","),
    _row("5.1", "E"),
    _row("6", "he"),
    _row("7", "said", "SpaceAfter=No"),
    _row("8", ".", "Note=kept|SpaceAfter=No"),
    "",
    "# sent_id = talks-2",
    "# text = Norway left",
    _row("1", "Norway"),
    _row("2", "left"),
    "",
    "# newdoc id = other",
    "# sent_id = other-1",
    _row("1", "No"),
    "",
    "",
])  # fmt: skip
"""Two documents with a multiword token, an empty node and comments."""

LONG = "\n".join(_row(str(n), word) for n, word in enumerate(["Norwegian", "negotiators", "refused", "and"] * 150, 1)) + "\n\n"
"""One sentence of 600 words, longer than the encoder reads at once."""


def _kept(text: str) -> list[list[str]]:
    """Give what must not change: comments, ids, forms, MISC, and everything of lines that are no words."""
    lines = [line.split("\t") for line in text.splitlines()]
    return [[c[0], c[1], c[9]] if c[0].isdigit() else c for c in lines]


def test_words_sentences_and_comments_are_kept() -> None:
    """Everything but the pipeline's own columns comes out as it went in."""
    written = "".join(annotate.treebank(TREEBANK, "talks.conllu"))
    assert _kept(written) == _kept(TREEBANK)


def test_every_sentence_gets_one_tree() -> None:
    """Heads are numbers of words of the sentence, and one is 0; written text is read again."""
    for sentence in conllu.sentences("".join(annotate.treebank(TREEBANK, "talks.conllu")), "again"):
        heads = [int(row[6]) for row in sentence.rows]
        assert heads.count(0) == 1
        assert all(0 <= head <= len(heads) for head in heads)
        assert [row[7] for row in sentence.rows].count("root") == 1


def test_a_sentence_longer_than_the_encoder_stays_one() -> None:
    """A treebank's sentence is never cut, however long."""
    (sentence,) = conllu.sentences("".join(annotate.treebank(LONG, "long.conllu")), "again")
    assert len(sentence.rows) == 600
    assert [row[6] for row in sentence.rows].count("0") == 1


def test_spaces_are_those_of_the_text() -> None:
    """No white space stands within a multiword token, nor after SpaceAfter=No."""
    first, second, _ = conllu.sentences(TREEBANK, "talks.conllu")
    assert first.forms == ["They", "do", "n't", "agree", ",", "he", "said", "."]
    assert first.spaced == [True, True, False, True, False, True, True, False]
    assert second.spaced == [True, True]


def test_documents_are_kept_apart() -> None:
    """A comment `# newdoc` begins a new document."""
    groups = list(conllu.documents(conllu.sentences(TREEBANK, "talks.conllu")))
    assert [[len(s.rows) for s in group] for group in groups] == [[8, 2], [1]]


def test_columns_of_the_pipeline_replace_those_of_the_file() -> None:
    """What the file says of a word gives way; a word without features has "_"."""
    (sentence,) = conllu.sentences("1\tGo\tgone\tNOUN\tNN\tNumber=Sing\t0\troot\t0:root\tX=1\n", "one")
    read = ReadSentence([Word("VERB", "", "go", -1, "root")], [])
    assert conllu.written(sentence, read) == "1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\tX=1\n\n"


@pytest.mark.parametrize("row", ["1\tThey\t_", "1 They _ _ _ _ _ _ _ _", _row("1", "They") + "\t_"])
def test_a_line_with_another_number_of_columns_is_named(row: str) -> None:
    """The error says which line of which file, and what is wanted."""
    with pytest.raises(InputError, match=r"talks\.conllu, line 3: .* columns\. CoNLL-U has 10"):
        list(annotate.treebank(f"# newdoc\n# sent_id = 1\n{row}\n", "talks.conllu"))


@pytest.mark.parametrize("first", ["2", "x", "1-", "0.1.2", "-1"])
def test_words_that_do_not_count_from_one_are_named(first: str) -> None:
    """Heads are numbers of words, so a sentence whose words are numbered otherwise is an error."""
    with pytest.raises(InputError, match=rf"talks\.conllu, line 2: .*{re.escape(repr(first))}"):
        list(conllu.sentences(f"# newdoc\n{_row(first, 'They')}\n", "talks.conllu"))


def test_only_line_feeds_end_lines() -> None:
    """Other characters that end lines elsewhere may stand in a form; carriage returns before line feeds are no part of a line."""
    (sentence,) = conllu.sentences(_row("1", "a\u2028b") + "\r\n" + _row("2", "c\x85d") + "\r\n\r\n", "talks.conllu")
    assert sentence.forms == ["a\u2028b", "c\x85d"]


def test_the_command_keeps_words(tmp_path: Path) -> None:
    """`communique annotate FILE.conllu --format conllu` writes the file's own words."""
    file = tmp_path / "talks.conllu"
    file.write_text(TREEBANK, encoding="utf-8", newline="")
    found = CliRunner().invoke(app, ["annotate", str(file), "--format", "conllu"], catch_exceptions=False)
    assert found.exit_code == 0
    assert _kept(found.stdout) == _kept(TREEBANK)


@pytest.mark.parametrize("options", [[], ["--format", "jsonl"], ["--format", "conllu", "--pipeline", "other"]])
def test_the_command_refuses_what_a_treebank_cannot_be(options: list[str], tmp_path: Path) -> None:
    """A treebank is not written as JSON lines, nor read by another pipeline, without a word."""
    file = tmp_path / "talks.conllu"
    file.write_text(TREEBANK, encoding="utf-8")
    with pytest.raises(InputError, match=r"talks\.conllu.*--format conllu"):
        CliRunner().invoke(app, ["annotate", str(file), *options], catch_exceptions=False)


def test_a_treebank_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong path is an error in words."""
    with pytest.raises(InputError, match=r"none\.conllu.*Name a CoNLL-U file"):
        CliRunner().invoke(app, ["annotate", str(tmp_path / "none.conllu"), "-f", "conllu"], catch_exceptions=False)
