"""Clauses that a colon or a dash gives to someone: headlines (`Minister: talks have failed`), and messages (`Her message was clear: …`)."""

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.extents import parts, spans
from communique.extract.indirect.reported import Reported
from communique.extract.passages import STOPS, Page
from communique.extract.saying import saying
from communique.extract.voices import can_speak
from communique.model.report import RegionKind

_LABEL = 6
"""Most words of a headline's label."""
_LEAST = 3


def labelled(page: Page, sign: int) -> Reported | None:
    """Give the clause that a colon or a dash in a headline parts from who says it, or that a message before a colon consists in."""
    if page.parse.text(sign) == ":":
        return _message(page, sign) or _headline(page, sign)
    return _headline(page, sign) if parts(page, sign) and page.parse.text(sign) != "," else None


def _headline(page: Page, sign: int) -> Reported | None:
    sentence = page.parse.sentence_of(sign)
    if not _heads(page, sign):
        return None
    before, behind = range(sentence.first, sign), range(sign + 1, sentence.last)
    for label, clause in ((before, behind), (behind, before)):
        speaker = _speaker(page, label)
        if speaker is not None and _clause(page, clause):
            cue = Cue(sign, (sign,), Frame.LABEL, "the headline sets who speaks apart from the words", tuple(label))
            content = spans(page, [i for i in clause if i not in page.inside])
            return Reported(content, cue, speaker) if content else None
    return None


def _heads(page: Page, sign: int) -> bool:
    """Say whether a sign stands in a headline, be it one that opens the text as a paragraph of its own without a stop."""
    report, first = page.parse.report, page.paragraphs[0]
    opening = first.covers(page.parse.tokens[sign].span) and len(page.paragraphs) > 1 and report.text[first.end - 1] not in '.!?”"'
    return opening or report.region_at(page.parse.tokens[sign].start).kind is RegionKind.HEADLINE


def _speaker(page: Page, label: range) -> int | None:
    """Give the head of a label that names who speaks: a person, or a noun of those that headlines give words to; no place, no outlet."""
    parse = page.parse
    words = [i for i in label if parse.tokens[i].upos != "PUNCT"]
    if not 0 < len(words) <= _LABEL or any(parse.tokens[i].upos in {"VERB", "AUX"} for i in words):
        return None
    persons = {i for i in words for e in parse.entities if e.label == "PER" and e.start <= parse.tokens[i].start < e.end}
    sources = {i for i in words if {parse.tokens[i].lemma.lower(), parse.text(i).lower()} & saying().headline_sources}
    others = [i for i in words if i not in persons | sources and parse.tokens[i].upos == "PROPN" and not _before(page, i, sources)]
    heads = sorted(persons) or sorted(sources)
    return heads[0] if heads and not others else None


def _before(page: Page, i: int, sources: set[int]) -> bool:
    """Say whether a name stands before the noun that speaks, as its body or country (`Finland PM`)."""
    return any(i < k for k in sources)


def _clause(page: Page, clause: range) -> bool:
    words = [i for i in clause if page.parse.tokens[i].upos != "PUNCT"]
    quoted = any(i in page.marked for i in words)
    return len(words) >= _LEAST and not quoted and any(page.parse.tokens[i].has("VerbForm=Fin") for i in words)


def _message(page: Page, colon: int) -> Reported | None:
    """Give what stands behind a colon if the sentence before it is about someone's message, warning or claim."""
    parse, sentence = page.parse, page.parse.sentence_of(colon)
    nouns = [i for i in range(sentence.first, colon) if _is_said(page, i)]
    clause = [i for i in range(colon + 1, sentence.last) if parse.text(i) not in STOPS]
    said = [c for noun in nouns for c in parse.children(noun, "nmod") if can_speak(page, c) and _owns(page, c)]
    whole = any(parse.related(i, "nsubj", "expl") for i in clause)
    if not said or not whole or any(i in page.marked for i in clause) or parse.children(nouns[0], "acl"):
        return None
    cue = Cue(
        nouns[0], (nouns[0],), Frame.BEFORE, f"“{parse.text(nouns[0])}” and a colon tell who says so", tuple(range(sentence.first, colon))
    )
    content = spans(page, clause)
    return Reported(content, cue, said[0]) if content else None


def _is_said(page: Page, i: int) -> bool:
    """Say whether a noun is a message of which something is said with "be" (`the warning is plain`)."""
    parse, token = page.parse, page.parse.tokens[i]
    told = parse.related(i, "nsubj") and token.lemma.lower() in saying().utterances
    return told and bool(parse.children(token.head, "cop"))


def _owns(page: Page, i: int) -> bool:
    """Say whether a phrase beside a noun tells whose it is (`her message`, `a message from Lind`)."""
    parse = page.parse
    return parse.tokens[i].rel == "nmod:poss" or any(parse.text(c).lower() in {"from", "of", "by"} for c in parse.children(i, "case"))
