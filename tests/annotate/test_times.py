"""Times are found where news English names them, and valued from what is known."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.support import parse_of

from communique.annotate.times import times_of
from communique.annotate.times.arithmetic import first_day, holiday, week
from communique.model.dates import UNKNOWN, When
from communique.model.parse import ROOT, Parse, Sentence, Token
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "times.yml").read_text(encoding="utf-8"))


def _report(text: str, published: When = UNKNOWN, *regions: Region) -> Report:
    whole = (Region(Span(0, len(text)), RegionKind.BODY),) if text else ()
    return Report("r-1", "example.txt", text, "0", regions or whole, published=published)


def _untagged(report: Report) -> Parse:
    """Give a parse whose words are cut at white space and know nothing of grammar."""
    at = 0
    tokens: list[Token] = []
    for form in report.text.split():
        start = report.text.index(form, at)
        at = start + len(form)
        tokens.append(Token(start, at, "X", "", form, 0 if tokens else ROOT, "dep" if tokens else "root"))
    sentences = (Sentence(tokens[0].start, at, 0, len(tokens)),) if tokens else ()
    return Parse(report, tuple(tokens), sentences)


def _said(text: str, published: str | None) -> list[str]:
    report = _report(text, When(published) if published else UNKNOWN)
    return [f"{text[t.start : t.end]}: {t.type} {t.value or 'null'}" for t in times_of(_untagged(report)).times]


@pytest.mark.parametrize("case", [c for group in CASES.values() for c in group], ids=lambda c: c["text"][:50])
def test_times_are_found_and_valued(case: dict[str, object]) -> None:
    """Each case's text holds exactly its times, with their types and values."""
    published = case.get("published")
    assert _said(str(case["text"]), str(published) if published else None) == case["times"]


def test_times_say_how_they_were_anchored() -> None:
    """A completed value gives its reason in words."""
    (time,) = times_of(_untagged(_report("He met her on Monday.", When("2022-01-13")))).times
    assert time.why == "Monday before (past tense) publication 2022-01-13"


def test_times_without_anchor_give_a_notice_with_span_and_remedy() -> None:
    """What cannot be anchored has no value, and the notice says where it stands and what to give."""
    timed = times_of(_untagged(_report("He met her on Monday.")))
    (notice,) = timed.notices
    assert notice.span == Span(14, 20)
    assert "published" in notice.remedy


def test_times_count_from_the_date_of_their_region() -> None:
    """A region with its own date is the anchor of the times in it."""
    text = "He arrives on Monday. He arrived on Monday."
    regions = (Region(Span(0, 21), RegionKind.BODY), Region(Span(22, 43), RegionKind.COMMENT, None, When("2020-05-06")))
    values = [t.value for t in times_of(_untagged(_report(text, When("2022-01-13"), *regions))).times]
    assert values == ["2022-01-10", "2020-05-04"]


def test_times_follow_the_tense_of_the_governing_verb() -> None:
    """With tags, the auxiliary of the verb over the weekday decides, whatever verbs stand nearer."""
    rows = """
    1 On on ADP _ _ 2 case
    2 Monday Monday PROPN _ _ 6 obl
    3 the the DET _ _ 4 det
    4 envoys envoy NOUN _ _ 6 nsubj
    5 will will AUX _ VerbForm=Fin 6 aux
    6 meet meet VERB _ VerbForm=Inf 0 root
    """
    future = parse_of(rows)
    past = parse_of(rows.replace("5 will will", "5 had have").replace("VerbForm=Fin", "Tense=Past|VerbForm=Fin"))
    values = []
    for parse in (future, past):
        report = _report(parse.report.text, When("2022-01-13"))
        values += [t.value for t in times_of(Parse(report, parse.tokens, parse.sentences)).times]
    assert values == ["2022-01-17", "2022-01-10"]


def test_times_know_years_and_months_from_an_anchor_without_a_day() -> None:
    """An anchor known to the month completes years and months, and no days."""
    report = _report("Last year they met. They met on Monday.", When("2022-01"))
    assert [t.value for t in times_of(_untagged(report)).times] == ["2021", None]


def test_holidays_that_move_fall_on_their_days() -> None:
    """Easter and Thanksgiving of known years."""
    assert holiday("easter", 2022) == "2022-04-17"
    assert holiday("thanksgiving", 2021) == "2021-11-25"
    assert holiday("election", 2022) == "2022-11-08"


@given(st.dates())
def test_week_is_the_iso_week(day: date) -> None:
    """The week of a day, read back, begins on its Monday."""
    monday = first_day(week(day))
    assert monday is not None
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7


_TIME_WORDS = (
    *("on", "the", "Monday", "last", "next", "year", "years", "two", "10", "-", ",", ".", "January", "2022", "quarter", "third", "a"),
    *("ago", "this", "week", "night", "10:30", "past", "end", "of", "mid", "May", "and", "to", "1990s", "’s", "every", "\n\n", "Easter"),
    *("hour", "minutes", "same", "following", "that", "half", "weekend", "century", "decade", "seconds", "fiscal", "summer", "few", "or"),
)
_WORDS = st.text("abn ", max_size=3) | st.sampled_from(_TIME_WORDS)


@given(st.lists(_WORDS, max_size=25), st.sampled_from(["2022-01-13", "2022-01", "2022", "0001-01-01", "9999-12-31", None]))
def test_times_are_in_order_apart_and_inside_the_text(words: list[str], published: str | None) -> None:
    """Whatever the words and the anchor, spans are in order, do not overlap, hold no white space at their ends."""
    text = " ".join(words)
    report = _report(text, When(published) if published else UNKNOWN)
    timed = times_of(_untagged(report))
    borders = [b for t in timed.times for b in (t.start, t.end)]
    assert borders == sorted(borders)
    assert all(text[t.start : t.end].strip() == text[t.start : t.end] != "" for t in timed.times)
    assert len([n for n in timed.notices if "no date" in n.what]) == any(t.value is None for t in timed.times)


@given(st.text(max_size=60))
def test_times_read_any_text(text: str) -> None:
    """No text makes the tagger fail."""
    times_of(_untagged(_report(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They met on Saturday, Dec. 31, 2017.", "Sunday"),
        ("They met on Sunday, Dec. 31, 2017.", None),
        ("They met on Saturday, Dec. 31.", None),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_told(text: str, right: str | None) -> None:
    """The date is kept, and the notice names the day that it was; without a year nothing contradicts."""
    told = [n.what for n in times_of(_untagged(_report(text, When("2018-01-02")))).notices]
    assert [f"was a {right};" in what for what in told] == ([True] if right else [])
