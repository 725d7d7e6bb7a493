"""Which way the verb over a time looks: from Universal Dependencies where the parse has tags, else from the words before it."""

import re
from bisect import bisect_right

from communique.annotate.times.lexicon import words
from communique.annotate.times.scene import Direction
from communique.model.parse import Parse

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_AHEAD = words(
    "will would shall 'll wo scheduled set expected expects expect plans plan planned planning due upcoming hopes intends "
    "intend promised pledged must should slated may might can could tomorrow prepares preparing agreed vowed supposed "
    "going likely"
)
_AHEAD_LEMMAS = words("schedule expect plan intend slate prepare hope agree promise pledge vow set due aim")
_BEHIND = words(
    "was were had did said told took met came went began became held gave got made saw left fell rose won lost led spoke wrote "
    "sent brought found shot struck hit put ran broke grew cut stood thought felt kept died flew signed spent paid sold bought "
    "sought drew fought drove withdrew threw knew chose built heard meant read taught caught swore hung lay sank slid tumbled"
)
_NEVER_BEHIND = words("need indeed speed feed seed exceed proceed succeed red bed united hundred embed unprecedented supposed aged")
_LOOKS_FORWARD = re.compile(r"\b(?:ahead of|before|until|for|upcoming|awaiting)\s+$")
_SENTENCE_END = re.compile(r"(?<=[a-z\d”\"'’])[.!?;]\s|\n\s*\n")
_MODALS = words("will would shall wo 'll ’ll must should may might")
_VERBS = ("VERB", "AUX")
REACH = 160
"""Characters before a time that are searched for a verb where there are no tags: about a clause and a half of news English."""


def direction(parse: Parse, start: int, end: int) -> Direction:
    """Say which way the verb that governs characters `start` to `end` looks; by tags where there are some, else by words."""
    i = bisect_right(parse.tokens, start, key=lambda t: t.start) - 1
    if i >= 0 and parse.tokens[i].upos != "X":
        found = _by_tags(parse, i)
        if found is not Direction.UNKNOWN:
            return found
    return _by_words(parse.report.text, start, end)


def _by_tags(parse: Parse, i: int) -> Direction:
    for verb in parse.ancestors(i):
        token = parse.tokens[verb]
        auxiliaries = parse.children(verb, "aux", "cop")
        if token.upos not in _VERBS and not auxiliaries:
            continue
        if (found := _of_verb(parse, verb, auxiliaries)) is not Direction.UNKNOWN:
            return found
    return Direction.UNKNOWN


def _of_verb(parse: Parse, verb: int, auxiliaries: tuple[int, ...]) -> Direction:
    token, around = parse.tokens[verb], [parse.tokens[a] for a in auxiliaries]
    said = {a.lemma.lower() for a in around} | {parse.text(a).lower() for a in auxiliaries}
    planned = (token.lemma in _AHEAD_LEMMAS or parse.text(verb).lower() in _AHEAD) and not token.has("VerbForm=Inf")
    planned = planned and (token.has("VerbForm=Part") or token.has("Tense=Pres"))
    if "have" not in said and (planned or said & _MODALS):
        return Direction.FUTURE
    if token.has("VerbForm=Inf") and not said:
        return _of_infinitive(parse, verb)
    if token.has("Tense=Past") or any(a.has("Tense=Past") or a.lemma == "have" for a in around):
        return Direction.PAST
    return Direction.PRESENT if any(a.has("Tense=Pres") for a in (token, *around)) else Direction.UNKNOWN


def _of_infinitive(parse: Parse, verb: int) -> Direction:
    over = parse.tokens[verb].head
    if over >= 0 and parse.tokens[over].lemma in _AHEAD_LEMMAS:
        return Direction.FUTURE
    return Direction.UNKNOWN


def _by_words(text: str, start: int, end: int) -> Direction:
    before = _SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + REACH])[0]
    if after.startswith(("'s ", "’s ")):
        return Direction.FUTURE if _LOOKS_FORWARD.search(before) else Direction.PAST
    following = _WORD.findall(after)
    for word in (*following[: after[:1].isspace()], *reversed(_WORD.findall(before)), *following):
        if (found := _of_word(word)) is not Direction.UNKNOWN:
            return found
    return Direction.UNKNOWN


def _of_word(word: str) -> Direction:
    lower = word.lower()
    if lower in _AHEAD or lower.endswith(("'ll", "’ll")):
        return Direction.FUTURE
    if lower in _BEHIND or (lower.endswith("ed") and word[0].islower() and lower not in _NEVER_BEHIND):
        return Direction.PAST
    return Direction.UNKNOWN
