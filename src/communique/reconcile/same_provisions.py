"""Whether provisions that reports give are the same: one article of an agreement that we hold, else one number and like words."""

from collections.abc import Iterable, Sequence

from communique.model.agreement import Agreement
from communique.model.mention import Provision
from communique.reconcile.grouping import Likeness, Pair, candidates
from communique.reconcile.wording import gist

MOST = 60
"""Provisions that may share a key."""
ALIKE, VERY_ALIKE = 0.5, 0.75
"""Share of the words' weight that two provisions of one number have in common; and two of other numbers, of which one is then wrong."""
LIGHTEST = 3.0
"""Weight of the words in common: "the parties" begins every article."""


def provisions_of(agreements: Iterable[Agreement]) -> list[Provision]:
    """Give the provisions of all agreements, sorted by id."""
    return sorted((p for a in agreements for p in a.provisions), key=lambda p: p.id)


def same_provisions(provisions: Sequence[Provision]) -> dict[Pair, Likeness]:
    """Give the pairs of provisions that are the same, each with how sure that is and why."""
    known = {p.id: p for p in provisions}
    pairs = candidates({i: _keys(p) for i, p in known.items()}, most=MOST)
    return {(a, b): like for a, b in pairs if (like := _alike(known[a], known[b]))}


def _keys(provision: Provision) -> Iterable[str]:
    if provision.article:
        yield provision.article
    yield from gist(_text(provision)).weights


def _alike(a: Provision, b: Provision) -> Likeness | None:
    if a.article and b.article:
        return Likeness(1.0, f"both are {a.article}", sure=True) if a.article == b.article else None
    if a.content[0].report == b.content[0].report:
        return None
    one, other = gist(_text(a)), gist(_text(b))
    share = one.shared(other)
    if share < (ALIKE if a.number and a.number == b.number else VERY_ALIKE) or one.common(other) < LIGHTEST:
        return None
    number = f"both are numbered {a.number}, in" if a.number == b.number and a.number else "in"
    return Likeness(share, f"{number} like words ({share:.0%} shared)")


def _text(provision: Provision) -> str:
    return " ".join(c.quote for c in provision.content)
