"""Effects: who says that a measure would hurt, or help, something takes a side on the measure.

The side is composed: what the verb does (harms, helps, raises, lowers) by what it does it to (jobs are good, crime is bad).
"""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.positions.clause import is_conditional
from communique.extract.positions.denial import does_only, is_denied
from communique.extract.positions.extents import extent
from communique.extract.positions.framing import is_asserted, is_narrowing, is_policy, told_of
from communique.extract.positions.spoken import spoken
from communique.extract.positions.taking import Taking
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance


def effects(known: Known, i: int) -> Iterator[Taking]:
    """Yield the measure of which a speaker says what it does or would do ("the quota would hurt the villages")."""
    parse = known.parse
    if spoken(known, i) is None or is_conditional(parse, i) or not is_asserted(parse, i):
        return
    worth = _worth(parse, i)
    causes = [c for c in _causes(parse, i) if is_policy(parse, c)]
    if not worth or not causes or any(parse.text(c).lower() == "no" for c in parse.children(causes[0], "det")):
        return
    nothing = any(parse.text(c).lower() in {"nothing", "little"} for c in parse.children(i, "obj"))
    denied = is_denied(parse, i) or nothing
    if denied and worth < 0:
        return
    if worth > 0 and does_only(parse, i):
        return
    stance = S.SUPPORTS if worth > 0 and not denied else S.REJECTS
    if (lacked := _lacked(parse, causes[0])) is not None:
        stance = S.REJECTS if stance is S.SUPPORTS else S.SUPPORTS
        told = f"without it, “{parse.text(i)}” tells what {'bad' if stance is S.SUPPORTS else 'good'} comes, so {stance.value}"
        yield Taking(i, (extent(parse, lacked),), stance, None, told, expressed=False)
        return
    told = f"“{parse.text(i)}” tells what {'bad' if stance is S.REJECTS else 'good'} it does, so {stance.value}"
    yield Taking(i, (extent(parse, causes[0], i),), stance, None, told, expressed=False)


def _causes(parse: Parse, i: int) -> tuple[int, ...]:
    """Give what a verb is told of: its subject, or what its relative clause hangs on ("a budget that guts the schools")."""
    own = parse.children(i, "nsubj", "csubj")
    if parse.related(i, "acl:relcl") and own and is_narrowing(parse, i, own[0]):
        return told_of(parse, parse.tokens[i].head)
    return own


def _lacked(parse: Parse, cause: int) -> int | None:
    """Give what would not be done, where it is that which has the effect ("failure to pass the bill", "not passing it")."""
    if lemma(parse, cause) in words("effects", "lacking"):
        return next((c for c in parse.children(cause, "acl", "xcomp", "nmod") if c > cause), None)
    return cause if parse.tokens[cause].upos == "VERB" and is_denied(parse, cause) else None


def _worth(parse: Parse, i: int) -> int:
    """Give 1 where what a verb does to its object is good, -1 where it is bad, 0 where one cannot say."""
    name = lemma(parse, i)
    done = [*parse.children(i, "obj", "ccomp", "xcomp"), *(c for c in parse.children(i, "obl") if name in words("effects", "leading"))]
    bad = any(lemma(parse, k) in words("effects", "bad") for c in done for k in _named_in(parse, c))
    good = any(lemma(parse, k) in words("effects", "good") for c in done for k in _named_in(parse, c))
    if name in words("effects", "harms"):
        return 1 if bad and not good else -1
    if name in words("effects", "helps"):
        return -1 if bad and not good else 1
    if bad == good:
        return 0
    if name in words("effects", "raises") | words("effects", "leading"):
        return -1 if bad else 1
    if name in words("effects", "lowers"):
        return 1 if bad else -1
    return 0


def _named_in(parse: Parse, i: int) -> list[int]:
    """Give a noun, and what it is a noun of ("risk of war")."""
    return [i, *parse.children(i, "compound", "amod", "nmod", "conj", "obj")]
