"""Who says a reported clause: the subject, the subject that an earlier verb of saying has, an agent, or nobody named."""

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.extents import present_participle, spans
from communique.extract.indirect.reported import Reported
from communique.extract.passages import COMMAS, Page
from communique.extract.saying import reports
from communique.extract.voices import can_speak
from communique.model.parse import ROOT
from communique.model.span import Span

_BACK = 25
"""Most words from a participle back to the verb of the aside before it."""


def cue_of(page: Page, verb: int) -> Cue:
    """Give the cue of a verb that stands before its clause."""
    parse = page.parse
    words = sorted([*(c for c in parse.children(verb, "aux", "compound:prt") if abs(c - verb) <= 3), verb])
    sentence = parse.sentence_of(verb)
    around = tuple(range(sentence.first, sentence.last))
    return Cue(verb, tuple(range(words[0], words[-1] + 1)), Frame.BEFORE, f"“{parse.text(verb)}” tells what is said", around)


def resumed(page: Page, verb: int) -> int:
    """Give the verb whose subject speaks: where the tree joins "and added that …" to the clause before it, that one's verb."""
    parse, above = page.parse, page.parse.tokens[verb].head
    if (before := _joined(page, verb)) is not None:
        return before
    if above == ROOT or not parse.related(verb, "conj") or parse.children(verb, "nsubj") or not parse.related(above, "ccomp"):
        return verb
    outer = parse.tokens[above].head
    alike = outer != ROOT and parse.tokens[outer].has("Tense=Past") == parse.tokens[verb].has("Tense=Past")
    told = parse.tokens[verb].has("VerbForm=Fin") or parse.tokens[verb].has("Tense=Past")
    return outer if alike and reports(parse, outer) and outer < above and told else verb


def _joined(page: Page, verb: int) -> int | None:
    """Give the verb of the aside that a participle goes on with (`Talks failed, Lind said, adding that …`): the last verb before."""
    parse, token = page.parse, page.parse.tokens[verb]
    if not present_participle(page, verb) or parse.children(verb, "nsubj") or parse.text(verb - 1) not in COMMAS or token.head == ROOT:
        return None
    before = range(verb - 2, max(parse.sentence_of(verb).first, verb - _BACK) - 1, -1)
    last = next((i for i in before if parse.tokens[i].upos in {"VERB", "AUX"}), None)
    aside = last is not None and reports(parse, last) and not parse.related(last, "ccomp") and bool(parse.children(last, "nsubj"))
    return last if aside else None


def passive(page: Page, verb: int) -> bool:
    """Say whether a verb is a passive, or a participle that tells what someone is asked or told (`Asked why, she said`)."""
    parse, token = page.parse, page.parse.tokens[verb]
    if any(parse.tokens[c].rel == "aux:pass" for c in parse.children(verb)):
        return True
    participle = token.has("VerbForm=Part") or parse.related(verb, "advcl", "acl")
    return participle and token.has("Tense=Past") and not parse.children(verb, "nsubj", "aux")


def told(page: Page, verb: int, content: tuple[Span, ...]) -> Reported | None:
    """Give what is said by an agent, or by nobody named (`it was announced that …`, `they were told by Lind that …`)."""
    parse = page.parse
    agents = [c for c in parse.children(verb, "obl:agent") if can_speak(page, c)]
    finite = any(parse.tokens[c].rel == "aux:pass" for c in parse.children(verb))
    if not agents and finite and content and (agent := _last_by(page, content[-1])) is not None:
        by = parse.tokens[parse.subtree(agent)[0]].start
        return Reported((*content[:-1], Span(content[-1].start, by - 1)), cue_of(page, verb), agent)
    if not content or not (agents or finite):
        return None
    return Reported(content, cue_of(page, verb), agents[0] if agents else None)


def _last_by(page: Page, words: Span) -> int | None:
    """Give the person named behind "by" at the end of a clause: the passive's agent, which trees hang within (`was asked if p by X`)."""
    parse = page.parse
    inner = parse.tokens_in(words)
    heads = [parse.tokens[i].head for i in inner if parse.text(i).lower() == "by" and parse.related(i, "case")]
    named = [h for h in heads if parse.tokens[h].upos == "PROPN" and parse.subtree(h)[-1] == inner[-1] and parse.subtree(h)[0] > inner[0]]
    return named[-1] if named and parse.related(named[-1], "nmod", "obl") else None


def hearsay_of(page: Page, verb: int) -> Reported | None:
    """Give what someone is said to do, by an agent or by nobody named (`is said to have left`): the subject and the infinitive."""
    parse = page.parse
    subjects = [c for c in parse.children(verb, "nsubj") if parse.tokens[c].rel == "nsubj:pass" and c < verb]
    infinitives = [c for c in parse.children(verb, "xcomp") if c > verb]
    if not subjects or not infinitives or not passive(page, verb):
        return None
    tokens = [i for top in (subjects[0], infinitives[0]) for i in parse.subtree(top)]
    return told(page, verb, spans(page, tokens))
