"""Generated pages of the manual are those that the code gives now."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_command_line_page_is_not_stale() -> None:
    """The page about the command line says what the commands say. To renew it: `python docs/generate.py`."""
    made = runpy.run_path(str(DOCS / "generate.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["command_line"]()
