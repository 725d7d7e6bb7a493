"""Compliance: whether an event keeps or breaks the articles of an agreement, with the derivation of every answer."""

from communique.analyse.compliance.assessing import Assessor, actions_of
from communique.analyse.compliance.facts import Changes, Facts, Membership, facts
from communique.analyse.compliance.turning import Turn, assumed, deciding, disputed, leaf_steps, missing, turns

__all__ = [
    "Assessor",
    "Changes",
    "Facts",
    "Membership",
    "Turn",
    "actions_of",
    "assumed",
    "deciding",
    "disputed",
    "facts",
    "leaf_steps",
    "missing",
    "turns",
]
