"""Demands, promises, accusations: the infinitive, the noun or the phrase with "of" or "for" that their verb takes (`urged X to …`).

A verb of the lexicon is read in the first of its frames that its tree shows; what is only possible, wanted or asked for is nobody's words.
"""

from collections.abc import Callable, Iterator, Sequence

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.acts import Acts, act_of, acts
from communique.extract.indirect.demands import commitment, directive, proposal
from communique.extract.indirect.judgements import appraisal, charge, feeling, made_clear, matter, plain
from communique.extract.indirect.performed import asks_anew
from communique.extract.indirect.performing import Act, Words, acts_on, preposition
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page
from communique.extract.saying import saying
from communique.extract.speakers import speaker_of
from communique.extract.voices import can_speak

_CLOSE = 5
_NOBODY = frozenset({"nobody", "none", "neither", "anyone", "anybody", "whoever"})
_FRAMES: Sequence[Callable[[Act], Words | None]] = (
    directive,
    commitment,
    proposal,
    made_clear,
    charge,
    appraisal,
    feeling,
    matter,
    plain,
)


def frames(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    for act in acts_on(page):
        words = next((w for frame in _FRAMES if (w := frame(act)) is not None and w.content), None)
        if words and (reported := _reported(act, words)):
            yield reported


def _reported(act: Act, words: Words) -> Reported | None:
    """Give what was found if someone who can speak is named, or if a finite passive names nobody."""
    sentence = act.parse.sentence_of(act.verb)
    around = tuple(i for i in range(sentence.first, sentence.last) if i not in act.page.inside)
    cue = Cue(act.verb, _cue_words(act, words), Frame.BEFORE, words.why, around)
    if act.passive:
        agents = [c for c in act.parse.children(act.verb, "obl:agent") if can_speak(act.page, c)]
        nobodys = not agents and act.parse.related(act.verb, "acl", "advcl")
        return None if nobodys else Reported(words.content, cue, agents[0] if agents else None)
    speaker = _blamed(act) or _demander(act) or speaker_of(act.page, cue)
    if speaker is None or _things_do(act, speaker) or any(s.covers(act.parse.tokens[speaker].span) for s in words.content):
        return None
    return Reported(words.content, cue, speaker)


def _blamed(act: Act) -> int | None:
    """Give whom another act of speech blames or praises for this one (`criticised X for rejecting the plan`: X rejects it)."""
    parse, above = act.parse, act.parse.tokens[act.verb].head
    if not parse.related(act.verb, "advcl") or preposition(parse, act.verb, frozenset({"for"})) is None:
        return None
    known = act_of(parse, above)
    objects = [c for c in parse.children(above, "obj") if above < c < act.verb and can_speak(act.page, c)]
    return objects[-1] if objects and known in acts().charges["for"] else None


def _demander(act: Act) -> int | None:
    """Give who asks for what stands before, where the act asks somebody else for something more (`X urges Y to go, and asks Z to stay`)."""
    parse = act.parse
    if not asks_anew(parse, act.verb):
        return None
    above = next((i for i in parse.ancestors(act.verb) if parse.children(i, "nsubj")), None)
    return None if above is None else next((c for c in parse.children(above, "nsubj") if can_speak(act.page, c)), None)


def _things_do(act: Act, speaker: int) -> bool:
    """Say whether nobody acts, or maybe a thing: with a verb of things too, or in a clause about a thing (`rockets that threaten to …`)."""
    parse, known = act.parse, acts()
    lemma, upos = parse.tokens[speaker].lemma.lower(), parse.tokens[speaker].upos
    if lemma in _NOBODY:
        return True
    if act.lemma in known.of_things and (lemma == "it" or (upos == "NOUN" and not _acts(lemma, known))):
        return True
    relative = [c for c in parse.children(act.verb, "nsubj") if parse.tokens[c].has("PronType=Rel")]
    if not relative or not parse.related(act.verb, "acl"):
        return False
    above = parse.tokens[parse.tokens[act.verb].head]
    thing = parse.text(relative[0]).lower() == "which" and above.upos == "NOUN" and not _acts(above.lemma.lower(), known)
    return thing or not can_speak(act.page, parse.tokens[act.verb].head)


def _acts(noun: str, known: Acts) -> bool:
    return noun in known.agents | saying().speaking_nouns or noun.endswith(known.agent_endings)


def _cue_words(act: Act, words: Words) -> tuple[int, ...]:
    """Give the verb with its particle, its noun and its preposition if they stand close together (`expressed deep concern about`)."""
    end = words.cue_end if words.cue_end is not None else act.verb + act.lemma.count("-")
    return tuple(range(act.verb, end + 1)) if act.verb < end <= act.verb + _CLOSE else (act.verb,)
