"""What bears on provisions, in words: who stands where on each, which events come under it, and who is at odds with itself."""

from collections.abc import Iterable, Iterator

from communique.analyse.bearing import AtOdds, Bearing
from communique.analyse.compliance import facts
from communique.model.citation import Citation
from communique.model.finding import Finding, Verdict
from communique.model.kinds import Status
from communique.model.mention import Event, Position, Provision
from communique.show.entries import quoted, to_entry
from communique.show.entry import Entry, Fact, Link, Quote
from communique.show.index import Index, anchor, one_line

VERDICTS = {
    Verdict.NOT_COVERED: ("not covered", "would not be covered"),
    Verdict.COMPLIANT: ("compliant", "would comply"),
    Verdict.EXEMPT: ("exempt", "would be exempt"),
    Verdict.BREACH: ("breach", "would breach"),
    Verdict.INDETERMINATE: ("undecided", "undecided"),
    Verdict.CONTESTED: ("contested", "contested"),
}
"""How an event's verdict is said beside its label, where the agreement binds and where it does not."""

DONE = frozenset({Status.HELD, Status.ONGOING})


def at_odds_words(found: AtOdds, index: Index) -> str:
    """Say who stands for what, and that its own act or plan breaks it, or would."""
    under, one = found.under, found.under.breaks[0]
    who, acts = index.name(found.actor), facts().name(under.actor or "")
    whose = "it" if who in acts else acts
    deed = f"what {whose} did" if any(e.status in DONE for e in under.mentions) else f"what {whose} plans"
    breaks = "would breach" if one.would else "breaches"
    article = f"{under.instrument.unit} {under.article.number} of the {under.instrument.short}"
    some = "" if len(under.breaks) == len(under.findings) else f" in {len(under.breaks)} of {len(under.findings)} readings"
    return f"{who} {found.position.stance.value} {index.labels[found.issue]}, but {deed} {breaks} {article}{some}"


def at_odds_sources(found: AtOdds, index: Index) -> Iterator[Quote]:
    """Yield the words that the stand and the acts rest on."""
    yield from (Quote(quoted(c, index)) for c in sorted(_said(found.position)))
    yield from (Quote(quoted(e.cites[0], index)) for e in found.under.mentions)


def at_odds_lines(found: AtOdds, index: Index) -> Iterator[str]:
    """Yield the words of both sides for a terminal, each with its label, how far it has come, and its place."""
    position = found.position
    yield _line(position.id, position.stance.value, _said(position), index)
    for event in found.under.mentions:
        yield _line(event.id, event.status.value, event.cites[:1], index)


def _said(position: Position) -> tuple[Citation, ...]:
    return position.object or position.cites[:1]


def _line(id_: str, says: str, cites: tuple[Citation, ...], index: Index) -> str:
    words = " … ".join(one_line(c.quote) for c in sorted(cites))
    return f"{index.labels[id_]} {says}: “{words}”, {index.place(min(cites))}"


def at_odds_entries(some: Iterable[AtOdds], index: Index) -> Iterator[Entry]:
    """Yield an entry for each actor that is at odds with itself, its stand and its acts cited side by side."""
    for n, found in enumerate(some, start=1):
        stands = Fact("stands for it", links=tuple(to_entry(p.id, index) for p in found.positions))
        acts = Fact("acts", verdicts(found.under.findings), tuple(to_entry(e.id, index) for e in found.under.mentions))
        why = " / ".join(dict.fromkeys(f.reading for f in found.under.breaks))
        yield Entry(
            anchor("at-odds", found.actor, found.issue, found.under.article.id, *(e.id for e in found.under.mentions)),
            f"B{n}",
            "At odds",
            (Link(at_odds_words(found, index)),),
            quotes=tuple(at_odds_sources(found, index)),
            facts=(Fact("issue", links=(to_entry(found.issue, index),)), stands, acts),
            why=f"breaks it, or would, read so: {why}",
        )


def bearing_facts(provision: Provision, bearing: Bearing, index: Index) -> Iterator[Fact]:
    """Yield who stands where on a provision, and the events that come under it, each with what the article says to it."""
    stances: dict[str, list[Position]] = {}
    for position in bearing.positions.get(provision.id, ()):
        stances.setdefault(position.stance.value, []).append(position)
    for stance, some in stances.items():
        yield Fact(stance, links=tuple(_named(p, index) for p in some))
    for under in bearing.events.get(provision.id, ()):
        yield Fact("event", verdicts(under.findings), tuple(_told(e, index) for e in under.mentions))


def _named(position: Position, index: Index) -> Link:
    link = to_entry(position.id, index)
    return Link(f"{index.called(position.actor) or 'somebody'} ({link.text})", link.href)


def _told(event: Event, index: Index) -> Link:
    link = to_entry(event.id, index)
    return Link(f"{link.text} {event.status.value}", link.href)


def verdicts(findings: Iterable[Finding]) -> str:
    """Say the verdicts of an article's readings, each once: "would breach; in another reading not covered"."""
    told = list(dict.fromkeys(VERDICTS[f.verdict][f.would] for f in findings))
    return "; in another reading ".join(told)
