"""The command line: one file per command, each with an example in its help."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported: threads beyond one slow each other down (see decision 0002)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import inspect
import sys
from collections.abc import Callable
from io import TextIOWrapper

import typer
from rich.console import Console

from communique.cli.agreements import agreements
from communique.cli.annotate import annotate
from communique.cli.brief import brief
from communique.cli.changes import changes
from communique.cli.check import check
from communique.cli.demo import demo
from communique.cli.export import export
from communique.cli.judge import judge
from communique.cli.matrix import matrix
from communique.cli.page import page
from communique.cli.read import read
from communique.cli.show import show
from communique.cli.timeline import timeline
from communique.errors import CommuniqueError
from communique.settings import VERSION

COMMANDS: tuple[Callable[..., None], ...] = (
    read,
    show,
    matrix,
    timeline,
    changes,
    brief,
    check,
    agreements,
    export,
    page,
    annotate,
    judge,
    demo,
)
"""Every command, in the order of the help."""

_AS_IT_STANDS = "\b\n"
"""Opens a paragraph whose lines are not wrapped anew, so that an example can be copied."""


def example(command: Callable[..., None]) -> str:
    """Give the line that a command's docstring shows as its example."""
    return (inspect.getdoc(command) or "").partition("Example: ")[2].strip()


def _help(command: Callable[..., None]) -> str:
    return (inspect.getdoc(command) or "").replace("Example: ", _AS_IT_STANDS + "Example: ")


app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read news reports about a negotiation and keep one cited record of who said and did what.",
    epilog="\n".join((_AS_IT_STANDS + "Examples:", *(f"  {example(command)}" for command in COMMANDS))),
)
for command in COMMANDS:
    app.command(help=_help(command))(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and stop."),
) -> None:
    """Read news reports about a negotiation and keep one cited record of who said and did what."""


def main() -> None:
    """Run a command; an error that Communique knows is one line on standard error and exit status 1.

    Output is UTF-8 whatever the machine's own encoding, as reports hold any character and programs read exports as UTF-8.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except CommuniqueError as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"communique: {error}", markup=False)
        sys.exit(1)
