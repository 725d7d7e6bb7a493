"""The help: every command is listed, each with an example that can be copied."""

import shlex
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from communique.cli import COMMANDS, app, example
from communique.settings import VERSION

NAMES = [command.__name__ for command in COMMANDS]


def _said(*words: str) -> str:
    found = CliRunner().invoke(app, [*words], env={"COLUMNS": "80", "TERM": "dumb"})
    assert found.exit_code == 0, found.output
    return found.output


def test_help_lists_every_command() -> None:
    """Whatever the program can do stands in its help."""
    listed = [line.split()[0] for line in _said("--help").splitlines() if line.startswith("  ") and line.split()]
    assert [name for name in NAMES if name in listed] == NAMES


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_help_shows_an_example_of_every_command(command: Callable[..., None]) -> None:
    """Each command's example stands on one line of the help and of its own help, however long, and names the command."""
    words = example(command)
    assert shlex.split(words)[:2] == ["communique", command.__name__]
    assert words in [line.strip() for line in _said("--help").splitlines()]
    assert f"Example: {words}" in [line.strip() for line in _said(command.__name__, "--help").splitlines()]


def test_help_option_has_a_short_form() -> None:
    """`-h` is `--help`."""
    assert _said("-h") == _said("--help")


def test_version_is_that_of_the_package() -> None:
    """`communique --version` is one line with the version."""
    assert _said("--version") == f"communique {VERSION}\n"


def test_nothing_asked_shows_the_help() -> None:
    """`communique` alone is answered by the help, with the status of a wrong use."""
    found = CliRunner().invoke(app, [])
    assert found.exit_code == 2
    assert "Examples:" in found.output
