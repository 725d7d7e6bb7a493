"""Reported clauses: `X said that …`, `…, X said`, `according to X, …`, `told CNN that …`."""

from collections.abc import Iterator

from communique.extract.cues import Cue, Frame
from communique.extract.indirect.extents import spans, up_to_outlet
from communique.extract.indirect.reported import Reported
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.extract.speakers import speaker_of
from communique.model.parse import ROOT
from communique.model.report import RegionKind

_NOT_READ = frozenset({RegionKind.COMMENT, RegionKind.RELATED, RegionKind.FURNITURE})


def clauses(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    for i, token in enumerate(page.parse.tokens):
        if i in page.inside:
            continue
        if token.upos == "VERB" and lemmas(page.parse, i) & (saying().reporting | saying().voiced):
            yield from _complements(page, i)
            yield from _interrupting(page, i)
        elif token.lemma.lower() in {"accord", "according"} and page.parse.text(i).lower() == "according":
            yield from _according(page, i)


def _complements(page: Page, verb: int) -> Iterator[Reported]:
    """Yield the clause that is the complement of a saying verb."""
    clauses = [c for c in page.parse.children(verb, "ccomp") if c not in page.inside]
    if not clauses or _asked(page, verb):
        return
    cue = _cue(page, verb)
    tokens = [i for c in clauses for i in page.parse.subtree(c)]
    content = spans(page, up_to_outlet(page, tokens))
    speaker = speaker_of(page, cue)
    if content and speaker is not None:
        yield Reported(content, cue, speaker)


def _asked(page: Page, verb: int) -> bool:
    """Say whether a participle tells what someone is asked (`Asked why, she said`): its subject hears, and who speaks is not told."""
    token = page.parse.tokens[verb]
    return token.has("VerbForm=Part") and token.has("Tense=Past") and not page.parse.children(verb, "nsubj", "aux")


def _interrupting(page: Page, verb: int) -> Iterator[Reported]:
    """Yield the clause that a cue without a complement of its own interrupts or follows."""
    parse = page.parse
    head = parse.tokens[verb].head
    if head == ROOT or not parse.related(verb, "parataxis") or parse.children(verb, "ccomp"):
        return
    cue, own = _cue(page, verb), set(parse.subtree(verb))
    content = spans(page, [i for i in parse.subtree(head) if i not in own])
    speaker = speaker_of(page, cue)
    if content and speaker is not None:
        yield Reported(content, cue, speaker)


def _according(page: Page, word: int) -> Iterator[Reported]:
    """Yield the clause that "according to" gives to a speaker."""
    parse, noun = page.parse, page.parse.tokens[word].head
    sentence = parse.sentence_of(word)
    if noun == ROOT or word + 1 == sentence.last or parse.text(word + 1).lower() != "to" or parse.tokens[noun].head == ROOT:
        return
    around = tuple(range(sentence.first, sentence.last))
    cue = Cue(word, (word, word + 1), Frame.ACCORDING, "“according to” names the speaker", around)
    own = set(parse.subtree(noun))
    content = spans(page, [i for i in parse.subtree(parse.tokens[noun].head) if i not in own])
    speaker = speaker_of(page, cue)
    if content and speaker is not None:
        yield Reported(content, cue, speaker)


def _cue(page: Page, verb: int) -> Cue:
    parse = page.parse
    words = sorted([*(c for c in parse.children(verb, "aux", "compound:prt") if abs(c - verb) <= 3), verb])
    sentence = parse.sentence_of(verb)
    around = tuple(range(sentence.first, sentence.last))
    return Cue(verb, tuple(range(words[0], words[-1] + 1)), Frame.BEFORE, f"“{parse.text(verb)}” reports a clause", around)
