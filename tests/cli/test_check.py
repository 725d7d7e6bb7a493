"""`communique check` and `communique agreements`, as a person types them."""

import json
from pathlib import Path

import pytest
from tests.analyse.written import HEAD, article
from typer.testing import CliRunner

from communique.cli import app
from communique.errors import CommuniqueError, InputError
from communique.reference.agreements import ids

EVENT = "US deploys 5,000 troops to Romania on 2022-02-02"
GOLDEN = Path(__file__).parents[1] / "golden" / "check_romania.txt"


def _said(*words: str) -> str:
    done = CliRunner().invoke(app, [*words])
    assert done.exit_code == 0, done.output
    return done.output


def test_agreements_are_listed_and_shown() -> None:
    """The list has every agreement; one that is shown has its articles, exceptions and what could not be sourced."""
    listed = _said("agreements")
    assert [one for one in ids() if f"\n{one}: " in f"\n{listed}"] == list(ids())
    shown = _said("agreements", "ru-nato-2021")
    assert "Article 4 (art_4, prohibition)" in shown
    assert "Exception art_4__exc_1" in shown
    assert "What could not be sourced:" in shown


def test_check_prints_the_derivation() -> None:
    """The tree of one event reads as it did when a person last read it through."""
    assert _said("check", "--agreement", "ru-nato-2021", "--event", EVENT) == GOLDEN.read_text(encoding="utf-8")


def test_check_as_json_has_the_same_findings() -> None:
    """The JSON gives verdict, reading, turns and the tree with a source at every leaf."""
    said = json.loads(_said("check", "-a", "ru-nato-2021", "-e", EVENT, "--format", "json"))
    assert (said["format"], said["agreement"]) == ("communique-findings/1", "ru-nato-2021")
    finding = next(f for f in said["events"][0]["findings"] if f["article"] == "art_4")
    assert (finding["verdict"], finding["would"], finding["status"]) == ("breach", True, "draft")
    assert {"if": "all Parties consented", "all_of": ["all Parties consented"], "verdict": "exempt"} in finding["turns"]
    assert finding["covered"]["steps"][0]["source"]


def test_check_of_one_article_leaves_the_others_out() -> None:
    """`--article` asks one article alone."""
    said = _said("check", "-a", "ru-nato-2021", "-e", EVENT, "--article", "art_6")
    assert "Article 6" in said
    assert "Article 4" not in said


def test_check_of_a_question_in_a_file(tmp_path: Path) -> None:
    """A what-if file gives events, facts and articles; an agreement of the user's is given by its path."""
    question, pact = tmp_path / "if.yml", tmp_path / "pact.yml"
    question.write_text("facts: {status: draft}\nevents: [France deploys 5 troops to Romania on 2010-01-01]\n", encoding="utf-8")
    pact.write_text(f"{HEAD}articles:{article()}", encoding="utf-8")
    assert "WOULD BREACH Article 1" in _said("check", "-a", str(pact), "--what-if", str(question))


def test_questions_of_the_manual_are_read(tmp_path: Path) -> None:
    """The what-if files that the manual shows work as they stand."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "check-an-agreement.md").read_text(encoding="utf-8")
    question, answers = tmp_path / "if.yml", list[str]()
    for block in page.split("```yaml\n")[1:]:
        question.write_text(block.split("```")[0], encoding="utf-8")
        answers.append(" ".join(_said("check", "-a", "ru-nato-2021", "--what-if", str(question), "--article", "art_4").split()))
    first, facts, sources = answers
    assert "was in NATO on 31 December 2004" in first
    assert "300 troops, on top of the 35,000 there already, it comes to no more than" in facts
    assert "Poland was never in NATO" in facts
    assert "BREACH OF Article 4 (art_4, prohibition) Russia and those Parties" in facts
    assert "CONTESTED UNDER Article 4" in sources


def test_wrong_question_in_a_file_is_named(tmp_path: Path) -> None:
    """A file is named with its line: no date, no such day, a state that is no more, a class that is not known."""
    start = "events: [{actor: state:RUS, action: deploy, place: state:BLR"
    for rest, part in (
        ("}]", "has no date"),
        (", when: 2022-02-31}]", "no day of the calendar"),
        (", target: state:SUN, when: 2022-02-02}]", "Soviet Union was no state"),
        (", object: tents, when: 2022-02-02}]", "'tents' is no class of object"),
    ):
        question = tmp_path / "if.yml"
        question.write_text(start + rest, encoding="utf-8")
        done = CliRunner().invoke(app, ["check", "-a", "ru-nato-2021", "--what-if", str(question)])
        assert part in str(done.exception)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("drop: [art_6]\n", "holds no event"),
        ("drop: [art_77]\n", "has no article 'art_77' to drop"),
        ("events: US deploys\n", "events: not a list"),
        ("facts: {deposits: 3}\n", "Give both numbers"),
        ("facts: {members: [{state: XXX, of: NATO, since: 2020}]}\n", "'XXX' is no state"),
        ("facts: {status: binding}\n", "'binding' is no legal status"),
        ("amend: [{number: 3}]\n", "id: missing"),
        ("if: yes\n", "no such field"),
        ("events:\n  - France deploys 5 troops to Romania on 2022-01-01\n  - France deploys 5 troops to Romania\n", "if.yml, line 3: "),
        ("events: [US deploys 5 troops to Romania on 2022-02-31]\n", "if.yml, line 1: "),
        ("facts: {baselines: [{actors: ['state:USA'], hosts: ['state:DEU'], measure: men, on: 1997, amount: 1}]}\n", "'men' is no measure"),
        ("amend:\n  - id: art_4\n    place: {region: atlantis}\n", "if.yml, line 3, region: 'atlantis' is not known"),
        ("amend: [{id: art_4, exceptions: [{id: art_4__exc_1, to: art_4__exc_1, says: a, when: own_territory, source: b}]}]\n", "circle"),
    ],
)
def test_wrong_what_if_is_named(tmp_path: Path, text: str, part: str) -> None:
    """What a file of a question may not hold is named with what to write instead."""
    question = tmp_path / "if.yml"
    question.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["check", "-a", "ru-nato-2021", "--what-if", str(question)])
    assert isinstance(done.exception, CommuniqueError)
    assert part in str(done.exception)


def test_check_of_a_dossier(tmp_path: Path, reports: list[Path]) -> None:
    """Every event of a dossier is put to the agreement, with the words that it rests on."""
    dossier = str(tmp_path / "talks.db")
    _said("read", *map(str, reports), "--dossier", dossier)
    said = _said("check", dossier, "-a", "ru-nato-2021")
    assert "no article." in said


TALKS = """The Morning Ledger, 3 February 2022

Russia proposed a draft agreement with NATO in December. Article 4 says that the parties will not deploy forces and armaments
on the territory of other European states in addition to the forces deployed as of May 27, 1997. Article 5 says that the
parties shall not deploy land-based missiles of intermediate range. Article 6 says that NATO members will refrain from any
further enlargement of the alliance.

France accepts the limits on deployments of forces on the territory of other European states, its foreign minister said on
Wednesday.

France will deploy 1,000 troops to Romania on February 10, 2022, the French Defence Ministry said on Thursday.

Russia deployed about 30,000 troops to Belarus on 10 February 2022 for an exercise.
"""

MINSK = """The Evening Courier, 12 February 2022

Russia deployed 4,000 troops to Belarus on 10 February 2022, the Belarusian Defence Ministry said.
"""


def test_reports_that_differ_and_actors_at_odds(tmp_path: Path) -> None:
    """Of two reports of one deployment each is named where their numbers decide; who is at odds is told with both words."""
    for name, text in (("a.txt", TALKS), ("b.txt", MINSK)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    dossier = str(tmp_path / "talks.db")
    _said("read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--dossier", dossier)
    said = " ".join(_said("check", dossier, "-a", "ru-nato-2021").split())
    assert "contested under Article 4" in said
    assert " “4,000 troops”: with 4,000 troops it may or may not come to more than" in said
    assert "about 30,000 troops it comes to more than" in said
    assert "At odds with themselves: France accepts" in said
    assert "planned: “France will deploy 1,000 troops to Romania" in said
    label = next(w for w in said.split() if w.startswith("(E"))[1:]
    assert "The event: “" in _said("check", dossier, "-a", "ru-nato-2021", "--event", label)
    told = json.loads(_said("check", dossier, "-a", "ru-nato-2021", "-f", "json"))
    assert [(o["actor"], o["article"]) for o in told["at_odds"]] == [("state:FRA", "art_4")]
    assert "! France accepts" in _said("matrix", dossier)
    assert "AT ODDS WITH THEMSELVES" in _said("brief", dossier)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("-a", "ru-nato-2021"), "Nothing to check"),
        (("-a", "mars-2099", "-e", EVENT), "There is no agreement 'mars-2099'"),
        (("-a", "ru-nato-2021", "-e", EVENT, "--article", "art_99"), "has no article 'art_99'"),
        (("-a", "ru-nato-2021", "--what-if", "nowhere.yml"), "there is no such file"),
        (("-a", "ru-nato-2021", "-e", "US deploys 5,000 troops to Romania"), "has no date"),
    ],
)
def test_wrong_question_is_named(words: tuple[str, ...], part: str) -> None:
    """What cannot be asked is named with what to do."""
    done = CliRunner().invoke(app, ["check", *words])
    assert isinstance(done.exception, InputError)
    assert part in str(done.exception)
