"""Boxes of a page that exports leave in a text: newsletters' forms, picture galleries, lists of links and links of one line.

Each is known by words or a shape that running text does not have, whatever its length.
"""

import re

from communique.model.report import RegionKind

MOST_CHARACTERS = 1_500
"""A longer block is running text; it also keeps patterns that look far ahead off endless lines."""
_NOTE = re.compile(r"^\[(?:editor|correction|clarification|update|note)", re.IGNORECASE)
_FORM = re.compile(
    r"\b(?:newsletter sign ?up|(?:select|choose) a newsletter|(?:re-?)?enter (?:a valid|your) e-?mail|invalid e-?mail address|not a robot|"
    r"thank(?:s| you) for subscribing|already subscribed to this|occasional updates and special offers|unsubscribe at any time)\b",
    re.IGNORECASE,
)
"""What only the form of a newsletter says, whatever its length: one line holds all its labels and messages."""
_GALLERY = re.compile(
    r"^(?:photos|pictures|in pictures|gallery|slideshow)\s?: |\b(?:hide|show) caption(?: \d+ of \d+)?(?: (?:photos|pictures)\s?:|$)|"
    r"^media playback is (?:un|not )supported|\bmedia caption\b",
    re.IGNORECASE,
)
"""Picture galleries in one line: their title, a caption and the labels of the buttons around it."""
_LISTED = re.compile(r"^(?:related|more|other|recommended|top|latest) (?:stories|articles|news|coverage|links|headlines)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"^\[ ?(?=[A-Z\"“‘'])[^\[\]]{20,180}\]$")
_LINKED = re.compile(r"^[^\n]{15,170}[^.,;:] (?:read more|READ MORE|Read more|Read More)$")
"""A link by its shape alone: another report's title in brackets, or before the words "Read more"."""
LINK_MARKS = re.compile(
    r"(?<=[.!?”\"’]) +(?P<link>\[ ?[A-Z\"“‘'][^\[\]]{20,180}[^.\]]\](?= +[A-Z\"“‘]|$)|"
    r"(?:(?:READ|Read|SEE|See|ALSO|Also) (?:MORE|More|more|ALSO|Also|also|READ|Read|read)\s?: ?[A-Z\"“‘'][^.\n]{15,180}[^.!?\n]$)|"
    r"Related (?:Stories|Articles|Coverage|News|Links)\b[^\n]*[^.!?”\"\n]$)"
)
"""A link inside a line whose paragraphs an export has joined: in brackets between two sentences, or from its mark to the line's end."""


def kind_of_box(text: str) -> RegionKind | None:
    """Give the kind of forms, galleries and lists of links, which exports join into one line of any length."""
    if len(text) <= MOST_CHARACTERS and _FORM.search(text):
        return RegionKind.FURNITURE
    if _GALLERY.search(text) and (len(text) <= MOST_CHARACTERS or _GALLERY.match(text)):
        return RegionKind.CAPTION
    listed = _LISTED.match(text) and in_capitals(text) >= _LISTED_CAPITALS and text[-1] not in ".!?"
    shaped = _LINKED.match(text) or (_BRACKETED.match(text) and not _NOTE.match(text) and text[-2] not in ".")
    return RegionKind.RELATED if listed or shaped else None


_LISTED_CAPITALS = 0.4
"""Share of capitals from which a line that opens like a list of links is one; running text stays below 0.3."""


def in_capitals(text: str) -> float:
    """Give the share of the words longer than three letters that do not open with a small letter; 1.0 without such words."""
    long_words = [w for w in re.findall(r"\w[\w'’.-]*", text) if len(w) > 3]
    return sum(not w[0].islower() for w in long_words) / len(long_words) if long_words else 1.0
