"""Dues: what somebody has a right to, deserves, or has a duty to do, and what cannot go on, told in a speaker's words."""

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.known import FIRST, Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_conditional, is_modal
from communique.extract.positions.denial import is_denied, is_none
from communique.extract.positions.extents import denied_predicate, extent, predicate
from communique.extract.positions.framing import is_asserted
from communique.extract.positions.holders import is_public_speaker
from communique.extract.positions.issue import at_issue
from communique.extract.positions.spoken import believer, spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.verbs import is_idle
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def dues(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a speaker says that others may claim, ought to do, or cannot go on doing."""
    parse = known.parse
    thinker, said = believer(known, i), spoken(known, i)
    if (said is None and thinker is None) or is_conditional(parse, i) or not is_asserted(parse, i):
        return
    public = thinker is not None or (said is not None and is_public_speaker(known, said))
    for taking in (*_rights(known, i), *_merits(known, i), *_licences(known, i), *(_asked(known, i) if public else ())):
        yield replace(taking, holder=thinker)
        return


def _asked(known: Known, i: int) -> Iterator[Taking]:
    """Yield what is a duty or cannot go on, which of private people's own affairs is no position."""
    yield from _duties(known, i)
    yield from _bounds(known, i)


def _is_nobodys(parse: Parse, *nodes: int) -> bool:
    return any(is_none(parse, c) for n in nodes for c in (n, *parse.children(n, "det")))


def _rights(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody has, or nobody has, a right to do ("has no right to close it")."""
    parse = known.parse
    owned = parse.children(i, "obj") if lemma(parse, i) == "have" else ()
    right = next((c for c in owned if lemma(parse, c) in words("dues", "rights")), None)
    clause = _to_do(parse, right) if right is not None else None
    if right is None or clause is None or is_modal(parse, i, "may"):
        return
    subjects = parse.children(i, "nsubj")
    denied = is_denied(parse, i) or _is_nobodys(parse, right, *subjects)
    fully = any(parse.text(c).lower() == "every" for c in parse.children(right, "det")) or any(
        parse.text(c).lower() in FIRST for c in subjects
    )
    stance = S.REJECTS if denied else S.SUPPORTS if fully else S.ACCEPTS
    yield _told(parse, i, predicate(parse, clause), stance, f"“{parse.text(right)} to”")


def _merits(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody deserves or is entitled to."""
    parse = known.parse
    if lemma(parse, i) not in words("dues", "deserving") or is_modal(parse, i, "may"):
        return
    taken = [c for c in parse.children(i, "obj", "xcomp") if c > i]
    taken = taken or [c for c in parse.children(i, "obl") if c > i and case(parse, c) == "to"]
    if not taken or parse.tokens[taken[0]].upos == "PRON":
        return
    denied = is_denied(parse, i) or _is_nobodys(parse, *parse.children(i, "nsubj"))
    run = predicate(parse, taken[0]) if parse.related(taken[0], "xcomp") else extent(parse, taken[0])
    yield _told(parse, i, run, S.REJECTS if denied else S.SUPPORTS, f"“{parse.text(i)}”")


def _duties(known: Known, i: int) -> Iterator[Taking]:
    """Yield what it is up to others to do, what is their duty ("it is up to Canada to act", "has an obligation to act")."""
    parse = known.parse
    it = any(parse.text(c).lower() == "it" for c in parse.children(i, "nsubj", "expl"))
    name = lemma(parse, i)
    owned = next((c for c in parse.children(i, "obj") if name == "have" and lemma(parse, c) in words("dues", "duties")), None)
    is_duty = it and bool(parse.children(i, "cop")) and name in words("dues", "duties") and bool(parse.children(i, "nmod:poss"))
    laid = (it or name in words("dues", "burdens")) and name in words("dues", "laid") and bool(parse.children(i, "obl", "nmod"))
    on = next(
        (c for c in parse.children(i, "nsubj") if lemma(parse, c) in words("dues", "burdens") and case(parse, i) in {"on", "upon"}), None
    )
    if owned is None and not is_duty and not laid and on is None:
        return
    clause = next((c for p in (owned, on, i) if p is not None and (c := _to_do(parse, p)) is not None), None)
    if (
        clause is None
        or is_idle(parse, clause)
        or is_denied(parse, i)
        or parse.tokens[i].has("Tense=Past")
        or _is_nobodys(parse, *((owned,) if owned is not None else ()))
    ):
        return
    yield _told(parse, i, predicate(parse, clause), S.DEMANDS, f"“{parse.text(owned if owned is not None else i)}”")


def _bounds(known: Known, i: int) -> Iterator[Taking]:
    """Yield what "cannot" be or go on ("cannot be tolerated", "cannot continue"), and what "we" or others cannot do."""
    parse = known.parse
    can = any(parse.text(c).lower() in {"can", "ca", "cannot"} for c in parse.children(i, "aux"))
    own = parse.children(i, "nsubj", "nsubj:pass")
    if not can or not is_denied(parse, i) or not own:
        return
    name, agent = lemma(parse, i), own[0]
    if parse.children(i, "aux:pass"):
        if name in words("dues", "let") and parse.tokens[agent].upos != "PRON":
            clause = next((c for c in parse.children(i, "xcomp") if len(predicate(parse, c)) > 1), None)
            run = predicate(parse, clause) if clause is not None else extent(parse, agent)
            if clause is not None or at_issue(known, agent, S.REJECTS):
                yield _told(parse, i, run, S.REJECTS, f"“cannot be {parse.text(i)}”")
    elif name in words("dues", "lasting") and not parse.children(i, "obj", "xcomp") and at_issue(known, agent, S.REJECTS):
        yield _told(parse, i, extent(parse, agent), S.REJECTS, f"“cannot {parse.text(i)}”")
    elif name in words("dues", "barred") and parse.text(agent).lower() != "i" and len(denied_predicate(parse, i)) > 1:
        yield _told(parse, i, denied_predicate(parse, i), S.REJECTS, f"“cannot {parse.text(i)}”")


def _licences(known: Known, i: int) -> Iterator[Taking]:
    """Yield what something is no licence to do ("is not a free pass to dismantle it")."""
    parse = known.parse
    clause = _to_do(parse, i) if lemma(parse, i) in words("dues", "licences") and parse.children(i, "cop") else None
    if clause is not None and (is_denied(parse, i) or _is_nobodys(parse, i)):
        yield _told(parse, i, predicate(parse, clause), S.REJECTS, f"“no {parse.text(i)} to”")


def _to_do(parse: Parse, i: int) -> int | None:
    """Give the infinitive that a word takes, wherever the tree hangs it."""
    below = [c for p in (i, *parse.children(i, "obl", "nmod", "obj")) for c in parse.children(p, "acl", "xcomp", "advcl", "csubj", "ccomp")]
    return next((c for c in below if c > i and any(parse.text(m) == "to" for m in parse.children(c, "mark"))), None)


def _told(parse: Parse, i: int, run: tuple[int, ...], stance: PositionStance, words_: str) -> Taking:
    reason = {S.REJECTS: "so it should not be", S.ACCEPTS: "so it may be", S.SUPPORTS: "so it should be", S.DEMANDS: "so it is asked for"}[
        stance
    ]
    return Taking(i, (run,), stance, None, f"{words_}: {reason}, so {stance.value}")
