"""How far an act is known to have happened: by its force, by what governs it, and by words of doubt."""

from communique.extract.events.act import Act
from communique.extract.events.force import Force
from communique.extract.events.scene import Scene
from communique.extract.phrases import form
from communique.model.kinds import Status

_DOUBTED = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly"})
_ALLEGING = frozenset({"claim", "allege", "accuse", "suspect", "claims"})


def status_of(scene: Scene, act: Act) -> tuple[Status, str]:
    """Give the status of an act, and the word it rests on."""
    if act.status is not None:
        return act.status, f"“{scene.parse.text(act.triggers[0])}”"
    if doubt := _doubt(scene, act):
        return Status.ALLEGED, doubt
    match act.told.force:
        case Force.FUTURE:
            return Status.PLANNED, f"“{act.told.by}”"
        case Force.POSSIBLE:
            return Status.HYPOTHETICAL, f"“{act.told.by}”"
        case _:
            return (Status.ONGOING, "the present progressive") if act.told.ongoing else (Status.HELD, "told as a fact")


def _doubt(scene: Scene, act: Act) -> str | None:
    """Give why an act is only alleged, None where it is told as known."""
    if act.told.charged:
        return "told as an accusation"
    if any(form(scene.parse, c) in _DOUBTED for t in act.triggers for c in scene.parse.children(t, "advmod")):
        return "told as hearsay"
    if act.told.said is not None and set(scene.lemmas(act.told.said)) & _ALLEGING:
        return f"“{scene.parse.text(act.told.said)}”"
    return None
