"""The sentence that words stand in, as far as a line has room: what happened is read in the words that tell it."""

import re

from communique.model.report import Report

_BORDER = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col))([.!?][”\"’')]*)\s+(?=[\"“(‘]?[A-Z])|\n")
"""Where a sentence ends: not behind an initial or a title."""
_CUT = " …"
_OPEN = "… "


def around(report: Report, start: int, end: int, *, longest: int) -> str:
    """Give the sentence that characters `start` to `end` stand in, on one line; cut at both ends where it is longer than `longest`."""
    first = max((m.end() for m in _BORDER.finditer(report.text, 0, start)), default=0)
    found = _BORDER.search(report.text, end)
    last = found.start() + len(found[1] or "") if found else len(report.text)
    whole = _line(report.text[first:last])
    if len(whole) <= longest:
        return whole
    space = " " if report.text[end : end + 1].isspace() else ""
    return _cut(_line(report.text[first:start]), _line(report.text[start:end]) + space, _line(report.text[end:last]), longest)


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(before: str, words: str, after: str, longest: int) -> str:
    """Cut what stands before to a third of the room and what follows to the rest, both between words."""
    room = max(0, longest - len(words) - len(_OPEN) - len(_CUT))
    ahead = before if len(before) <= room // 3 else _OPEN + before[len(before) - room // 3 :].partition(" ")[2]
    left = room - len(ahead)
    behind = after if len(after) <= left else after[:left].rpartition(" ")[0] + _CUT
    return f"{ahead} {words}{behind}".strip()
