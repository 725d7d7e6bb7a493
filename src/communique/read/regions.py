"""Regions: what each stretch of a report is. Invariant: they cover the text in order; only white space lies between them.

First each block's own words are asked (`patterns`), then its place among the others: a short line without closing punctuation is a
headline above the text, a subheading between paragraphs (also of kind headline), a link to another report behind a caption or at the end.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from communique.model.report import Region, RegionKind
from communique.model.span import Span
from communique.read.blocks import Block, blocks_of
from communique.read.boxes import in_capitals
from communique.read.patterns import NEXT, PREVIOUS, SECTION, marked_kind

Kinds = list[RegionKind | None]
NO_MARKS: Mapping[int, RegionKind] = MappingProxyType({})
TITLE_WORDS, TITLE_LENGTH = 25, 180
"""The longest headline; agency headlines stay below 100 characters, tabloid ones below 180."""
SUBHEADING_WORDS = 12
TITLE_CASE = 0.6
"""Share of the longer words that open with a capital, from which a line is in title case."""
LINK_WORDS = 7
"""A line with so many words behind a caption is the title of the report that the picture links to; a subheading is shorter."""
LABEL_WORDS, FULL_TITLE_WORDS = 6, 10
"""A first headline this short is a label ("Russia-US Talks") if one at least so long follows before the text begins."""
MOSTLY_LATIN = 0.9
"""Share of Latin letters above which a text is in Latin script, and lines in another one are not the story's."""
CONTAINMENT_LIMIT = 200_000
"""Texts longer than this many characters are not searched for pull quotes: the search is quadratic."""
_MERGED = frozenset({RegionKind.BODY, RegionKind.BLOCKQUOTE, RegionKind.COMMENT, RegionKind.CORRECTION})
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.)+$")
_INNER_STOP = re.compile(r"[a-z][.!?][\"'”’]?\s+[A-Z\"“‘]")
_SPOKEN = re.compile(r"[\"“‘'«]|[A-Z][\w.'’ -]{0,30}:\s")
"""How a turn of a conversation opens: quotation marks, or the speaker's name and a colon."""


def regions_of(text: str, marks: Mapping[int, RegionKind] = NO_MARKS) -> tuple[Region, ...]:
    """Give the regions of `text` in order; `marks` holds kinds that the page's own markup shows, by a block's first character."""
    blocks = blocks_of(text)
    kinds = kinds_of(blocks, [marks.get(b.span.start) for b in blocks])
    return tuple(_merged(blocks, kinds))


def kinds_of(blocks: Sequence[Block], known: Sequence[RegionKind | None]) -> list[RegionKind]:
    """Give each block's kind; `known` holds those that are settled before."""
    kinds: Kinds = [kind or marked_kind(block.text) for block, kind in zip(blocks, known, strict=True)]
    steps: tuple[Callable[[Sequence[Block], Kinds], None], ...] = (_foreign, _repeated, _stepping, _commented, _linked, _titled, _led)
    if not _in_latin(blocks):  # shapes of headlines are those of English
        steps = (_repeated, _led)
    for step in steps:
        step(blocks, kinds)
    return [kind or RegionKind.BODY for kind in kinds]


def is_title(block: Block) -> bool:
    """Say whether a block is shaped like a headline: short, one sentence at most, not closed as running text is, no list item."""
    text = block.text
    if block.words > TITLE_WORDS or len(text) > TITLE_LENGTH or block.listed or not any(c.isalnum() for c in text):
        return False
    if _INNER_STOP.search(text) or (text[-1] in "?!" and _SPOKEN.match(text)):
        return False
    return (
        text[-1] in "?!" or not block.ended or bool(_ABBREVIATION_END.search(text)) or (text[-1] == "," and in_capitals(text) >= TITLE_CASE)
    )


def title_index(blocks: Sequence[Block], kinds: Sequence[RegionKind | None]) -> int | None:
    """Give the index of the block that opens the report's own headline, or None.

    It is the first headline, unless that is a short label and a full headline stands before the second paragraph.
    """
    tops = _top_headlines(blocks, kinds)
    if not tops:
        return None
    full = [i for i in tops if len(_title_words(blocks, kinds, i)) >= LABEL_WORDS + 1]
    first = tops[0]
    if len(_title_words(blocks, kinds, first)) > LABEL_WORDS or not full:
        return first
    return full[0] if _before_text(kinds, full[0]) or len(_title_words(blocks, kinds, full[0])) >= FULL_TITLE_WORDS else first


def title_end(blocks: Sequence[Block], kinds: Sequence[RegionKind | None], start: int) -> int:
    """Give the index behind the last block of the headline that opens at `start`: it runs on over lines that continue it."""
    end = start + 1
    while end < len(blocks) and kinds[end] is RegionKind.HEADLINE and _continues(blocks[end - 1], blocks[end]):
        end += 1
    return end


def _title_words(blocks: Sequence[Block], kinds: Sequence[RegionKind | None], start: int) -> list[str]:
    return [w for b in blocks[start : title_end(blocks, kinds, start)] for w in b.text.split()]


def _continues(before: Block, after: Block) -> bool:
    return not after.apart and (after.text[0].islower() or before.text[-1] in ",-–—&")


def _before_text(kinds: Sequence[RegionKind | None], index: int) -> bool:
    return not any(k in (None, RegionKind.BODY, RegionKind.LEAD) for k in kinds[:index])


def _top_headlines(blocks: Sequence[Block], kinds: Sequence[RegionKind | None]) -> list[int]:
    """Give the headlines that stand before the second paragraph, without the lines that continue one."""
    tops, paragraphs = [], 0
    for i, kind in enumerate(kinds):
        paragraphs += kind in (None, RegionKind.BODY, RegionKind.LEAD, RegionKind.BLOCKQUOTE)
        if paragraphs > 1:
            break
        if kind is RegionKind.HEADLINE and not (i and kinds[i - 1] is RegionKind.HEADLINE and _continues(blocks[i - 1], blocks[i])):
            tops.append(i)
    return tops


def _latin(text: str) -> tuple[int, int]:
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters), len(letters)


def _in_latin(blocks: Sequence[Block]) -> bool:
    counts = [_latin(b.text) for b in blocks]
    return 2 * sum(c[0] for c in counts) >= sum(c[1] for c in counts)


def _foreign(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Lines in another script inside a text in Latin script belong to the page."""
    counts = [_latin(b.text) for b in blocks]
    latin, letters = sum(c[0] for c in counts), sum(c[1] for c in counts)
    for i, (own, all_) in enumerate(counts):
        if kinds[i] is None and latin > MOSTLY_LATIN * letters and all_ and 2 * own < all_:
            kinds[i] = RegionKind.FURNITURE


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _repeated(blocks: Sequence[Block], kinds: Kinds) -> None:
    """What stands twice is read once: a caption's double is a caption, a headline's double a headline, a pull quote is furniture."""
    plain = [_plain(b.text) for b in blocks]
    captions = [p for p, k in zip(plain, kinds, strict=True) if k is RegionKind.CAPTION]
    whole = "\n".join(plain)
    seen: set[str] = set()
    for i, block in enumerate(blocks):
        words = len(plain[i].split())
        if kinds[i] is None and words >= 3:
            if words >= 5 and len(whole) < CONTAINMENT_LIMIT and any(plain[i] in c for c in captions):
                kinds[i] = RegionKind.CAPTION
            elif plain[i] in seen and (words >= 5 or not block.ended):
                kinds[i] = RegionKind.HEADLINE if is_title(block) and i < 6 else RegionKind.FURNITURE
            elif 5 <= words <= 40 and _pulled(plain, i, whole):
                kinds[i] = RegionKind.FURNITURE
        seen.add(plain[i])


def _pulled(plain: Sequence[str], index: int, whole: str) -> bool:
    """Say whether the block's words stand again inside a longer block: a pull quote. A headline above the text is none."""
    if index < 3 or len(whole) >= CONTAINMENT_LIMIT or whole.count(plain[index]) < 2:
        return False
    return any(len(other) > len(plain[index]) and plain[index] in other for other in plain)


def _stepping(blocks: Sequence[Block], kinds: Kinds) -> None:
    """A line that opens with "Previous" and a neighbour that opens with "Next" lead to other pages."""
    for i in range(len(blocks) - 1):
        pair = blocks[i : i + 2]
        if PREVIOUS.match(pair[0].text) and NEXT.match(pair[1].text) and all(is_title(b) for b in pair):
            kinds[i] = kinds[i + 1] = RegionKind.FURNITURE


def _commented(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Behind a comment form in the last third of the text, everything unmarked is comments."""
    total = sum(len(b.text) for b in blocks)
    before = 0
    for i, block in enumerate(blocks):
        if kinds[i] is RegionKind.COMMENT and 3 * before > 2 * total:
            kinds[i:] = [k or RegionKind.COMMENT for k in kinds[i:]]
            return
        before += len(block.text)


def _linked(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Titles of other reports: behind a heading such as "Related", behind a caption inside the text, and behind its end."""
    running = [i for i, b in enumerate(blocks) if kinds[i] in (None, RegionKind.BODY, RegionKind.BLOCKQUOTE) and not is_title(b)]
    if not running:
        return
    listed = {i for i, kind in enumerate(kinds) if kind is RegionKind.RELATED}
    for i in range(1, len(blocks)):
        if kinds[i] is not None or not is_title(blocks[i]):
            continue
        behind_heading = i - 1 in listed and not blocks[i].apart
        if behind_heading:
            listed.add(i)
        behind_caption = kinds[i - 1] is RegionKind.CAPTION and not blocks[i].apart and i > running[0] and blocks[i].words >= LINK_WORDS
        if behind_heading or behind_caption or i > running[-1]:
            kinds[i] = RegionKind.RELATED


def _titled(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Lines shaped like headlines, above the text and between paragraphs; the names of sections are furniture."""
    open_ = [i for i, kind in enumerate(kinds) if kind is None]
    first = next((i for i in open_ if not is_title(blocks[i])), None)
    if first is None:
        for i in open_[len(open_) > 1 :]:
            kinds[i] = RegionKind.BODY
        first = len(blocks)
    for i in open_:
        if kinds[i] is None and is_title(blocks[i]) and (i < first or _is_subheading(blocks[i])) and len(open_) > 1:
            kinds[i] = RegionKind.FURNITURE if SECTION.match(blocks[i].text) else RegionKind.HEADLINE


def _is_subheading(block: Block) -> bool:
    return (block.words <= SUBHEADING_WORDS or in_capitals(block.text) >= TITLE_CASE) and not block.text[0].islower()


def _led(blocks: Sequence[Block], kinds: Kinds) -> None:
    """The first paragraph behind the headline is the lead, and so is a standfirst before it."""
    title = title_index(blocks, kinds)
    after = -1 if title is None else title
    for i, kind in enumerate(kinds):
        if kind is None or kind is RegionKind.BODY:
            kinds[i] = RegionKind.LEAD
            if i > after:
                return


def _merged(blocks: Sequence[Block], kinds: Sequence[RegionKind]) -> list[Region]:
    """Join neighbours that are one thing: paragraphs of the body, of a block quote, of a comment form, lines of one headline."""
    regions: list[Region] = []
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        same = bool(regions) and regions[-1].kind is kind
        if same and (kind in _MERGED or (kind is RegionKind.HEADLINE and _continues(blocks[i - 1], block))):
            regions[-1] = Region(Span(regions[-1].span.start, block.span.end), kind)
        else:
            regions.append(Region(block.span, kind))
    return regions


def kinds_in(regions: Sequence[Region], blocks: Sequence[Block]) -> list[RegionKind | None]:
    """Give the kind of the region that holds each block."""
    found: list[RegionKind | None] = []
    at = 0
    for block in blocks:
        while at + 1 < len(regions) and regions[at].span.end <= block.span.start:
            at += 1
        found.append(regions[at].kind)
    return found
