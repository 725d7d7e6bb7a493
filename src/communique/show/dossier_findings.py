"""What an agreement says to the events of a dossier: in short, what could not be decided and why, who is at odds, then the derivations."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.analyse.bearing import AtOdds, Bearing, comes_under
from communique.analyse.compliance import Facts, Reported, missing
from communique.model.conduct import Conduct
from communique.model.finding import Finding, Verdict
from communique.model.instrument import Article, Instrument
from communique.model.mention import Event
from communique.show.at_odds import at_odds_lines, at_odds_words
from communique.show.derivations import WORDS, derivation_lines, named, wrapped
from communique.show.in_short import shortened
from communique.show.index import Index

WORDS_SHOWN = 60
"""Characters of an event's words that a line has room for."""

LABELS = 12
"""Labels of events that a line has room for; the rest is counted."""

DECIDED = (Verdict.BREACH, Verdict.CONTESTED, Verdict.EXEMPT, Verdict.COMPLIANT)
"""Verdicts that are told one by one, in this order."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One actor's part in an event, of a dossier or as put (`event` None), and what every article says to it in every reading."""

    event: Reported | None
    conduct: Conduct
    findings: Sequence[Finding]


def dossier_lines(instrument: Instrument, answers: Sequence[Answered], *, bears: Bearing, index: Index, known: Facts) -> Iterator[str]:
    """Yield what an agreement says to the events of a dossier."""
    if not answers:
        yield "The dossier holds no event."
        return
    yield named(instrument)
    events = len({id(a.event) for a in answers})
    yield f"{events} {'event' if events == 1 else 'events'} of the dossier put to it."
    told = [a for a in answers if _is_told(a)]
    for article in instrument.articles:
        yield from _in_short(article, instrument, told, index)
    yield from _undecided(instrument, answers, index)
    yield from _not_known(answers, index)
    yield from _at_odds(bears.at_odds, index)
    for answer in told:
        yield from ("", "")
        yield from derivation_lines(instrument, answer.conduct, _worth_reading(answer), known)


def _verdicts(answer: Answered, article: Article) -> list[Verdict]:
    own = [f for f in answer.findings if f.article.id == article.id]
    return [f.verdict for f in own] if _is_known(answer) and comes_under(article, answer.conduct, own) else []


def _is_told(answer: Answered) -> bool:
    """Say whether an article that is about such an act answers with more than that it cannot be decided."""
    articles = {f.article.id: f.article for f in answer.findings}.values()
    return any(v in DECIDED for a in articles for v in _verdicts(answer, a))


def _worth_reading(answer: Answered) -> list[Finding]:
    """Give the findings on articles that are about such an act; the others say only what else is not known."""
    own = {f.article.id: [g for g in answer.findings if g.article.id == f.article.id] for f in answer.findings}
    return [f for f in answer.findings if comes_under(f.article, answer.conduct, own[f.article.id])]


def _in_short(article: Article, instrument: Instrument, told: Iterable[Answered], index: Index) -> Iterator[str]:
    """Yield one line for each event that an article decides in some reading."""
    for answer in told:
        found = _verdicts(answer, article)
        for verdict in dict.fromkeys(v for v in found if v in DECIDED):
            one = next(f for f in answer.findings if f.article.id == article.id and f.verdict is verdict)
            count = found.count(verdict)
            some = "" if count == len(found) else f" in {count} of {len(found)} readings"
            says = f"{WORDS[verdict][one.would]} {instrument.unit} {article.number}{some}"
            yield from wrapped(f"{_label(answer, index)}: {says}", "  ", "    ")


def _undecided(instrument: Instrument, answers: Iterable[Answered], index: Index) -> Iterator[str]:
    """Yield what could not be decided: what is lacking, and under it the events that lack it, each with the articles."""
    lacking: dict[str, dict[str, dict[str, None]]] = {}
    for answer in answers:
        open_ones = (f for f in answer.findings if f.verdict is Verdict.INDETERMINATE and f.verdict in _verdicts(answer, f.article))
        for finding in {f.article.id: f for f in reversed(list(open_ones))}.values():  # the first reading of each article
            articles = lacking.setdefault("; ".join(missing(finding)), {}).setdefault(_label(answer, index), {})
            articles[f"{instrument.unit} {finding.article.number}"] = None
    for lacks, events in lacking.items():
        yield ""
        yield from wrapped(f"Could not be decided, as {lacks}:", "", "  ")
        for label, under in events.items():
            yield from wrapped(f"{label}: {', '.join(under)}", "  ", "    ")


def _not_known(answers: Sequence[Answered], index: Index) -> Iterator[str]:
    """Yield of which events it is not known what was done or by whom, and how many touch no article."""
    touching = {id(a.event) for a in answers if any(_verdicts(a, f.article) for f in a.findings)}
    untouched = len({id(a.event) for a in answers if _is_known(a)} - touching)
    unclear = (("what was done", [a for a in answers if not a.conduct.action]), ("who acts", [a for a in answers if _is_nobodys(a)]))
    if untouched or any(some for _, some in unclear):
        yield ""
    for lacks, some in unclear:
        if labels := list(dict.fromkeys(index.labels[e.id] for a in some for e in _mentions(a))):
            more = f" and {len(labels) - LABELS} more" if len(labels) > LABELS else ""
            yield from wrapped(f"Put to no article, as it is not known {lacks}: {', '.join(labels[:LABELS])}{more}.", "", "  ")
    if untouched:
        yield f"{untouched} {'event touches' if untouched == 1 else 'events touch'} no article."


def _is_known(answer: Answered) -> bool:
    """Say whether it is known what was done and by whom: without that, nothing can be decided."""
    return bool(answer.conduct.action and answer.conduct.actor)


def _is_nobodys(answer: Answered) -> bool:
    return bool(answer.conduct.action) and not answer.conduct.actor


def _at_odds(some: Sequence[AtOdds], index: Index) -> Iterator[str]:
    if some:
        yield ""
        yield "At odds with themselves:"
    for one in some:
        yield from wrapped(at_odds_words(one, index), "  ", "    ")
        yield from (line for told in at_odds_lines(one, index) for line in wrapped(told, "    ", "      "))


def _label(answer: Answered, index: Index) -> str:
    """Give the labels of the mentions of an event with who acts, and how far it has come."""
    told = ", ".join(f"{index.labels[e.id]} {e.status.value}" for e in _mentions(answer))
    actor = answer.conduct.actor[0].value if answer.conduct.actor else None
    words = next((f": “{shortened(e.cites[0].quote, WORDS_SHOWN)}”" for e in _mentions(answer)), "")
    return f"{index.name(actor) if actor else 'somebody'} ({told}{words})"


def _mentions(answer: Answered) -> tuple[Event, ...]:
    return answer.event.mentions if answer.event else ()
