"""Agreements as data: what is shipped is whole and sourced, and a wrong file is named by file, line, article and remedy."""

from pathlib import Path

import pytest
from tests.analyse.written import EXCEPTION, HEAD, article, pact

from communique.errors import CommuniqueError, TableError
from communique.model.instrument import Instrument
from communique.reference.agreement_words import vocabulary
from communique.reference.agreements import agreement, ids, shipped

SHIPPED = ("cfe-1990", "founding-act-1997", "inf-1987", "jcpoa-2015", "minsk-2015", "ru-nato-2021", "ru-us-2021", "vienna-document-2011")


def test_shipped_agreements_are_these() -> None:
    """The eight agreements are there."""
    assert ids() == SHIPPED


@pytest.mark.parametrize("instrument", [shipped(i) for i in SHIPPED], ids=SHIPPED)
def test_every_value_has_a_source(instrument: Instrument) -> None:
    """Articles, exceptions, readings, statuses and baselines name their source."""
    bases = [instrument.basis, *(s.basis for s in instrument.status), *(b.basis for b in instrument.baselines)]
    bases += [b for a in instrument.articles for b in (a.basis, *(e.basis for e in a.exemptions), *(r.basis for r in a.readings))]
    bases += [reading.basis for term in instrument.terms for reading in term.readings]
    assert all(basis.source.strip() for basis in bases)


def test_what_could_not_be_sourced_is_said() -> None:
    """The drafts name the gaps that keep them from being decided: the table of 1997 above all."""
    assert any("27 May 1997" in gap for gap in shipped("ru-nato-2021").unsourced)


def test_words_of_conduct_mean_one_thing() -> None:
    """No form stands for two classes of action or two of object."""
    for classes in (vocabulary().actions, vocabulary().objects):
        forms = [form for c in classes.values() for form in c.forms]
        assert sorted(set(forms)) == sorted(forms)


def test_agreement_of_the_users_is_read_from_a_file(tmp_path: Path) -> None:
    """A path to a YAML file stands for the agreement in it; what is no id and no file is refused with the list."""
    path = tmp_path / "pact.yml"
    path.write_text(f"{HEAD}articles:{article()}", encoding="utf-8")
    assert agreement(str(path)).id == "test-pact"
    with pytest.raises(CommuniqueError, match="Name one of cfe-1990"):
        agreement("nato-mars-2099")


PRIORITIES = """priorities:
  - {stronger: art_1, weaker: art_2, source: "Invented."}
  - {stronger: art_2, weaker: art_1, source: "Invented."}
"""
CIRCLE = EXCEPTION.replace("id: art_1__exc_1, says", "id: art_1__exc_1, to: art_1__exc_2, says")
THREE = """priorities:
  - {stronger: art_1, weaker: art_2, source: "Invented."}
  - {stronger: art_2, weaker: art_3, source: "Invented."}
  - {stronger: art_3, weaker: art_1, source: "Invented."}
"""


@pytest.mark.parametrize(
    ("articles", "more", "parts"),
    [
        (article().replace("own_territory", "abroad"), "", ("art_1", "line", "'abroad' is no predicate", "Write one of")),
        (article().replace("[station]", "[dance]"), "", ("test-pact.yml, line", "art_1", "'dance' is no class")),
        (article().replace("id: art_1", "id: one"), "", ("line", "no id in the Akoma Ntoso manner", "art_4__para_1")),
        (article(kind="obligation"), "", ("art_1", "duty: missing", "make it a prohibition")),
        (article(kind="wish"), "", ("'wish' is no kind of provision", "prohibition")),
        (article(extra="    limit: {measure: troops}\n"), "", ("no bound", "at_least")),
        (article(extra="    limit: {measure: troops, above: many}\n"), "", ("'many' is no number", "Write digits")),
        (article(extra="    condition: {term: nowhere}\n"), "", ("'nowhere' is not known", "none is defined")),
        (article(extra="    condition: {stated: alert, region: ex-ussr}\n"), "", ("2 predicates in one mapping", "join them")),
        (article(extra="    time: {from: 2001-02-30}\n"), "", ("'2001-02-30' is no day", "Write 2004-03-29")),
        (article() + article(), "", ("'art_1' stands twice", "Give each its own id")),
        (article() + article("art_2"), PRIORITIES, ("are each declared stronger", "Keep one of the two")),
        (article(extra=CIRCLE), "", ("each declared stronger", "Keep one")),
        (article() + article("art_2") + article("art_3"), THREE, ("exceptions go in a circle", "Take one of them out")),
        (article(extra=EXCEPTION.replace("to: art_1__exc_1", "to: art_9")), "", ("'art_9' is no article or exception", "Write the id")),
    ],
)
def test_wrong_file_is_named_with_remedy(articles: str, more: str, parts: tuple[str, ...]) -> None:
    """What is wrong is named: file, line, article, value, and what to write instead."""
    with pytest.raises(TableError) as refused:
        pact(articles, more)
    assert [part for part in parts if part not in str(refused.value)] == []
