"""Acts: what the predicates of a sentence tell that somebody does, the main clause's first; at most one for a predicate."""

from collections.abc import Iterator

from communique.extract.events.act import Act
from communique.extract.events.clauses import defines, first_joined, is_infinitive, predicates
from communique.extract.events.force import leads
from communique.extract.events.nominal import nominal_acts
from communique.extract.events.reading import read
from communique.extract.events.scene import Doubt, Scene
from communique.extract.events.turning import CONFLICT
from communique.model.parse import Sentence

_MAXIMUM = 3
"""Most acts of one sentence; a sentence with more is a list or a mistake."""
TALKS = "CONSULT"
"""PLOVER's type for talks, which take two sides: a meeting with one's own advisers is none."""
_SAID = frozenset({TALKS, "AGREE", "THREATEN", "REJECT", "REQUEST"})
"""Types that are acts of words, of whom nobody knows without who says them."""
_UTTERED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
"""Types whose object may be a thing: a leak that is decried, a bill that is opposed."""
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
"""Types that a clause tells even where it defines who is spoken of: "gunmen who attacked the camp"."""
_UNTOLD = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST"})
"""Types that are told without who did it: "was arrested"."""


def acts(scene: Scene, sentence: Sentence) -> Iterator[Act]:
    """Yield the acts of a sentence, the main clause's first; a question, before its mark, tells nothing."""
    used: set[int] = set()
    found: list[Act] = []
    asked = max((t for t in range(sentence.first, sentence.last) if scene.parse.text(t).startswith("?")), default=-1)
    for i in predicates(scene, sentence):
        if i in used or len(found) == _MAXIMUM or i < asked:
            continue
        act = read(scene, i)
        if act is None or not _is_told(scene, act, found):
            continue
        if lack := _lacking(scene, act):
            scene.doubts.append(Doubt(act.triggers[0], lack))
            continue
        used |= set(act.triggers) | (set(scene.parse.subtree(act.clause.complement)) if act.governs and act.clause.complement else set())
        if not _again(scene, found, act):
            found.append(act)
            yield act
    for act in nominal_acts(scene, sentence):
        if (
            len(found) < _MAXIMUM
            and used.isdisjoint(act.triggers)
            and not _again(scene, found, act)
            and any(scene.public(i) for i in act.agents)
        ):
            found.append(act)
            yield act


def _again(scene: Scene, found: list[Act], act: Act) -> bool:
    """Say whether an act of the sentence is the same told once more ("attacked the camp, killing 156")."""
    own = all(scene.parse.tokens[i].upos == "PRON" for i in act.agents)
    return any(a.type == act.type and (a.agents == act.agents or own) for a in found)


def _lacking(scene: Scene, act: Act) -> str | None:
    """Give what is not told of an act that is told as such: who does it, or anybody in public; None where enough is told."""
    if not (act.agents or act.type in _UNTOLD or (act.clause.passive and act.type not in _SAID)):
        return "name nobody who acts"
    public = _in_public(scene, act) and any(scene.public(i) for i in (*act.agents, *act.recipients))
    return None if public else "name nobody in a public role"


def _is_told(scene: Scene, act: Act, found: list[Act]) -> bool:
    """Say whether an act is told as one: in clauses aside, with both sides."""
    aside = scene.parse.related(first_joined(scene.parse, act.clause.head), "acl", "advcl", "appos", "dep", "list")
    whole = act.recipients or (act.type in _UTTERED and (act.clause.objects or act.clause.obliques))
    return (not aside or bool(act.agents and whole)) and _is_act(scene, act, found)


def _is_act(scene: Scene, act: Act, found: list[Act]) -> bool:
    """Say whether what is told is an act at all: not supposed, no purpose, no talks with oneself, no accusation within one."""
    alone = act.type == TALKS and len(act.agents) < 2 and not any(scene.named(i) for i in act.recipients)
    alone = alone or (act.type == TALKS and any(scene.of_class(i, ("troops",), near=False) for i in act.agents))
    purpose = not act.governs and _purpose(scene, act.clause.head) and act.type != "PROTEST" and (bool(found) or act.mode != "investigate")
    if scene.parse.tokens[act.clause.head].rel == "acl:relcl" and act.type not in _VIOLENT and defines(scene, act.clause.head):
        return False
    within = act.told.charged is not None and act.type not in CONFLICT
    return not (act.told.supposed or alone or purpose or within or _titled(scene, act.clause.head))


def _titled(scene: Scene, i: int) -> bool:
    """Say whether a verb is a word of a title: it has a capital within a sentence that mostly has none."""
    parse, sentence = scene.parse, scene.parse.sentence_of(i)
    if not parse.text(i)[0].isupper() or i == sentence.first:
        return False
    words = [parse.text(t) for t in range(sentence.first, sentence.last) if parse.text(t)[0].isalpha()]
    return 2 * sum(w[0].isupper() for w in words) < len(words)


def _in_public(scene: Scene, act: Act) -> bool:
    """Say whether an act is no private matter: a private person's only where it is against or towards somebody public."""
    if act.type in CONFLICT or not any(scene.private(i) for i in act.agents):
        return True
    unknown = any(scene.parse.tokens[i].upos == "PRON" and scene.actor(i) is None for i in act.agents)
    return act.type != TALKS and any(scene.public(i) and (not unknown or scene.named(i)) for i in act.recipients)


def _purpose(scene: Scene, i: int) -> bool:
    """Say whether a clause only tells what something is done for: "flew there to attack"."""
    if not scene.parse.related(i, "advcl", "acl") or scene.parse.tokens[i].rel == "acl:relcl":
        return False
    head = scene.parse.tokens[i].head
    return is_infinitive(scene.parse, i) and not leads(scene, head) and not scene.of_class(head, ("plans",), near=False)
