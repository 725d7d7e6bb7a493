"""Persons and organisations across reports: what evidence joins a surname, a short name or an acronym, and what stays apart."""

from collections.abc import Sequence

import pytest
from tests.support import place_of, report_of

from communique import reference
from communique.model.actor import Actor, ActorKind, Alias, Named, Role
from communique.model.ids import mention_id
from communique.model.kinds import Kind
from communique.model.report import Report
from communique.reconcile import actors_of
from communique.reconcile.actors import Cast

TABLES = reference.load()


def _report(text: str, number: int) -> Report:
    return report_of(text, file=f"{number}.txt")


def _person(report: Report, name: str, *, title: str | None = None, of: str | None = None, country: str | None = None) -> Named:
    span = place_of(report.text, name)
    cite = report.cite(span.start, span.end)
    roles = (Role(title, of, (cite,)),) if title else ()
    return Named(mention_id(report.id, Kind.NAMED, [span]), cite.quote, ActorKind.PERSON, None, country, (), roles, (cite,))


def _body(report: Report, name: str, *, acronym: str | None = None) -> Named:
    span = place_of(report.text, name)
    cite = report.cite(span.start, span.end)
    aliases = (Alias(acronym, f"acronym that the report gives for {name}", (cite,)),) if acronym else ()
    return Named(mention_id(report.id, Kind.NAMED, [span]), cite.quote, ActorKind.ORGANISATION, None, None, aliases, (), (cite,))


def _state(report: Report, name: str, code: str) -> Named:
    span = place_of(report.text, name)
    cite = report.cite(span.start, span.end)
    return Named(mention_id(report.id, Kind.NAMED, [span]), name, ActorKind.STATE, f"state:{code}", code, (), (), (cite,))


def _cast(*reports: Sequence[Named]) -> Cast:
    return actors_of({named[0].cites[0].report: named for named in reports}, TABLES)


def _names(cast: Cast) -> list[str]:
    return sorted(a.name for a in cast.actors if a.kind is not ActorKind.STATE)


def _one(cast: Cast, name: str) -> Actor:
    return next(a for a in cast.actors if a.name == name)


FULL = _report("President Ada Lund spoke. Carl Aske Jr. left.", 1)
BARE = _report("President Lund spoke in Norway.", 2)
OTHER = _report("Ada Lund and Bo Berg met.", 3)
THIRD = _report("Lund met Bo Berg.", 4)


def test_surname_with_the_same_office_is_the_person() -> None:
    """The office that both hold joins them, and the alias says so."""
    cast = _cast([_person(FULL, "Ada Lund", title="President")], [_person(BARE, "Lund", title="president")])
    (alias,) = _one(cast, "Ada Lund").aliases
    assert (alias.name, alias.why) == ("Lund", "surname of Ada Lund, with the same office: president")


def test_surname_without_evidence_stays_apart_with_a_suggestion() -> None:
    """A likeness alone joins nobody; the notice has the command that would."""
    cast = _cast([_person(FULL, "Ada Lund")], [_person(BARE, "Lund")])
    assert _names(cast) == ["Ada Lund", "Lund"]
    (notice,) = cast.notices
    assert "merge into=" in notice.remedy


def test_surname_of_two_persons_joins_neither() -> None:
    """With two of that surname, enough reports are no evidence."""
    eva = _report("Eva Lund left.", 5)
    full = [[_person(FULL, "Ada Lund")], [_person(OTHER, "Ada Lund"), _person(OTHER, "Bo Berg")], [_person(eva, "Eva Lund")]]
    cast = _cast(*full, [_person(THIRD, "Lund"), _person(THIRD, "Bo Berg")])
    assert "Lund" in _names(cast)


def test_surname_that_two_reports_name_in_full_is_the_person() -> None:
    """Two reports give the full name, and one of them names the same people as the report with the surname."""
    cast = _cast(
        [_person(FULL, "Ada Lund")],
        [_person(OTHER, "Ada Lund"), _person(OTHER, "Bo Berg")],
        [_person(THIRD, "Lund"), _person(THIRD, "Bo Berg")],
    )
    assert _names(cast) == ["Ada Lund", "Bo Berg"]


def test_surname_of_who_leads_the_state_that_is_named() -> None:
    """A president's bare surname is hers in a report that names her state."""
    lund = _person(FULL, "Ada Lund", title="President", of="state:NOR", country="NOR")
    assert _names(_cast([lund], [_person(BARE, "Lund"), _state(BARE, "Norway", "NOR")])) == ["Ada Lund"]


def test_offices_of_two_states_keep_a_surname_apart() -> None:
    """An office of another state speaks against it."""
    lund = _person(FULL, "Ada Lund", title="President", country="NOR")
    assert _names(_cast([lund], [_person(BARE, "Lund", title="President", country="SWE")])) == ["Ada Lund", "Lund"]


def test_son_is_not_his_father() -> None:
    """A name with a suffix is another person's, unless both hold one office."""
    other = _report("Carl Aske, the envoy, came.", 6)
    assert _names(_cast([_person(FULL, "Carl Aske Jr.")], [_person(other, "Carl Aske")])) == ["Carl Aske", "Carl Aske Jr."]
    joined = _cast([_person(FULL, "Carl Aske Jr.", title="envoy")], [_person(other, "Carl Aske", title="envoy")])
    assert _names(joined) == ["Carl Aske Jr."]


def test_short_given_name_is_the_same_person() -> None:
    """Rick Dahl and Richard Dahl are one where no report names both."""
    one, two = _report("Rick Dahl came.", 7), _report("Richard Dahl left.", 8)
    assert len(_names(_cast([_person(one, "Rick Dahl")], [_person(two, "Richard Dahl")]))) == 1


@pytest.mark.parametrize("acronym", ["NFU", None])
def test_acronym_is_joined_across_reports(acronym: str | None) -> None:
    """An acronym is the name that another report gives it for, or the only one with these initials."""
    one, two = _report("The National Fishermen Union met.", 9), _report("The N.F.U. left.", 10)
    cast = _cast([_body(one, "National Fishermen Union", acronym=acronym)], [_body(two, "N.F.U.")])
    assert _names(cast) == ["National Fishermen Union"]


def test_initials_of_two_names_join_neither() -> None:
    """Two names with one acronym leave it alone."""
    one, two = _report("The National Fishermen Union and the New Farmers Union met.", 11), _report("The NFU left.", 12)
    cast = _cast([_body(one, "National Fishermen Union"), _body(one, "New Farmers Union")], [_body(two, "NFU")])
    assert "NFU" in _names(cast)


def test_one_name_with_one_office_between_two_states_is_one_person() -> None:
    """An ambassador told by who sends and by who receives is one; two plain ambassadors are two, and so are two offices."""
    one, two = _report("Bo Berg spoke.", 13), _report("Bo Berg left.", 14)
    sent = _person(one, "Bo Berg", title="ambassador to Chile", country="SWE")
    received = _person(two, "Bo Berg", title="ambassador", country="CHL")
    assert len(_names(_cast([sent], [received]))) == 1
    assert len(_names(_cast([_person(one, "Bo Berg", title="ambassador", country="SWE")], [received]))) == 2
    assert len(_names(_cast([sent], [_person(two, "Bo Berg", title="minister", country="CHL")]))) == 2
