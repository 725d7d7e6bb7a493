"""Sources: paths become files, files become reports. Whatever cannot be read becomes a notice, and the run goes on.

Two names belong to a file: its locator, relative to the folder that was given (so that the same folder elsewhere gives the same ids),
and the last part of it, which is shown.
"""

import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from communique.model.notice import Notice
from communique.model.report import Report
from communique.read.draft import notice
from communique.read.pages import page_reports
from communique.read.plain import text_reports
from communique.read.rows import MOST_BYTES, json_reports, row_reports

STANDARD_INPUT = "-"
TEXT = frozenset({".txt", ".text", ".md"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
ROWS = frozenset({".jsonl", ".ndjson"})
KNOWN = TEXT | PAGES | ROWS | {".json"}
_KINDS = "text (.txt .text .md), pages (.html .htm .xhtml) or rows (.json .jsonl .ndjson), each also as .gz"
_ABOUT_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing"})
_PAGE = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""How a page opens, for bytes whose name does not tell what they are."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: where it lies and its locator."""

    path: Path
    locator: str


def files(paths: Iterable[str | Path]) -> Iterator[Report | Notice]:
    """Yield the reports of files, folders (walked in sorted order) and standard input ("-"), each report once, and notices.

    Never raises for what it finds: a missing path, a binary, empty, undecodable or too large file, a bad row each give a notice.
    """
    yield from _once(item for path in paths for item in _path_items(path))


def file_bytes(name: str, raw: bytes) -> Iterator[Report | Notice]:
    """Yield the reports in the bytes of one file called `name`; its ending tells what it is, without a known one its first words do."""
    yield from _once(_named_items(name, raw))


def _once(items: Iterable[Report | Notice]) -> Iterator[Report | Notice]:
    """Let each report through once; of a second one only a notice is left, and those about it are dropped."""
    seen: dict[str, str] = {}
    repeated = False
    for item in items:
        if isinstance(item, Notice):
            if not (repeated and item.report):
                yield item
        elif repeated := item.id in seen:
            yield notice(item.file, f"it is the same report as {seen[item.id]} and was read once", "Leave one of them out.", report=item.id)
        else:
            seen[item.id] = item.file
            yield item


def _path_items(path: str | Path) -> Iterator[Report | Notice]:
    if str(path) == STANDARD_INPUT:
        yield from _named_items(STANDARD_INPUT, sys.stdin.buffer.read(MOST_BYTES + 1))
        return
    for source in _sources(Path(path)):
        if isinstance(source, Notice):
            yield source
        else:
            yield from _file_items(source)


def _sources(path: Path) -> Iterator[Source | Notice]:
    try:
        if path.is_dir():
            yield from _walked(path)
        elif path.exists():
            yield Source(path, _shown(path.name))
        else:
            yield notice(_shown(str(path)), "there is nothing at this path", "Check the spelling, or give a file, a folder or -.")
    except (OSError, ValueError) as error:
        yield notice(_shown(str(path)), f"it cannot be looked at ({_reason(error)})", "Check the path and its permissions.")


def _walked(folder: Path) -> Iterator[Source | Notice]:
    """Yield the files below a folder in the order of their names; hidden folders and linked ones are not entered."""
    problems: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        here = Path(parent)
        for name in [n for n in folders if n.startswith(".")]:
            yield notice(_relative(here / name, folder), "hidden folders are not read", "Give its path to read it.")
        folders[:] = sorted(n for n in folders if not n.startswith("."))
        for name in sorted(names):
            yield _sorted_out(here / name, _relative(here / name, folder))
    for problem in problems:
        yield notice(
            _relative(Path(problem.filename), folder), f"the folder cannot be opened ({_reason(problem)})", "Change its permissions."
        )


def _sorted_out(path: Path, locator: str) -> Source | Notice:
    if _ending(path.name) not in KNOWN or path.name.startswith("."):
        return notice(locator, "its ending is not one that is read", f"Give {_KINDS}.")
    if PurePosixPath(path.name).name.split(".")[0].casefold() in _ABOUT_FOLDER:
        return notice(locator, "its name says that it is about the folder, not a report", "Give its path to read it.")
    return Source(path, locator)


def _file_items(source: Source) -> Iterator[Report | Notice]:
    """Open one file and read it; files of rows are read as a stream and may be of any size."""
    name = _shown(source.path.name)
    try:
        if not source.path.is_file():
            yield notice(name, "it is no file", "Give a file, a folder or -.")
            return
        with source.path.open("rb") as handle:
            if _ending(name) in ROWS:
                yield from row_reports(name, _unpacked(name, handle), locator=_without_gz(source.locator))
            else:
                yield from _unpacked_items(source.locator, _unpacked(name, handle).read(MOST_BYTES + 1))
    except (OSError, EOFError, zlib.error) as error:
        yield notice(name, f"it cannot be read ({_reason(error)})", "Check its permissions; a damaged .gz file must be made again.")


def _named_items(name: str, raw: bytes) -> Iterator[Report | Notice]:
    """Unpack the bytes of a file where its name says that they are packed, and read them."""
    if not name.lower().endswith(".gz"):
        yield from _unpacked_items(name, raw)
        return
    try:
        unpacked = _unpacked(name, io.BytesIO(raw)).read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield notice(PurePosixPath(name).name, f"it cannot be unpacked ({_reason(error)})", "Make the .gz file again.")
        return
    yield from _unpacked_items(name, unpacked)


def _unpacked(name: str, handle: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=handle)) if name.lower().endswith(".gz") else handle


def _unpacked_items(name: str, raw: bytes) -> Iterator[Report | Notice]:
    """Read the bytes of a file, after the locator `name`."""
    file, locator = PurePosixPath(name).name or name, _without_gz(name)
    if len(raw) > MOST_BYTES:
        yield notice(file, f"it is larger than {MOST_BYTES // 1_000_000} MB and was not read", "Split it into its reports.")
    elif not raw.strip():
        yield notice(file, "it is empty", "Leave it out.")
    else:
        yield from _kind_items(file, raw, locator)


def _kind_items(file: str, raw: bytes, locator: str) -> Iterator[Report | Notice]:
    ending = _ending(locator)
    if ending in PAGES or (ending not in KNOWN and _PAGE.match(raw)):
        yield from page_reports(file, raw, locator=locator)
    elif ending == ".json" or (ending not in KNOWN and raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[{"))):
        yield from json_reports(file, raw, locator=locator) or row_reports(file, io.BytesIO(raw), locator=locator)
    elif ending in ROWS:
        yield from row_reports(file, io.BytesIO(raw), locator=locator)
    else:
        yield from text_reports(file, raw, locator=locator)


def _ending(name: str) -> str:
    """Give a file name's ending in lower case, that before .gz where it is packed."""
    return PurePosixPath(_without_gz(name)).suffix.lower()


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def _relative(path: Path, folder: Path) -> str:
    return _shown(path.relative_to(folder).as_posix())


def _shown(name: str) -> str:
    """Give a file name as text that can be stored: bytes that are no characters are written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
