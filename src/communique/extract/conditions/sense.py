"""What a condition is for the one it is said to: a threat, a promise or a warning, by the cue's own word, else by who would do what."""

from dataclasses import dataclass

from communique.extract.conditions.joining import FILE, NOT, Joined, lemmas_of
from communique.extract.known import FIRST, Known
from communique.extract.subjects import subject
from communique.model.actor import Who
from communique.model.kinds import ConditionKind
from communique.model.mention import Statement
from communique.model.parse import Parse
from communique.reference.lexicon import lists

_NEAR = 10


@dataclass(frozen=True, slots=True)
class Sense:
    """What a condition is, and why."""

    kind: ConditionKind
    why: str


def sense_of(known: Known, found: Joined, said: Statement | None, by: tuple[Who, ...], *, spoken: bool) -> Sense | None:
    """Give what a condition is for the hearer; None where neither the cue nor the consequence says for good or ill.

    "Unless X, we will not Y" holds Y out; "we will not Y" if X takes it away: the marker and a denial each turn the sense round.
    """
    told = _consequence(known.parse, found)
    own = _is_own(known, found, said, by) if said is not None or not spoken else _is_first(known, found)
    found_ = _by_cue(_cue_lemmas(known, said), told, own=own) or _by_consequence(told, own=own)
    return found_ or (_by_actor(known, found, own=own) if said is not None or spoken or any(w.actor for w in by) else None)


def _by_cue(cue: frozenset[str], told: "_Told", *, own: bool) -> Sense | None:
    """Judge by the cue ("threatened", "promised", "warned"), unless the consequence says otherwise."""
    cues = lists(FILE, "cues")
    if cue & cues["threat"] and told.is_bad is not False:
        return Sense(ConditionKind.THREAT, "the words are threatened")
    if cue & cues["promise"] and told.is_bad is not True:
        return Sense(ConditionKind.PROMISE, "the words are promised")
    if cue & cues["warning"] and not own:
        return Sense(ConditionKind.WARNING, "the words are a warning of what others or events would bring")
    return None


def _by_consequence(told: "_Told", *, own: bool) -> Sense | None:
    if told.is_bad is None:
        return None
    if told.is_bad and told.is_dealt:
        return Sense(ConditionKind.THREAT, f"somebody must deal it out, {told.words}")
    if own:
        kind = ConditionKind.THREAT if told.is_bad else ConditionKind.PROMISE
        return Sense(kind, f"the speaker's side would act, {told.words}")
    if told.is_bad:
        return Sense(ConditionKind.WARNING, f"it would come from others or of itself, {told.words}")
    return Sense(ConditionKind.PROMISE, f"it is held out, {told.words}")


def _by_actor(known: Known, found: Joined, *, own: bool) -> Sense | None:
    """Judge what no word makes good or bad, where it is said that somebody will or will not do it.

    What would merely be so ("it would be better") is a wish, and no act of the own side.
    """
    parse, head = known.parse, found.consequence_head
    agent = subject(parse, head)
    modals = {parse.text(c).lower() for c in parse.children(head, "aux")}
    if agent is None or parse.text(agent).lower() in _ANYBODY or agent == found.condition_head:
        return None
    if parse.text(head).lower() in lists(FILE, "wishes")["words"]:
        return None
    if not own:
        return Sense(ConditionKind.WARNING, "it says what would come of it") if modals & (_WILL | _MAY) else None
    if not modals & _WILL:
        return None
    if _denied(parse, head):
        return Sense(ConditionKind.THREAT, "the speaker's side would refuse it")
    return Sense(ConditionKind.PROMISE, "the speaker's side would do it")


_WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
_MAY = frozenset({"could", "might", "may"})
_ANYBODY = frozenset({"you", "one", "anyone", "anybody", "someone", "somebody", "everyone", "everybody"})
"""Subjects of what would be so for all ("you will see"), which is neither promised nor threatened."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Whether a consequence is bad for the hearer, None where nothing says so, and by which words."""

    is_bad: bool | None
    words: str
    is_dealt: bool = False
    """Whether it is what states deal out to one another ("consequences", "sanctions"), and not what comes of itself."""


def _consequence(parse: Parse, found: Joined) -> _Told:
    """Judge a consequence by the word nearest to its head; a denial turns it round ("no peace" is bad, "no attack" is good)."""
    near = sorted((i for i in found.consequence if abs(i - found.consequence_head) <= _NEAR), key=lambda i: abs(i - found.consequence_head))
    senses = lists(FILE, "consequences")
    dealt = any(lemmas_of(parse, i) & senses["dealt"] for i in near)
    for i in near:
        lemmas = lemmas_of(parse, i)
        if parse.tokens[i].upos in {"VERB", "NOUN"} and lemmas & (senses["harm"] | senses["help"]):
            denied = _denied(parse, i) or _denied(parse, found.consequence_head)
            bad = bool(lemmas & senses["harm"]) != denied
            return _Told(bad, f"“{parse.text(i)}” in it" + (", denied" if denied else ""), dealt)
    return _Told(None, "")


def _denied(parse: Parse, i: int) -> bool:
    return any(parse.text(c).lower() in NOT for c in parse.children(i, "advmod", "det"))


def _cue_lemmas(known: Known, said: Statement | None) -> frozenset[str]:
    if said is None or said.cue is None:
        return frozenset()
    return frozenset(w for i in known.parse.tokens_in(said.cue.span) for w in lemmas_of(known.parse, i))


def _is_first(known: Known, found: Joined) -> bool:
    """Say whether somebody who is quoted and not known names the own side."""
    agent = subject(known.parse, found.consequence_head)
    return agent is not None and known.parse.text(agent).lower() in FIRST


def _is_own(known: Known, found: Joined, said: Statement | None, by: tuple[Who, ...]) -> bool:
    """Say whether who would act is the speaker or the speaker's state; what is in no statement is told of the one who would act.

    A clause without a subject of its own ("threatened to leave") is the speaker's act.
    """
    if said is None:
        return True
    agent = subject(known.parse, found.consequence_head)
    if (
        known.parse.related(found.condition_head, "csubj", "nsubj")
        and known.parse.tokens[found.condition_head].head == found.consequence_head
    ):
        return False
    if agent is None or known.parse.text(agent).lower() in FIRST:
        return True
    here = known.parse.tokens[agent].span
    if any(w.cite and w.cite.span == here and w.actor == said.speaker.actor for w in by):
        return True
    if said.speaker.cite and said.speaker.cite.span.covers(known.parse.tokens[agent].span):
        return True
    speakers = known.countries([said.speaker, Who(said.on_behalf_of)])
    return bool(known.countries(by) & speakers) or any(w.actor and w.actor in {said.speaker.actor, said.on_behalf_of} for w in by)
