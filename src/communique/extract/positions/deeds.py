"""Deeds: who signs, adopts, vetoes, skips or appeals something shows by it where it stands."""

from collections.abc import Iterator

from communique.extract.known import Known
from communique.extract.positions.agents import agent
from communique.extract.positions.clause import is_asked, is_modal, is_supposed, is_told
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.holders import is_public
from communique.extract.positions.taking import Taking
from communique.extract.positions.wished import is_wish
from communique.extract.positions.words import lemma, words
from communique.model.kinds import PositionStance
from communique.model.parse import Parse

S = PositionStance
_OUT = {
    "withdraw": ("from",),
    "pull": ("out", "from"),
    "walk": ("out",),
    "drop": ("out",),
    "back": ("out",),
    "opt": ("out",),
    "storm": ("out",),
}
"""Verbs of leaving, with the prepositions of what is left."""


def deeds(known: Known, i: int) -> Iterator[Taking]:
    """Yield what an act of politics shows of where its doer stands ("signed the treaty", "vetoed the bill", "will skip the speech")."""
    parse = known.parse
    if is_asked(parse, i) or is_supposed(parse, i) or is_denied(parse, i) or not is_told(parse, i):
        return
    if parse.related(i, "ccomp") and is_wish(parse, i):
        return
    if is_modal(parse, i, "may") or is_modal(parse, i, "must") or (stance := _shown(parse, i)) is None:
        return
    doer = agent(parse, i)
    if doer is None or not is_public(known, doer):
        return
    things = words("tastes", "matters") | (words("deeds", "occasions") if stance is S.REJECTS else frozenset())
    for head in _things(parse, i):
        if lemma(parse, head) in things:
            told = f"who does so (“{parse.text(i)}”) is {'for' if stance is S.SUPPORTS else 'against'} it, so {stance.value}"
            yield Taking(i, (extent(parse, head, i),), stance, doer, told, expressed=False)
            return


def _things(parse: Parse, i: int) -> list[int]:
    """Give what an act is done to: its object, or what somebody pulls or walks out of ("walked out of the talks")."""
    left = [h for p in _OUT.get(lemma(parse, i), ()) for h in objects(parse, i, p)]
    return left or list(objects(parse, i, None))


def _shown(parse: Parse, i: int) -> PositionStance | None:
    """Give what a verb of action shows: support, rejection, or nothing."""
    name = lemma(parse, i)
    if any(True for p in _OUT.get(name, ()) for _ in objects(parse, i, p)):
        return S.REJECTS
    particles = [f"{name}-{parse.text(c).lower()}" for c in parse.children(i, "compound:prt")]
    for word in particles or [name]:
        if word in words("deeds", "supports"):
            return S.SUPPORTS
        if word in words("deeds", "rejects"):
            return S.REJECTS
    return None
