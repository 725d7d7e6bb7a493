"""Filters leave what was asked for, say what they could not judge, and answer an unknown name with the known ones."""

import pytest

from communique.errors import InputError
from communique.show import Choice, entry_lines, lines
from communique.show.choosing import actor_named, actors_in, chosen
from communique.show.index import index_of

from .support.talks_in_brenn import LINDQVIST, record


def left(choice: Choice) -> set[str]:
    """Give the labels of statements that a choice leaves."""
    whole = record()
    index = index_of(whole)
    return {index.labels[s.id] for s in chosen(whole, choice, index).record.statements}


def test_no_choice_leaves_everything() -> None:
    """Without a filter the record is shown as it is."""
    whole = record()
    assert chosen(whole, Choice(), index_of(whole)).record is whole


@pytest.mark.parametrize("name", [LINDQVIST, "Ada Lindqvist-Oye", "lindqvist", "A3"])
def test_actor_is_found_by_id_name_part_and_label(name: str) -> None:
    """However a reader names an actor, the entries left are all that actor's."""
    whole = record()
    index = index_of(whole)
    wanted = name if name != "A3" else index.labels[LINDQVIST]
    part = chosen(whole, Choice(actor=wanted), index).record
    assert actor_named(whole, wanted, index).id == LINDQVIST
    assert part.statements
    assert all(LINDQVIST in actors_in(s) for s in part.statements)
    assert len(part.statements) < len(whole.statements)


def test_label_of_an_entry_is_that_of_the_whole_record() -> None:
    """What a filtered view calls S3 is S3 everywhere, so that it can be judged."""
    whole = record()
    shown = [line for line in lines(whole, "statements", choice=Choice(actor=LINDQVIST)) if line.startswith("S")]
    assert shown
    assert set(shown) <= {line for line in lines(whole, "statements") if line.startswith("S")}


def test_outlet_leaves_only_its_reports() -> None:
    """A part of an outlet's name will do, in any case."""
    whole = record()
    part = chosen(whole, Choice(outlet="orro"), index_of(whole)).record
    assert {c.report for s in part.statements for c in s.content} == {r.id for r in whole.reports if r.outlet == "Orro Wire"}


def test_since_counts_what_has_no_date_instead_of_guessing() -> None:
    """An entry of no known date is not shown, and the view says how many there are."""
    shown = list(lines(record(), "statements", choice=Choice(since="2024-03-05")))
    assert "of no known date" in shown[-1]
    assert left(Choice(since="2024-03-05")) < left(Choice(since="2024"))
    assert left(Choice(since="2025")) == set()
    assert left(Choice(until="2023")) == set()


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Choice(actor="Nobody Known"), "Nobody Known.*actor"),
        (Choice(actor="a"), "'a' is not one actor"),
        (Choice(outlet="Gazette"), "Gazette.*Orro Wire, The Brenn Courier"),
        (Choice(since="soon"), "soon.*2022-01-10"),
        (Choice(actor=""), "'' is not one actor"),
        (Choice(since="2024-03-05", until="2024-03-04"), "exchange the two"),
        (Choice(since="XXXX-01-07"), "names no year"),
    ],
)
def test_what_is_not_known_is_answered_with_what_is(choice: Choice, words: str) -> None:
    """Never an empty answer to a wrong question."""
    with pytest.raises(InputError, match=words):
        list(lines(record(), "statements", choice=choice))


def test_one_entry_is_shown_with_its_paragraph_and_reasons() -> None:
    """By label or by id: its words in their paragraph, its report, its actors, its reason."""
    whole = record()
    index = index_of(whole)
    for id_, label in index.labels.items():
        if label[0] in "STEPDOFMXIAG":
            by_id, by_label = list(entry_lines(whole, id_)), list(entry_lines(whole, label.lower()))
            assert by_id == by_label
            assert by_id[0].startswith(label)
    (said,) = (s for s in whole.statements if "marines" in s.content[0].quote)
    together = " ".join(" ".join(line.split()) for line in entry_lines(whole, said.id))
    assert "She added that [Varnia had moved" in together
    assert "The Brenn Courier, Strait talks end without a text" in together
    assert "the pronoun stands for the subject of the sentence before" in together


def test_claim_is_shown_by_its_label() -> None:
    """A claim's id is its first mention's, so that only the label names the claim."""
    shown = list(entry_lines(record(), "C1"))
    assert shown[0].startswith("C1")
    assert any("says so" in line for line in shown)


def test_entry_that_is_not_there_is_an_error() -> None:
    """With the remedy in it."""
    with pytest.raises(InputError, match=r"'S99'.*show"):
        list(entry_lines(record(), "S99"))
