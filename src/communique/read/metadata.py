"""What a page says about itself: JSON-LD, meta tags, time elements, in that order of trust. Every date found is kept.

Vocabularies: schema.org (NewsArticle), Open Graph and its article namespace, Dublin Core, and the names that content systems use.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import lxml.html
from lxml import etree

from communique.model.report import DateCandidate
from communique.read.daywords import day_value
from communique.read.facts import Fact
from communique.read.shown import shown

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|$)")
_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting)$")
_PAGES = frozenset({"WebPage", "ItemPage"})
# fmt: off
_PUBLISHED = frozenset((
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published",
    "published_time", "published-date", "publisheddate", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "rnews:datepublished", "originalpublicationdate",
    "article_date_original", "citation_publication_date", "datecreated", "article:post_date", "displaydate", "ptime",
))
# fmt: on
# fmt: off
_MODIFIED = frozenset((
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "utime",
))
# fmt: on
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "citation_title")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "article:author_name", "citation_author")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_ACCOUNT = re.compile(r"^(?:admin(?:istrator)?|webmaster|root|user|default|none|null|author|guest)\d*$|\badmin$|_", re.IGNORECASE)
"""Names of a content system's accounts, not of writers."""
_TIME_PUBLISHED = re.compile(r"publish|posted|entry-date|pubdate|dateline|created", re.IGNORECASE)
_TIME_MODIFIED = re.compile(r"updat|modif", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states about its article."""

    facts: tuple[Fact, ...]
    dates: tuple[DateCandidate, ...]


def declared_encoding(raw: bytes) -> str | None:
    """Give the encoding that a page claims in its first 4,096 bytes, or None."""
    match = _CHARSET.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def metadata_of(html: str) -> Metadata:
    """Read the page's own statements about title, writers, outlet, address and dates."""
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", html))
    except (etree.ParserError, ValueError):
        return Metadata((), ())
    facts: list[Fact] = []
    dates: list[DateCandidate] = []
    for item in (*_linked_data(tree), *_meta(tree), *_times(tree), *shown(tree)):
        if isinstance(item, Fact):
            facts.append(item)
        else:
            dates.append(item)
    return Metadata(tuple(dict.fromkeys(facts)), tuple(dict.fromkeys(dates)))


def stated_day(words: str) -> str | None:
    """Give the day that a machine-readable date names, in the time zone it is written in; None if it is no date."""
    words = words.strip()
    if match := _COMPACT.match(words):
        return day_value("-".join(match.groups()))
    return day_value(words)


def _date(kind: str, source: str, words: object) -> Iterator[DateCandidate]:
    if isinstance(words, str) and (value := stated_day(words)) and not value.startswith("X"):
        yield DateCandidate(kind, source, value)


def _fact(field: str, source: str, words: object) -> Iterator[Fact]:
    if isinstance(words, str) and (value := " ".join(unescape(words).split())) and not (field == "byline" and _ACCOUNT.search(value)):
        yield Fact(field, source, value)


def _linked_data(tree: lxml.html.HtmlElement) -> Iterator[Fact | DateCandidate]:
    """Yield what JSON-LD says of the article; of a plain web page only the dates."""
    nodes = [node for script in tree.iterfind(".//script[@type='application/ld+json']") for node in _nodes(script.text or "")]
    articles = [n for n in nodes if any(_ARTICLES.search(t) for t in _types(n))]
    for node in articles[:1]:
        yield from _article_facts(node)
    for node in articles[:1] or [n for n in nodes if _PAGES & set(_types(n))][:1]:
        yield from _date("published", "json-ld", node.get("datePublished"))
        yield from _date("modified", "json-ld", node.get("dateModified"))


def _article_facts(node: dict[str, Any]) -> Iterator[Fact]:
    yield from _fact("title", "json-ld", node.get("headline") or node.get("name"))
    yield from _fact("byline", "json-ld", ", ".join(dict.fromkeys(_names(node.get("author")))))
    yield from _fact("outlet", "json-ld", next(iter(_names(node.get("publisher"))), None))


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Yield every object of a JSON-LD script, outermost first; a script that is no JSON holds none."""
    try:
        waiting: list[Any] = [json.loads(script.strip().removeprefix("<!--").removesuffix("-->").rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for words in name if isinstance(name, list) else [name]:
            if isinstance(words, str) and words.strip() and "://" not in words:
                yield " ".join(words.split())


def _meta(tree: lxml.html.HtmlElement) -> Iterator[Fact | DateCandidate]:
    """Yield what meta tags say, each field's names in order of trust."""
    values: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and tag.get("content", "").strip():
            values.setdefault(name, []).append(tag.get("content"))
    for name, words in values.items():
        kind = "published" if name in _PUBLISHED else "modified" if name in _MODIFIED else None
        if kind:
            yield from _date(kind, "meta", words[0])
    for field, names in (("title", _TITLES), ("byline", _AUTHORS), ("outlet", _OUTLETS)):
        for name in names:
            people = [w for w in values.get(name, []) if "://" not in w]
            yield from _fact(field, "meta", ", ".join(dict.fromkeys(people)) if field == "byline" else people[0] if people else None)
    canonical = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    yield from _fact("url", "meta", next(iter((*values.get("og:url", []), *canonical)), None))


def _times(tree: lxml.html.HtmlElement) -> Iterator[DateCandidate]:
    """Yield the dates of time elements that say what they are; of unmarked ones only the first."""
    unmarked = 0
    for element in tree.xpath("//time | //*[@itemprop='datePublished' or @itemprop='dateModified']"):
        if element.tag == "meta":
            continue
        about = " ".join(
            (
                element.get("itemprop", ""),
                element.get("class", ""),
                element.get("pubdate", "pubdate" if "pubdate" in element.attrib else ""),
            )
        )
        words = element.get("datetime") or element.get("content") or element.text_content()[:60]
        modified, published = bool(_TIME_MODIFIED.search(about)), bool(_TIME_PUBLISHED.search(about))
        unmarked += not (modified or published)
        if published or modified or unmarked == 1:
            yield from _date("modified" if modified and not published else "published", "time", words)
