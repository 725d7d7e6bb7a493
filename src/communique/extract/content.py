"""What belongs to a statement: the quotation alone (direct), or the reported clause that it is part of (mixed).

Direct content is the words between the marks. Mixed content is the clause with its quoted part, without "that", the outlet's cue and
a comma at its end; the marks inside it stay.
"""

from communique.extract.cues import FEWEST, Cue, Frame, sentence_like
from communique.extract.partly_quoted import Extent, clause_start
from communique.extract.passages import COMMAS, Page, Passage, titled
from communique.extract.saying import introduces
from communique.model.kinds import Form
from communique.model.span import Span

_VERBAL = frozenset({"VERB", "AUX"})
_GOES_ON = frozenset({"VERB", "AUX", "PART", "PRON"})


def followed(page: Page, passage: Passage) -> Extent:
    """Give the content where the cue follows: with words of the same sentence before the quotation, the whole sentence up to the cue."""
    if not _leads(page, passage.before):
        return Extent(passage.quotation.words, Form.DIRECT)
    first = page.parse.tokens[passage.before[0]].start
    return Extent((Span(first, passage.quotation.outer.end),), Form.MIXED)


def led_to(page: Page, passage: Passage, cue: Cue) -> Extent | None:
    """Give the content where the cue leads to the quotation; None where the marks only set off a few words of the outlet's."""
    if not (cue.frame is Frame.ACCORDING or introduces(page.parse, cue.head) or sentence_like(page, passage)):
        return None
    if _fragment(page, passage, cue):
        return None
    start = _reported_from(page, passage, cue)
    end = _goes_on_to(page, passage, cue)
    if start is not None or end is not None:
        outer = passage.quotation.outer
        return Extent((Span(outer.start if start is None else start, outer.end if end is None else end),), Form.MIXED)
    if lead := _parenthetical(page, passage, cue):
        return Extent((lead, *passage.quotation.words), Form.MIXED)
    return Extent(passage.quotation.words, Form.DIRECT)


def _leads(page: Page, before: tuple[int, ...]) -> bool:
    """Say whether words before a quotation belong to what is reported: more than `But,` or `Asked why,`."""
    if not before:
        return False
    last = page.parse.text(before[-1])
    if last in COMMAS:
        return any(page.parse.related(c, "nsubj") for c in before)
    return last != ":" and not (len(before) <= 2 and last.lower() in {"and", "but", "yet", "still", "so"})


def _fragment(page: Page, passage: Passage, cue: Cue) -> bool:
    """Say whether a quotation right behind its verb is a few words of the outlet's sentence (`said “some good things”`)."""
    parse, words = page.parse, passage.quotation.words[0]
    if not passage.before or parse.text(passage.before[-1]) in COMMAS | {":"} or passage.ending in {"?", "!"}:
        return False
    inner = parse.tokens_in(words)
    if any(parse.tokens[i].upos == "INTJ" for i in inner):
        return False
    names = parse.related(cue.head, "acl") or titled(parse.report.text[words.start : words.end])
    phrase = names or parse.report.text[words.start].islower() or len(inner) >= FEWEST
    return phrase and not any(parse.tokens[i].upos in _VERBAL for i in inner)


def _reported_from(page: Page, passage: Passage, cue: Cue) -> int | None:
    """Give where a clause begins whose words stand between the cue and the quotation (`added that after taxes, “they were not rich”`)."""
    parse = page.parse
    between = [i for i in passage.before if i > cue.words[-1] and i not in cue.words]
    if cue.frame is not Frame.BEFORE or not between or parse.text(between[-1]) not in COMMAS:
        return None
    small = parse.report.text[passage.quotation.words[0].start].islower()
    that = any(parse.text(i).lower() == "that" for i in between)
    return clause_start(page, between) if small or that else None


def _goes_on_to(page: Page, passage: Passage, cue: Cue) -> int | None:
    """Give where a reported clause ends that goes on behind a quotation (`said “one success” would not end it`)."""
    parse, after = page.parse, passage.after
    if passage.ending != "" or not after:
        return None
    run = [i for n, i in enumerate(after) if i == after[0] + n]
    if parse.tokens[after[0]].upos not in _GOES_ON:
        inner = set(parse.tokens_in(passage.quotation.outer))
        top = next((i for i in (after[0], *parse.ancestors(after[0])) if parse.tokens[i].head not in run), after[0])
        if parse.tokens[top].head not in inner or parse.tokens[after[0]].upos in {"CCONJ", "SCONJ"}:
            return None
        tree = set(parse.subtree(top))
        run = [i for n, i in enumerate(run) if all(k in tree for k in run[: n + 1])]
    while run and parse.tokens[run[-1]].upos == "PUNCT":
        run = run[:-1]
    return parse.tokens[run[-1]].end if run else None


def _parenthetical(page: Page, passage: Passage, cue: Cue) -> Span | None:
    """Give the clause before a cue that interrupts it (`If they move, he wrote, “the bet is off”`)."""
    parse, small = page.parse, page.parse.report.text[passage.quotation.words[0].start].islower()
    left = [i for i in passage.before if i < cue.head]
    commas = [n for n, i in enumerate(left) if parse.text(i) in COMMAS]
    if not commas or not small or cue.frame is not Frame.BEFORE or parse.text(passage.before[-1]) not in COMMAS:
        return None
    clause = left[: commas[-1]]
    if not any(i > left[commas[-1]] for i in parse.children(cue.head, "nsubj")):
        return None
    return parse.span(tuple(clause)) if any(parse.related(i, "nsubj") for i in clause) else None
