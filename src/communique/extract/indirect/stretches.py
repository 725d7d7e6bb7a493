"""Stretches: the words of a complement without the outlet's own behind it, in as many pieces as the cue leaves them in."""

from collections.abc import Iterable, Sequence

from communique.extract.indirect.acts import act_of, acts
from communique.extract.indirect.performed import asks_anew
from communique.extract.passages import COMMAS, Page
from communique.extract.saying import is_saying, saying
from communique.model.span import Span

_OUTLETS_MARKS = frozenset({"as", "while", "after", "before", "when", "although", "though", "because", "since", "even"})
_MEANWHILE = frozenset({"as", "while", "whereas"})
_WHERE = frozenset({"in", "on", "at", "during", "via", "through"})
_GAP = 4
_HEADS = frozenset({"VERB", "AUX", "NOUN", "PRON", "ADV", "NUM", "ADP"})
_CLOSING = frozenset({"”", '"', "’", "'", "''", ")"})
_OPENING = frozenset({"“", '"', "‘", "'", "``", "("})


def stretch(page: Page, tops: Iterable[int], *, behind: int = -1, without: Sequence[int] = ()) -> tuple[Span, ...]:
    """Give the words below `tops`, in order and as unbroken runs: only those behind a token, without those in `without` and their own."""
    held: set[int] = set()
    for top in tops:
        held |= _below(page, top, frozenset(without))
    runs: list[list[int]] = []
    for i in sorted(i for i in held if i > behind):
        if runs and _close(page, runs[-1][-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    trimmed = [_trimmed(page, run) for run in runs]
    return _closed(page, [page.parse.span(tuple(run)) for run in trimmed if any(page.parse.tokens[i].upos != "PUNCT" for i in run)])


def _close(page: Page, last: int, i: int) -> bool:
    """Say whether a token goes on a run: next to it, or behind a sign, a bracket or an article that hangs elsewhere in the tree.

    A day or a place between them is the outlet's.
    """
    return i - last <= _GAP and not any(page.parse.tokens[k].upos in _HEADS for k in range(last + 1, i))


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
    if parse.related(i, "parataxis") or parse.text(i).lower() == "according" or _channel(page, i) or _asks(page, i):
        return True
    if parse.related(i, "conj") and token.has("VerbForm=Fin") and _no_fellow(page, token.head):
        return True
    if not parse.related(i, "advcl", "acl", "conj", "appos", "ccomp"):
        return False
    marks = {parse.text(c).lower() for c in parse.children(i, "mark", "advmod", "case")}
    subjects = parse.children(i, "nsubj")
    if parse.related(i, "advcl") and subjects and marks & _MEANWHILE:
        return True
    if not _set_off(page, i):
        return False
    return _told_by(page, i) or bool(parse.related(i, "advcl") and marks & _OUTLETS_MARKS) or (not subjects and _saying_too(page, i))


def _asks(page: Page, i: int) -> bool:
    """Say whether a verb asks somebody else for something more, which is a statement of its own."""
    return asks_anew(page.parse, i) and act_of(page.parse, i) in acts().directives


def _set_off(page: Page, i: int) -> bool:
    """Say whether a comma or a dash stands before a clause, be it a part of it in the tree."""
    first = page.parse.subtree(i)[0]
    return bool({page.parse.text(first), page.parse.text(first - 1)} & COMMAS)


def _told_by(page: Page, i: int) -> bool:
    """Say whether a clause is `X said` without anything that X says of its own."""
    parse = page.parse
    own = [c for c in parse.children(i, "nsubj") if not parse.tokens[c].has("PronType=Rel")]
    relative = any(parse.tokens[k].has("PronType=Rel") for k in parse.subtree(i))
    return bool(own) and not relative and is_saying(parse, i) and not parse.children(i, "ccomp", "xcomp", "obj")


def _saying_too(page: Page, i: int) -> bool:
    """Say whether a clause is a participle that says something else (`…, saying that`, `…, calling it a crime`)."""
    parse = page.parse
    joined = parse.related(i, "advcl") or parse.tokens[i].rel == "acl"
    return joined and parse.tokens[i].upos == "VERB" and (is_saying(parse, i) or act_of(parse, i) is not None)


def _channel(page: Page, i: int) -> bool:
    """Say whether a phrase tells where something is said (`in a post`, `during a speech`)."""
    parse = page.parse
    placed = any(parse.text(c).lower() in _WHERE for c in parse.children(i, "case")) and parse.tokens[i].lemma.lower() in saying().channels
    new = any(parse.text(c).lower() in {"a", "an"} for c in parse.children(i, "det"))
    return placed and (parse.related(i, "obl") or (new and parse.related(i, "nmod")))


def _no_fellow(page: Page, i: int) -> bool:
    """Say whether no finite verb can be joined to a word: an infinitive, a gerund, a noun. Such a verb belongs to the clause above."""
    parse, token = page.parse, page.parse.tokens[i]
    if token.upos in {"NOUN", "PROPN"}:
        return not parse.children(i, "cop", "nsubj")
    to = any(parse.text(c).lower() == "to" for c in parse.children(i, "mark"))
    return to or (token.has("VerbForm=Ger") and not parse.children(i, "aux"))


def _trimmed(page: Page, run: list[int]) -> list[int]:
    """Give a run without punctuation at its ends, but with marks and brackets whose other half lies within."""
    parse = page.parse
    words = [parse.text(i) for i in run]
    while run and parse.tokens[run[0]].upos in {"PUNCT", "CCONJ"} and not (words[0] in _OPENING and set(words) & _CLOSING):
        run, words = run[1:], words[1:]
    while run and parse.tokens[run[-1]].upos in {"PUNCT", "CCONJ"} and not (words[-1] in _CLOSING and set(words[:-1]) & _OPENING):
        run, words = run[:-1], words[:-1]
    return run
