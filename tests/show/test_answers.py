"""Matrix, timeline, brief and changes of an invented record: whole outputs that were read, and what they must never do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from communique.errors import InputError
from communique.model.claim import Claim, Origins
from communique.model.dates import When
from communique.model.kinds import DocumentStatus, PositionStance, Stance, Status
from communique.model.mention import Position, Voice
from communique.model.record import Record
from communique.show import Choice, brief_lines, changes_lines, matrix_lines, timeline_lines
from communique.show.index import index_of

from .support.many import record_of
from .support.talks_in_brenn import KELLAND, VARNIA, record

GOLDEN = Path(__file__).parents[1] / "golden"
ANSWERS: dict[str, Callable[[Record], Iterator[str]]] = {
    "matrix": matrix_lines,
    "timeline": lambda whole: timeline_lines(whole, statements=True),
    "brief": brief_lines,
    "changes": lambda whole: changes_lines(whole, "2024-03-05"),
}


def moved() -> Record:
    """Give the record with a later position by which an actor has moved."""
    whole = record()
    (first,) = whole.positions
    later = replace(first, id="pos-later", stance=PositionStance.ACCEPTS, on=When("2024-03-06"))
    return replace(whole, positions=(first, later))


@pytest.mark.parametrize("name", ANSWERS)
def test_answer_is_that_of_its_golden_file(name: str) -> None:
    """The whole answer, read in review. To renew it: python -m tests.show.support.renew."""
    assert "\n".join(ANSWERS[name](moved())) + "\n" == (GOLDEN / f"talks_in_brenn.{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ANSWERS)
def test_answer_fits_eighty_columns(name: str) -> None:
    """No line is longer than a narrow terminal, but for a citation, which is never broken."""
    assert [line for line in ANSWERS[name](moved()) if len(line) > 80 and not line.strip().endswith(tuple("0123456789"))] == []


def test_latest_stance_stands_in_the_cell_and_the_one_before_is_told() -> None:
    """A position that changed is shown as changed, whichever of the two the record lists first."""
    whole = moved()
    for order in (whole.positions, tuple(reversed(whole.positions))):
        shown = " ".join(" ".join(matrix_lines(replace(whole, positions=order))).split())
        assert "Kelland: accepts (before: rejects), 2 times, latest 6 March 2024" in shown


def test_every_cell_leads_to_its_words() -> None:
    """The label, the words and the place of every position that a cell counts."""
    whole = moved()
    shown = " ".join(" ".join(matrix_lines(whole)).split())
    index = index_of(whole)
    assert all(index.labels[p.id] in shown and index.place(p.cites[0]) in shown for p in whole.positions)


def test_matrix_of_one_actor_leaves_the_others_out() -> None:
    """A filter by actor, and an issue that is not there is answered with those that are."""
    assert list(matrix_lines(record(), choice=Choice(actor=KELLAND))) == list(matrix_lines(record()))
    assert next(iter(matrix_lines(record(), choice=Choice(actor="Maro Tesk")))).startswith("No positions")
    with pytest.raises(InputError, match="Naval guns"):
        list(matrix_lines(record(), issue="fish"))


def test_position_on_no_issue_is_in_no_cell() -> None:
    """What was said about something that is at issue nowhere is kept, and counted nowhere."""
    whole = record()
    adrift: tuple[Position, ...] = tuple(replace(p, issue=None) for p in whole.positions)
    assert next(iter(matrix_lines(replace(whole, positions=adrift)))).startswith("No positions")


def test_same_talks_stand_once_in_the_timeline() -> None:
    """Two reports of the same talks are one moment with both labels."""
    shown = list(timeline_lines(record()))
    index = index_of(record())
    (talks,) = (c for c in record().claims if len(c.mentions) > 1 and c.kind == "event")
    assert sum("Talks, held: " in line for line in shown) == 1
    together = " ".join(" ".join(timeline_lines(record())).split())
    assert all(index.labels[m] in together for m in talks.mentions)


def test_a_move_shows_the_words_of_before_and_now() -> None:
    """Old and new stance, each with its words, label and place."""
    shown = " ".join(" ".join(changes_lines(moved(), "2024-03-05")).split())
    assert "Kelland on Naval guns [I1]: from rejects to accepts, 6 March 2024 before: rejects “limits on our coast” [O1]" in shown
    assert "now: accepts “limits on our coast” [O2]" in shown


def test_two_stances_of_one_day_are_no_move() -> None:
    """They are a contradiction; nor has moved who supports what he demanded."""
    whole = moved()
    first, later = whole.positions
    same_day = replace(whole, positions=(first, replace(later, on=first.on)))
    one_side = replace(whole, positions=(replace(first, stance=PositionStance.DEMANDS), replace(later, stance=PositionStance.SUPPORTS)))
    for quiet in (same_day, one_side):
        assert "Nobody moved." in list(changes_lines(quiet, "2024-03-01"))


def test_a_promise_denied_and_a_letter_withheld_have_failed() -> None:
    """With who says so and who denies it, or the outlet that tells it."""
    whole = record()
    (promise,), (letter,) = whole.commitments, whole.documents
    here = next(r for r in whole.reports if r.published.value)
    voices = tuple(Voice(by, stance, None, promise.cites) for by, stance in ((VARNIA, Stance.ASSERTS), (KELLAND, Stance.DENIES)))
    told = (
        replace(promise, according_to=voices, cites=(here.cite(0, 5),)),
        replace(letter, status=DocumentStatus.WITHHELD, according_to=(), cites=(here.cite(0, 9),)),
    )
    shown = " ".join(" ".join(changes_lines(replace(whole, commitments=told[:1], documents=told[1:]), "2024-03-01")).split())
    failed = shown.partition("WHAT FAILED")[2]
    assert "(asserted by Varnia; denied by Kelland) [M1]" in failed
    assert "Reply, withheld by Kelland to Varnia: “The Brenn Courier" in failed
    assert f"[D1], says {here.outlet}" in failed


def test_a_denial_in_another_report_is_of_the_same_promise() -> None:
    """The line of a claim hears the voices of all its mentions."""
    whole = record()
    (promise,) = whole.commitments
    here = next(r for r in whole.reports if r.id != promise.cites[0].report)
    said = Voice(VARNIA, Stance.ASSERTS, None, promise.cites)
    denied = Voice(KELLAND, Stance.DENIES, None, (here.cite(0, 5),))
    both = (replace(promise, according_to=(said,)), replace(promise, id="com-z", according_to=(denied,), cites=(here.cite(0, 5),)))
    claim = Claim(promise.id, "commitment", (promise.id, "com-z"), {}, tuple(r.id for r in whole.reports), (), Origins(1, 2))
    shown = " ".join(" ".join(timeline_lines(replace(whole, commitments=both, claims=(*whole.claims, claim)))).split())
    assert "denied by Kelland" in shown
    assert "asserted by Varnia" in shown
    assert "no denial" not in shown


def test_an_event_that_is_but_a_promise_stands_with_it() -> None:
    """A pledge told in the words of the promise is one moment with it, with both labels."""
    whole = record()
    (promise,) = whole.commitments
    event = next(e for e in whole.events if e.type != "CONSULT")
    pledge = replace(event, id="eve-pledge", status=Status.PLEDGED, actors=(promise.by,), trigger=promise.wording[0], cites=promise.cites)
    index = index_of(both := replace(whole, events=(*whole.events, pledge)))
    shown = " ".join(" ".join(timeline_lines(both)).split())
    assert f"[{index.labels[promise.id]}, also {index.labels['eve-pledge']}]" in shown
    assert "no denial in this dossier" in shown


def test_nothing_to_answer_is_said() -> None:
    """An empty record is answered with a sentence each."""
    empty = replace(record_of([], random=Random(1)), actors=())
    assert all(len(list(answer(empty))) >= 1 for answer in ANSWERS.values())


def test_changes_since_a_word_is_an_error() -> None:
    """With the way to write a date."""
    with pytest.raises(InputError, match="2022-01-10"):
        list(changes_lines(record(), "XXXX-01-07"))


def test_a_position_that_two_reports_tell_of_counts_once() -> None:
    """A claim is one stance, however many report it."""
    whole = record()
    (first,) = whole.positions
    again = replace(first, id="pos-again")
    claim = Claim(first.id, "position", (first.id, again.id), {}, (first.cites[0].report,), (), Origins(1, 1))
    both = replace(whole, positions=(first, again), claims=(*whole.claims, claim))
    assert "rejects, once, latest" in " ".join(" ".join(matrix_lines(both)).split())


def test_what_two_reports_say_to_have_failed_stands_once() -> None:
    """With the labels of both and whoever says so."""
    whole = record()
    talks = next(c for c in whole.claims if len(c.mentions) > 1 and c.kind == "event")
    events = tuple(replace(e, status=Status.CANCELLED) if e.id in talks.mentions else e for e in whole.events)
    shown = " ".join(" ".join(changes_lines(replace(whole, events=events), "2024-03-01")).split())
    failed = shown.partition("WHAT FAILED")[2]
    assert failed.count("Talks, cancelled: ") == 1
    assert "(asserted by Varnia; reported by The Brenn Courier)" in failed
    assert "[T1, T2]" in shown or "[T2, T1]" in shown
