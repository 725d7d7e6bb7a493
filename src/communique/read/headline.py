"""Which of a page's titles is the report's headline: what readers see above the text, without the site's name.

A page has up to four: its first-level heading, JSON-LD, Open Graph and the title element; the last two are often written for search
engines, and the first may be the site's name.
"""

import re
from collections.abc import Sequence

from communique.read.facts import Fact, shared, trusted

_SEPARATOR = re.compile(r"\s+[|–—•·»]\s+|\s+-\s+|\s*[|]\s*|\s+::\s+")
SHARED = 0.5
"""Share of the heading's words that another title must hold for the heading to be the article's, not the site's."""


def title_of(facts: Sequence[Fact]) -> Fact | None:
    """Give the page's headline as a fact; what the input states comes first."""
    titles = [f for f in facts if f.field == "title"]
    if not titles or titles[0].source == "input":
        return titles[0] if titles else None
    heading = next((f for f in titles if f.source == "page"), None)
    others = [f for f in titles if f is not heading]
    if heading and (not others or any(shared(heading.value, o.value) >= SHARED for o in others)):
        return heading if others else _without_site(heading, facts)
    best = trusted(others, "title")
    return _without_site(best, facts) if best else None


def _without_site(title: Fact, facts: Sequence[Fact]) -> Fact:
    """Leave out the site's name behind (or before) a separator, where the page names its site so."""
    sites = {_letters(f.value) for f in facts if f.field == "outlet"}
    parts = list(_SEPARATOR.finditer(title.value))
    if parts and _letters(title.value[parts[-1].end() :]) in sites:
        return Fact(title.field, title.source, title.value[: parts[-1].start()])
    if parts and _letters(title.value[: parts[0].start()]) in sites:
        return Fact(title.field, title.source, title.value[parts[0].end() :])
    return title


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
