"""The page holds the reports unchanged, marks every cited word, links both ways, and loads nothing."""

import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.record import Record
from communique.show import json_export, page
from communique.show.index import anchor, mark_anchor
from communique.show.uses import uses_of

from .support.cites import cites
from .support.many import prose, record_of
from .support.reading_html import read
from .support.talks_in_brenn import record

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80)


def test_text_inside_each_report_is_unchanged() -> None:
    """Marks, labels and numbers add nothing to the text and take nothing away."""
    whole = record()
    assert read(page(whole)).texts == [r.text for r in whole.reports]


@settings(deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_any_text_is_unchanged_and_every_link_leads_somewhere(texts: list[str], random: Random) -> None:
    """Also where spans nest, cross and repeat in texts that look like HTML or hold carriage returns."""
    whole = record_of(texts, random=random)
    shown = read(page(whole))
    assert shown.texts == [r.text for r in whole.reports]
    assert {target for target, _ in shown.links} <= set(shown.ids)
    assert len(shown.ids) == len(set(shown.ids))
    _assert_linked_both_ways(whole)


def test_every_citation_of_the_export_is_marked() -> None:
    """Whatever the JSON cites can be seen on the page."""
    whole = record()
    ids = set(read(page(whole)).ids)
    found = list(cites(json.loads(json_export(whole))))
    assert found
    assert {anchor(str(c["report"]), f"{c['start']}-{c['end']}") for c in found} <= ids


def test_entries_and_marks_lead_to_each_other() -> None:
    """From every entry to each of its marked words, and back."""
    _assert_linked_both_ways(record())


def _assert_linked_both_ways(whole: Record) -> None:
    links = read(page(whole)).links
    from_inside = {(target, around) for target, inside in links for around in inside}
    for use in uses_of(whole):
        assert (anchor(use.entry), mark_anchor(use.cite)) in from_inside, f"{use} does not lead back"
        assert (mark_anchor(use.cite), anchor(use.entry)) in from_inside, f"{use} cannot be reached from its entry"


def test_page_needs_nothing_but_itself() -> None:
    """No script, no picture, no style sheet or font from elsewhere."""
    shown = read(page(record()))
    assert not shown.tags & {"script", "img", "iframe", "object", "embed", "video", "audio", "form"}
    assert shown.loads == ["data:,"]
    html = page(record())
    assert "@import" not in html
    assert "url(" not in html
    assert "@font-face" not in html


def test_page_has_language_landmarks_and_headings() -> None:
    """A screen reader finds its way."""
    html = page(record())
    assert '<html lang="en">' in html
    assert read(html).tags >= {"header", "nav", "main", "section", "article", "footer", "h1", "h2", "h3"}


def test_address_of_a_report_that_is_no_web_address_is_no_link() -> None:
    """A report cannot plant a script behind a link."""
    html = page(record())
    assert 'href="https://wire.example/0002"' in html
    assert 'href="javascript:' not in html


def test_same_record_gives_the_same_page() -> None:
    """No clock, no chance."""
    assert page(record()) == page(record())


def test_empty_record_gives_a_page() -> None:
    """Nothing read yet is no error."""
    html = page(record_of([], random=Random(1), actors=0))
    assert "None." in html
    assert "No reports" in html


def test_reports_are_closed_where_there_are_many() -> None:
    """A long dossier opens as a list; a short one as a text."""
    random = Random(2)
    many = page(record_of([prose(40, random=random) for _ in range(20)], random=random))
    assert many.count('<details class="report"') == 20
    assert '<details class="report"' in page(record())
    assert " open>" not in many
    assert " open>" in page(record())
