"""A page as its reader's browser takes it in: ids, links, and the text inside each report."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


@dataclass
class Page:
    """Every id, every in-page link with the id it stands in (innermost), the marks' own links, and the reports' texts in order."""

    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    loads: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads a page into `page`; `around` holds the ids of the open elements, outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.around: list[tuple[str, str | None, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id, its link, and whether a report's text begins."""
        known = dict(attrs)
        self.page.tags.add(tag)
        is_text = tag == "div" and known.get("class") == "text"
        if is_text:
            self.page.texts.append("")
        if known.get("id"):
            self.page.ids.append(known["id"] or "")
        if tag not in VOID:
            name = known.get("id") or known.get("data-of")
            self.around.append((tag, name, is_text))
        href = known.get("href") or ""
        if tag == "a" and href.startswith("#"):
            self.page.links.append((href[1:], tuple(i for _, i, _ in self.around if i)))
        self.page.loads += [v or "" for k, v in attrs if k in {"src", "srcset", "data", "poster"} or (tag == "link" and k == "href")]

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of the same tag."""
        opened, _, _ = self.around.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        """Add words to the text of the report that they stand in."""
        if any(is_text for _, _, is_text in self.around):
            self.page.texts[-1] += data


def read(html: str) -> Page:
    """Give what a page holds; fails where elements do not nest."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.around, f"never closed: {reader.around}"
    return reader.page
