"""The outlet, the date and the writer, as plain texts name them."""

import pytest

from communique import read
from communique.model.report import Report

STORY = "Dockers closed two ports on Monday, and their union said that the strike would last a week. Ships waited outside."
CASES = [
    ("a copyright line", f"Ports closed by strike\n\n{STORY}\n\n© 2021 Baltic Wire. All rights reserved.\n", "Baltic Wire", None),
    (
        "a byline between bars",
        f"Ports closed by strike\n\nBy Anna Keller | The Quay Ledger | Mar. 2, 2021\n\n{STORY}\n",
        "The Quay Ledger",
        "2021-03-02",
    ),
    ("a masthead", f"The Baltic Courier\n\nPorts closed by strike in two towns\n\n{STORY}\n", "The Baltic Courier", None),
    ("a masthead with its day", f"Baltic Courier, 2 March 2021\n\nPorts closed by strike\n\n{STORY}\n", "Baltic Courier", "2021-03-02"),
    (
        "a ministry's release",
        f"Ministry of Ports\nPress release\n\nPorts closed by strike in two towns\n\n{STORY}\n",
        "Ministry of Ports",
        None,
    ),
    ("a dateline's agency", f"Ports closed by strike\n\nGDANSK, March 2, 2021 (Baltic Wire) - {STORY}\n", "Baltic Wire", "2021-03-02"),
    ("a dateline without agency", f"Ports closed by strike\n\nGDANSK, March 2, 2021. {STORY}\n", None, "2021-03-02"),
    ("the copyright before the dateline", f"Ports closed\n\nGDANSK (Reuters) - {STORY}\n\n© 2021 Baltic Wire.\n", "Baltic Wire", None),
    ("a photo credit is no imprint", f"Ports closed by strike\n\n© REUTERS / A. Keller\n\n{STORY}\n", None, None),
    ("a bracket inside the story", f"Ports closed by strike\n\nThe union (Dockers United) - {STORY}\n", None, None),
]


@pytest.mark.parametrize(("text", "outlet", "published"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_imprint_names_outlet_and_day(text: str, outlet: str | None, published: str | None) -> None:
    """What the text says of its outlet and day is found; what it does not say stays unknown."""
    (report,) = [r for r in read.file_bytes("a.txt", text.encode()) if isinstance(r, Report)]
    assert (report.outlet, report.published.value) == (outlet, published)


def test_byline_ends_at_a_bar() -> None:
    """What follows the writer's name behind a bar is not the writer."""
    text = f"Ports closed by strike\n\nBy Anna Keller | The Quay Ledger | Mar. 2, 2021\n\n{STORY}\n"
    (report,) = [r for r in read.file_bytes("a.txt", text.encode()) if isinstance(r, Report)]
    assert report.byline == "Anna Keller"
