"""Judgements: what is called a mistake, unacceptable, the right thing; who judges a thing so is for it or against it."""

from collections.abc import Iterator

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_conditional, is_ing, is_modal, is_supposed, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.framing import framed, is_policy, turned
from communique.extract.positions.issue import at_issue
from communique.extract.positions.spoken import believer, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, stances, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_OPENING = frozenset({"“", '"', "‘"})


def callings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody calls a mistake, unacceptable, a disgrace."""
    parse = known.parse
    things = parse.children(i, "obj")
    if things and parse.related(i, "acl:relcl") and parse.text(things[0]).lower() in {"that", "which"}:
        things = (parse.tokens[i].head,)  # "a move that it called a breach of the treaty"
    elif parse.related(i, "acl:relcl") and any(_called(parse, c, i) for c in (*things, *parse.children(i, "xcomp"))):
        things = (parse.tokens[i].head,)  # "a vision he called a delusion"
    passive = parse.children(i, "obl:agent")
    things = things or (parse.children(i, "nsubj:pass") if passive else _doing(parse, i))
    if (
        lemma(parse, i) not in words("acts", "calling")
        or not things
        or not is_told(parse, i)
        or is_asked(parse, i)
        or is_supposed(parse, i)
    ):
        return
    heads = {i, things[0]} if parse.related(things[0], "xcomp") else {i}
    said = [c for c in parse.subtree(i) if c > things[0] and (parse.tokens[c].head in heads or parse.text(c - 1) in _OPENING)]
    if lemma(parse, i) in words("acts", "seeing"):
        said = [c for c in said if case(parse, c) == "as" or parse.text(c - 1) in _OPENING]
    side = next(((c, v) for c in said if (v := _called(parse, c, things[0]))), None)
    agent = passive[0] if passive else subject(parse, i)
    if side is None or agent is None or is_denied(parse, i) or not at_issue(known, things[0], S.REJECTS):
        return
    told = f"“{parse.text(i)}” it “{parse.text(side[0])}”, so {side[1].value}"
    run = tuple(t for t in extent(parse, things[0], i) if t < parse.subtree(side[0])[0] and parse.text(t) not in _OPENING)
    yield Taking(i, (run,), side[1], agent, told)


def _called(parse: Parse, c: int, thing: int) -> PositionStance | None:
    """Give the side of what something is called: a word, a noun with its adjective, or an idiom ("a bridge too far")."""
    if any(parse.text(a).lower() in {"more", "less"} for a in parse.children(c, "advmod")):
        return None  # "more appropriate for a bar"
    return judged(parse, c, thing) or qualified(parse, c) or (framed(parse, c, "framing") if parse.tokens[c].upos == "NOUN" else None)


def _doing(parse: Parse, i: int) -> tuple[int, ...]:
    """Give the act that is called something ("called opening the strait a mistake")."""
    return tuple(c for c in parse.children(i, "xcomp") if is_ing(parse, c) and len(parse.children(c, "obj")) > 1)


def judged(parse: Parse, i: int, thing: int) -> PositionStance | None:
    """Give the side that a word takes on a thing; words of taste take one only on a matter of politics."""
    tastes = stances("tastes") if lemma(parse, thing) in words("tastes", "matters") else {}
    return stances("judgements").get(lemma(parse, i)) or tastes.get(lemma(parse, i))


def judgements(known: Known, i: int) -> Iterator[Taking]:
    """Yield "the plan is a mistake", "it is unacceptable to leave": the speaker's side on the subject."""
    parse = known.parse
    thinker = believer(known, i)
    if spoken(known, i) is None and thinker is None:
        return
    stance = _judgement(parse, i)
    copula = parse.children(i, "cop") or (parse.text(i).lower() == "needed" and parse.children(i, "aux:pass"))
    if stance is None or not copula:
        return
    if lemma(parse, i) == "starter" and not any(parse.text(c).lower() in {"non", "non-"} for c in parse.children(i)):
        return
    subjects = [
        c
        for c in parse.children(i, "csubj", "nsubj", "nsubj:pass")
        if parse.text(c).lower() not in {"it", "there", "which", "what", "who"} | FIRST
    ]
    if stance is S.DEMANDS:
        stance = S.REJECTS if is_denied(parse, i) else stance
        yield from (
            Taking(i, (extent(parse, c),), stance, thinker, f"“{parse.text(i)}” says that it must be, so {stance.value}")
            for c in subjects[:1]
        )
        return
    below = (*parse.children(i, "csubj", "ccomp", "advcl", "acl", "xcomp"), *_next_clause(parse, i))
    clauses = [c for c in below if _is_real_subject(parse, i, c)]
    clauses += [c for c in parse.children(i, "nmod") if case(parse, c) == "for" and parse.children(c, "acl") and _has_it(parse, i)]
    subjects = _doings(known, i, subjects) or clauses or subjects
    if not subjects:
        return
    denied = is_denied(parse, i) and lemma(parse, i) not in {"starter", "non-starter"}
    if denied and parse.tokens[i].upos == "NOUN" and lemma(parse, i) in stances("judgements") and stance is S.REJECTS:
        return  # "is no joke" lets nothing be
    stance = turned(stance, denied=denied)
    told = f"“{parse.text(i)}”{', denied,' if denied else ''} is the speaker's judgement of it, so {stance.value}"
    yield Taking(i, (extent(parse, subjects[0]),), stance, thinker, told)


def qualified(parse: Parse, i: int) -> PositionStance | None:
    """Give the side of an adjective before a noun that says nothing by itself ("the wrong approach", "the right thing to do")."""
    if lemma(parse, i) not in words("tastes", "empty") or case(parse, i) == "about":
        return None
    sides = {**stances("tastes"), **stances("judgements")}
    around = (
        *parse.children(i, "amod"),
        *(a for n in parse.children(i, "nmod") for a in parse.children(n, "amod") if lemma(parse, n) == "direction"),
    )
    return next((sides[n] for c in around if (n := lemma(parse, c)) in sides and sides[n] is not S.DEMANDS), None)


def warnings(known: Known, i: int) -> Iterator[Taking]:
    """Yield the measure of which somebody warns that it would do something; a warning of its failure is none."""
    parse = known.parse
    agent = subject(parse, i)
    if lemma(parse, i) not in words("acts", "warning") or agent is None or not is_told(parse, i) or is_denied(parse, i):
        return
    for clause in parse.children(i, "ccomp"):
        things = [c for c in parse.children(clause, "nsubj") if is_policy(parse, c) and lemma(parse, c) not in words("effects", "lacking")]
        foreseen = {parse.text(c).lower() for c in parse.children(clause, "aux")} & words("modals", "foreseen")
        if things and foreseen and not is_denied(parse, clause) and not is_conditional(parse, clause):
            told = f"“{parse.text(i)}” of what it {min(foreseen)} do is against it, so rejects"
            yield Taking(i, (extent(parse, things[0]),), S.REJECTS, agent, told, expressed=False)


def _next_clause(parse: Parse, i: int) -> tuple[int, ...]:
    """Give the clause whose "that" or "to" stands right behind a word, wherever the tree hangs it."""
    marked = i + 1 < parse.sentence_of(i).last and parse.related(i + 1, "mark")
    return (parse.tokens[i + 1].head,) if marked else ()


def _judgement(parse: Parse, i: int) -> PositionStance | None:
    """Give the side that a predicate takes before any denial; what only may be good is let be, what may or must be else says nothing."""
    thing = next(iter(parse.children(i, "nsubj")), i)
    sides = (judged(parse, i, thing), qualified(parse, i), _of_deed(parse, i), _too_much(parse, i, thing), _on_doer(parse, i))
    stance = next((s for s in sides if s), None)
    if is_modal(parse, i, "must") or (
        parse.related(i, "acl:relcl") and any(parse.text(c).lower() == "where" for c in parse.children(i, "advmod"))
    ):
        return None  # "a case where they would be right" may never be
    if is_modal(parse, i, "may"):
        return S.ACCEPTS if stance is S.SUPPORTS and not is_denied(parse, i) else None  # "may well be appropriate"
    return stance


def _on_doer(parse: Parse, i: int) -> PositionStance | None:
    """Give the side of a word of taste on what its subject does ("Canada is right to close the port")."""
    return stances("tastes").get(lemma(parse, i)) if lemma(parse, i) in words("tastes", "of_doers") and _to_do(parse, i) else None


def _doings(known: Known, i: int, subjects: list[int]) -> list[int]:
    """Give what somebody is right or wrong to do."""
    doer = bool(subjects) and lemma(known.parse, i) in words("tastes", "of_doers") and known.parse.tokens[i].upos == "ADJ"
    return _to_do(known.parse, i) if doer else []


def _to_do(parse: Parse, i: int) -> list[int]:
    if any(parse.text(c).lower() in {"enough", "too", "so"} for c in parse.children(i, "advmod")):
        return []
    below = parse.children(i, "xcomp", "advcl", "ccomp", "csubj")
    return [c for c in below if c > i and any(parse.text(m).lower() in {"to", "in"} for m in parse.children(c, "mark"))]


def _has_it(parse: Parse, i: int) -> bool:
    return any(parse.text(c).lower() == "it" for c in parse.children(i, "nsubj", "expl"))


def _of_deed(parse: Parse, i: int) -> PositionStance | None:
    """Give the side that a word of taste takes on doing something ("it is important to ratify it")."""
    clauses = (*parse.children(i, "csubj", "ccomp", "advcl", "acl", "xcomp"), *_next_clause(parse, i))
    done = (c for c in clauses if _is_real_subject(parse, i, c) and not parse.children(c, "cop"))  # not "it is great to be here"
    return stances("tastes").get(lemma(parse, i)) if any(done) else None


def _too_much(parse: Parse, i: int, thing: int) -> PositionStance | None:
    """Give the side of what is too much of something ("the quota is too harsh"), whatever it is too much of."""
    too = any(parse.text(c).lower() == "too" for c in parse.children(i, "advmod"))
    told = parse.tokens[i].upos == "ADJ" and lemma(parse, i) not in words("tastes", "never_too") and not is_denied(parse, i)
    return S.REJECTS if too and told and thing != i and is_policy(parse, thing) else None


def _is_real_subject(parse: Parse, i: int, clause: int) -> bool:
    """Say whether a clause is what "it" stands for ("it is wrong to leave")."""
    return (
        _has_it(parse, i)
        and clause > i
        and lemma(parse, clause) not in words("idle")
        and any(parse.text(c).lower() in {"to", "that"} for c in parse.children(clause, "mark"))
    )
