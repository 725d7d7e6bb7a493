"""Reported clauses: what a saying verb has as its complement (`X said that …`, `told CNN that …`, `asked whether …`), and all asides."""

from collections.abc import Iterator

from communique.extract.indirect.asides import aside
from communique.extract.indirect.extents import setting, spans, up_to_outlet
from communique.extract.indirect.passives import cue_of, hearsay_of, passive, resumed, told
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.sources import according, hearsay
from communique.extract.passages import Page
from communique.extract.saying import lemmas, reports, saying
from communique.extract.speakers import speaker_of
from communique.model.report import RegionKind

_NOT_READ = frozenset({RegionKind.COMMENT, RegionKind.RELATED, RegionKind.FURNITURE})
_ASKING = frozenset({"how", "why", "whether", "if", "what", "who", "which", "when", "where"})
_LATER = frozenset({"if", "when", "where"})
_NEAR = 7
"""Most words from a verb to its "that": whom it speaks to and when stand between."""


def clauses(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    for i, token in enumerate(page.parse.tokens):
        if i in page.inside or token.upos not in {"VERB", "ADV"} or not _read(page, token.start):
            continue
        if token.upos == "ADV":
            found = hearsay(page, i)
        elif page.parse.text(i).lower() == "according":
            found = according(page, i)
        elif reports(page.parse, i):
            found = aside(page, i) or _complement(page, i) or _said_to(page, i)
        else:
            continue
        if found:
            yield found


def _read(page: Page, offset: int) -> bool:
    return page.parse.report.region_at(offset).kind not in _NOT_READ


def _complement(page: Page, verb: int) -> Reported | None:
    """Give the clause that is the complement of a saying verb."""
    heads = _clauses(page, verb)
    tokens = sorted({i for c in heads for i in page.parse.subtree(c)}) or _behind_that(page, verb)
    if not tokens:
        return None
    content = spans(page, up_to_outlet(page, tokens, verb))
    if passive(page, verb):
        return told(page, verb, content)
    speaker = speaker_of(page, cue_of(page, resumed(page, verb)))
    return Reported(content, cue_of(page, verb), speaker) if content and speaker is not None else None


def _clauses(page: Page, verb: int) -> list[int]:
    """Give the heads of a verb's reported clauses: complements, and questions that parses take for other things."""
    parse = page.parse
    inverted = any(c > verb for c in parse.children(verb, "nsubj"))
    every = [c for c in parse.children(verb, "ccomp") if c not in page.inside and not (inverted and c > verb)]
    found = [c for c in every if c > verb] or every
    if not found:
        found = [c for c in parse.children(verb, "advcl") if c > verb and c not in page.inside and _question(page, c, verb)][:1]
    if not found:
        found = [c for c in parse.children(verb, "obj") if c > verb and c not in page.inside and _free(page, c)][:1]
    return (
        found
        or [
            c
            for noun in parse.children(verb, "obj", "iobj", "obl")
            if noun > verb and (setting(page, noun) or (not parse.related(noun, "obl") and lemmas(parse, verb) & saying().addressing))
            for c in parse.children(noun, "acl")
            if c not in page.inside and _that_clause(page, c)
        ][:1]
    )


def _free(page: Page, word: int) -> bool:
    """Say whether an object is a question without its own verb's subject (`explained how he would …`)."""
    asks = page.parse.text(word).lower() in _ASKING
    return asks and any(page.parse.tokens[c].rel.endswith(":relcl") for c in page.parse.children(word))


def _behind_that(page: Page, verb: int) -> list[int]:
    """Give the words behind "that" right after a saying verb or whom it speaks to, where the tree bends: up to the sentence's end."""
    parse, sentence = page.parse, page.parse.sentence_of(verb)
    for i in range(verb + 1, min(verb + _NEAR, sentence.last)):
        token = parse.tokens[i]
        if i in page.inside or token.upos in {"PUNCT", "VERB", "AUX"}:
            return []
        if parse.text(i).lower() == "that" and token.upos == "SCONJ" and token.head != verb:
            clause = range(i + 1, sentence.last)
            return list(clause) if any(parse.related(k, "nsubj", "expl") for k in clause) else []
    return []


def _question(page: Page, clause: int, verb: int) -> bool:
    first = page.parse.subtree(clause)[0]
    word = page.parse.text(first).lower()
    asked = bool(lemmas(page.parse, verb) & {"ask", "wonder", "inquire"})
    return word in _ASKING and (asked or word not in _LATER) and page.parse.text(first - 1) != ","


def _that_clause(page: Page, clause: int) -> bool:
    parse = page.parse
    marked = any(parse.text(c).lower() == "that" and parse.tokens[c].upos == "SCONJ" for c in parse.children(clause, "mark"))
    return marked and bool(parse.children(clause, "nsubj"))


def _said_to(page: Page, verb: int) -> Reported | None:
    """Give what someone is said to do; what someone is told to do is a demand and no report."""
    return None if lemmas(page.parse, verb) & saying().addressing else hearsay_of(page, verb)
