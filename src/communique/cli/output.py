"""Where a command writes a file: one place, so that one message says what is wrong with it."""

from pathlib import Path

from communique.errors import ExportError


def write(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with its line ends as they are; a place that cannot be written is an `ExportError`."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ExportError(f"{path}: it cannot be written ({error.strerror}). Name a file in a folder that is there.") from error
