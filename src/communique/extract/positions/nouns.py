"""Nouns of attitude: whose they are stands for or against what they take ("its opposition to", "critics of", "no plans to")."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_modal, is_supposed, is_told
from communique.extract.positions.composing import because, composed
from communique.extract.positions.denial import is_denied, is_none
from communique.extract.positions.extents import denied_predicate, extent, objects
from communique.extract.positions.issue import at_issue, is_matter
from communique.extract.positions.taking import TOLD, TURNED, Taking
from communique.extract.positions.wished import is_wish
from communique.extract.positions.words import by_head, lemma, refused, stances, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse

_DASHES = frozenset({"-", "–"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def noun_attitudes(known: Known, i: int) -> Iterator[Taking]:
    """Yield what a noun takes a stance on ("its opposition to the plan", "voiced support for it", "has no plans to leave")."""
    parse, name = known.parse, lemma(known.parse, i)
    if is_supposed(parse, i) or is_asked(parse, i):
        return
    for preposition, stance in by_head("nouns").get(name, ()):
        heads = [h for h in (*objects(parse, i, preposition), *_beside_light(parse, i, preposition)) if h > i]
        holder = possessor(known, i)
        if preposition == "of" and heads and _is_theirs(known, i, heads[0]):
            continue
        if heads and _is_own_effort(parse, heads[0]):
            continue
        if not heads or holder is None or not at_issue(known, heads[0], stance) or _is_goal(parse, preposition, heads[0], stance):
            continue
        if preposition == "that" and stance is PositionStance.DEMANDS and not is_wish(parse, heads[0]):
            continue
        if preposition == "that" and is_denied(parse, heads[0]):
            told = f"“{parse.text(i)} that not” is against it, so rejects"
            yield Taking(i, (denied_predicate(parse, heads[0]),), PositionStance.REJECTS, holder, told)
            return
        if ended := _ended(parse, i, stance):
            told = f"“{parse.text(i)}” ({name} {preposition}) is given up, so {ended.value}"
            yield Taking(i, (extent(parse, heads[0]),), ended, holder, told)
            return
        if not _is_unvoiced(parse, i) and (made := composed(parse, i, stance)):
            told = f"“{parse.text(i)}” ({name} {preposition}) {TOLD[stance]}{because(parse, i, stance, made)}"
            yield Taking(i, (extent(parse, heads[0]),), made, holder, told)
            return
    yield from _refusals(parse, i)


def _is_own_effort(parse: Parse, head: int) -> bool:
    """Say whether a feeling is over one's own effort, of which nobody is an opponent ("frustration at his attempts")."""
    own = any(parse.tokens[c].upos == "PRON" for c in parse.children(head, "nmod:poss"))
    return own and lemma(parse, head) in words("acts", "endeavours")


def _is_theirs(known: Known, i: int, head: int) -> bool:
    """Say whether "of" leads to whose an attitude is that something has or wins ("the plan has the support of the unions")."""
    parse, above = known.parse, known.parse.tokens[i].head
    received = above != ROOT and parse.related(i, "obj", "obl") and lemma(parse, above) in words("acts", "receiving")
    return received and (known.cast.at(head) is not None or lemma(parse, head) in words("holders", "people"))


def _ended(parse: Parse, i: int, stance: PositionStance) -> PositionStance | None:
    """Give what is left of an attitude that somebody gives up ("withdrew its support for", "dropped its objection to")."""
    above = parse.tokens[i].head
    given_up = (
        above != ROOT and parse.related(i, "obj") and lemma(parse, above) in words("linked", "ending") and not is_denied(parse, above)
    )
    return TURNED.get(stance) if given_up else None


def _is_unvoiced(parse: Parse, i: int) -> bool:
    """Say whether an attitude is one that somebody did not tell, from which nothing follows ("did not voice support for it")."""
    above = parse.tokens[i].head
    return above != ROOT and parse.related(i, "obj") and lemma(parse, above) in words("linked", "light") and is_denied(parse, above)


def _beside_light(parse: Parse, i: int, preposition: str) -> Iterator[int]:
    """Yield what the tree hangs on the verb that says little beside a noun ("offered support, all the same, for the nomination")."""
    above = parse.tokens[i].head
    if above != ROOT and parse.related(i, "obj") and lemma(parse, above) in words("linked", "light") | words("linked", "ending"):
        yield from objects(parse, above, preposition)


def _is_goal(parse: Parse, preposition: str, head: int, stance: PositionStance) -> bool:
    """Say whether "to" leads to somebody who is asked ("a proposal to the minister"), not to what is."""
    return preposition in {"to", "on"} and stance is PositionStance.DEMANDS and parse.tokens[head].upos not in {"VERB", "AUX"}


def named_sides(known: Known, i: int) -> Iterator[Taking]:
    """Yield what "critics of" and "supporters of" something stand for or against: they hold it by their name."""
    parse = known.parse
    stance = stances("sides_by_name").get(lemma(parse, i))
    heads = [h for h in objects(parse, i, "of") if h > i] or [h for h in parse.children(i, "nmod:poss") if is_matter(parse, h)]
    if stance is None or not heads or is_supposed(parse, i) or is_asked(parse, i):
        return
    within = known.cast.at(i) is not None and known.cast.at(i) == known.cast.at(heads[0])  # a role's words ("Ada Lund, a critic of it")
    if not (within or at_issue(known, heads[0], PositionStance.REJECTS)):
        return
    holder = i
    if parse.children(i, "cop"):
        holder = next((s for s in (*parse.children(i, "nsubj"), subject(parse, i)) if s is not None), i)
        stance = TURNED.get(stance, stance) if is_denied(parse, i) else stance  # "is no fan of"
    else:
        holder = _one_of(parse, i)
    run = tuple(t for t in extent(parse, heads[0]) if parse.text(t) not in _POSSESSIVE or t < heads[0])
    yield Taking(i, (run,), stance, holder, f"“{parse.text(i)}” of it {TOLD[stance]}, so {stance.value}")


def _one_of(parse: Parse, i: int) -> int:
    """Give whom a noun for people tells of: the name that it is set beside ("Ada Lund, one of the critics of"), else itself."""
    above = parse.tokens[i].head
    counted = parse.related(i, "nmod") and case(parse, i) in {"of", "among"} and parse.tokens[above].upos in {"NUM", "DET", "PRON"}
    set_beside = above if counted else i
    return parse.tokens[set_beside].head if parse.related(set_beside, "appos") else i


def _refusals(parse: Parse, i: int) -> Iterator[Taking]:
    """Yield what somebody has no plans or intention to do."""
    above = parse.tokens[i].head
    denied = any(is_none(parse, c) for c in parse.children(i, "det", "amod"))
    if (
        not denied
        or above == ROOT
        or not parse.related(i, "obj")
        or lemma(parse, above) not in words("linked", "light")
        or not is_told(parse, above)
    ):
        return
    for preposition in refused().get(lemma(parse, i), ()):
        heads = [h for h in objects(parse, i, preposition) if h > i and lemma(parse, h) not in words("idle")]
        if heads and (holder := subject(parse, above)) is not None:
            told = f"“no {parse.text(i)}” {preposition} it is against it, so rejects"
            yield Taking(i, (extent(parse, heads[0]),), PositionStance.REJECTS, holder, told)
            return


def possessor(known: Known, i: int) -> int | None:
    """Give whose attitude a noun tells: its possessor, who it is "by" or "from", the subject of "voiced", or a name before it."""
    parse = known.parse
    if any(parse.text(c).lower() in {"if", "any", "no"} for c in parse.children(i, "det")) and parse.children(i, "nmod:poss"):
        return None
    owners = [*parse.children(i, "nmod:poss"), *(c for c in parse.children(i, "nmod") if case(parse, c) in {"by", "from", "among"})]
    owners += [
        c for c in parse.children(i, "nmod") if case(parse, c) == "of" and lemma(parse, i) in words("acts", "held") and known.cast.at(c)
    ]
    if owners:
        return owners[0]
    above = parse.tokens[i].head
    saying_little = words("linked", "light") | words("linked", "ending")
    if above != ROOT and parse.related(i, "obj") and lemma(parse, above) in saying_little and is_told(parse, above):
        return None if is_modal(parse, above, "may") or is_modal(parse, above, "must") else subject(parse, above)
    before = [c for c in parse.children(i, "amod", "compound") if c < i and parse.text(c - 1) not in _DASHES]
    named = next((c for c in before if known.cast.at(c) or known.cast.modifier(c)), None)
    return named if named is not None else next((c for c in before if _is_of_people(parse, c)), None)


def _is_of_people(parse: Parse, c: int) -> bool:
    """Say whether a word before a noun tells of people ("public support", "voter anger"), which few adjectives do ("general support")."""
    adjective = parse.tokens[c].upos == "ADJ"
    return lemma(parse, c) in (words("holders", "factions") if adjective else words("holders", "people"))
