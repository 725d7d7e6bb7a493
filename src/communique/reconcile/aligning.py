"""Provisions that reports give, aligned by meaning to the articles of the agreements that we hold, and what a report then got wrong.

A wrong number is a conflict of kind reference; a paraphrase that leaves out whom, since when or with which exception the article binds is
one of kind content. Where no agreement of ours fits plainly better than the others, nothing is aligned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from communique.model.actor import Actor
from communique.model.agreement import Agreement
from communique.model.conflict import Conflict, ConflictKind, Side
from communique.model.instrument import Article, Instrument
from communique.model.mention import Provision
from communique.model.predicate import AboveBaseline, AllOf, AnyOf, MemberOf, Party, Predicate
from communique.reconcile.concepts import is_concept
from communique.reconcile.meaning import meaning, stems

FITS = 0.6
"""Mean likeness of an agreement's provisions to the articles that fit them best, from which on the agreement is taken for the one meant."""
_ARTICLE = 0.5
_MARGIN = 0.03
"""How much better the best agreement must fit than the next."""
_NUMBER = 0.1
"""What the same number adds to an article: reports misnumber, so it only tips the scales."""
_PLAINLY = 0.1
"""By how much another article must fit better than the one with the number given, and fit well (`FITS`), before the number is wrong."""
_EXCEPTIONS = ("except", "unless", "consent", "save ", "other than")
_EVERYBODY = frozenset({"party", "parties", "both", "all", "sides", "side", "the", "neither", "each", "member", "states", "signatories"})


@dataclass(frozen=True, slots=True)
class Aligned:
    """Agreements whose provisions name the articles that they are, and what reports got wrong."""

    agreements: tuple[Agreement, ...]
    conflicts: tuple[Conflict, ...]


def aligned(agreements: Sequence[Agreement], instruments: Sequence[Instrument], actors: Iterable[Actor]) -> Aligned:
    """Align each agreement that reports give to the one of ours that it is, if there is one, article by article."""
    states = {a.id: a.country for a in actors}
    found: list[Agreement] = []
    conflicts: list[Conflict] = []
    for agreement in agreements:
        instrument = _instrument(agreement, [i for i in instruments if _may_be(agreement, i, states)])
        if instrument is None:
            found.append(agreement)
            continue
        provisions = tuple(_with_article(p, agreement, instrument) for p in agreement.provisions)
        conflicts += [c for p in provisions for c in _conflicts(p, instrument)]
        found.append(replace(agreement, provisions=provisions, instrument=instrument.id))
    return Aligned(tuple(found), tuple(sorted(conflicts, key=lambda c: c.id)))


def _may_be(agreement: Agreement, instrument: Instrument, states: dict[str, str | None]) -> bool:
    """Say whether an instrument can be the text that a report speaks of: nobody proposes what somebody else did."""
    proposers = {states.get(w.actor) for w in agreement.proposed_by if w.actor} - {None}
    ours = {key.rpartition(":")[2] for key in instrument.proposed_by}
    return not proposers or not ours or bool(proposers & ours)


def _instrument(agreement: Agreement, some: Sequence[Instrument]) -> Instrument | None:
    ranked = sorted(((_fit(agreement, i), i.id, i) for i in some), key=lambda r: (-r[0], r[1]))
    if not ranked or ranked[0][0] < FITS or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0][2]


def _fit(agreement: Agreement, instrument: Instrument) -> float:
    """Give the mean likeness of the provisions to their best articles, and of the title to the instrument's, which counts as one more."""
    fits = [max((_likeness(p, a) for a in instrument.articles), default=0.0) for p in agreement.provisions]
    if agreement.title and len(meaning(agreement.title).content) > 2:
        fits.append(meaning(agreement.title).alike(meaning(instrument.title)))
    return sum(fits) / len(fits) if fits else 0.0


def _likeness(provision: Provision, article: Article) -> float:
    words = meaning(_text(provision)).alike(meaning(article.says))
    return words + (_NUMBER if provision.number and provision.number == article.number.split("(")[0].strip() else 0.0)


def _text(provision: Provision) -> str:
    return " ".join(c.quote for c in provision.content)


def _with_article(provision: Provision, agreement: Agreement, instrument: Instrument) -> Provision:
    """Give the provision with its article: the one with its number, unless another fits plainly better; without a number the best."""
    fits = {a.id: _fits(provision, a, agreement) for a in instrument.articles}
    best = max(instrument.articles, key=lambda a: (fits[a.id], a.id))
    numbered = [a for a in instrument.articles if provision.number and _number(provision.number) == _number(a.number)]
    own = max(numbered, key=lambda a: (fits[a.id], a.id), default=None)
    about = _about(provision, numbered, instrument)
    if about is not None and own is not None and fits[about.id] > fits[own.id] and not _listed(provision, about, agreement):
        best, how = about, "by what it is about"
    elif own is not None and not (fits[best.id] >= FITS and fits[best.id] - fits[own.id] >= _PLAINLY):
        best, how = own, "by its number"
    elif fits[best.id] < _ARTICLE:
        return provision
    else:
        how = f"by what it says ({fits[best.id]:.2f})"
    why = f"{provision.why}; it is {instrument.unit.lower()} {best.number} of the {instrument.short} {how}"
    return replace(provision, article=f"{instrument.id}#{best.id}", why=why)


def _listed(provision: Provision, other: Article, agreement: Agreement) -> bool:
    """Say whether a report lists both numbers, the provision's once: then each number stands beside its own words."""
    printed = [_number(p.number) for p in agreement.provisions if p.number]
    return printed.count(_number(provision.number or "")) == 1 and _number(other.number) in printed


def _about(provision: Provision, numbered: Sequence[Article], instrument: Instrument) -> Article | None:
    """Give the one article that is about what a provision is about, where none with its number is; None where no matter tells it."""
    matters = _matters(_text(provision))
    if not matters or any(_matters(a.says) & matters for a in numbered):
        return None
    same = [a for a in instrument.articles if matters <= _matters(a.says)]
    return same[0] if len(same) == 1 else None


def _matters(text: str) -> frozenset[str]:
    """Give the matters that words name ("enlargement" for "eastward expansion"), whatever word they are named by."""
    return frozenset(t for t in stems(meaning(text).content) if is_concept(t))


def _fits(provision: Provision, article: Article, agreement: Agreement) -> float:
    """Give how alike a provision is to an article: to our words for it, or to those that the same report prints under its number."""
    words = meaning(_text(provision))
    printed = [p for p in agreement.provisions if p is not provision and p.number == article.number]
    return max(words.alike(meaning(w)) for w in (article.says, *(_text(p) for p in printed)))


def _conflicts(provision: Provision, instrument: Instrument) -> Iterator[Conflict]:
    article = instrument.article((provision.article or "").partition("#")[2])
    if article is None:
        return
    if provision.number and _number(provision.number) != _number(article.number):
        why = f"what the report gives as {provision.number} is {article.number} of the {instrument.short} by what it says"
        yield _conflict(ConflictKind.REFERENCE, provision, article, (provision.number, article.number), why)
    if left_out := list(_left_out(provision, article)):
        why = f"the report's words leave out of {instrument.unit.lower()} {article.number}: {'; '.join(left_out)}"
        yield _conflict(ConflictKind.CONTENT, provision, article, (_text(provision), article.says), why)


def _number(number: str) -> str:
    """Give the number of the whole article ("7(1)" and "7.2" give "7")."""
    digits = ""
    for sign in number:
        if not sign.isalnum():
            break
        digits += sign
    return digits or number


def _left_out(provision: Provision, article: Article) -> Iterator[str]:
    """Yield what an article has and the report's words have not: whom it binds, its reference date, its exception."""
    text = _text(provision)
    scope = article.readings[0].scope if article.readings else None
    if scope and scope.bearer is not None and not isinstance(scope.bearer, Party) and _binds_everybody(provision):
        yield "whom it binds"
    dates = sorted(_dates(scope.limit)) if scope and scope.limit else []
    if provision.baseline.value is None and any(d[:4] not in text for d in dates):
        yield f"the reference date {dates[0]}"
    if article.exemptions and not any(word in text.lower() for word in _EXCEPTIONS):
        yield f"its exception ({article.exemptions[0].says.rstrip('.')})"


def _binds_everybody(provision: Provision) -> bool:
    """Say whether the report's words bind the parties without saying which."""
    words = {w for who in provision.bearer if who.cite for w in who.cite.quote.lower().split()}
    return bool(words) and words <= _EVERYBODY and all(who.actor is None for who in provision.bearer)


def _dates(predicate: Predicate) -> Iterator[str]:
    if isinstance(predicate, AboveBaseline | MemberOf):
        yield from (predicate.on,) if predicate.on else ()
    elif isinstance(predicate, AllOf | AnyOf):
        for inner in predicate.of:
            yield from _dates(inner)


def _conflict(kind: ConflictKind, provision: Provision, article: Article, values: tuple[str, str], why: str) -> Conflict:
    told, ours = values
    sides = (Side(" ".join(told.split()), provision.content), Side(ours, source=article.basis.source))
    digest = sha256("\x1f".join((kind, provision.id, article.id, why)).encode()).hexdigest()[:16]
    return Conflict(f"cfl-{digest}", kind, provision.id, sides, why)
