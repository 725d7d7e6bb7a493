"""Entries in one line: what happened, who took part, on which day; for timelines and briefs."""

from collections.abc import Iterable

from communique.analyse.dating import Dating
from communique.model.actor import Who
from communique.model.citation import Citation
from communique.model.kinds import DocumentStatus, Stance, Status
from communique.model.mention import Commitment, Document, Event, Statement, Voice
from communique.show.around import around
from communique.show.dates_in_words import in_words
from communique.show.index import Index, one_line

KINDS = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "easing",
    "REQUEST": "demand",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "military move",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
"""PLOVER's types as a reader says them."""
_SAID_SO = frozenset({Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.CANCELLED})
"""How far an event is where the line tells on whose word."""


Told = Event | Document | Commitment | Statement


def what(entry: Told, index: Index, *, longest: int) -> str:
    """Give what an entry tells: its kind and status, who to whom, and words of the report no longer than `longest`."""
    if isinstance(entry, Event):
        return _event(entry, index, longest)
    if isinstance(entry, Document):
        return _document(entry, index, longest)
    if isinstance(entry, Commitment):
        return f"Promise: {_commitment(entry, index, longest)}"
    return f"{index.called(entry.speaker) or 'somebody'}: “{quoted(entry.content, longest)}”"


def _event(event: Event, index: Index, longest: int) -> str:
    """Give "Demand: Norway → Canada: “…”": a status is told unless it simply happened; of talks it always is."""
    kind = capitalised(KINDS[event.type])
    status = f", {event.status.value}" if event.type == "CONSULT" or event.status is not Status.HELD else ""
    return f"{kind}{status}: {_deed(event, index, longest)}"


def met(entry: Told, index: Index, *, longest: int) -> str:
    """Give talks without saying that they are: who met, where, in which words; anything else as `what` does."""
    return _deed(entry, index, longest) if isinstance(entry, Event) and entry.type == "CONSULT" else what(entry, index, longest=longest)


def promised(entry: Told, index: Index, *, longest: int) -> str:
    """Give a promise without saying that it is one: by whom, to whom, in which words; anything else as `what` does."""
    return _commitment(entry, index, longest) if isinstance(entry, Commitment) else what(entry, index, longest=longest)


def _deed(event: Event, index: Index, longest: int) -> str:
    """Give who to whom, where, in words of the report, and on whose word where that is at issue."""
    where = index.called(event.place)
    others = [w for w in event.recipients if index.called(w) not in {index.called(a) for a in event.actors}]
    doing = names(event.actors, index) if event.actors or not others else "nobody named"
    who = f"{doing} → {names(others, index)}" if others else doing
    there = f", {where}" if where and where not in who else ""
    told = around(index.reports[event.trigger.report], event.trigger.start, event.trigger.end, longest=longest)
    asked = event.status in _SAID_SO or any(v.stance is Stance.DENIES for v in event.according_to)
    says = f" ({said_so(event, index)})" if asked and event.according_to else ""
    return f"{who}{there}: “{unquoted(told)}”{says}"


def _document(document: Document, index: Index, longest: int) -> str:
    kind = capitalised(document.kind.value.replace("_", " "))
    status = f", {document.status.value}" if document.status else ""
    sides = (f" by {names(document.by, index)}" if document.by else "") + (f" to {names(document.to, index)}" if document.to else "")
    due = f", due {in_words(document.due.value)}" if document.due.value else ""
    place = document.cites[0]
    title = (
        document.title
        if len(document.title.split()) > _BARE
        else around(index.reports[place.report], place.start, place.end, longest=longest)
    )
    withheld = document.status is DocumentStatus.WITHHELD and document.according_to
    says = f" ({said_so(document, index)})" if withheld else ""
    return f"{kind}{status}{sides}{due}: “{unquoted(shortened(title, longest))}”{says}"


_BARE = 3
"""Words of a title that tells no more than the kind: then the sentence is shown that speaks of the document."""


def _commitment(commitment: Commitment, index: Index, longest: int) -> str:
    to = f" → {names(commitment.to, index)}" if commitment.to else ""
    says = f" ({said_so(commitment, index, silence=_UNDENIED)})" if commitment.according_to else ""
    return f"{index.called(commitment.by) or 'nobody named'}{to}: “{unquoted(quoted(commitment.wording, longest))}”{says}"


_UNDENIED = "no denial in this dossier"


def said_so(entry: Event | Document | Commitment, index: Index, *, silence: str = "") -> str:
    """Give who says that it is so and who says that it is not; `silence` is what is told where nobody denies it.

    An outlet that asserts a thing itself is not named again as reporting it.
    """
    by: dict[str, list[str]] = {}
    for voice in sorted(entry.according_to, key=lambda v: list(_SAYING).index(v.stance)):
        who = _voice(voice, entry, index)
        if voice.stance is not Stance.REPORTS or who not in by.get(_SAYING[Stance.ASSERTS], ()):
            by.setdefault(_SAYING[voice.stance], []).append(who)
    told = [f"{verb} {', '.join(dict.fromkeys(who))}" for verb, who in by.items()]
    return "; ".join([*told, silence] if silence and _SAYING[Stance.DENIES] not in by else told)


def _voice(voice: Voice, entry: Event | Document | Commitment, index: Index) -> str:
    """Give whose voice it is: an actor's, else that of the report's outlet, where the words are nobody else's."""
    if voice.by:
        return index.name(voice.by)
    report = index.reports[(voice.cites or entry.cites)[0].report]
    return "somebody not named" if voice.statement else report.outlet or "an unknown outlet"


_SAYING = {Stance.ASSERTS: "asserted by", Stance.REPORTS: "reported by", Stance.DOUBTS: "doubted by", Stance.DENIES: "denied by"}


def unquoted(words: str) -> str:
    """Give words with the quotation marks in them single, for a line that puts its own around them."""
    closed = words + ("”" if words.count("“") > words.count("”") else "")
    return closed.replace("“", "‘").replace("”", "’").replace('"', "'")


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


def capitalised(words: str) -> str:
    """Give words with a capital at the beginning, the others as they are."""
    return words[:1].upper() + words[1:]
