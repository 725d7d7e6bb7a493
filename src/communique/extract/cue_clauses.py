"""The clause around a cue: the outlet's words that tell to whom, where, when and on what someone says something; never the words said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.cues import Cue
from communique.extract.passages import Page, touched
from communique.extract.saying import lemmas, saying
from communique.model.parse import ROOT
from communique.model.span import Span

_NOT_OWN = ("acl", "ccomp", "csubj", "appos", "conj")
_CLAUSES = ("advcl", "parataxis", "xcomp")
_SHARED = ("conj", "advcl", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class CueClause:
    """A cue's clause in a page. `tokens`: its own, in order; `above`: those of the clause it goes on with (`told X …, adding that …`).

    `speaker` is the head of the speaker's phrase, None where nobody is named; `content` holds the tokens of the words said.
    """

    page: Page
    cue: Cue
    speaker: int | None
    content: frozenset[int]
    tokens: tuple[int, ...]
    above: tuple[int, ...]


def clause_of(page: Page, cue: Cue, *, speaker: int | None, content: Sequence[Span]) -> CueClause:
    """Give the clause around a cue that reports `content`."""
    said = frozenset(i for s in content for i in touched(page.parse, s)) - set(cue.words)
    closed = said if cue.head in page.inside else said | page.inside
    own = _hanging(page, [cue.head, *_fronted(page, cue, said)], closed)
    over = _goes_on_with(page, cue, closed)
    above = () if over is None else tuple(i for i in _hanging(page, [over], closed) if i not in own)
    return CueClause(page, cue, speaker, said, own, above)


def _hanging(page: Page, tops: Sequence[int], closed: frozenset[int]) -> tuple[int, ...]:
    """Give what hangs on `tops` outside the words said, without another clause in between."""
    kept = list(tops)
    for i in kept:
        kept += [c for c in page.parse.children(i) if c not in closed and c not in kept and not _other_clause(page, c)]
    return tuple(sorted(set(kept)))


def _other_clause(page: Page, i: int) -> bool:
    """Say whether a word begins a clause that tells nothing of the saying: any but of speaking, being asked, a published text."""
    parse, known = page.parse, saying()
    if parse.related(i, "acl") and lemmas(parse, parse.tokens[i].head) & (known.channels.keys() | known.utterances):
        return not (parse.tokens[i].has("VerbForm=Part") and lemmas(parse, i) & known.published)
    if parse.related(i, *_NOT_OWN):
        return True
    return parse.related(i, *_CLAUSES) and not lemmas(parse, i) & (known.speaking | known.asked)


def _fronted(page: Page, cue: Cue, said: frozenset[int]) -> Iterator[int]:
    """Yield what stands in front of all, or asks and comments, but hangs on the words said: parses join `Speaking to X, he said …` so."""
    parse, known = page.parse, saying()
    sentence = parse.sentence_of(cue.head)
    for i in range(sentence.first, sentence.last):
        above = parse.tokens[i].head
        if i in said or i in page.inside or i == cue.head or above == ROOT or not (above in said or above in page.inside):
            continue
        telling = parse.related(i, "advcl", "parataxis") and bool(lemmas(parse, i) & (known.speaking | known.asked))
        if telling or (parse.related(i, "obl") and i < cue.head < above):
            yield i


def _goes_on_with(page: Page, cue: Cue, closed: frozenset[int]) -> int | None:
    """Give the verb of saying that a cue without a subject of its own goes on with, None where there is none."""
    parse, above = page.parse, page.parse.tokens[cue.head].head
    if above == ROOT or above in closed or parse.children(cue.head, "nsubj") or not parse.related(cue.head, *_SHARED):
        return None
    return above if lemmas(parse, above) & (saying().verbs | saying().speaking | saying().addressing) else None
