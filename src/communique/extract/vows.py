"""Vows: what speakers bind themselves to in their own words without a word of promising ("we will defend the port")."""

from collections.abc import Iterator

from communique.extract.according import denied_by
from communique.extract.conditions.joining import lemmas_of
from communique.extract.known import FIRST, Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_conditional, is_modal, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import predicate
from communique.extract.positions.holders import is_public
from communique.extract.positions.verbs import is_idle
from communique.extract.positions.words import lemma, words
from communique.extract.subjects import subject
from communique.extract.talks.words import words as talk_words
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.mention import Statement
from communique.model.parse import ROOT
from communique.reference.lexicon import lists

PROMISES = "commitments.yml"
_WHERE = frozenset({"obl", "obl:unmarked", "advmod", "nmod", "nmod:unmarked"})
_OPENING = frozenset({"“", '"', "‘", "'"})
_BARE = 3
"""Words from which on what somebody will do says more than that it will be done ("we will win")."""


def vows(known: Known) -> Iterator[tuple[Statement, int, Citation]]:
    """Yield each statement with the verb and the words of what its speaker says “we will” do; a private speaker binds nobody."""
    for i, token in enumerate(known.parse.tokens):
        if token.upos != "VERB" or (said := known.statement_at(token.span)) is None or said.negated:
            continue
        if _binds(known, i) and len(run := predicate(known.parse, i)) >= _BARE:
            span = known.parse.span(run)
            yield said, i, known.parse.report.cite(span.start, span.end)


def _binds(known: Known, i: int) -> bool:
    parse, agent, above = known.parse, subject(known.parse, i), known.parse.tokens[i].head
    if agent is None or parse.text(agent).lower() not in FIRST or not is_modal(parse, i, "will") or parse.children(i, "aux:pass"):
        return False
    lifted = parse.related(i, "xcomp") and above != ROOT
    open_ = (
        is_asked(parse, i) or is_supposed(parse, i) or is_conditional(parse, i) or is_denied(parse, i) or parse.related(i, "acl", "advcl")
    )
    loose = lemma(parse, i) in words("idle") - {"go", "do"} or (is_idle(parse, i) and lemma(parse, i) not in {"go", "do"})
    return not (open_ or loose or (lifted and is_denied(parse, above))) and is_public(known, agent)


def worded(known: Known) -> Iterator[tuple[Who, int, Citation]]:
    """Yield whose promise is told by its words: a noun of promising whose predicate stands in quotation marks ("its pledge was “…”")."""
    parse = known.parse
    for i, token in enumerate(parse.tokens):
        above = token.head
        if token.lemma.lower() not in lists(PROMISES, "promises")["nouns"] or not parse.related(i, "nsubj"):
            continue
        copula = parse.children(above, "cop")
        makers = (
            *parse.children(i, "nmod:poss", "compound", "amod"),
            *(c for c in parse.children(i, "nmod") if case(parse, c) in {"of", "by"}),
        )
        by = next((w for m in makers for w in (*known.who(m), *known.cast.modifier(m)) if w.actor), None)
        if not copula or by is None or parse.text(copula[0] + 1) not in _OPENING:
            continue
        run = [t for t in parse.subtree(above) if t > copula[0] + 1 and parse.tokens[t].upos != "PUNCT"]
        yield by, i, parse.report.cite(parse.tokens[run[0]].start, parse.tokens[run[-1]].end)


def undertaken(known: Known) -> Iterator[tuple[Who, int, Citation]]:
    """Yield who bound themselves to what, by a verb that is no saying ("under the accord Norway agreed to withdraw")."""
    parse = known.parse
    for i, token in enumerate(parse.tokens):
        if token.upos != "VERB" or not _undertakes(known, i):
            continue
        done = next((c for c in parse.children(i, "xcomp") if c > i and parse.tokens[c].upos == "VERB" and parse.children(c, "mark")), None)
        agent = subject(parse, i)
        if done is None or agent is None or parse.children(i, "aux:pass") or not is_public(known, agent) or _is_open(known, i):
            continue
        by = next((w for w in known.who(agent, known.statement_at(token.span)) if w.actor), None)
        run = [t for t in parse.subtree(done) if parse.tokens[t].upos != "PUNCT" or t < parse.subtree(done)[-1]]
        if by is not None and len(run) >= _BARE:
            yield by, i, parse.report.cite(parse.tokens[run[0]].start, parse.tokens[run[-1]].end)


def _undertakes(known: Known, i: int) -> bool:
    """Say whether a verb binds its subject: by its own meaning, "under" a text that is agreed, or as a promise that somebody denies."""
    verbs, found = lists(PROMISES, "undertakings"), lemmas_of(known.parse, i)
    under = any(case(known.parse, c) == "under" for c in known.parse.children(i, "obl"))
    if found & lists(PROMISES, "promises")["verbs"] and is_denied_by_somebody(known, i):
        return True
    return bool(found & verbs["verbs"] or (under and found & verbs["under"]))


def is_denied_by_somebody(known: Known, i: int) -> bool:
    """Say whether somebody is told to deny what a verb tells ("denied that it had promised to leave")."""
    return denied_by(known.parse, i, talk_words().denying) is not None


def _is_open(known: Known, i: int) -> bool:
    """Say whether it is open that somebody bound themselves: asked, supposed, denied, or only what may come."""
    parse = known.parse
    modal = any(
        parse.related(c, "aux") and parse.text(c).lower() not in ("has", "have", "had", "'ve", "’ve", "did") for c in parse.children(i)
    )
    supposed = is_supposed(parse, i) and not is_denied_by_somebody(known, i)
    return modal or is_asked(parse, i) or supposed or is_denied(parse, i) or parse.tokens[i].has("VerbForm=Inf")


def scope(known: Known, cites: tuple[Citation, ...]) -> str | None:
    """Give how far a promise reached: its words of measure, time and place ("one inch eastward; for ten years"), None without any."""
    parse = known.parse
    tokens = [t for c in cites for t in parse.tokens_in(c.span)]
    found: list[tuple[int, ...]] = []
    for i in tokens:
        run = tuple(t for t in parse.subtree(i) if t in tokens)
        if parse.tokens[i].rel in _WHERE and _reaches(known, i, run):
            found.append(run)
    spans = [parse.span(run) for run in found if not any(set(run) < set(other) for other in found)]
    return "; ".join(" ".join(parse.report.text[s.start : s.end].split()) for s in spans) or None


def _reaches(known: Known, i: int, run: tuple[int, ...]) -> bool:
    """Say whether a phrase tells of a measure, a direction, a time or a place of its own."""
    parse = known.parse
    if lemma(parse, i) in words("acts", "reach"):
        return True
    measured = any(parse.tokens[t].upos == "NUM" for t in run if parse.tokens[t].head == i)
    timed = any(t.start <= parse.tokens[i].start < t.end for t in parse.times)
    placed = any(e.label == "LOC" and e.start <= parse.tokens[i].start < e.end for e in parse.entities)
    inside = any(parse.text(c).lower() in {"in", "within", "beyond", "across", "inside", "outside"} for c in parse.children(i, "case"))
    return measured or timed or (placed and inside)
