"""Small reports and readings of them, written for these tests."""

from dataclasses import replace
from hashlib import sha256

from communique.model.actor import Actor, ActorKind, Named, Who
from communique.model.agreement import Agreement
from communique.model.citation import Citation
from communique.model.claim import Claim, Origins, Value
from communique.model.dates import When
from communique.model.ids import mention_id, report_id
from communique.model.kinds import Form, Kind, Status, Wording
from communique.model.mention import Event, Mention, Provision, Statement
from communique.model.notice import Notice, Stage
from communique.model.reconciled import Reconciled
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span
from communique.record import Dossier

TEXT = (
    "Talks in Oslo end\n\n"
    "Envoys of Borduria and Syldavia met in Oslo on Monday. “We will not sign,” said Anna Rask, the minister. "
    "“There is time,” said Otto Berg. Article 2 of the draft says that no rocket may stand within 50 km of the border.\n"
)
WEIGHTS = "communique-en/1"
VERSION = "0.1.0"


def report(text: str = TEXT, *, file: str = "oslo.txt", outlet: str | None = "Oslo Courier") -> Report:
    """Give a report with `text` as its body, of a file's own bytes."""
    digest = sha256(text.encode()).hexdigest()
    regions = (Region(Span(0, len(text)), RegionKind.BODY),) if text else ()
    return Report(report_id(digest, file), file, text, digest, regions, outlet=outlet, published=When("2022-01-11"))


def cite(of: Report, words: str) -> Citation:
    """Give the citation of the first place of `words`."""
    start = of.text.index(words)
    return of.cite(start, start + len(words))


def named(of: Report, words: str, kind: ActorKind = ActorKind.PERSON) -> Named:
    """Give the mention of an actor by the first place of its name."""
    place = cite(of, words)
    return Named(mention_id(of.id, Kind.NAMED, [place.span]), words, kind, None, None, (), (), (place,))


def statement(of: Report, words: str, speaker: str | None, cue: str = "said") -> Statement:
    """Give a direct statement by the named mention with id `speaker`."""
    place = cite(of, words)
    id_ = mention_id(of.id, Kind.STATEMENT, [place.span])
    return Statement(id_, (place,), Form.DIRECT, Who(speaker), cite(of, cue), f"subject of “{cue}”", cites=(place,))


def event(of: Report, words: str, *actors: str) -> Event:
    """Give talks with `words` as their trigger."""
    place = cite(of, words)
    id_ = mention_id(of.id, Kind.EVENT, [place.span])
    return Event(id_, "CONSULT", place, tuple(Who(a) for a in actors), Status.HELD, f"“{words}”", cites=(place,))


def provision(of: Report, words: str) -> Provision:
    """Give a provision with `words` as its text."""
    place = cite(of, words)
    return Provision(mention_id(of.id, Kind.PROVISION, [place.span]), "2", (place,), Wording.PARAPHRASE, None, "numbered", cites=(place,))


def mentions(of: Report) -> tuple[Mention, ...]:
    """Give what there is to find in `TEXT`."""
    rask, berg = named(of, "Anna Rask"), named(of, "Otto Berg")
    return (
        rask,
        berg,
        statement(of, "We will not sign", rask.id),
        statement(of, "There is time", berg.id),
        event(of, "met", rask.id),
        provision(of, "no rocket may stand within 50 km of the border"),
    )


def notice(of: Report) -> Notice:
    """Give a notice about a report."""
    return Notice(Stage.ANNOTATE, "“Monday” has no date to count from", "State the date of publication.", of.file, of.id, Span(0, 5))


def reconciled(dossier: Dossier) -> Reconciled:
    """Give one actor, claim and agreement per mention, the simplest that a reconciler could do."""
    found = [m for ms in dossier.mentions().by_report.values() for m in ms]
    outlets = {r.id: r.outlet or r.id for r in dossier.reports()}
    provisions = tuple(m for m in found if isinstance(m, Provision))
    return Reconciled(
        actors=tuple(Actor(m.id, m.name, m.kind, cites=m.cites) for m in found if isinstance(m, Named)),
        statements=tuple(m for m in found if isinstance(m, Statement)),
        events=tuple(m for m in found if isinstance(m, Event)),
        agreements=tuple(Agreement(f"agr-{p.id}", None, (p,)) for p in provisions),
        claims=tuple(_claim(m, outlets) for m in found if isinstance(m, Statement)),
        notices=(Notice(Stage.RECONCILE, f"{len(found)} mentions", "Nothing to do."),),
    )


def _claim(of: Statement, outlets: dict[str, str]) -> Claim:
    where = of.content[0].report
    speaker: dict[str, tuple[Value, ...]] = {"speaker": (Value(of.speaker.actor, (of.id,)),)} if of.speaker.actor else {}
    return Claim(of.id, "statement", (of.id,), speaker, (where,), (outlets[where],), Origins(1, 1))


def rebuild(dossier: Dossier, built: Reconciled | None = None) -> None:
    """Rebuild from what the dossier holds now: `built`, or what there is to find."""
    basis = dossier.mentions().basis
    dossier.rebuild(reconciled(dossier) if built is None else built, basis=basis)


def stored(dossier: Dossier, of: Report, found: tuple[Mention, ...] | None = None) -> None:
    """Store a report with `found`, or with all there is to find, and rebuild."""
    dossier.store(of, mentions(of) if found is None else found, (notice(of),), weights=WEIGHTS, version=VERSION)
    rebuild(dossier)


def speaking_for(of: Statement, body: str) -> Statement:
    """Give the statement as made on behalf of a body."""
    return replace(of, on_behalf_of=body)
