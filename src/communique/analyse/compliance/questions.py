"""What-if questions in YAML: events in words or in parts, changed facts, and articles that are dropped or amended.

events:
  - US deploys 5,000 troops to Romania on 2022-02-02
  - {actor: state:POL, action: deploy, object: troops, place: state:ROU, when: 2022-02-02, source: Polish ministry}
facts: {members: [{of: NATO, state: UKR, since: 2022-01-01}], status: in_force}
drop: [art_6]
amend: [{id: art_4, place: {region: europe-m49}}]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from communique.analyse.compliance import spoken
from communique.analyse.compliance.asking import conducts, there
from communique.analyse.compliance.facts import Changes, Facts, Membership, facts
from communique.analyse.compliance.wording import dated
from communique.errors import DateError, InputError
from communique.model.conduct import Circumstance, Claimed, Conduct, Ground, Measured
from communique.model.days import Days
from communique.model.instrument import Baseline, Basis, Instrument, LegalStatus
from communique.model.quantity import bounded
from communique.model.truth import Truth
from communique.reference import Country
from communique.reference.agreement_predicates import day, keys, number
from communique.reference.agreements import amended, entry_of, read
from communique.reference.entries import Entry, table_of

FIELDS = ("events", "facts", "drop", "amend")
PARTS = ("actor", "action", "object", "place", "target")


@dataclass(frozen=True, slots=True)
class Question:
    """A what-if question: the agreement as the question has it, the facts as changed, and the events."""

    instrument: Instrument
    known: Facts
    conducts: tuple[Conduct, ...]


def question_in(path: Path, agreement: str) -> Question:
    """Give the question of a YAML file about an agreement (its id or file). Raise `CommuniqueError` for what is wrong in it."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file. Name a YAML file with {', '.join(FIELDS)}.")
    return question(table_of(path.read_text(encoding="utf-8"), file=path.name), agreement)


def question(entry: Entry, agreement: str) -> Question:
    """Give the question that an entry holds."""
    entry.allow(*FIELDS)
    changed = [_changes(e) for e in entry.entries("facts")]
    known = facts(changed[0] if changed else None)
    text = amended(entry_of(agreement), entry.entries("amend"), entry.texts("drop"))
    return Question(read(text), known, tuple(_events(entry, known)))


def _events(entry: Entry, known: Facts) -> Iterator[Conduct]:
    node = entry.fields.get("events")
    if node is not None and not isinstance(node, yaml.SequenceNode):
        raise entry.wrong("events", "not a list", "Write one event a line, each behind a hyphen.")
    for item in node.value if node else ():
        if isinstance(item, yaml.ScalarNode):
            yield from _in_words(str(item.value), known, where=f"{entry.file}, line {item.start_mark.line + 1}")
        else:
            part = Entry(entry.file, item.start_mark.line + 1, {"events": item})
            yield from (conduct(e, known) for e in part.entries("events"))


def _in_words(text: str, known: Facts, *, where: str) -> tuple[Conduct, ...]:
    """Give the conduct of an event in words; what is wrong with it is named with where it stands."""
    try:
        return conducts(text, known)
    except (InputError, DateError) as error:
        raise InputError(f"{where}: {error}") from error


def conduct(entry: Entry, known: Facts) -> Conduct:
    """Give an event that is written in parts; a part with several values is what different sources say, each with `by`."""
    entry.allow("says", "when", *PARTS, "figures", "circumstances", "source")
    if entry.maybe("when") is None:
        raise entry.wrong("when", "the event has no date", "Give the day of the event, as 2022-02-02.")
    ground, when = Ground(entry.maybe("source") or "the event as put"), dated(entry.text("when"))
    if when is None:
        raise entry.wrong("when", f"{entry.text('when')!r} is no date", "Write 2022-02-02, 2022-02 or [2022-02-10..2022-02-20].")
    return Conduct(
        words=entry.maybe("says") or "the event",
        when=when,
        actor=_there(_values(entry, "actor", ground, known), when, known),
        action=_values(entry, "action", ground, known),
        object=_values(entry, "object", ground, known),
        place=_there(_values(entry, "place", ground, known), when, known),
        target=_there(_values(entry, "target", ground, known), when, known),
        measures=tuple(_measure(e, ground, known) for e in entry.entries("figures")),
        circumstances=tuple(_circumstance(e, ground, known) for e in entry.entries("circumstances")),
    )


def _there(claims: tuple[Claimed, ...], when: Days, known: Facts) -> tuple[Claimed, ...]:
    """Give the claims as they are; a state that was not there on the day is an error."""
    for claim in claims:
        if isinstance(state := known.tables.entity(claim.value), Country):
            there(state, when)
    return claims


def _values(entry: Entry, field: str, ground: Ground, known: Facts) -> tuple[Claimed, ...]:
    node = entry.fields.get(field)
    if node is None:
        return ()
    if isinstance(node, yaml.ScalarNode):
        return (Claimed(_value(entry, field, known, field=field), ground),)
    return tuple(_claimed(e, field, known) for e in entry.entries(field))


def _claimed(entry: Entry, field: str, known: Facts) -> Claimed:
    entry.allow("is", "by")
    return Claimed(_value(entry, field, known, field="is"), Ground(entry.text("by")))


def _value(entry: Entry, part: str, known: Facts, *, field: str) -> str:
    value = entry.text(field)
    if part in {"action", "object"}:
        classes = known.words.actions if part == "action" else known.words.objects
        if value not in classes:
            raise entry.wrong(field, f"{value!r} is no class of {part}", f"Write one of {', '.join(classes)}.")
        return value
    if known.tables.entity(value) is None:
        raise entry.wrong(field, f"{value!r} is no actor of the tables", "Write state:CODE or org:ID.")
    return value


def _measure(entry: Entry, ground: Ground, known: Facts) -> Measured:
    entry.allow("measure", "bound", "amount", "words", "by")
    measure = entry.text("measure")
    if measure not in known.words.measures:
        raise entry.wrong("measure", f"{measure!r} is no measure", f"Write one of {', '.join(known.words.measures)}.")
    bound = entry.maybe("bound") or "exact"
    if bound not in {"exact", *known.words.bounds}:
        raise entry.wrong("bound", f"{bound!r} is no bound", f"Write one of {', '.join(known.words.bounds)}, or leave it out.")
    amount, by = number(entry, "amount"), entry.maybe("by")
    quantity = bounded(bound, amount, amount)
    words = entry.maybe("words") or f"{spoken.amount(quantity)} {known.words.measures[measure].label}"
    return Measured(measure, quantity, words, Ground(by) if by else ground)


def _circumstance(entry: Entry, ground: Ground, known: Facts) -> Circumstance:
    entry.allow("name", "holds", "by")
    name, holds = entry.text("name"), entry.text("holds")
    if name not in known.words.circumstances:
        raise entry.wrong("name", f"{name!r} is no circumstance", f"Write one of {', '.join(known.words.circumstances)}.")
    if holds not in set(Truth):
        raise entry.wrong("holds", f"{holds!r} is no answer", f"Write one of {', '.join(Truth)}.")
    by = entry.maybe("by")
    return Circumstance(name, Truth(holds), Ground(by) if by else ground)


def _changes(entry: Entry) -> Changes:
    entry.allow("members", "without", "baselines", "stationed", "deposits", "signatories", "notices", "status")
    status = entry.maybe("status")
    if status and status not in set(LegalStatus):
        raise entry.wrong("status", f"{status!r} is no legal status", f"Write one of {', '.join(LegalStatus)}.")
    if bool(entry.maybe("deposits")) != bool(entry.maybe("signatories")):
        raise entry.wrong("deposits", "deposits and signatories belong together", "Give both numbers, or neither.")
    return Changes(
        memberships=tuple(_membership(e) for e in entry.entries("members")),
        without=frozenset((_state(e), _organisation(e)) for e in entry.entries("without")),
        baselines=tuple(_stock(e) for e in entry.entries("baselines")),
        stationed=tuple(_stock(e) for e in entry.entries("stationed")),
        deposits=int(number(entry, "deposits")) if entry.maybe("deposits") else None,
        signatories=int(number(entry, "signatories")) if entry.maybe("signatories") else None,
        notices={_state(e): day(e, "on") for e in entry.entries("notices")},
        status=LegalStatus(status) if status else None,
    )


def _membership(entry: Entry) -> Membership:
    entry.allow("state", "of", "since", "until")
    until = day(entry, "until") if entry.maybe("until") else None
    return Membership(_state(entry), _organisation(entry), day(entry, "since"), until, "changed by the question")


def _state(entry: Entry) -> str:
    code = entry.text("state")
    if facts().tables.country(code) is None:
        raise entry.wrong("state", f"{code!r} is no state of countries.yml", "Write an ISO 3166 alpha-3 code, as RUS.")
    return f"state:{code}"


def _organisation(entry: Entry) -> str:
    id_ = entry.text("of")
    if facts().tables.entity(f"org:{id_}") is None:
        raise entry.wrong("of", f"{id_!r} is no organisation of organisations.yml", "Write its id, as NATO.")
    return id_


def _stock(entry: Entry) -> Baseline:
    entry.allow("actors", "hosts", "measure", "on", "bound", "amount", "source")
    known = facts()
    measure, bound = entry.text("measure"), entry.maybe("bound") or "exact"
    if measure not in {"any", *known.words.measures}:
        raise entry.wrong("measure", f"{measure!r} is no measure", f"Write any, or one of {', '.join(known.words.measures)}.")
    if bound not in {"exact", *known.words.bounds}:
        raise entry.wrong("bound", f"{bound!r} is no bound", f"Write one of {', '.join(known.words.bounds)}, or leave it out.")
    amount = number(entry, "amount")
    quantity = bounded(bound, amount, amount)
    basis = Basis(entry.maybe("source") or "changed by the question")
    who = keys(entry, "actors", known.tables), keys(entry, "hosts", known.tables)
    return Baseline(*who, measure, day(entry, "on"), quantity, basis)
