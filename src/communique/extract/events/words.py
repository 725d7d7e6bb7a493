"""The words that acts are told with, from `data/plover.yml`: verbs with their frames, nouns, classes of objects; read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.model.kinds import Status
from communique.reference.entries import Entry, table

FILE = "plover.yml"


class Frame(StrEnum):
    """What a word does with what stands beside it; the file says what each is."""

    ACT = "act"
    GOVERNS = "governs"
    VOWS = "vows"
    INSISTS = "insists"
    WANTS = "wants"
    WARNS = "warns"
    JUDGED = "judged"
    CALLED = "called"
    HARMS = "harms"
    UNDERGOES = "undergoes"
    RECEIVED = "received"
    REFUSES = "refuses"
    DENIES = "denies"
    SAYS = "says"
    GOES = "goes"
    LIGHT = "light"
    HAPPENS = "happens"


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a verb or noun. `object`, `actor`: classes of which those must be; `beside`: words one of which must modify it."""

    frame: Frame
    type: str | None
    mode: str | None
    object: tuple[str, ...]
    actor: tuple[str, ...]
    beside: frozenset[str]
    strict: bool
    status: Status | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All readings by verb (with particle or preposition behind a space) and by noun, in order; the classes by name."""

    verbs: Mapping[str, tuple[Word, ...]]
    nouns: Mapping[str, tuple[Word, ...]]
    classes: Mapping[str, frozenset[str]]
    irregular: Mapping[str, str]
    """Verbs by their irregular forms."""
    asked: Mapping[str, str]
    """The mode of an act asked for or refused, by its type."""
    threats: Mapping[str, str]
    """The mode of a threat, by the type of what is threatened."""


@cache
def plover() -> Lexicon:
    """Give the words. Raises `TableError` with file and line where an entry has no source, or a class or frame that is none."""
    whole = table(FILE)
    (part,) = whole.entries("classes")
    part.text("source")
    classes = {name: frozenset(part.text(name).split()) for name in part.fields if name != "source"}
    (forms,) = whole.entries("irregular")
    forms.text("source")
    irregular = {form: verb for verb in forms.fields if verb != "source" for form in forms.text(verb).split()}
    asked, threats = (_modes(whole.entries(name)) for name in ("asked", "threats"))
    return Lexicon(_by_word(whole.entries("verbs")), _by_word(whole.entries("nouns")), classes, irregular, asked, threats)


def _modes(entries: tuple[Entry, ...]) -> Mapping[str, str]:
    (part,) = entries
    part.text("source")
    return {type_: part.text(type_) for type_ in part.fields if type_ != "source"}


def _by_word(entries: tuple[Entry, ...]) -> Mapping[str, tuple[Word, ...]]:
    found: dict[str, tuple[Word, ...]] = {}
    for entry in entries:
        word = _word(entry)
        for written in entry.text("words").split():
            key = written.replace("_", " ")
            found[key] = (*found.get(key, ()), word)
    return found


def _word(entry: Entry) -> Word:
    entry.allow("words", "type", "mode", "frame", "object", "actor", "with", "strict", "status", "source")
    entry.text("source")
    try:
        frame, status = Frame(entry.maybe("frame") or Frame.ACT), entry.maybe("status")
        told = Status(status) if status else None
    except ValueError as error:
        raise entry.wrong("frame", str(error), f"Use one of: {', '.join(Frame)}.") from error
    return Word(
        frame=frame,
        type=entry.maybe("type"),
        mode=entry.maybe("mode"),
        object=tuple((entry.maybe("object") or "").split()),
        actor=tuple((entry.maybe("actor") or "").split()),
        beside=frozenset((entry.maybe("with") or "").split()),
        strict=entry.true("strict"),
        status=told,
    )


_DOUBLED = "bdgklmnprtz"


def bases(form: str) -> Iterator[str]:
    """Yield what an English form can be a form of, the form itself first: `cancelled` → cancel, `eased` → ease, `clashes` → clash."""
    yield form
    if form.endswith("men"):
        yield form[:-3] + "man"
    if form.endswith(("ies", "ied")):
        yield form[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield from _stems(stem, ending)


def _stems(stem: str, ending: str) -> Iterator[str]:
    yield stem
    if ending in ("ing", "ed"):
        if stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
            yield stem[:-1]
        yield stem + "e"
