"""Asides: a cue that follows a clause or stands within it, set off by commas (`…, X said`, `The talks, X said, will …`, `As X said, …`).

Parses bend here: the cue may hang on the clause, or the clause, or a part of it, on the cue. What is one stretch between commas is the cue.
"""

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.extents import outlets, parts, present_participle, setting, spans, without_dateline
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.subjects import speaker_for
from communique.extract.passages import STOPS, Page
from communique.extract.saying import lemmas, saying
from communique.extract.voices import can_speak
from communique.model.parse import ROOT

_ENDS = STOPS | {":", "(", ")"}
_MARKS = frozenset({"”", '"', "''", "’", "'"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEADS = frozenset({"but", "and", "yet", "so", "or"})


def aside(page: Page, verb: int) -> Reported | None:
    """Give the clause around or before a cue that is set off from it."""
    if _as(page, verb):
        return _as_clause(page, verb)
    first, last = _stretch(page, verb)
    sentence = page.parse.sentence_of(verb)
    if first == sentence.first or not _parted(page, first) or not _bare(page, verb, first, last):
        return None
    held = _universe(page, verb)
    left = _left(page, [i for i in held if i < first])
    right = [i for i in held if i > last]
    right = right if any(page.parse.tokens[i].upos != "PUNCT" for i in right) else []
    if right and not parts(page, last + 1):
        return None
    right = right if _goes_on(page, right, verb, left) else []
    if not _clause(page, left) and (_quoted_first(page, right) or any(setting(page, i) for i in left)):
        return None
    if not left or (left[-1] in page.inside and not right) or (not right and not _clause(page, left)) or _led_by_participle(page, left):
        return None
    return _reported(page, verb, [*left, *right], tuple(range(first, last + 1)))


def _stretch(page: Page, verb: int) -> tuple[int, int]:
    """Give the first and last token of the cue's words: its subject on one side, the rest up to a comma on the other."""
    parse, sentence = page.parse, page.parse.sentence_of(verb)
    subjects = parse.children(verb, "nsubj")
    before = [c for c in subjects if c < verb]
    first = min(verb, max(before, default=verb))
    while first > sentence.first and not _ends(page, first - 1) and parse.text(first - 1) not in _MARKS and first - 1 not in page.inside:
        first -= 1
    last = max([i for s in subjects if s > verb for i in parse.subtree(s)] or [verb])
    while last + 1 < sentence.last and not _ends(page, last + 1) and parse.text(last + 1) != "“" and last + 1 not in page.inside:
        last += 1
    return first, last


def _ends(page: Page, i: int) -> bool:
    return parts(page, i) or page.parse.text(i) in _ENDS


def _bare(page: Page, verb: int, first: int, last: int) -> bool:
    """Say whether a cue has its subject and no complement of its own: the only object is one spoken to, or the subject of `said X`."""
    parse = page.parse
    subjects, objects = parse.children(verb, "nsubj"), parse.children(verb, "obj")
    if any(parse.tokens[i].upos in _VERBAL and i < min([verb, *subjects]) for i in range(first, last)):
        return False
    if any(first <= c <= last for c in parse.children(verb, "ccomp", "xcomp", "csubj", "conj")) or (not subjects and not objects):
        return False
    if any(parse.tokens[i].upos == "SCONJ" for i in range(verb, last + 1)):
        return False
    if any(first <= c <= last and _topic(page, c) for c in parse.children(verb, "obl")):
        return False
    if not subjects:
        return parse.tokens[verb].has("VerbForm=Fin") and can_speak(page, objects[0])
    return not objects or bool(lemmas(parse, verb) & saying().addressing)


def _topic(page: Page, i: int) -> bool:
    """Say whether a phrase tells what is spoken about, which leaves no clause to be carried."""
    return any(page.parse.text(c).lower() in {"about", "of"} for c in page.parse.children(i, "case"))


def _parted(page: Page, first: int) -> bool:
    before = first - 1
    while before > 0 and page.parse.text(before) in _MARKS:
        before -= 1
    return parts(page, before)


def _universe(page: Page, verb: int) -> list[int]:
    """Give the tokens that can be the clause: the sentence of a root, the clause that the cue hangs on otherwise."""
    parse, sentence = page.parse, page.parse.sentence_of(verb)
    head = parse.tokens[verb].head
    if head == ROOT or _bent(page, verb):
        return list(range(sentence.first, sentence.last))
    if not parse.related(verb, "parataxis", "advcl", "dep", "discourse") or parse.children(verb, "mark", "advmod"):
        return []
    clause = parse.subtree(head)
    return list(range(sentence.first if parse.tokens[head].head == ROOT else clause[0], clause[-1] + 1))


def _bent(page: Page, verb: int) -> bool:
    """Say whether a tree hangs an aside on the noun before it, as if it were a relative clause (`The envoy, she said, will …`)."""
    parse = page.parse
    first, last = _stretch(page, verb)
    pronoun = any(parse.tokens[i].has("PronType=Rel") for i in range(first, last + 1))
    return parse.related(verb, "acl", "advcl:relcl") and not pronoun and bool(parse.children(verb, "nsubj"))


def _left(page: Page, tokens: list[int]) -> list[int]:
    """Give the tokens before the cue from the last stop on, without a dateline and without "But"."""
    stops = [n for n, i in enumerate(tokens) if page.parse.text(i) in STOPS and n < len(tokens) - 1]
    kept = without_dateline(page, tokens[stops[-1] + 1 :] if stops else tokens)
    while kept and (page.parse.text(kept[0]).lower() in _LEADS or page.parse.tokens[kept[0]].upos == "PUNCT"):
        kept = kept[1:]
    return kept


def _goes_on(page: Page, right: list[int], verb: int, left: list[int]) -> bool:
    """Say whether what stands behind the cue is the clause's: it has its own subject, or belongs to a word before the cue."""
    parse = page.parse
    words = [i for i in right if parse.tokens[i].upos != "PUNCT"]
    if not words or outlets(page, words[0], verb) or present_participle(page, words[0]):
        return False
    if left and left[-1] in page.inside:
        return page.parse.tokens[words[0]].upos in _VERBAL and page.parse.tokens[words[0]].has("VerbForm=Fin")
    if not _clause(page, left):
        return True
    held = set(right)
    if parse.text(words[0]).lower() in {"a", "an"}:
        return False
    top = next(i for i in words if parse.tokens[i].head not in held)
    return parse.tokens[top].head in left


def _quoted_first(page: Page, right: list[int]) -> bool:
    """Say whether what stands behind the cue begins with a quotation (`On the road, she said, “…”`): the words before are not hers."""
    words = [i for i in right if page.parse.tokens[i].upos != "PUNCT"]
    return bool(words) and words[0] in page.inside


def _clause(page: Page, tokens: list[int]) -> bool:
    """Say whether tokens hold a main clause: a subject with its verb, in no clause that hangs on another word."""
    parse, held = page.parse, set(tokens)
    if any(parse.related(i, "ccomp") and parse.tokens[i].head not in held and not parse.children(i, "mark") for i in tokens):
        return True
    heads = [parse.tokens[i].head for i in tokens if parse.related(i, "nsubj", "expl")]
    return any(h in held and not parse.related(h, "advcl", "acl", "csubj") and not parse.children(h, "mark") for h in heads)


def _led_by_participle(page: Page, left: list[int]) -> bool:
    """Say whether the words before are a participle's (`Speaking in Vienna, she said, …`)."""
    token = page.parse.tokens[left[0]]
    return token.upos == "VERB" and token.has("VerbForm=Part") and not page.parse.children(left[0], "nsubj")


def _as(page: Page, verb: int) -> bool:
    marks = page.parse.children(verb, "mark", "advmod", "case")
    return any(page.parse.text(c).lower() == "as" and c < verb for c in marks)


def _as_clause(page: Page, verb: int) -> Reported | None:
    """Give the clause that `as X said` comments on."""
    parse, head = page.parse, page.parse.tokens[verb].head
    objects = [c for c in parse.children(verb, "obj") if not lemmas(parse, verb) & saying().addressing and parse.text(c).lower() != "it"]
    if head == ROOT or not parse.related(verb, "advcl", "parataxis") or not parse.children(verb, "nsubj") or objects:
        return None
    if parse.children(verb, "ccomp", "xcomp"):
        return None
    own = set(parse.subtree(verb))
    tokens = [i for i in parse.subtree(head) if i not in own]
    kept = _left(page, tokens)
    return _reported(page, verb, kept, parse.subtree(verb)) if _clause(page, kept) else None


def _reported(page: Page, verb: int, tokens: list[int], around: tuple[int, ...]) -> Reported | None:
    parse = page.parse
    words = sorted([*(c for c in parse.children(verb, "aux", "compound:prt") if abs(c - verb) <= 3), verb])
    cue = Cue(
        verb, tuple(range(words[0], words[-1] + 1)), Frame.AFTER, f"“{parse.text(verb)}” beside these words tells who says so", around
    )
    content, speaker = spans(page, tokens), speaker_for(page, cue)
    return Reported(content, cue, speaker) if content and speaker is not None else None
