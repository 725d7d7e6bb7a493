"""What a rule for words without quotation marks gives: the reported words, the cue that reports them, and who is said to say them."""

from dataclasses import dataclass

from communique.extract.cues import Cue
from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported words: `content` in order, the `cue`, and the head token of the speaker's noun phrase, None where nobody is named."""

    content: tuple[Span, ...]
    cue: Cue
    speaker: int | None
