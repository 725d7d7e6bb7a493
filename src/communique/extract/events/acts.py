"""Acts: what the predicates of a sentence tell that somebody does, the main clause's first; at most one for a predicate."""

from collections.abc import Iterator

from communique.extract.events.act import Act
from communique.extract.events.clauses import predicates
from communique.extract.events.reading import read
from communique.extract.events.scene import Scene
from communique.extract.events.turning import CONFLICT
from communique.model.parse import Sentence

_MAXIMUM = 3
"""Most acts of one sentence; a sentence with more is a list or a mistake."""
TALKS = "CONSULT"
"""PLOVER's type for talks, which take two sides: a meeting with one's own advisers is none."""
_UNTOLD = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST"})
"""Types that are told without who did it: "was arrested"."""


def acts(scene: Scene, sentence: Sentence) -> Iterator[Act]:
    """Yield the acts of a sentence, the main clause's first."""
    used: set[int] = set()
    found: list[Act] = []
    for i in predicates(scene, sentence):
        if i in used or len(found) == _MAXIMUM:
            continue
        act = read(scene, i)
        if act is None or not _enough(scene, act, found):
            continue
        used |= set(act.triggers) | (set(scene.parse.subtree(act.clause.complement)) if act.governs and act.clause.complement else set())
        if not _again(found, act):
            found.append(act)
            yield act


def _again(found: list[Act], act: Act) -> bool:
    """Say whether an act of the sentence is the same told once more ("attacked the camp, killing 156")."""
    return any(a.type == act.type and (a.agents == act.agents or not act.agents) for a in found)


def _enough(scene: Scene, act: Act, found: list[Act]) -> bool:
    """Say whether enough is told of both sides: somebody acts, somebody is named; in clauses aside, both sides are told."""
    sides = (*act.agents, *act.recipients)
    if not sides or not (act.agents or act.type in _UNTOLD):
        return False
    if act.told.supposed or (act.type == TALKS and len(act.agents) < 2 and not any(scene.named(i) for i in act.recipients)):
        return False
    aside = scene.parse.related(act.clause.head, "acl", "advcl", "appos", "dep", "list")
    if aside and not (act.agents and act.recipients):
        return False
    return any(scene.named(i) or scene.parse.tokens[i].upos == "PRON" for i in sides) or (
        act.type in CONFLICT and any(scene.acts(i) for i in (act.agents or act.recipients))
    )
