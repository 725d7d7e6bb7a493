"""How far an act is known to have happened, and on whose word: by its force, by what governs it, and by words of doubt."""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.according import spoken, voices
from communique.extract.events.act import Act
from communique.extract.events.force import Force
from communique.extract.events.scene import Scene
from communique.extract.phrases import form
from communique.extract.talks.words import words
from communique.model.actor import Who
from communique.model.kinds import Stance, Status
from communique.model.mention import Voice

_DOUBTED = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly"})
_ALLEGING = frozenset({"claim", "allege", "accuse", "suspect", "claims"})
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of acts that somebody does by saying them."""
_NAYS = frozenset({"REJECT", "THREATEN"})
"""Types of acts of which what will or will not be is the content, not the act: "X will not meet Y" rejects now."""


def voices_of(scene: Scene, act: Act) -> tuple[Voice, ...]:
    """Give who tells of an act: who denies it, who accuses somebody of it, the speaker whose clause it is; else the outlet."""
    cast = scene.known.cast
    if act.status is Status.DENIED and "have" not in scene.lemmas(act.triggers[-1]):
        return spoken(scene.parse, act.triggers[-1], Stance.DENIES, cast=cast)
    if act.status is Status.DENIED:
        told_by = voices(scene.parse, act.triggers[-1], cast=cast, saying=words().saying)
        return tuple(replace(v, stance=Stance.DENIES) if v.stance is Stance.ASSERTS else v for v in told_by)
    if act.told.denied is not None:
        return spoken(scene.parse, act.told.denied, Stance.DENIES, cast=cast)
    if act.told.charged is not None:
        return spoken(scene.parse, act.told.charged, Stance.ASSERTS, cast=cast)
    return voices(scene.parse, act.triggers[0], cast=cast, saying=words().saying)


def status_of(scene: Scene, act: Act, told_by: Sequence[Voice]) -> tuple[Status, str]:
    """Give the status of an act, and the word it rests on."""
    if act.status is not None:
        return act.status, f"“{scene.parse.text(act.triggers[-1])}”"
    if act.told.denied is not None:
        return Status.DENIED, f"“{scene.parse.text(act.told.denied)}”"
    if doubt := _doubt(scene, act):
        return Status.ALLEGED, doubt
    if act.told.force in (Force.FUTURE, Force.POSSIBLE):
        return _to_come(scene, act, told_by)
    if hearsay := _hearsay(scene, act, told_by):
        return Status.ALLEGED, hearsay
    return (Status.ONGOING, "the present progressive") if act.told.ongoing else (Status.HELD, "told as a fact")


def _to_come(scene: Scene, act: Act, told_by: Sequence[Voice]) -> tuple[Status, str]:
    """Give the status of what will or may be: a refusal or threat is done by saying it, help in the own side's word is pledged."""
    if act.told.force is Force.POSSIBLE:
        return Status.HYPOTHETICAL, f"“{act.told.by}”"
    if act.type in _NAYS:
        return Status.HELD, "done by saying it"
    if act.type == "AGREE" and _own_word(scene, act, told_by):
        return Status.PLEDGED, "the own side's word"
    return Status.PLANNED, f"“{act.told.by}”"


def _doubt(scene: Scene, act: Act) -> str | None:
    """Give why an act is only alleged, None where it is told as known."""
    if act.told.charged is not None:
        return "told as an accusation"
    if any(form(scene.parse, c) in _DOUBTED for t in act.triggers for c in scene.parse.children(t, "advmod")):
        return "told as hearsay"
    above = [t for i in act.triggers for t in (i, *scene.parse.ancestors(i)) if scene.parse.tokens[t].upos == "NOUN"]
    doubtful = [w for n in above for w in (n, *scene.parse.children(n, "amod")) if scene.of_class(w, ("doubtful",), near=False)]
    if doubtful:
        return f"“{scene.parse.text(doubtful[0])}”"
    if act.told.said is not None and set(scene.lemmas(act.told.said)) & _ALLEGING:
        return f"“{scene.parse.text(act.told.said)}”"
    return None


def _hearsay(scene: Scene, act: Act, told_by: Sequence[Voice]) -> str | None:
    """Give whose words alone tell of an act; None for the outlet's own, and for acts of words, which whoever heard them can tell."""
    statement = scene.known.statement_at(scene.parse.tokens[act.triggers[0]].span)
    if act.type in _SPOKEN or (statement is None and not any(v.cites for v in told_by)):
        return None
    cites = [statement.cue] if statement and statement.cue else [c for v in told_by for c in v.cites[-1:]]
    return f"told only by a speaker (“{cites[0].quote}”)" if cites and cites[0] else "told only in a speaker's words"


def _own_word(scene: Scene, act: Act, told_by: Sequence[Voice]) -> bool:
    """Say whether those who would act are the ones who say so, or of their country."""
    statement = scene.known.statement_at(scene.parse.tokens[act.triggers[0]].span)
    speakers = [statement.speaker.actor, statement.on_behalf_of] if statement else [v.by for v in told_by if v.cites]
    agents = [w for i in act.agents for w in scene.known.who(i, statement)]
    return bool(scene.known.countries(Who(s, None) for s in speakers if s) & scene.known.countries(agents))
