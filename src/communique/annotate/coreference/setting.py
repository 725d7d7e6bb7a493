"""What every choice of an antecedent looks at, built once a report, with the names of the report already joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.annotate.coreference.lists import Lists
from communique.annotate.coreference.names import Name, name_of, named_together
from communique.annotate.coreference.phrases import Form, Phrase, phrases_of
from communique.annotate.coreference.quotations import quotation_of, speakers_of
from communique.annotate.coreference.referents import Referents
from communique.annotate.coreference.syntax import Syntax, syntax_of
from communique.model.parse import Parse


@dataclass(frozen=True, slots=True)
class Setting:
    """Trees, referents so far, names by phrase, each phrase's sentence, each token's quotation and the phrase that speaks it."""

    syntax: Syntax
    referents: Referents
    names: Mapping[int, Name]
    sentences: Sequence[int]
    quotation: Sequence[int]
    speakers: Mapping[int, int]
    words: Lists

    def same(self, i: int, j: int) -> bool:
        """Say whether phrases `i` and `j` are one referent already."""
        return self.referents.of(i) == self.referents.of(j)


def setting_of(parse: Parse, words: Lists) -> Setting:
    """Give the setting of a report: its phrases, with names joined to names and to what stands in apposition to them."""
    syntax = syntax_of(parse)
    phrases = phrases_of(parse, syntax, words)
    referents = Referents(phrases)
    names = _join_names(parse, referents, words)
    quotation = quotation_of(parse)
    starts = {s.first: n for n, s in enumerate(parse.sentences)}
    sentences = tuple(starts[parse.sentence_of(p.head).first] for p in phrases)
    setting = Setting(syntax, referents, names, sentences, quotation, speakers_of(syntax, quotation, phrases, words), words)
    for i, j in _set_off(parse, phrases):
        if bool(phrases[i].plural) == bool(phrases[j].plural) and referents.agree(i, j):
            referents.join(i, j)
    return setting


def _join_names(parse: Parse, referents: Referents, words: Lists) -> dict[int, Name]:
    names = {i: name_of(p, _words_of(parse, p), words) for i, p in enumerate(referents.phrases) if p.form is Form.NAME}
    order = list(names)
    for a, b in named_together(list(names.values())):
        referents.join(order[a], order[b])
    return names


def _set_off(parse: Parse, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a name and a noun in apposition ("Julianne Smith, US ambassador to NATO") of one kind."""
    by_head = {p.head: k for k, p in enumerate(phrases) if p.form in (Form.NAME, Form.NOUN)}
    for head, k in by_head.items():
        for other in (by_head[c] for c in parse.children(head, "appos") if c in by_head):
            a, b = phrases[k], phrases[other]
            if a.form is not b.form and a.sort == b.sort != "":
                yield min(k, other), max(k, other)


def _words_of(parse: Parse, phrase: Phrase) -> str:
    """Give the words of a name: its entity's, or the capitalised words around the head where no entity was found."""
    first, last = phrase.head, phrase.head + 1
    if phrase.sort:
        first, last = phrase.first, phrase.last
    while first > phrase.first and parse.text(first - 1)[0].isupper():
        first -= 1
    while last < phrase.last and (parse.text(last)[0].isupper() or parse.text(last)[0].isdigit()):
        last += 1
    return parse.report.text[parse.tokens[first].start : parse.tokens[last - 1].end]
