"""The examples of the manual run, and print what the manual says."""

import re
import shlex
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile

import pytest
from typer.testing import CliRunner

from communique.cli import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder with the bundled reports in `reports`."""
    (tmp_path / "reports").mkdir()
    with as_file(files("communique.data") / "demo") as demo:
        for report in demo.glob("*.txt"):
            copyfile(report, tmp_path / "reports" / report.name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_python_examples_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The blocks of the page run one after the other; the record has statements, and the missing file is told."""
    names: dict[str, object] = {}
    for block in _blocks("how-to/use-from-python.md", "python"):
        exec(compile(block, "use-from-python.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "said:" in printed
    assert "no-such-file.db: there is no such file" in printed
    assert (folder / "talks.db").is_file()


def test_check_in_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The block that checks an event from Python prints the verdict that the page tells of."""
    exec(compile(_blocks("how-to/check-an-agreement.md", "python")[0], "check-an-agreement.md", "exec"), {})
    assert "breach would" in capsys.readouterr().out


def _runs(page: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of a page's console blocks with the lines that they are said to print."""
    for block in _blocks(page, "console"):
        for run in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = run.splitlines()
            yield command, lines


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", ["tutorial/first-record.md", "how-to/check-an-agreement.md"])
def test_page_prints_what_it_says(page: str) -> None:
    """Each command of a page's console blocks prints the lines shown, in their order."""
    for command, told in _runs(page):
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0, done.output
        rest = done.output
        for line in filter(None, told):
            found = re.search("^" + ".*".join(map(re.escape, line.split("…"))) + "$", rest, re.MULTILINE)
            assert line == "…" or found, f"{command}: after what was found, {line!r} is not printed:\n{rest}"
            rest = rest[found.end() :] if found and line != "…" else rest


def _pages() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", _pages(), ids=[p.relative_to(ROOT).as_posix() for p in _pages()])
def test_links_lead_somewhere(page: Path) -> None:
    """Every link between pages leads to a file."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).resolve().exists()] == []
