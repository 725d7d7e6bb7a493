"""Dates as the record writes them: EDTF level 1, never more precise than the words they rest on.

Forms: `2022`, `2022-01`, `2022-01-10`, `XXXX-01-07` (no year in the text), `2022-XX-07`, `199X`, `2022-21` to `2022-24` (seasons,
spring first), `2022-01-10T14:30`, `[2022-01-17..2022-01-23]` (one day within), `a/b` (lasts from a to b; `..` where open),
`../1997-05-27` (until), and `~` behind a date that is approximate. Source: Library of Congress, EDTF specification (ISO 8601-2:2019).
"""

import re
from dataclasses import dataclass

from communique.errors import DateError
from communique.model.citation import Citation

_DAY = r"(?:0[1-9]|[12]\d|3[01]|XX)(?:T(?:[01]\d|2[0-3])(?::[0-5]\d)?)?"
_DATE = rf"(?:\d{{4}}|\d{{3}}X|\d\dXX|XXXX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-{_DAY})?)?[~?%]?"
_EDTF = re.compile(rf"(?:{_DATE})|\[(?:{_DATE})?\.\.(?:{_DATE})?\]|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)")


@dataclass(frozen=True, slots=True)
class When:
    """A date: `value` in EDTF or None when unknown, the words `text`, where they stand, and why where it was completed.

    `inferred` says that something outside the words (publication date, another report) was needed; `why` then says what.
    """

    value: str | None
    text: str | None = None
    cite: Citation | None = None
    inferred: bool = False
    why: str | None = None

    def __post_init__(self) -> None:
        if self.value is not None and not _EDTF.fullmatch(self.value):
            raise DateError(
                f"{self.value!r} is not a date that the record can hold (EDTF level 1). Write 2022-01-10, 2022-01 or 2022, or leave it out."
            )
        if self.inferred and not self.why:
            raise DateError(f"{self.value!r} is inferred, but nothing says why. Give the reason.")


UNKNOWN = When(None)
"""No date is known, and nothing in the text names one."""
