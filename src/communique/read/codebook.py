"""The user's codebook: `dossier.toml` beside a dossier names the issues that positions are coded on.

[[issue]]
id = "enlargement"
label = "Enlargement"
proposition = "NATO admits no new members"
terms = ["enlargement", "new members", "open door"]
parent = "security"          # optional, the id of another issue
examples = ["Ukraine must never join the alliance."]  # optional
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from communique.errors import InputError
from communique.model.issue import Issue

_TEXTS = ("id", "label", "proposition", "parent")
_LISTS = ("terms", "examples")
_NEEDED = ("id", "label", "proposition", "terms")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def codebook(path: Path) -> tuple[Issue, ...]:
    """Give the issues of a codebook, sorted by id. Raises `InputError` with file, line and remedy where it is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path.name}: {error}. Mend the line, or see `docs/how-to/name-issues.md` for an example.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: it cannot be read ({error}). Write it as a UTF-8 text file.") from error
    return _Book(path.name, text).issues(table)


class _Book:
    """One file being read: its name and text, to say where something stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def issues(self, table: Mapping[str, object]) -> tuple[Issue, ...]:
        """Give the issues of the file."""
        for key in table.keys() - {"issue"}:
            self._wrong(self._line(key), f"{key!r} is no part of a codebook", "Write [[issue]] tables only")
        found = table.get("issue", [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self._wrong(self._line("issue"), "issues are not tables", "Write [[issue]] above each")
        issues = [self._issue(number, one) for number, one in enumerate(found)]
        self._connected(issues)
        return tuple(sorted(issues, key=lambda i: i.id))

    def _issue(self, number: int, given: Mapping[str, object]) -> Issue:
        line = self._heading(number)
        for key in sorted(given.keys() - {*_TEXTS, *_LISTS}):
            self._wrong(self._line(key, line), f"{key!r} is no key of an issue", f"Write one of: {', '.join((*_TEXTS, *_LISTS))}")
        for key in _NEEDED:
            if not given.get(key):
                self._wrong(line, f"the issue {given.get('id', 'here')!r} has no {key}", f"Write {key} = …")
        texts = {key: self._text(key, given[key], line) for key in _TEXTS if key in given}
        lists = {key: self._list(key, given[key], line) for key in _LISTS if key in given}
        if not _ID.fullmatch(texts["id"]):
            self._wrong(self._line("id", line), f"{texts['id']!r} is no id", "Write small letters, digits, - and _")
        return Issue(
            id=texts["id"],
            label=texts["label"],
            proposition=texts["proposition"],
            source="codebook",
            parent=texts.get("parent"),
            terms=lists["terms"],
            examples=lists.get("examples", ()),
        )

    def _connected(self, issues: Sequence[Issue]) -> None:
        ids = [i.id for i in issues]
        for number, issue in enumerate(issues):
            line = self._heading(number)
            if ids.index(issue.id) < number:
                self._wrong(line, f"the id {issue.id!r} stands twice", "Give each issue its own")
            if issue.parent is not None and (issue.parent not in ids or issue.parent == issue.id):
                self._wrong(self._line("parent", line), f"{issue.parent!r} is no other issue of this file", "Name one, or leave parent out")

    def _text(self, key: str, value: object, line: int) -> str:
        if not isinstance(value, str) or not value.strip():
            self._wrong(self._line(key, line), f"{key} is {value!r}", f'Write {key} = "…"')
        return " ".join(value.split())

    def _list(self, key: str, value: object, line: int) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self._wrong(self._line(key, line), f"{key} is {value!r}", f'Write {key} = ["…", "…"]')
        return tuple(" ".join(v.split()) for v in value)

    def _heading(self, number: int) -> int:
        """Give the line (counted from 1) of the issue's heading."""
        lines = [n for n, line in enumerate(self.lines, start=1) if line.strip().startswith("[[issue]]")]
        return lines[number] if number < len(lines) else 1

    def _line(self, key: str, after: int = 1) -> int:
        here = re.compile(rf"\s*\[*{re.escape(key)}\b")
        return next((n for n, line in enumerate(self.lines, start=1) if n >= after and here.match(line)), after)

    def _wrong(self, line: int, what: str, remedy: str) -> NoReturn:
        raise InputError(f"{self.name}, line {line}: {what}. {remedy}.")
