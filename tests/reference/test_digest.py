"""The digest tells edited rules and tables from others, and nothing else."""

from pathlib import Path

import pytest

from communique.reference import made_with
from communique.reference.digest import digest_of
from communique.settings import VERSION


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Give a folder with a rule, a table, a picture and a compiled file."""
    for name in ("rule.py", "data/table.yml", "show/picture.svg", "__pycache__/rule.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"content of {name}", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["rule.py", "data/table.yml", "data/new.yml", "new.py"])
def test_digest_changes_with_rules_and_tables(package: Path, name: str) -> None:
    """One more character in a rule or table, or one more file of them, is another digest."""
    before = digest_of(package)
    with (package / name).open("a", encoding="utf-8") as file:
        file.write(" ")
    assert digest_of(package) != before


@pytest.mark.parametrize("name", ["show/picture.svg", "__pycache__/rule.pyc", "data/notes.md"])
def test_digest_does_not_change_with_other_files(package: Path, name: str) -> None:
    """What decides nothing that is read does not count."""
    before = digest_of(package)
    (package / name).write_text("other", "utf-8")
    assert digest_of(package) == before


def test_digest_counts_names(package: Path) -> None:
    """A table under another name is another table."""
    before = digest_of(package)
    (package / "data/table.yml").rename(package / "data/other.yml")
    assert digest_of(package) != before


def test_made_with_holds_the_version() -> None:
    """What a record was made with begins with the version and is the same throughout a process."""
    assert made_with().startswith(f"{VERSION}+")
    assert made_with() == made_with()
