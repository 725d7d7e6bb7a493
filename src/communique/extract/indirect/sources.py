"""Sources: the clause that "according to" gives to someone, and the one that a word such as "reportedly" gives to nobody named."""

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.extents import spans, whole, without_dateline
from communique.extract.indirect.reported import Reported
from communique.extract.passages import COMMAS, Page
from communique.extract.voices import can_speak
from communique.model.parse import ROOT
from communique.model.span import Span

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_LEADS = frozenset({"but", "and", "yet", "so", "or"})


def according(page: Page, word: int) -> Reported | None:
    """Give the clause that "according to" gives to a speaker: all of it where the phrase ends or begins the sentence."""
    parse, noun, sentence = page.parse, page.parse.tokens[word].head, page.parse.sentence_of(word)
    if noun == ROOT or word + 1 >= sentence.last or parse.text(word + 1).lower() != "to" or parse.tokens[noun].head == ROOT:
        return None
    if any(t.start <= parse.tokens[noun].start < t.end for t in parse.times) or not _sourced(page, noun):
        return None
    own = set(parse.subtree(noun))
    top = parse.tokens[noun].head
    if word == sentence.first or parse.text(word - 1) in COMMAS:
        top = whole(page, top)
    tokens = _led(page, [i for i in parse.subtree(top) if i not in own], top)
    cue = Cue(word, (word, word + 1), Frame.ACCORDING, "“according to” names the speaker", tuple(range(sentence.first, sentence.last)))
    content = spans(page, tokens)
    return Reported(content, cue, noun) if content else None


def _led(page: Page, tokens: list[int], top: int) -> list[int]:
    """Give the tokens of a clause without a dateline and without "But"."""
    parse = page.parse
    kept = without_dateline(page, tokens) if parse.tokens[top].head == ROOT else tokens
    while kept and (parse.text(kept[0]).lower() in _LEADS or parse.tokens[kept[0]].upos == "PUNCT"):
        kept = kept[1:]
    return kept


def in_words_of(page: Page, word: int) -> Reported | None:
    """Give the clause that "in the words of" gives to a speaker."""
    parse, token = page.parse, page.parse.tokens[word]
    speakers = [c for c in parse.children(word, "nmod") if parse.text(parse.subtree(c)[0]).lower() == "of" and can_speak(page, c)]
    within = any(parse.text(c).lower() == "in" for c in parse.children(word, "case"))
    if parse.text(word).lower() != "words" or not speakers or not within or token.head == ROOT:
        return None
    own, sentence = set(parse.subtree(word)), parse.sentence_of(word)
    cue = Cue(word, (word,), Frame.ACCORDING, "“in the words of” names the speaker", tuple(range(sentence.first, sentence.last)))
    content = spans(page, _led(page, [i for i in parse.subtree(token.head) if i not in own], token.head))
    return Reported(content, cue, speakers[0]) if content else None


def _sourced(page: Page, noun: int) -> bool:
    """Say whether a noun is a source: a bare one is a manner (`according to plan`)."""
    token = page.parse.tokens[noun]
    return token.upos != "NOUN" or token.has("Number=Plur") or bool(page.parse.children(noun, "det", "nmod", "amod", "compound", "acl"))


def hearsay(page: Page, word: int) -> Reported | None:
    """Give the clause that an adverb says is only reported, whole with the adverb; a part of a clause tells nothing alone."""
    parse, head = page.parse, page.parse.tokens[word].head
    if parse.text(word).lower() not in _HEARSAY or head == ROOT or parse.tokens[head].upos not in {"VERB", "AUX"}:
        return None
    sentence = parse.sentence_of(word)
    cue = Cue(
        word,
        (word,),
        Frame.BEFORE,
        f"“{parse.text(word)}” marks this as what is said, not by whom",
        tuple(range(sentence.first, sentence.last)),
    )
    if parse.related(head, "acl", "amod", "advcl") or not parse.children(head, "nsubj"):
        return None
    content = spans(page, _led(page, [i for i in parse.subtree(head) if i != word], head))
    return Reported((Span(content[0].start, content[-1].end),), cue, None) if content else None
