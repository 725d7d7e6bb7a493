"""Stretches: the words of a complement without the outlet's own behind it, in as many pieces as the cue leaves them in."""

from collections.abc import Iterable, Sequence

from communique.extract.indirect.acts import act_of
from communique.extract.passages import COMMAS, Page
from communique.extract.saying import is_saying, saying
from communique.model.span import Span

_OUTLETS_MARKS = frozenset({"as", "while", "after", "before", "when", "although", "though", "because", "since", "even"})
_WHERE = frozenset({"in", "on", "at", "during", "via", "through"})
_CLOSING = frozenset({"”", '"', "’", "'", "''", ")"})
_OPENING = frozenset({"“", '"', "‘", "'", "``", "("})


def stretch(page: Page, tops: Iterable[int], *, behind: int = -1, without: Sequence[int] = ()) -> tuple[Span, ...]:
    """Give the words below `tops`, in order and as unbroken runs: only those behind a token, without those in `without` and their own."""
    held: set[int] = set()
    for top in tops:
        held |= _below(page, top, frozenset(without))
    runs: list[list[int]] = []
    for i in sorted(i for i in held if i > behind):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    trimmed = [_trimmed(page, run) for run in runs]
    return _closed(page, [page.parse.span(tuple(run)) for run in trimmed if any(page.parse.tokens[i].upos != "PUNCT" for i in run)])


def _closed(page: Page, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Give the spans with every quotation that begins in them up to its closing mark, where the parse ends or breaks off within it."""
    found: list[Span] = []
    for span in spans:
        outer = next((q.outer for q in page.quotations if span.start <= q.outer.start < span.end < q.outer.end), span)
        begun = found.pop().start if found and span.start < found[-1].end else span.start
        found.append(Span(begun, max(span.end, outer.end)))
    return tuple(found)


def _below(page: Page, top: int, without: frozenset[int]) -> set[int]:
    kept, waiting = {top}, [top]
    while waiting:
        for child in page.parse.children(waiting.pop()):
            if child not in without and not _outlets(page, child):
                kept.add(child)
                waiting.append(child)
    return kept


def _outlets(page: Page, i: int) -> bool:
    """Say whether what hangs below a complement is the outlet's: `…, he said`, `…, saying that`, `…, as talks began`, `in a post`."""
    parse, token = page.parse, page.parse.tokens[i]
    if parse.related(i, "parataxis") or _channel(page, i):
        return True
    if parse.related(i, "conj") and token.has("VerbForm=Fin") and _infinite(page, token.head):
        return True
    first = parse.subtree(i)[0]
    if not parse.related(i, "advcl", "acl", "conj") or first == 0 or parse.text(first - 1) not in COMMAS:
        return parse.text(i).lower() == "according"
    marked = any(parse.text(c).lower() in _OUTLETS_MARKS for c in parse.children(i, "mark", "advmod", "case"))
    speaks = parse.tokens[i].upos == "VERB" and not parse.children(i, "nsubj") and (is_saying(parse, i) or act_of(parse, i) is not None)
    return parse.related(i, "advcl") and (marked or speaks)


def _channel(page: Page, i: int) -> bool:
    """Say whether a phrase tells where something is said (`in a post`, `during a speech`)."""
    parse = page.parse
    placed = any(parse.text(c).lower() in _WHERE for c in parse.children(i, "case")) and parse.tokens[i].lemma.lower() in saying().channels
    new = any(parse.text(c).lower() in {"a", "an"} for c in parse.children(i, "det"))
    return placed and (parse.related(i, "obl") or (new and parse.related(i, "nmod")))


def _infinite(page: Page, i: int) -> bool:
    """Say whether a verb is an infinitive with "to" or a gerund: a finite verb joined to it belongs to the clause above."""
    parse = page.parse
    to = any(parse.text(c).lower() == "to" for c in parse.children(i, "mark"))
    return to or (parse.tokens[i].has("VerbForm=Ger") and not parse.children(i, "aux"))


def _trimmed(page: Page, run: list[int]) -> list[int]:
    """Give a run without punctuation at its ends, but with marks and brackets whose other half lies within."""
    parse = page.parse
    words = [parse.text(i) for i in run]
    while run and parse.tokens[run[0]].upos in {"PUNCT", "CCONJ"} and not (words[0] in _OPENING and set(words) & _CLOSING):
        run, words = run[1:], words[1:]
    while run and parse.tokens[run[-1]].upos in {"PUNCT", "CCONJ"} and not (words[-1] in _CLOSING and set(words[:-1]) & _OPENING):
        run, words = run[:-1], words[:-1]
    return run
