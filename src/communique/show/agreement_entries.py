"""Agreements and their provisions as entries: what each lays down, in which words, and what bears on it."""

from collections.abc import Iterator

from communique.analyse.bearing import Bearing, bearing
from communique.model.agreement import Agreement
from communique.model.mention import Provision
from communique.model.record import Record
from communique.show import uses
from communique.show.at_odds import bearing_facts
from communique.show.entries import date, grounds, once, quoted, reason, to_actor
from communique.show.entry import Entry, Fact, Group, Link, Quote
from communique.show.figures import figure_facts
from communique.show.index import Index, anchor, provisions


def agreement_groups(record: Record, index: Index) -> Iterator[Group]:
    """Yield each agreement with its provisions in the order of their numbers, and what bears on each."""
    bears = bearing(record)
    for agreement in record.agreements:
        entries = tuple(_provision(p, bears, index) for p in provisions(record, agreement.provisions))
        title = Link(agreement.title or "An agreement that the reports do not name")
        facts = tuple(_agreement_facts(agreement, index))
        yield Group(title, entries, facts, anchor=anchor(agreement.id), label=index.labels[agreement.id])


def _provision(provision: Provision, bears: Bearing, index: Index) -> Entry:
    bearers = [name for w in provision.bearer if (name := index.called(w))]
    remarks = (
        provision.kind and provision.kind.value,
        f"binds {', '.join(bearers)}" if bearers else None,
        {"verbatim": "in its own words", "paraphrase": "in the report's words", "translated": "translated"}[provision.wording.value],
        provision.baseline.value and f"baseline {date(provision.baseline)}",
    )
    return Entry(
        anchor(provision.id),
        index.labels[provision.id],
        "Provision",
        (Link(_numbered(provision.number)),),
        remarks=tuple(r for r in remarks if r),
        quotes=tuple(Quote(quoted(c, index)) for c in sorted(provision.content)),
        # Words that are quoted in part bring their own marks.
        in_marks=provision.wording.value == "verbatim" and not any(set(c.quote) & set('“”"') for c in provision.content),
        facts=(
            *_provision_facts(provision, index),
            *bearing_facts(provision, bears, index),
            *reason(provision.baseline, term="baseline"),
            *grounds(uses.of_provision(provision), index),
        ),
        why=provision.why or None,
    )


def _numbered(number: str | None) -> str:
    if number is None:
        return "Provision without a number"
    return f"Article {number}" if number[:1].isdigit() else number


def _provision_facts(provision: Provision, index: Index) -> Iterator[Fact]:
    for term, text in (("action", provision.action), ("object", provision.object), ("place", provision.place)):
        if text:
            yield Fact(term, text)
    yield from figure_facts(provision.figures)
    if proposer := to_actor(provision.proposed_by, index):
        yield Fact("proposed by", links=(proposer,))
    if provision.article:
        yield Fact("is", f"{provision.article.replace('#', ', ')} (communique agreements {provision.article.partition('#')[0]})")


def _agreement_facts(agreement: Agreement, index: Index) -> Iterator[Fact]:
    for term, whos in (("proposed by", agreement.proposed_by), ("parties", agreement.parties)):
        if links := tuple(link for w in whos if (link := to_actor(w, index))):
            yield Fact(term, links=once(links))
    if dated := date(agreement.dated):
        yield Fact("dated", dated)
    yield from reason(agreement.dated)
    yield from grounds(uses.of_agreement(agreement), index)
