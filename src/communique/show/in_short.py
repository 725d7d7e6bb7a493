"""Entries in one line: what happened, who took part, on which day; for timelines and briefs."""

from collections.abc import Iterable

from communique.analyse.dating import Dating
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.mention import Commitment, Document, Event, Statement
from communique.show.dates_in_words import in_words
from communique.show.index import Index, one_line


def what(entry: Event | Document | Commitment | Statement, index: Index, *, longest: int) -> str:
    """Give what an entry tells, with its status and who takes part; words of the report no longer than `longest`."""
    if isinstance(entry, Event):
        kind = "talks" if entry.type == "CONSULT" else entry.type.lower()
        who, where = names((*entry.actors, *entry.recipients), index), index.called(entry.place)
        there = f", {where}" if where and where not in who.split(", ") else ""
        return f"{kind}, {entry.status.value}: {who}{there}, “{one_line(entry.trigger.quote)}”"
    if isinstance(entry, Document):
        status = f", {entry.status.value}" if entry.status else ""
        return f"{entry.kind.value.replace('_', ' ')}{status}: “{shortened(entry.title, longest)}” by {names(entry.by, index)}"
    if isinstance(entry, Commitment):
        return f"commitment of {names((entry.by,), index)}: “{quoted(entry.wording, longest)}”"
    return f"{index.called(entry.speaker) or 'somebody'}: “{quoted(entry.content, longest)}”"


def names(whos: Iterable[Who], index: Index) -> str:
    """Give the names of those who are named, each once."""
    return ", ".join(dict.fromkeys(n for w in whos if (n := index.called(w)))) or "nobody named"


def quoted(cites: Iterable[Citation], longest: int) -> str:
    """Give the words of citations on one line."""
    return shortened(" … ".join(one_line(c.quote) for c in cites), longest)


def shortened(words: str, longest: int) -> str:
    """Give words on one line, cut behind a word where they are longer."""
    words = one_line(words)
    return words if len(words) <= longest else words[:longest].rpartition(" ")[0] + " …"


def day(when: Dating) -> str:
    """Give a day in words."""
    return in_words(when.value) if when.value else "date unknown"
