"""What a page shows its readers about the article: its headline, who wrote it and when, in the lines around the headline.

Only short lines near the first-level heading are asked: dates further away belong to other articles.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import lxml.html
from lxml import etree

from communique.model.report import DateCandidate
from communique.read.dating import date_kind
from communique.read.daywords import DATE, days_in, without_dates
from communique.read.facts import Fact, shared
from communique.read.patterns import BYLINE, NAME, is_date_line, without_labels

BEFORE, BEHIND = 12, 40
"""How many lines before and behind the headline are asked."""
PARAGRAPHS = 2
"""Behind so many paragraphs the story has begun."""
LINE_LENGTH, LINE_WORDS = 140, 8
"""A line that tells the date is this short, and holds at most so many other words."""
_SKIPPED = frozenset(("script", "style", "noscript", "template", "footer", "aside", "select", "svg"))
_INLINE = frozenset(("a", "b", "em", "i", "small", "span", "strong", "time", "u", "abbr", "cite", "font", "sup", "sub"))
_APART = frozenset(("a", "small", "span", "strong", "time"))
"""Inline elements that hold words of their own rather than parts of a word."""
_HEADING = "\0"
_POSTED = re.compile(rf"(?:first )?(?:posted|published)(?: on| at)?:? {DATE}", re.IGNORECASE)


def shown(tree: lxml.html.HtmlElement) -> Iterator[Fact | DateCandidate]:
    """Yield the headline, the writers and the dates that a page shows."""
    named = tree.findtext(".//title") or ""
    headings = [h for h in tree.iter("h1") if h.text_content().strip()]
    heading = max(headings, key=lambda h: shared(h.text_content(), named), default=None)
    title = _own_words(heading) if heading is not None else named
    if title.strip():
        yield Fact("title", "page", " ".join(title.split()))
    yield from _marked_author(tree)
    lines = _lines(tree, heading)
    notes = list(_noted(_around(lines))) if heading is not None else []
    yield from notes
    if not any(isinstance(n, DateCandidate) for n in notes):
        yield from _alone(lines)


def _own_words(heading: lxml.html.HtmlElement) -> str:
    """Give the words of a heading up to the first block set into it (some pages put the date there)."""
    words = heading.text or ""
    for child in heading:
        if words.strip() and child.tag != "br" and child.tag not in _INLINE:
            break
        words += (
            f" {child.text_content()} {child.tail or ''}" if child.tag in ("br", *_APART) else child.text_content() + (child.tail or "")
        )
    return words


def _marked_author(tree: lxml.html.HtmlElement) -> Iterator[Fact]:
    """Yield the first author that the markup marks as one, then the first short element with a class of that name that holds a name."""
    for author in tree.xpath("//*[@rel='author' or @itemprop='author' or contains(concat(' ',@class,' '),' author-name ')]")[:1]:
        words = _without_by(author.text_content())
        if 0 < len(words) <= 80:
            yield Fact("byline", "page", words)
    for element in tree.xpath("//body//*[contains(@class,'author') or contains(@class,'byline')]"):
        words = _without_by(element.text_content()) if "comment" not in element.get("class") else ""
        if len(words) <= 60 and re.fullmatch(NAME, words):
            yield Fact("byline", "page", words)
            return


def _without_by(words: str) -> str:
    return re.sub(r"^(?:written |posted )?by:? ", "", " ".join(words.split()), flags=re.IGNORECASE)


def _noted(lines: Sequence[str]) -> Iterator[Fact | DateCandidate]:
    """Yield the first byline and the first date of each kind."""
    found: set[str] = set()
    for line in lines:
        if "byline" not in found and (match := BYLINE.match(without_labels(without_dates(line)))):
            found.add("byline")
            yield Fact("byline", "page", match["by"] or match["dashed"])
        short = len(without_labels(without_dates(line)).split()) <= LINE_WORDS
        for day in days_in(line) if short else ():
            kind = date_kind(line[: day.start])
            if kind not in found:
                found.add(kind)
                yield DateCandidate(kind, "text", day.value)


def _alone(lines: Sequence[str]) -> Iterator[DateCandidate]:
    """Yield the one day that the page's posting notes name, wherever they stand, or that its date lines name; none where they name more."""
    for sign in (_POSTED.match, is_date_line):
        days = {day.value for line in lines if len(line) <= LINE_LENGTH and sign(line) for day in days_in(line)}
        if len(days) == 1:
            yield DateCandidate("published", "text", days.pop())
        if days:
            return


def _around(lines: Sequence[str]) -> list[str]:
    """Give the short lines behind the heading down to the story, then those before it, nearest first."""
    at = next((i for i, line in enumerate(lines) if _HEADING in line), 0)
    behind: list[str] = []
    long = 0
    for line in lines[at + 1 : at + 1 + BEHIND]:
        long += len(line) > LINE_LENGTH
        if long == PARAGRAPHS:
            break
        behind.append(line)
    before = reversed(lines[max(0, at - BEFORE) : at])
    return [line for line in chain(behind, before) if len(line) <= LINE_LENGTH]


def _lines(tree: lxml.html.HtmlElement, heading: lxml.html.HtmlElement | None) -> list[str]:
    """Give the page's lines in order; the one that holds the heading holds `_HEADING` too."""
    lines = "".join(_pieces(tree, heading)).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _pieces(tree: lxml.html.HtmlElement, heading: lxml.html.HtmlElement | None) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end", "comment"))
    for event, element in walk:
        around = "" if event == "comment" else " " if element.tag in _APART else "" if element.tag in _INLINE else "\n"
        if event == "start":
            yield around + (_HEADING if element is heading else "")
            if element.tag in _SKIPPED:
                walk.skip_subtree()
            else:
                yield _spaced(element.text)
        else:
            yield around + _spaced(element.tail)


def _spaced(words: str | None) -> str:
    return re.sub(r"\s+", " ", words) if words else ""
