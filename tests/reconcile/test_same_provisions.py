"""Provisions of several reports: one article is one claim, whatever number a report gives it; and the ids that a claim had before."""

from collections.abc import Sequence
from random import Random

from communique.model.claim import Claim
from communique.model.conflict import ConflictKind
from communique.model.dates import When
from communique.model.ids import mention_id
from communique.model.kinds import Kind, PositionStance, Wording
from communique.model.mention import Provision
from communique.model.report import Report
from communique.reconcile.claims import Told, claims_of
from communique.reconcile.conflicts import conflicts_of

from .written import ACTORS, event, position, report, statement

LINE = "The parties shall keep the northern ferry line open to every ship of either flag in winter"
OTHER = "The parties shall send each other a list of their trawlers before the first day of March"


def _provision(held: Report, words: str, number: str | None, *, article: str | None = None, since: str | None = None) -> Provision:
    start = held.text.index(words)
    cite = held.cite(start, start + len(words))
    id_ = mention_id(held.id, Kind.PROVISION, [cite.span])
    return Provision(id_, number, (cite,), Wording.PARAPHRASE, None, "test", baseline=When(since), article=article)


def _claims(provisions: Sequence[Provision], reports: Sequence[Report]) -> list[Claim]:
    return claims_of(Told(provisions=provisions), actors=ACTORS, reports={r.id: r for r in reports})


def _reports(*texts: str) -> list[Report]:
    return [report(f"Day {n}. {text}.", n) for n, text in enumerate(texts)]


def test_one_article_of_several_reports_is_one_claim() -> None:
    """The same number in like words; another article of the same reports stays apart."""
    reports = _reports(f"{LINE}. {OTHER}", f"{LINE}, says article 2. {OTHER}")
    told = [_provision(r, words, number) for r in reports for words, number in ((LINE, "2"), (OTHER, "3"))]
    claims = _claims(told, reports)
    assert sorted(len(c.mentions) for c in claims) == [2, 2]
    assert all(c.why and c.kind == "provision" for c in claims)
    assert conflicts_of(claims, {p.id: p for p in told}, ACTORS) == []


def test_an_article_that_we_hold_is_one_claim_in_any_words() -> None:
    """What is aligned to one article is that article; what is aligned to two is two, however alike the words are."""
    reports = _reports(LINE, OTHER, LINE)
    told = [_provision(r, w, None, article=a) for r, w, a in zip(reports, (LINE, OTHER, LINE), ("x#1", "x#1", "x#2"), strict=True)]
    assert sorted(len(c.mentions) for c in _claims(told, reports)) == [1, 2]


def test_another_number_and_another_date_are_conflicts() -> None:
    """One provision by its words: one of two reports has misnumbered or misdated it; a part of an article is no other number."""
    reports = _reports(LINE, LINE)
    for numbers, kinds in ((("2", "5"), {ConflictKind.REFERENCE, ConflictKind.DATE}), (("2", "2(1)"), {ConflictKind.DATE})):
        dates = ("1997-05-27", "1999-05-27")
        told = [_provision(r, LINE, n, since=d) for r, n, d in zip(reports, numbers, dates, strict=True)]
        claims = _claims(told, reports)
        assert [len(c.mentions) for c in claims] == [2]
        assert {x.kind for x in conflicts_of(claims, {p.id: p for p in told}, ACTORS)} == kinds


def test_a_claim_is_found_by_every_id_that_it_ever_had() -> None:
    """Reports read one by one, in any order: what named the claim of a mention then is now its claim's id, or in its `was`."""
    words = "We will not sign this text before the harbour is open to every ship of every flag"
    seized = "Norway seized the Canadian trawler off Bergen for its nets"
    reports = [report(f"Day {n}. {words}, said Lund. {seized}. {LINE}.", n) for n in range(4)]
    told = {
        r.id: Told(
            statements=[statement(r, words)],
            events=[event(r, ["COERCE", "NOR", "CAN", seized, ""], "seized")],
            positions=[position(r, words, PositionStance.REJECTS)],
            provisions=[_provision(r, LINE, "2")],
        )
        for r in reports
    }
    final: list[list[Claim]] = []
    for seed in range(6):
        order = Random(seed).sample(reports, len(reports))
        ever: dict[str, set[str]] = {}
        for count in range(1, len(order) + 1):
            some = [told[r.id] for r in order[:count]]
            read = Told(
                statements=[s for t in some for s in t.statements],
                events=[e for t in some for e in t.events],
                positions=[p for t in some for p in t.positions],
                provisions=[p for t in some for p in t.provisions],
            )
            claims = claims_of(read, actors=ACTORS, reports={r.id: r for r in order[:count]})
            for claim in claims:
                for mention in claim.mentions:
                    ever.setdefault(mention, set()).add(claim.id)
        assert all(ever[m] <= {c.id, *c.was} for c in claims for m in c.mentions)
        assert all(c.id not in c.was for c in claims)
        final.append(claims)
    assert all(claims == final[0] for claims in final)
