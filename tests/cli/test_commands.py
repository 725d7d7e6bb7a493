"""The commands, as a person types them: what they print, what they write, and with which status they end."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from communique import open_record, show
from communique.cli import main
from communique.cli.export import Format

VIEWS = tuple(show.VIEWS)


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: its status, and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs a command line in this process, as the installed program does."""

    def command(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return command


@pytest.fixture(scope="module")
def program() -> Path:
    """Give the installed program."""
    return Path(sys.executable).parent / "communique"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory, program: Path, reports: list[Path]) -> Path:
    """Give a dossier of three reports that the installed program made."""
    where = tmp_path_factory.mktemp("dossier") / "talks.db"
    subprocess.run([program, "read", *reports, "--dossier", where], check=True, capture_output=True)
    return where


def _no_traceback(done: Done) -> None:
    """Fail where an error is not one line in words, with status 1."""
    assert done.status == 1
    assert done.err.startswith("communique: ")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


def test_read_says_what_it_found(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """The summary counts what the dossier now holds and says what to do next."""
    where = tmp_path / "talks.db"
    done = run("read", *reports, "--dossier", where)
    assert done.status == 0
    assert done.out.startswith("Read 3 reports. talks.db now holds:\n  3 reports\n")
    assert "Next: communique show" in done.out
    assert where.exists()


def test_read_again_says_that_reports_are_known(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """What was read before is not read anew."""
    run("read", reports[0], "--dossier", tmp_path / "talks.db")
    done = run("read", *reports[:2], "--dossier", tmp_path / "talks.db")
    assert done.out.startswith("Read 1 report, 1 known already.")


def test_read_takes_standard_input(run: Run, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is a report that comes through a pipe."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(reports[0].read_bytes())))
    assert run("read", "-", "--dossier", tmp_path / "talks.db").status == 0
    assert [r.file for r in open_record(tmp_path / "talks.db").reports] == ["-"]


def test_read_goes_on_after_what_it_cannot_read(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """A wrong path is named in the summary; the report beside it is read."""
    done = run("read", tmp_path / "none.txt", reports[0], "--dossier", tmp_path / "talks.db")
    assert done.status == 0
    assert "none.txt: there is nothing at this path" in done.out


def test_read_without_any_report_fails(run: Run, tmp_path: Path) -> None:
    """Nothing to read is status 1, with the reason."""
    (tmp_path / "empty.txt").touch()
    done = run("read", tmp_path / "empty.txt", "--dossier", tmp_path / "talks.db")
    assert done.status == 1
    assert "empty.txt: it is empty" in done.out


@pytest.mark.parametrize("view", VIEWS)
def test_show_prints_each_view(view: str, run: Run, dossier: Path) -> None:
    """Each view is what `show.lines` gives of the record."""
    done = run("show", dossier, view)
    assert done.status == 0
    assert done.out.splitlines() == list(show.lines(open_record(dossier), view))


def test_show_prints_statements_where_nothing_is_named(run: Run, dossier: Path) -> None:
    """The first view is what people come for."""
    assert run("show", dossier).out == run("show", dossier, "statements").out


def test_read_that_finds_no_report_leaves_no_dossier(run: Run, tmp_path: Path) -> None:
    """A wrong path makes no empty file that looks like a dossier."""
    assert run("read", tmp_path / "nothing.txt", "--dossier", tmp_path / "talks.db").status == 1
    assert not (tmp_path / "talks.db").exists()


def test_every_kind_of_entry_can_be_judged_by_its_label(run: Run, dossier: Path, tmp_path: Path) -> None:
    """What show prints can be rejected, whatever kind it is, and is gone afterwards; an actor can be named by its label."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(dossier.read_bytes())
    known = open_record(copy)
    lists = {"S1": "statements", "P1": "agreements", "D1": "documents", "O1": "positions", "A1": "actors"}
    for label in (name for name, held in lists.items() if getattr(known, held)):
        done = run("judge", copy, label, "reject", "--by", "A. Reader")
        assert done.status == 0, done.err
    corrected = run("judge", copy, "S1", "correct", "speaker=A2", "--by", "A. Reader")
    assert corrected.status == 0, corrected.err
    (kept,) = (j for j in open_record(copy).judgements if j.decision == "correct")
    assert kept.after
    assert kept.after["speaker"] in {a.id for a in open_record(copy).actors}


def test_show_filters_by_actor_and_shows_one_entry(run: Run, dossier: Path) -> None:
    """A filtered view holds only what was asked for, under the labels of the whole; one of them is shown with every reason."""
    spoken = next(s for s in open_record(dossier).statements if s.speaker.actor)
    some = run("show", dossier, "statements", "--actor", spoken.speaker.actor).out.splitlines()
    whole = run("show", dossier, "statements").out.splitlines()
    assert some
    assert len(some) < len(whole)
    assert {line for line in some if line.startswith("S")} <= set(whole)
    assert f"id: {spoken.id}" in run("show", dossier, "statement", spoken.id).out


@pytest.mark.parametrize(("words", "told"), [(["statement"], "Which statement"), (["weather"], "no view")])
def test_show_asks_back_where_a_view_is_not_clear(words: list[str], told: str, run: Run, dossier: Path) -> None:
    """Wrong use is status 2, and the answer names what can be asked for."""
    done = run("show", dossier, *words)
    assert done.status == 2
    assert told in " ".join(done.err.split())


def test_export_writes_to_standard_output_and_to_a_file_alike(run: Run, dossier: Path, tmp_path: Path) -> None:
    """JSON is the default; the file has the same characters."""
    done = run("export", dossier)
    assert done.status == 0
    assert json.loads(done.out)["format"] == "communique-record/1"
    assert run("export", dossier, "--format", "json", "-o", tmp_path / "talks.json") == Done(0, "", "")
    assert (tmp_path / "talks.json").read_bytes().decode() == done.out


def test_export_knows_every_format() -> None:
    """The command offers what `show` can write, and no more."""
    assert {f.value for f in Format} == set(show.EXPORTS)


def test_page_is_one_file(run: Run, dossier: Path, tmp_path: Path, reports: list[Path]) -> None:
    """The page is HTML, names every report, and needs no other file."""
    done = run("page", dossier, "-o", tmp_path / "talks.html")
    page = (tmp_path / "talks.html").read_text(encoding="utf-8")
    assert done.status == 0
    assert "talks.html" in done.out
    assert page.lower().startswith("<!doctype html>")
    assert all(path.name in page for path in reports)
    assert page == run("export", dossier, "-f", "html").out


def test_annotate_writes_a_line_a_report(run: Run, reports: list[Path]) -> None:
    """JSON lines have the fields of the format, with offsets into the text."""
    done = run("annotate", *reports)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 0
    assert [row["id"] for row in rows] == [path.name for path in reports]
    for row, path in zip(rows, reports, strict=True):
        assert {"id", "sentences", "tokens", "entities", "times", "chains"} <= row.keys()
        assert max(t["end"] for t in row["tokens"]) <= len(path.read_text(encoding="utf-8"))
        assert sum(t["head"] == -1 for t in row["tokens"]) == len(row["sentences"])


def test_annotate_writes_conllu(run: Run, reports: list[Path]) -> None:
    """CoNLL-U has ten columns and one root a sentence."""
    done = run("annotate", reports[0], "--format", "conllu")
    sentences = [[line.split("\t") for line in s.splitlines() if line[:1].isdigit()] for s in done.out.strip().split("\n\n")]
    assert done.status == 0
    assert all(len(row) == 10 for rows in sentences for row in rows)
    assert all([row[6] for row in rows].count("0") == 1 for rows in sentences)


def test_annotate_tells_what_it_cannot_read(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """Notices go to standard error, so that the lines stay lines; nothing at all is status 1."""
    with_one, alone = run("annotate", tmp_path / "none.txt", reports[0]), run("annotate", tmp_path / "none.txt")
    assert (with_one.status, alone.status, alone.out) == (0, 1, "")
    assert len(with_one.out.splitlines()) == 1
    assert "none.txt: there is nothing at this path" in with_one.err


def test_judge_rejects_an_entry(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """A rejected statement is in no view any more; the export keeps the judgement."""
    where = tmp_path / "talks.db"
    run("read", reports[2], "--dossier", where)
    entry = open_record(where).statements[0]
    done = run("judge", where, entry.id, "reject", "--by", "A. Reader", "--why", "a test")
    assert done.status == 0
    assert done.out.startswith(f"reject: {entry.id}, “{entry.content[0].quote}” (judgement j-")
    exported = json.loads(run("export", where).out)
    assert entry.id not in {s["id"] for s in exported["statements"]}
    assert [(j["entry"], j["decision"], j["by"], j["why"]) for j in exported["judgements"]] == [
        (entry.id, "reject", "A. Reader", "a test"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["S1", "reject"], "--by NAME"),
        (["sta-0000000000000000", "reject", "--by", "A. Reader"], "sta-0000000000000000"),
        (["S1", "correct", "speaker", "--by", "A. Reader"], "FIELD=VALUE"),
        (["S1", "correct", "--by", "A. Reader"], "sets nothing"),
        (["S1", "correct", "colour=red", "--by", "A. Reader"], "colour"),
    ],
)
def test_judge_refuses_what_it_cannot_keep(words: list[str], said: str, run: Run, dossier: Path) -> None:
    """No name, no such entry, no field, no change: each is told."""
    done = run("judge", dossier, *words)
    _no_traceback(done)
    assert said in done.err


@pytest.mark.parametrize("command", [["show"], ["export"], ["page"], ["judge", "S1", "reject", "--by", "A. Reader"]])
def test_a_dossier_that_is_not_there_is_told(command: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command that opens a dossier names the path and how to make one, and makes none."""
    monkeypatch.chdir(tmp_path)
    done = run(command[0], "none.db", *command[1:])
    _no_traceback(done)
    assert "none.db" in done.err
    assert "communique read" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["show"], ["export"], ["read", "report.txt", "-d"]])
def test_a_folder_is_no_dossier(command: list[str], run: Run, tmp_path: Path) -> None:
    """A folder's name is answered with a file's."""
    done = run(*command, tmp_path)
    _no_traceback(done)
    assert "this is a folder" in done.err


def test_another_file_is_no_dossier(run: Run, reports: list[Path]) -> None:
    """A text is not overwritten for having been named as a dossier."""
    before = reports[0].read_bytes()
    done = run("read", reports[1], "--dossier", reports[0])
    _no_traceback(done)
    assert "not a dossier" in done.err
    assert reports[0].read_bytes() == before


@pytest.mark.parametrize("command", [["export"], ["page"]])
def test_a_place_that_cannot_be_written_is_told(command: list[str], run: Run, dossier: Path, tmp_path: Path) -> None:
    """A missing folder, or a folder in the file's place, is an error in words."""
    for place in (tmp_path / "none" / "talks.json", tmp_path):
        done = run(*command, dossier, "-o", place)
        _no_traceback(done)
        assert "cannot be written" in done.err


def test_a_pipeline_that_is_not_there_is_told(run: Run, reports: list[Path], tmp_path: Path) -> None:
    """The error says how to go on."""
    done = run("read", reports[0], "--dossier", tmp_path / "talks.db", "--pipeline", "en_nowhere_sm")
    _no_traceback(done)
    assert "en_nowhere_sm" in done.err


@pytest.mark.parametrize("words", [["show"], ["show", "talks.db", "weather"], ["export", "talks.db", "-f", "docx"], ["unknown"]])
def test_wrong_use_is_status_two(words: list[str], run: Run) -> None:
    """What is no command, view or format is told with how to use it."""
    done = run(*words)
    assert done.status == 2
    assert "Usage" in done.err


def test_demo_reads_the_bundled_reports(program: Path, tmp_path: Path) -> None:
    """The installed program's demo needs nothing: it leaves a dossier and a page, and prints statements."""
    done = subprocess.run([program, "demo"], cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.startswith("Read 3 reports.")
    assert "S1 " in done.stdout
    assert sorted(p.name for p in (tmp_path / "communique-demo").iterdir()) == ["demo.db", "demo.html", "dossier.toml"]


def test_demo_names_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    """A file in the folder's place is an error in words."""
    (tmp_path / "file").touch()
    done = run("demo", "--folder", tmp_path / "file")
    _no_traceback(done)
    assert "--folder" in done.err


@pytest.mark.parametrize("command", ["show", "export"])
def test_output_is_utf8_whatever_the_machine_writes(command: str, program: Path, dossier: Path) -> None:
    """Quotation marks of a report do not break a terminal or pipe that writes ASCII otherwise."""
    settings = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run([program, command, dossier], env=settings, check=True, capture_output=True)
    assert "Zakharova" in done.stdout.decode("utf-8")


def test_show_starts_without_the_language_pipeline() -> None:
    """What only shows a record does not wait for spaCy and onnxruntime to be imported."""
    code = "import sys, communique.cli; print({'spacy', 'onnxruntime'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"
