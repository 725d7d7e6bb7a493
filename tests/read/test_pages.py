"""Web pages: the article's words, its headline, its regions, and what the page states about it."""

import json

from communique import read
from communique.model.notice import Notice
from communique.model.report import RegionKind, Report

PARAGRAPHS = [
    "Dockers closed two ports on Monday in a dispute about pay, and their union said that the strike would last for a week at least.",
    "The port authority called the strike unlawful and said it would go to court, while ships were sent to harbours further north.",
    "Talks between both sides broke off on Friday after nine hours, and no new date has been set, the mediator told reporters.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harbour Weekly"},
        {
            "@type": "NewsArticle",
            "headline": "Two ports closed &amp; ships sent north",
            "datePublished": "2021-03-01T08:00:00+01:00",
            "dateModified": "2021-03-02",
            "author": [{"@type": "Person", "name": "Anna Keller"}, {"@type": "Person", "name": "Paul Orsini"}],
            "publisher": {"@type": "Organization", "name": "Harbour Weekly"},
        },
    ],
}


def page(*, head: str = "", heading: str = "<h1>Two ports closed &amp; ships sent north</h1>", note: str = "") -> bytes:
    """Make a page with one article."""
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    quote = "<blockquote><p>We have waited long enough for an offer that can be discussed at all.</p></blockquote>"
    article = f"<article>{heading}{note}{story}<h2>What the union wants</h2>{quote}<p>{PARAGRAPHS[0][::-1]}</p></article>"
    menu = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    named = "<title>Two ports closed | Harbour Weekly</title>"
    return f"<!DOCTYPE html><html><head>{named}{head}</head><body>{menu}{article}</body></html>".encode()


def one(raw: bytes) -> Report:
    """Give the report of a page."""
    return next(i for i in read.file_bytes("page.html", raw) if isinstance(i, Report))


def test_page_text_is_the_article() -> None:
    """The headline stands first, then a paragraph a line; the menu is left out and the bytes are kept."""
    raw = page()
    report = one(raw)
    assert report.text.splitlines()[:4] == ["Two ports closed & ships sent north", *PARAGRAPHS]
    assert "Home" not in report.text
    assert report.original == raw


def test_page_markup_shows_regions() -> None:
    """Headline, lead, subheading and block quote are told by the page's own markup."""
    report = one(page())
    kinds = {report.text[r.span.start : r.span.end][:15]: r.kind for r in report.regions}
    assert kinds["Two ports close"] is RegionKind.HEADLINE
    assert kinds["Dockers closed "] is RegionKind.LEAD
    assert kinds["What the union "] is RegionKind.HEADLINE
    assert kinds["We have waited "] is RegionKind.BLOCKQUOTE


def test_page_linked_data_is_read() -> None:
    """JSON-LD gives writers, outlet and dates; every date is kept."""
    report = one(page(head=f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"))
    assert report.title == "Two ports closed & ships sent north"
    assert (report.byline, report.outlet) == ("Anna Keller, Paul Orsini", "Harbour Weekly")
    assert report.published.value == "2021-03-01"
    assert [(d.kind, d.source, d.value) for d in report.dates] == [
        ("published", "json-ld", "2021-03-01"),
        ("modified", "json-ld", "2021-03-02"),
    ]


def test_page_meta_and_time_are_read() -> None:
    """Meta tags and time elements date a page without JSON-LD; those that disagree give a notice."""
    head = "<meta property='article:published_time' content='2021-03-01T08:00Z'><meta property='og:site_name' content='Harbour Weekly'>"
    raw = page(head=head, note="<time itemprop='datePublished' datetime='2021-03-04'>4 March</time>")
    items = list(read.file_bytes("page.html", raw))
    report = next(i for i in items if isinstance(i, Report))
    assert (report.published.value, report.outlet) == ("2021-03-01", "Harbour Weekly")
    assert any("disagree" in i.what for i in items if isinstance(i, Notice))


def test_page_shown_note_is_read() -> None:
    """A date and a byline that only readers see are found below the headline."""
    report = one(page(note="<div><span>By Anna Keller</span></div><div>Published: <b>3 March 2021</b> | 2 min read</div>"))
    assert (report.byline, report.published.value) == ("Anna Keller", "2021-03-03")


def test_page_with_a_broken_script_is_read() -> None:
    """JSON-LD that is no JSON is passed over."""
    report = one(page(head="<script type='application/ld+json'>{'no': json</script>"))
    assert report.published.value is None


def test_page_in_a_declared_encoding_is_read() -> None:
    """A page that is not UTF-8 is read in the encoding that it claims."""
    raw = page(head="<meta charset='koi8-r'>").decode().replace("reporters.", "reporters in Псков.").encode("koi8-r")
    report = one(raw)
    assert "Псков" in report.text
    assert report.encoding == "koi8-r"


def test_row_with_html_is_read_as_a_page() -> None:
    """A row may hold a page; what the row states wins over what the page states."""
    row = {"html": page().decode(), "id": "p1", "title": "Stated", "url": "https://a.example/2021/03/05/x"}
    report = next(i for i in read.file_bytes("rows.jsonl", json.dumps(row).encode()) if isinstance(i, Report))
    assert (report.title, report.published.value, report.file) == ("Stated", "2021-03-05", "p1")
    assert report.original == row["html"].encode()
