"""Web pages: trafilatura finds the article, our own text is built from its blocks, and the page's metadata is read by `metadata`.

The headline stands first in the text, so that its words can be cited; then one block a line. Extraction favours precision: on 181 news
pages that gave the best F1 of all settings (evaluation/reading.py measures it).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree

from communique.model.notice import Notice
from communique.model.report import RegionKind, Report
from communique.read.decoding import Undecodable, decoded
from communique.read.draft import Draft, notice, reported
from communique.read.facts import Fact
from communique.read.headline import title_of
from communique.read.metadata import declared_encoding, metadata_of

_KINDS = {"head": RegionKind.HEADLINE, "quote": RegionKind.BLOCKQUOTE, "item": RegionKind.BODY}
_LEAVES = frozenset({"p", "head", "quote", "item", "row", "code"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the article: its words in one line, and what its markup says it is."""

    text: str
    kind: RegionKind | None


def page_reports(file: str, raw: bytes, *, locator: str, facts: tuple[Fact, ...] = ()) -> Iterator[Report | Notice]:
    """Yield the report of an HTML page, or a notice; `facts` are what the input states about it."""
    found = decoded(raw, declared=declared_encoding(raw))
    if isinstance(found, Undecodable):
        yield notice(file, f"{found.why}, so it was not read", "Save the page as HTML in UTF-8.")
        return
    yield from html_reports(Draft(file, locator, raw, found.text, encoding=found.encoding, original=raw, facts=facts))


def html_reports(draft: Draft) -> Iterator[Report | Notice]:
    """Yield the report of a draft whose text is HTML, or a notice where the page holds no article."""
    url = draft.fact("url")
    passages = passages_of(draft.text, url=url.value if url else None)
    if not passages:
        yield notice(draft.file, "no article was found in the page", "Save the article itself, or give its text as a .txt file.")
        return
    metadata = metadata_of(draft.text)
    facts = (*draft.facts, *metadata.facts)
    title = title_of(facts)
    kept = (f for f in facts if f.field != "title")
    known = replace(draft, facts=(*kept, *([title] if title else [])), dates=(*draft.dates, *metadata.dates))
    yield from reported(_written(known, _headed(passages, title.value if title else None)))


def passages_of(html: str, *, url: str | None = None) -> tuple[Passage, ...]:
    """Give the article's blocks in order, as trafilatura finds them, less strictly where it finds none; empty where there is none."""
    for precise in (True, False):
        document = trafilatura.bare_extraction(
            html, url=url, include_comments=False, with_metadata=False, favor_precision=precise, favor_recall=not precise
        )
        body = getattr(document, "body", None)  # its own types say Document or dict
        if body is not None and (passages := tuple(_blocks(body))):
            return passages
    return ()


def _blocks(body: etree._Element) -> Iterator[Passage]:
    for element in body.iter(*_LEAVES):
        if any(child.tag in _LEAVES for child in element.iterdescendants()):
            continue
        tags = (element.tag, *(a.tag for a in element.iterancestors()))
        kind = next((_KINDS[t] for t in tags if t in _KINDS), None)
        for line in _lines(element):
            yield Passage(line, kind)


def _lines(element: etree._Element) -> list[str]:
    """Give the words of an element, one string for each of its lines."""
    parts = ["\n" + (e.tail or "") if e.tag == "lb" else t for e, t in _texts(element)]
    lines = ("".join(parts)).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _texts(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each node with the words that stand in it and, for inner ones, behind it."""
    yield element, element.text or ""
    for child in element:
        if child.tag != "lb":
            yield from _texts(child)
            yield element, (" " if child.tag == "cell" else "") + (child.tail or "")
        else:
            yield child, ""


def _headed(passages: tuple[Passage, ...], title: str | None) -> tuple[Passage, ...]:
    """Put the page's headline first, unless the article has it already."""
    if not title or any(_same(title, p.text) for p in passages[:5]):
        return passages
    return (Passage(title, RegionKind.HEADLINE), *passages)


def _same(a: str, b: str) -> bool:
    return "".join(filter(str.isalnum, a.casefold())) == "".join(filter(str.isalnum, b.casefold()))


def _written(draft: Draft, passages: tuple[Passage, ...]) -> Draft:
    """Write the passages into one text, one a line, and mark where each known kind starts."""
    marks: dict[int, RegionKind] = {}
    at = 0
    for passage in passages:
        if passage.kind is not None:
            marks[at] = passage.kind
        at += len(passage.text) + 1
    return replace(draft, text="\n".join(p.text for p in passages) + "\n", marks=marks)
