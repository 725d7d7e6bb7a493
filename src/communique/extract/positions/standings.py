"""Standings: a noun behind a preposition that says where its subject stands ("at odds with", "up in arms over", "on board with")."""

from collections.abc import Iterator, Mapping
from functools import cache

from communique.extract.known import Known
from communique.extract.phrases import case
from communique.extract.positions.clause import is_asked, is_modal, is_supposed
from communique.extract.positions.denial import is_denied
from communique.extract.positions.extents import extent, objects
from communique.extract.positions.issue import at_issue
from communique.extract.positions.taking import TOLD, TURNED, Taking
from communique.extract.positions.words import lemma, stances, words
from communique.extract.subjects import subject
from communique.model.kinds import PositionStance
from communique.model.parse import ROOT, Parse


def standings(known: Known, i: int) -> Iterator[Taking]:
    """Yield what somebody stands for or against by where they are said to be ("is at odds with", "remains on board with")."""
    parse = known.parse
    pairs = _entries().get((case(parse, i), parse.text(i).lower()), ())  # the form: "odds" and "arms" are plurals of other nouns
    verb = _verb(parse, i) if pairs else None
    if verb is None or is_asked(parse, i) or is_supposed(parse, i) or is_modal(parse, verb, "may") or is_modal(parse, verb, "must"):
        return
    holder = subject(parse, verb)
    for preposition, stance in pairs:
        heads = [h for k in {i, verb} for h in objects(parse, k, preposition) if h > i and at_issue(known, h, stance)]
        made = TURNED.get(stance) if is_denied(parse, verb) or is_denied(parse, i) else stance
        if heads and holder is not None and made is not None:
            told = f"“{case(parse, i)} {parse.text(i)} {preposition}” {TOLD[made]}, so {made.value}"
            yield Taking(i, (extent(parse, min(heads), i),), made, holder, told)
            return


def _verb(parse: Parse, i: int) -> int | None:
    """Give the word whose subject stands there: the noun beside its copula, a verb of being or staying, an adverb ("up in arms")."""
    if parse.children(i, "cop"):
        return i
    above = parse.tokens[i].head
    if above == ROOT or not parse.related(i, "obl", "xcomp", "nmod"):
        return None
    stays = parse.tokens[above].upos == "VERB" and lemma(parse, above) in words("taking_sides", "staying")
    return above if stays or parse.children(above, "cop") else None


@cache
def _entries() -> Mapping[tuple[str, str], tuple[tuple[str, PositionStance], ...]]:
    """Give by preposition and noun the prepositions of the object with the stance, those of a matter before those of a person."""
    found: dict[tuple[str, str], list[tuple[str, PositionStance]]] = {}
    for entry, stance in sorted(stances("standings").items()):
        before, noun, after = entry.split("-")
        found.setdefault((before, noun), []).append((after, stance))
    return {key: tuple(sorted(pairs, key=lambda p: p[0] == "with")) for key, pairs in found.items()}
