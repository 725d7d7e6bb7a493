"""Who is at odds with itself, and what bears on a provision, on the page and in the terminal."""

import re

from communique.show import brief_lines, lines, matrix_lines, page
from tests.analyse.test_bearing import RECORD


def test_page_leads_from_provision_to_positions_and_events_and_back() -> None:
    """The provision names its positions and events, the entry at odds both sides, and every link has its end on the page."""
    html = page(RECORD)
    odds = html[html.index('<section id="at-odds"') :].partition("</section>")[0]
    assert "France accepts I1, but what it did would breach Article 4" in odds
    linked = set(re.findall(r'href="#([^"]+)"', html))
    ends = set(re.findall(r'id="([^"]+)"', html))
    assert linked <= ends
    provision = html[html.index('<li class="entry" id="pro-1"') :].partition("</li>")[0]
    assert "France (O1)" in provision
    assert "would breach" in provision


def test_terminal_names_both_sides_with_their_places() -> None:
    """The matrix marks the cell and cites both sides; the list and the brief name them too."""
    matrix = "\n".join(matrix_lines(RECORD))
    assert "(+)!" in matrix
    assert "a.txt:15-25" in matrix
    assert "b.txt:7-11" in matrix
    assert any("France accepts I1" in line for line in lines(RECORD, "at-odds"))
    assert "AT ODDS WITH THEMSELVES" in "\n".join(brief_lines(RECORD))
