"""Quotations and their plain speakers, as far as coreference needs them: "I" is the speaker, "he" is not."""

from collections.abc import Mapping, Sequence

from communique.annotate.coreference.lists import Lists
from communique.annotate.coreference.phrases import Form, Phrase
from communique.annotate.coreference.syntax import Syntax
from communique.model.parse import ROOT, Parse

_OPENING, _CLOSING, _BOTH = "“«„", "”»", '"'
LONGEST = 250
"""Tokens after which a quotation that nothing closes is taken for a slip."""


def quotation_of(parse: Parse) -> tuple[int, ...]:
    """Give for every token the number of the quotation that it stands in, or -1. A new paragraph may open with a second mark."""
    numbers, start = [-1] * len(parse.tokens), -1
    count = 0
    for i, token in enumerate(parse.tokens):
        mark = parse.report.text[token.start : token.end]
        if start >= 0 and (mark in _CLOSING or mark in _BOTH or mark == "''"):
            numbers[start + 1 : i] = [count] * (i - start - 1)
            count, start = count + 1, -1
        elif mark in _OPENING or mark in _BOTH or mark == "``":
            start = i
        elif start >= 0 and i - start > LONGEST:
            start = -1
    return tuple(numbers)


def speakers_of(syntax: Syntax, quotation: Sequence[int], phrases: Sequence[Phrase], words: Lists) -> Mapping[int, int]:
    """Give the phrase that speaks each quotation, where a verb of saying outside it governs words inside it, or is set into it."""
    by_head = {p.head: k for k, p in enumerate(phrases) if p.form is not Form.GROUP}
    found: dict[int, int] = {}
    for i, token in enumerate(syntax.parse.tokens):
        inside = quotation[i]
        if inside < 0 or inside in found:
            continue
        verbs = [token.head] if token.head != ROOT and syntax.base[i] in ("ccomp", "parataxis", "obj", "dep") else []
        verbs.extend(c for c in syntax.parse.children(i) if syntax.base[c] in ("parataxis", "ccomp"))
        for verb in verbs:
            subject = syntax.subject[verb] if syntax.clause[verb] == verb else -1
            if quotation[verb] != inside and syntax.parse.tokens[verb].lemma.lower() in words.saying and subject in by_head:
                found[inside] = by_head[subject]
                break
    return found
