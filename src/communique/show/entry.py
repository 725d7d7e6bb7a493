"""An entry as a reader sees it, on the page and in the terminal: words, links and places, nothing left to look up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that may lead somewhere: `href` an in-page link ("#…"), `place` a citation as "file:start-end".

    `role` says what marked words are to the entry ("speaker"), "" the same as the link before, None that they are no such words.
    """

    text: str
    href: str | None = None
    place: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known of an entry: a term, what is said of it in words, and links."""

    term: str
    text: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report that an entry rests on, as a link, with the words around them where these words alone say little."""

    link: Link
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `title` names it, `towards` whom it is done to, `remarks` follow.

    `quotes` are its words (`in_marks`: as the speaker's own).

    `facts` are shown with it, `more` on demand under the words `more_title`; `why` is the rule's reason.
    """

    anchor: str
    label: str
    kind: str
    title: tuple[Link, ...]
    remarks: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    in_marks: bool = False
    facts: tuple[Fact, ...] = ()
    more: tuple[Fact, ...] = ()
    more_title: str = ""
    why: str | None = None
    towards: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading, which may lead somewhere and may have facts of its own."""

    title: Link
    entries: tuple[Entry, ...]
    facts: tuple[Fact, ...] = ()
    anchor: str | None = None
    label: str | None = None
