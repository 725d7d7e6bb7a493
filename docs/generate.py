"""Writes the pages of the manual that are generated: `python docs/generate.py`. A test fails when they are stale.

Invariant: nothing here says anything of its own about a command; names, meanings and defaults are those of its code.
"""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from typer.models import OptionInfo, ParameterInfo

from communique.cli import COMMANDS, example

PAGE = Path(__file__).parent / "reference" / "command-line.md"

HEAD = """# The command line

*Generated from the commands themselves by `docs/generate.py`; change their docstrings, not this page.*

`communique --help` lists the commands, `communique COMMAND --help` tells about one, `communique --version` prints the version.
A dossier is a file, such as `talks.db`, or a [PostgreSQL address](../how-to/use-postgresql.md).

| exit status | meaning |
|---|---|
| 0 | it is done; what could not be read is told in [notices](notices.md) |
| 1 | it could not be done; one line on standard error says what, where, why and what to do. For `read` also: the dossier holds no report |
| 2 | the command was not written as it should be |
"""


def command_line() -> str:
    """Give the page about the command line, as Markdown."""
    return HEAD + "".join(f"\n{_section(command)}" for command in COMMANDS)


def _section(command: Callable[..., None]) -> str:
    what = (inspect.getdoc(command) or "").partition("Example: ")[0].strip()
    lines = [f"## communique {command.__name__}", "", what, "", "```bash", example(command), "```", ""]
    return "\n".join([*lines, "| | meaning | default |", "|---|---|---|", *_rows(command)]) + "\n"


def _rows(command: Callable[..., None]) -> Iterator[str]:
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        kind, told = get_args(hints[name])[:2]
        written = _option(told) if isinstance(told, OptionInfo) else f"`{_argument(name, kind)}`"
        yield f"| {written} | {_meaning(kind, told)} | {_default(parameter)} |"


def _option(told: OptionInfo) -> str:
    """Give an option's names; where its meaning is an annotation, typer keeps the first of them as its default."""
    return ", ".join(f"`{w}`" for w in (told.default, *(told.param_decls or ())) if isinstance(w, str) and w.startswith("-"))


def _argument(name: str, kind: Any) -> str:
    return f"{name.upper()}…" if "list" in str(kind) else name.upper()


def _meaning(kind: Any, told: ParameterInfo) -> str:
    """Give what the help says, and the words to choose from where there is a set of them."""
    choices = [f"`{choice.value}`" for choice in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
    return " ".join([told.help or "", *([f"One of {', '.join(choices)}."] if choices else [])])


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        return "needed"
    value = parameter.default.value if isinstance(parameter.default, Enum) else parameter.default
    return f"`{value}`" if value else ""


if __name__ == "__main__":
    PAGE.write_text(command_line(), encoding="utf-8", newline="\n")
