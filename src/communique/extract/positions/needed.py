"""What is needed and what is made a principle: "what we need is", "exactly what is needed", "made it a key tenet", "nothing wrong with"."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_conditional, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.holders import is_public
from communique.extract.positions.issue import at_issue
from communique.extract.positions.spoken import believer, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def principles(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody makes a principle, an aim or a condition ("made the treaty a pillar of its policy")."""
    parse = known.parse
    made = [c for c in parse.children(i, "xcomp", "obj") if lemma(parse, c) in words("dues", "principles") | words("dues", "terms")]
    agent = subject(parse, i)
    if lemma(parse, i) != "make" or not made or agent is None or not is_public(known, agent):
        return
    if is_denied(parse, i) or not is_told(parse, i) or is_conditional(parse, i) or parse.children(i, "nsubj:pass", "aux:pass"):
        return
    things = [c for c in parse.children(i, "obj", "nsubj") if c not in made and c > i and parse.tokens[c].upos != "PRON"]
    things += [c for m in (made[0], i) for c in parse.children(m, "acl", "ccomp", "csubj", "advcl") if c > made[0]]
    if things:
        stance = S.DEMANDS if lemma(parse, made[0]) in words("dues", "terms") else S.SUPPORTS
        told = f"“{parse.text(i)}” it a “{parse.text(made[0])}”, so {stance.value}"
        yield Taking(i, (tuple(t for t in extent(parse, things[0]) if t < made[0] or things[0] > made[0]),), stance, agent, told)


def wants(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a speaker says that is needed ("what we need is a treaty", "the rules are just what is needed")."""
    parse = known.parse
    thinker = believer(known, i)
    if not parse.children(i, "cop") or (spoken(known, i) is None and thinker is None) or is_conditional(parse, i):
        return
    own = parse.children(i, "nsubj")
    if _is_needed(parse, i) and own and at_issue(known, own[0], S.REJECTS) and parse.tokens[own[0]].upos != "PRON":
        stance = S.REJECTS if is_denied(parse, i) else S.SUPPORTS
        yield Taking(
            i, (extent(parse, own[0]),), stance, thinker, f"it is {'not ' if is_denied(parse, i) else ''}what is needed, so {stance.value}"
        )
    elif own and _is_needed(parse, own[0]) and parse.tokens[i].upos in {"NOUN", "VERB"}:
        stance = S.REJECTS if is_denied(parse, i) else S.DEMANDS
        run = tuple(t for t in extent(parse, i) if t > parse.children(i, "cop")[-1])
        yield Taking(
            i,
            (run,),
            stance,
            _wanting(parse, own[0]) or thinker,
            f"what is needed is {'not ' if is_denied(parse, i) else ''}it, so {stance.value}",
        )


def _wanting(parse: Parse, what: int) -> int | None:
    """Give who wants what is told of ("what they want is unanimity"); None where it is only needed."""
    clauses = [c for c in parse.children(what, "acl") if lemma(parse, c) == "want"]
    return next((s for c in clauses for s in parse.children(c, "nsubj") if s != what), None)


def _is_needed(parse: Parse, i: int) -> bool:
    """Say whether a word is the "what" of "what is needed", "what we want"."""
    return parse.text(i).lower() == "what" and any(lemma(parse, c) in words("dues", "needing") for c in parse.children(i, "acl"))


def faultless(known: Known, i: int) -> Iterator[Taking]:
    """Yield what there is nothing, or something, wrong with."""
    parse = known.parse
    name = parse.text(i).lower()
    faults = [c for c in parse.children(i, "amod", "acl") if lemma(parse, c) in words("dues", "faults")]
    if name not in {"nothing", "something"} or not faults or spoken(known, i) is None:
        return
    things = [
        c
        for p in (faults[0], i, parse.tokens[i].head)
        for c in parse.children(p, "obl", "nmod")
        if case(parse, c) in {"with", "about", "in"}
    ]
    if things and at_issue(known, things[0], S.REJECTS):
        stance = S.ACCEPTS if name == "nothing" else S.REJECTS
        yield Taking(i, (extent(parse, things[0]),), stance, None, f"“{name} {parse.text(faults[0])}” with it, so {stance.value}")


def lackings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody is better off, or worse off, without."""
    parse = known.parse
    name = parse.text(i).lower()
    off = any(parse.text(c).lower() == "off" for c in parse.children(i))
    if name not in {"better", "worse"} or not off or spoken(known, i) is None or is_denied(parse, i) or is_conditional(parse, i):
        return
    things = [c for c in parse.children(i, "obl", "nmod") if case(parse, c) == "without"]
    if things and at_issue(known, things[0], S.REJECTS) and parse.tokens[things[0]].upos != "PRON":
        stance = S.REJECTS if name == "better" else S.SUPPORTS
        yield Taking(i, (extent(parse, things[0]),), stance, None, f"“{name} off without” it, so {stance.value}", expressed=False)
