"""Which agreement a provision belongs to: the words before it that name a draft or a treaty, and who proposed it."""

from collections.abc import Iterator

from communique.extract.phrases import Cast, case, form, phrase
from communique.extract.provisions.clauses import Clause
from communique.extract.provisions.words import ProvisionWords
from communique.extract.quotation_marks import quoted
from communique.extract.subjects import subject
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.parse import Parse
from communique.model.span import Span

_PRESENTING = frozenset(
    [
        "release",
        "released",
        "releases",
        "publish",
        "published",
        "publishes",
        "present",
        "presented",
        "presents",
        "propose",
        "proposed",
        "proposes",
        "submit",
        "submitted",
        "hand",
        "handed",
        "table",
        "tabled",
        "unveil",
        "unveiled",
        "offer",
        "offered",
        "draft",
        "drafted",
        "send",
        "sent",
        "circulate",
        "circulated",
        "make",
        "made",
        "deliver",
        "delivered",
    ]
)


def agreement_of(parse: Parse, clause: Clause, words: ProvisionWords) -> Citation | None:
    """Give the words that name the agreement: at the article itself ("Article 4 of the treaty"), else the nearest before it.

    A bare "the draft treaty" goes back to the title given shortly before it, where there is one.
    """
    if clause.unit is not None and (own := _own(parse, clause.unit, words)):
        return _cite(parse, own)
    before = _before(parse, clause, words)
    if not before:
        return None
    titled = next((i for i in before if parse.tokens[i].start > parse.tokens[before[0]].start - _NEAR and _title(parse, i)), None)
    nearest = _cite(parse, before[0])
    return _cite(parse, titled) if titled is not None and _definite(parse, before[0]) else nearest


_NEAR = 400
"""Characters back to a title that "the draft treaty" may mean: about three sentences. Own choice on January 2022 reports; see tests."""


def proposer_of(parse: Parse, clause: Clause, *, words: ProvisionWords, cast: Cast) -> Who | None:
    """Give who proposed the agreement: "proposed by …", "…'s draft", or who released or presented it; the nearest before the provision."""
    for i in _before(parse, clause, words):
        for who in _proposers(parse, i, cast):
            return who
    return None


def _before(parse: Parse, clause: Clause, words: ProvisionWords) -> list[int]:
    """Give the tokens that name an agreement up to the clause, nearest first."""
    limit = clause.content.start if clause.unit is None else parse.tokens[clause.unit].end
    named = [i for i, t in enumerate(parse.tokens) if t.end <= limit and _names(parse, i, words)]
    return [i for i in reversed(named) if not parse.related(i, "compound", "amod")]


def _names(parse: Parse, i: int, words: ProvisionWords) -> bool:
    """Say whether a token names one agreement: the noun with "draft", "proposed", … beside it, or in a title."""
    if form(parse, i) not in words.agreements or parse.tokens[i].upos not in ("NOUN", "PROPN"):
        return False
    beside = [c for c in parse.children(i) if c < i and parse.related(c, "compound", "amod", "nmod:poss")]
    told = any(form(parse, c) in words.naming or parse.tokens[c].upos == "PROPN" for c in beside)
    return told or parse.text(i)[0].isupper() or form(parse, i) in ("draft", "treaty", "drafts") or bool(_bringing(parse, i))


def _bringing(parse: Parse, i: int) -> tuple[int, ...]:
    return tuple(c for c in parse.children(i, "acl") if form(parse, c) in ("proposed", "presented", "drafted", "submitted", "offered"))


def _own(parse: Parse, unit: int, words: ProvisionWords) -> int | None:
    """Give the noun after "Article 4 of", or the agreement itself where it is the subject."""
    if form(parse, unit) in words.agreements:
        return unit
    after = [unit, *parse.children(unit, "flat", "nummod", "nmod")]
    return next(
        (c for u in after for c in parse.children(u, "nmod") if case(parse, c) == "of" and form(parse, c) in words.agreements), None
    )


def _title(parse: Parse, i: int) -> bool:
    return _quotation(parse, i) is not None or any(e.label == "LAW" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)


def _quotation(parse: Parse, i: int) -> Span | None:
    """Give the quoted title that begins with the word (or within its first three), None where it stands in no quotation marks."""
    start = parse.tokens[i].start
    inside = [s for q in quoted(parse.report.text) for s in q.words if s.start <= start < s.end and start - s.start < 40]
    return next((s for s in inside if parse.report.text[s.start].isupper()), None)


def _definite(parse: Parse, i: int) -> bool:
    return any(form(parse, c) in ("the", "this", "that", "both") for c in parse.children(i, "det"))


def _cite(parse: Parse, i: int) -> Citation:
    start = parse.tokens[i].start
    law = next((Span(e.start, e.end) for e in parse.entities if e.label == "LAW" and e.start <= start < e.end), None)
    title = _quotation(parse, i)
    if title and parse.report.text[title.end - 1] in ".,":
        title = Span(title.start, title.end - 1)
    span = title or law or phrase(parse, i)
    return parse.report.cite(span.start, span.end)


def _proposers(parse: Parse, i: int, cast: Cast) -> Iterator[Who]:
    for clause in _bringing(parse, i):
        for agent in parse.children(clause, "obl"):
            if case(parse, agent) == "by":
                yield from cast.who(agent)
    for owner in parse.children(i, "nmod:poss"):
        yield from cast.who(owner)
    for verb in parse.ancestors(i):
        if parse.tokens[verb].upos == "VERB":
            holder = subject(parse, verb) if form(parse, verb) in _PRESENTING and i > verb else None
            if holder is not None:
                yield from cast.who(holder)
            return
