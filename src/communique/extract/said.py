"""A statement as the rules find it, before it is known who the speaker is and what stands around the cue."""

from dataclasses import dataclass, field

from communique.extract.cues import Cue
from communique.model.kinds import Form
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Said:
    """Words that someone says: `speaker` is the head of the speaker's phrase, None where nobody is named.

    `why` they are taken for words that are said; `relay`: the head of the phrase of who passes them on, None where nobody is known to.
    """

    content: tuple[Span, ...]
    form: Form
    speaker: int | None
    cue: Cue | None
    why: str
    relay: int | None = field(default=None, kw_only=True)
