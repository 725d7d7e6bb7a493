"""Agreements for the terminal: the list of those that can be asked, and one with its articles, readings, exceptions and sources."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from communique.analyse.compliance import Facts
from communique.analyse.compliance.spoken import amount, date
from communique.model.instrument import Article, Baseline, Instrument, StatusChange

WIDTH = 100
"""Columns of a line."""


def listing_lines(instruments: Iterable[Instrument]) -> Iterator[str]:
    """Yield one line for each agreement: id, title, date and latest status."""
    for one in instruments:
        latest = [s for s in one.status if not s.actors][-1]
        yield from _wrapped(f"{one.id}: {one.title}, {date(one.dated)}; {_status(latest)}; {len(one.articles)} provisions", "", "    ")


def agreement_lines(one: Instrument, known: Facts) -> Iterator[str]:
    """Yield an agreement: parties, status over time, each article with what it asks and where it is from, and what is not sourced."""
    yield f"{one.title} ({one.id}), {date(one.dated)}"
    proposed = ", ".join(known.name(k) for k in one.proposed_by)
    yield from _wrapped(f"Parties: {one.party_words}." + (f" Proposed by {proposed}." if proposed else ""), "", "  ")
    yield from _wrapped(f"Source: {one.basis.source}", "", "  ")
    for change in one.status:
        yield from _wrapped(_change(change, known), "  ", "    ")
    for article in one.articles:
        yield ""
        yield from _article(article, one.unit)
    yield from _baselines(one.baselines, known)
    for term in one.terms:
        yield ""
        yield f"“{term.words}” can be read in these ways:"
        for reading in term.readings:
            yield from _wrapped(f"{reading.name} [{reading.basis.source}]", "  ", "    ")
    if one.unsourced:
        yield ""
        yield "What could not be sourced:"
    for gap in one.unsourced:
        yield from _wrapped(gap, "  ", "    ")


def _status(change: StatusChange) -> str:
    return f"{change.value.replace('_', ' ')} since {date(change.since)}"


def _change(change: StatusChange, known: Facts) -> str:
    whom = f" for {', '.join(known.name(k) for k in change.actors)}" if change.actors else ""
    note = f" ({change.note})" if change.note else ""
    return f"{_status(change)}{whom}{note} [{change.basis.source}]"


def _article(article: Article, unit: str) -> Iterator[str]:
    tested = ", not asked of events" if article.untested else ""
    yield f"{unit} {article.number} ({article.id}, {article.kind}{tested})"
    yield from _wrapped(f"{article.says} [{article.basis.source}]", "  ", "  ")
    for exemption in article.exemptions:
        yield from _wrapped(f"Exception {exemption.id}: {exemption.says} [{exemption.basis.source}]", "  ", "    ")
    for reading in article.readings[1:]:
        yield from _wrapped(f"Also read {reading.name} [{reading.basis.source}]", "  ", "    ")
    for label, text in (
        ("For", article.beneficiary),
        ("Consultation", article.consultation),
        ("Remedy", article.remedy),
        ("Not sourced", article.unsourced),
    ):
        if text:
            yield from _wrapped(f"{label}: {text}", "  ", "    ")


def _baselines(baselines: tuple[Baseline, ...], known: Facts) -> Iterator[str]:
    if baselines:
        yield ""
        yield "Baselines:"
    for one in baselines:
        who, where = (", ".join(known.name(k) for k in keys) for keys in (one.actors, one.hosts))
        assumed = "assumed: " if one.basis.assumed else ""
        says = f"{who} in {where} on {date(one.on)}: {amount(one.quantity)} [{assumed}{one.basis.source}]"
        yield from _wrapped(says, "  ", "    ")


def _wrapped(text: str, lead: str, indent: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
