"""Cues: the words that say that someone says something, next to a quotation. The lexicon is `data/saying.yml`.

A cue is looked for in the outlet's own words around a quotation, by lemma and by what stands next to what, because parses bend
where quotations begin and end; the tree then says whose subject and whose complement things are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

import yaml

from communique.errors import TableError
from communique.extract.passages import Page, Passage

FILE = "saying.yml"
_COMMAS = frozenset({",", "–", "—", "-", "--"})
_CLAUSAL = ("ccomp", "xcomp")
_EMBEDDED = ("acl", "acl:relcl", "csubj")


class Frame(Enum):
    """How the cue carries the words: which side of the quotation its subject is looked for on."""

    AFTER = "after"
    BEFORE = "before"
    ACCORDING = "according to"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Saying:
    """The lexicon: lemmas in lower case. `channels` gives the channel of a noun."""

    clause: frozenset[str]
    quotation: frozenset[str]
    stance: frozenset[str]
    relayed: frozenset[str]
    addressing: frozenset[str]
    utterances: frozenset[str]
    channels: Mapping[str, str]

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that can carry a quotation."""
        return self.clause | self.quotation | self.stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its head token, the tokens of its words, how it stands, and the reason in words."""

    head: int
    words: tuple[int, ...]
    frame: Frame
    why: str


@cache
def saying() -> Saying:
    """Give the lexicon, read once. Raises `TableError` where a section is missing or names no source."""
    table = yaml.safe_load((resources.files("communique") / "data" / FILE).read_text(encoding="utf-8"))
    verbs, channels = _section(table, "verbs"), _section(table, "channels")
    return Saying(
        *(frozenset(str(verbs[k]).split()) for k in ("clause", "quotation", "stance", "relayed", "addressing")),
        utterances=frozenset(str(_section(table, "utterances")["words"]).split()),
        channels={word: channel for channel, words in channels.items() if channel != "source" for word in str(words).split()},
    )


def _section(table: object, name: str) -> dict[str, object]:
    section = table.get(name) if isinstance(table, dict) else None
    if not isinstance(section, dict) or not section.get("source"):
        raise TableError(f"{FILE}, section {name}: missing, or it names no source. Write `source:` and the words.")
    return section


def cue_after(page: Page, passage: Passage) -> Cue | None:
    """Find the cue in the outlet's words right after a quotation (`“…,” X said`, `said X`, `according to X`)."""
    tokens = _without_commas(page, passage.after)
    ending = ending_of(page, passage)
    if not tokens or (ending == "" and not _at_once(page, passage, tokens)):
        return None
    if cue := _according(page, tokens[:2]):
        return cue
    verb = _first_verb(page, tokens, listed=ending != ",")
    if verb is None or (ending == "." and not _bare(page, tokens, verb)) or (ending in "?!" and _has_complement(page, verb, tokens)):
        return None
    if ending != "," and not passage.stopped and _text(page, passage.after[-1]) in {",", ":"}:
        return None
    return Cue(verb, _cue_words(page, verb, tokens), Frame.AFTER, f"“{_text(page, verb)}” follows the quotation")


def cue_before(page: Page, passage: Passage) -> Cue | None:
    """Find the cue in the outlet's words right before a quotation (`X said, “…”`, `X said: “…”`, `according to X, “…”`)."""
    tokens = passage.before
    if not tokens:
        return None
    last = _text(page, tokens[-1])
    if last == ":":
        return _before_colon(page, tokens)
    if last in _COMMAS:
        return _before_comma(page, tokens)
    if last.lower() in {"that", "as", "how"} and len(tokens) > 1:
        tokens = tokens[:-1]
    return _cue_before(page, tokens[-1], tokens) if _is_verb(page, tokens[-1]) else None


def ending_of(page: Page, passage: Passage) -> str:
    """Give how a quotation ends: "," or "." or "?" or "!", "" where nothing marks an end; a comma may stand outside the marks."""
    text, span = page.parse.report.text, passage.quotation.outer
    after = text[span.end : span.end + 3].lstrip()[:1]
    inside = text[span.start : span.end].rstrip("\"”“'’»`‘ \u00a0")[-1:]
    if inside == "," or (after == "," and inside not in ".?!"):
        return ","
    if inside in "?!":
        return inside
    if inside in ".…" or after == ".":
        return "."
    return "," if inside in "—–-" or after in "—–-" else ""


def _at_once(page: Page, passage: Passage, tokens: tuple[int, ...]) -> bool:
    """Say whether nothing but a name stands between a whole quotation that no sign ends and its verb (`“I will go” he said`)."""
    verb = _first_verb(page, tokens, listed=True)
    return passage.opens and verb is not None and verb <= tokens[0] + 3 and not _has_complement(page, verb, tokens)


def _before_colon(page: Page, tokens: tuple[int, ...]) -> Cue | None:
    verbs = [i for i in tokens if _is_verb(page, i)]
    if verbs:
        return _cue_before(page, verbs[-1], tokens)
    others = [i for i in tokens if page.parse.tokens[i].upos == "VERB" and not page.parse.related(i, *_EMBEDDED)]
    if others:
        return Cue(others[0], (others[0],), Frame.BEFORE, f"“{_text(page, others[0])}” and a colon lead to the quotation")
    names = [i for i in tokens if page.parse.tokens[i].upos in {"PROPN", "NOUN", "PRON"}]
    if names and len(tokens) <= 8:
        return Cue(tokens[-1], (tokens[-1],), Frame.LABEL, "a name and a colon stand before the quotation")
    return None


def _before_comma(page: Page, tokens: tuple[int, ...]) -> Cue | None:
    if cue := _according(page, tokens):
        return cue
    verbs = [i for i in tokens if _is_verb(page, i)]
    if not verbs or _has_complement(page, verbs[-1], tokens):
        return None
    return _cue_before(page, verbs[-1], tokens)


def _cue_before(page: Page, verb: int, tokens: tuple[int, ...]) -> Cue:
    return Cue(verb, _cue_words(page, verb, tokens), Frame.BEFORE, f"“{_text(page, verb)}” leads to the quotation")


def _according(page: Page, tokens: tuple[int, ...]) -> Cue | None:
    for n, i in enumerate(tokens[:-1]):
        if _text(page, i).lower() == "according" and _text(page, tokens[n + 1]).lower() == "to":
            return Cue(i, (i, tokens[n + 1]), Frame.ACCORDING, "“according to” names the speaker")
    return None


def _first_verb(page: Page, tokens: tuple[int, ...], *, listed: bool) -> int | None:
    """Give the verb of the clause that begins right after a quotation; one not in the lexicon only after a comma."""
    for i in tokens:
        token = page.parse.tokens[i]
        if _is_verb(page, i) and not token.rel.startswith("acl"):
            return i
        if token.upos == "VERB" and not page.parse.related(i, *_EMBEDDED):
            own = [c for c in page.parse.children(i, "nsubj") if c in tokens]
            return i if own and not listed else None
        if token.upos in {"AUX", "CCONJ"} and page.parse.related(i, "cop", "cc") and i == tokens[0]:
            return None
    return None


def _bare(page: Page, tokens: tuple[int, ...], verb: int) -> bool:
    """Say whether nothing but subject and verb stands after a full stop (`“I will go.” she said.`)."""
    return page.parse.tokens[verb].lemma.lower() in saying().clause and tokens[-1] <= verb + 2 and not _has_complement(page, verb, tokens)


def _has_complement(page: Page, verb: int, tokens: tuple[int, ...]) -> bool:
    return any(c in tokens and c > verb for c in page.parse.children(verb, *_CLAUSAL))


def is_saying(page: Page, i: int) -> bool:
    """Say whether a token is a verb of the lexicon."""
    return _is_verb(page, i)


def _is_verb(page: Page, i: int) -> bool:
    token = page.parse.tokens[i]
    if token.upos != "VERB" or token.lemma.lower() not in saying().verbs:
        return False
    return not (token.rel == "acl" and token.has("VerbForm=Part") and token.has("Tense=Past"))


def _cue_words(page: Page, verb: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Give the verb with its auxiliaries, negation and particle, if they stand together."""
    near = [c for c in page.parse.children(verb, "aux", "compound", "advmod") if c in tokens and abs(c - verb) <= 3]
    words = sorted([*(c for c in near if page.parse.related(c, "aux", "compound:prt")), verb])
    return tuple(range(words[0], words[-1] + 1)) if words[-1] - words[0] <= 4 else (verb,)


def _without_commas(page: Page, tokens: tuple[int, ...]) -> tuple[int, ...]:
    while tokens and _text(page, tokens[0]) in _COMMAS:
        tokens = tokens[1:]
    return tokens


def _text(page: Page, i: int) -> str:
    return page.parse.text(i)
