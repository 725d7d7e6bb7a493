"""Claims: what one or more mentions say to be so, with every disagreement kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """One value that mentions give for a field of their claim."""

    value: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """Independent sources of a claim: at least `min`, at most `max`."""

    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Mentions of the same thing. `id` is the smallest mention id; ids that merged away stay in `was`.

    `why`: what brought several mentions together, in words; None for one alone.
    """

    id: str
    kind: str
    mentions: tuple[str, ...]
    values: dict[str, tuple[Value, ...]]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: Origins
    was: tuple[str, ...] = ()
    why: str | None = None
