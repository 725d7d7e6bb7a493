"""Cues: the words that say that someone says something, next to a quotation.

A cue is looked for in the outlet's own words around a quotation, by lemma and by what stands next to what, because parses bend
where quotations begin and end; the tree then says whose subject and whose complement things are.
"""

from dataclasses import dataclass
from enum import Enum

from communique.extract.passages import COMMAS, Page, Passage
from communique.extract.saying import introduces, is_saying, lemmas, saying

_CLAUSAL = ("ccomp", "xcomp")
FEWEST = 4
"""Words that a quotation without a saying verb needs to count as someone's: shorter ones are titles, slogans and scare quotes."""
_LABEL = 8
_EMBEDDED = ("acl", "acl:relcl", "csubj")


class Frame(Enum):
    """How the cue carries the words: which side of the quotation its subject is looked for on."""

    AFTER = "after"
    BEFORE = "before"
    ACCORDING = "according to"
    LABEL = "label"
    TOLD = "told in the sentence before"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its head token, the tokens of its words, how it stands, the reason in words, and the outlet's words around it."""

    head: int
    words: tuple[int, ...]
    frame: Frame
    why: str
    around: tuple[int, ...]


def cue_after(page: Page, passage: Passage) -> Cue | None:
    """Find the cue in the outlet's words right after a quotation (`“…,” X said`, `said X`, `according to X`)."""
    tokens, ending, signed = _without_commas(page, passage.after), passage.ending, _signed(page, passage)
    if signed or not tokens or (ending == "" and not _at_once(page, passage, tokens)):
        return signed
    if cue := _according(page, tokens[:2]) or _sentence_behind(page, passage):
        return cue
    inverted = ending in {"?", "!"} and page.parse.tokens[tokens[0]].upos == "VERB"
    verb = _first_verb(page, tokens, listed=bool(passage.before) or not (ending == "," or inverted))
    if verb is None or (ending == "." and not _bare(page, tokens, verb)) or (ending in "?!" and _has_complement(page, verb, tokens)):
        return None
    if passage.before and _reports(page, verb, tokens):
        return None
    if ending != "," and not passage.stopped and page.parse.text(passage.after[-1]) in {",", ":"}:
        return None
    return Cue(
        verb, _cue_words(page, verb, tokens), Frame.AFTER, f"“{page.parse.text(verb)}” behind the quotation tells who says it", tokens
    )


def cue_before(page: Page, passage: Passage) -> Cue | None:
    """Find the cue in the outlet's words right before a quotation (`X said, “…”`, `X said: “…”`, `according to X, “…”`)."""
    tokens = passage.before
    if not tokens:
        return None
    last = page.parse.text(tokens[-1]).lower()
    if last == ":":
        return _before_colon(page, passage)
    if last in COMMAS:
        return _before_comma(page, tokens)
    if last == "that":
        verbs = [i for i in tokens if page.parse.tokens[i].upos == "VERB" and page.parse.tokens[tokens[-1]].upos == "SCONJ"]
        return _cue_before(page, verbs[-1], tokens) if verbs and introduces(page.parse, verbs[-1]) else None
    return _cue_before(page, tokens[-1], tokens) if is_saying(page.parse, tokens[-1]) else None


def _signed(page: Page, passage: Passage) -> Cue | None:
    """Find the name behind a quotation that is a headline or a paragraph of its own (`‘We are ready’: Lind on …`, `“…” — Anna Lind`)."""
    parse, tokens = page.parse, passage.after or page.behind(passage)
    if passage.before or len(tokens) < 2 or parse.tokens[tokens[1]].upos != "PROPN" or not sentence_like(page, passage):
        return None
    if parse.related(tokens[1], "nmod:poss"):
        return None
    sign, name = parse.text(tokens[0]), tokens[1:]
    dash = sign in COMMAS - {","} and len(name) <= _LABEL and not any(parse.tokens[i].upos in {"VERB", "AUX"} for i in name)
    headed = sign == ":" and page.unstopped(passage)
    if not dash and not headed:
        return None
    return Cue(tokens[0], (tokens[0],), Frame.LABEL, "a name stands behind the quotation, set off from it", name)


def _sentence_behind(page: Page, passage: Passage) -> Cue | None:
    """Find who speaks in the sentence behind a quotation that a stop ends, told verb first (`“…” So says X of the Y institute.`)."""
    parse, tokens = page.parse, passage.after
    if passage.before or passage.ending not in {".", "?", "!"} or not passage.stopped or not parse.text(tokens[0])[:1].isupper():
        return None
    for i in tokens[1:]:
        subjects = parse.children(i, "nsubj")
        if (
            subjects
            and all(c > i and c in tokens for c in subjects)
            and lemmas(parse, i) & saying().clause
            and not _has_complement(page, i, tokens)
            and not parse.related(i, *_EMBEDDED)
        ):
            return Cue(i, (i,), Frame.AFTER, f"“{parse.text(i)}” in the next sentence tells who speaks", tokens)
    return None


def _at_once(page: Page, passage: Passage, tokens: tuple[int, ...]) -> bool:
    """Say whether nothing but a name stands between a whole quotation that no sign ends and its verb (`“I will go” he said`)."""
    verb = _first_verb(page, tokens, listed=True)
    if passage.before or verb is None or _has_complement(page, verb, tokens):
        return False
    return all(page.parse.tokens[i].upos not in {"VERB", "ADP", "AUX"} for i in tokens if i < verb)


def _before_colon(page: Page, passage: Passage) -> Cue | None:
    tokens, parse = passage.before, page.parse
    label = _label(page, tokens)
    verbs = [i for i in tokens if is_saying(page.parse, i)]
    verbs = [i for i in verbs if not _set_off(page, i, tokens)] or verbs
    if label is None and verbs:
        return _cue_before(page, verbs[-1], tokens)
    if not sentence_like(page, passage):
        return None
    if label:
        return Cue(tokens[-1], (tokens[-1],), Frame.LABEL, "a name and a colon stand before the quotation", label)
    others = [i for i in tokens if parse.tokens[i].upos == "VERB" and not parse.related(i, *_EMBEDDED)]
    if not others:
        return None
    return Cue(
        others[0], (others[0],), Frame.BEFORE, f"“{parse.text(others[0])}” and a colon before the quotation tell who says it", tokens
    )


def _label(page: Page, tokens: tuple[int, ...]) -> tuple[int, ...] | None:
    """Give the few words without a verb that stand before a colon, behind the last dash: `More - The chairman: “…”`."""
    dashes = [n for n, i in enumerate(tokens) if page.parse.text(i) in COMMAS - {","} and _spaced(page, i)]
    label = tokens[dashes[-1] + 1 : -1] if dashes else tokens[:-1]
    kinds = {page.parse.tokens[i].upos for i in label}
    return label if len(label) <= _LABEL and kinds & {"PROPN", "NOUN", "PRON"} and "VERB" not in kinds else None


def _spaced(page: Page, i: int) -> bool:
    token, text = page.parse.tokens[i], page.parse.report.text
    return text[token.start - 1 : token.start].isspace() and text[token.end : token.end + 1].isspace()


def sentence_like(page: Page, passage: Passage) -> bool:
    """Say whether a quotation without a saying verb reads as someone's sentence, not as a title or a slogan."""
    inner = page.parse.tokens_in(passage.quotation.words[0])
    verbal = any(page.parse.tokens[i].upos in {"VERB", "AUX"} for i in inner)
    whole = passage.ending != "" or not passage.after or page.parse.text(passage.after[0]) == ":"
    return len(inner) >= FEWEST and verbal and whole


def _before_comma(page: Page, tokens: tuple[int, ...]) -> Cue | None:
    if cue := _according(page, tokens):
        return cue
    verbs = [i for i in tokens if is_saying(page.parse, i) and introduces(page.parse, i)]
    if not verbs or _has_complement(page, verbs[-1], tokens):
        return None
    return _cue_before(page, verbs[-1], tokens)


def _cue_before(page: Page, verb: int, tokens: tuple[int, ...]) -> Cue:
    return Cue(
        verb, _cue_words(page, verb, tokens), Frame.BEFORE, f"“{page.parse.text(verb)}” before the quotation tells who says it", tokens
    )


def _according(page: Page, tokens: tuple[int, ...]) -> Cue | None:
    for n, i in enumerate(tokens[:-1]):
        if page.parse.text(i).lower() == "according" and page.parse.text(tokens[n + 1]).lower() == "to":
            return Cue(i, (i, tokens[n + 1]), Frame.ACCORDING, "“according to” names the speaker", tokens)
    return None


def _first_verb(page: Page, tokens: tuple[int, ...], *, listed: bool) -> int | None:
    """Give the verb of the clause that begins right after a quotation; unless `listed`, it need not be in the lexicon."""
    parse = page.parse
    if parse.tokens[tokens[0]].upos in {"SCONJ", "CCONJ"} and parse.text(tokens[0]).lower() != "as":
        return None
    for i in tokens:
        if parse.tokens[i].upos == "VERB" and not _set_off(page, i, tokens):
            own = [c for c in parse.children(i, "nsubj") if c not in page.inside]
            here = any(c in tokens for c in own)
            if (not own and _participle(page, i)) or _subordinate(page, i, tokens):
                return None
            return i if (here or not own) and (is_saying(page.parse, i) or (here and not listed)) else None
        if i == tokens[0] and parse.related(i, "cop", "aux"):
            return None
    return None


def _participle(page: Page, i: int) -> bool:
    """Say whether a verb is a present participle, which behind a quotation goes on with the outlet's words (`“…,” adding to the row`)."""
    token = page.parse.tokens[i]
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))


def _subordinate(page: Page, i: int, tokens: tuple[int, ...]) -> bool:
    """Say whether a clause begins with a word that makes it the outlet's (`“…,” when asked if he would go`); "as" leads to a cue."""
    parse, first = page.parse, tokens[0]
    return parse.related(i, "advcl") and parse.tokens[first].head == i and parse.related(first, "mark", "advmod") and _joins(page, first)


def _joins(page: Page, i: int) -> bool:
    return page.parse.text(i).lower() in {"when", "after", "before", "while", "if", "because", "since", "until", "although", "though"}


def _set_off(page: Page, i: int, tokens: tuple[int, ...]) -> bool:
    """Say whether a verb stands in a clause that hangs on a noun (`Smith, who had proposed to go, said`)."""
    return any(page.parse.related(k, *_EMBEDDED) for k in (i, *page.parse.ancestors(i)) if k in tokens)


def _bare(page: Page, tokens: tuple[int, ...], verb: int) -> bool:
    """Say whether nothing but subject and verb, or a verb and its subject, stands after a full stop (`“I will go.” she said.`)."""
    if not lemmas(page.parse, verb) & saying().clause:
        return False
    inverted = tokens[0] == verb and any(verb < c in tokens for c in page.parse.children(verb, "nsubj"))
    return (inverted or tokens[-1] <= verb + 2) and not _has_complement(page, verb, tokens)


def _reports(page: Page, verb: int, tokens: tuple[int, ...]) -> bool:
    """Say whether a verb behind a quotation has a clause with "that" of its own (`Calling it “odd,” she stressed that …`)."""
    return any(page.parse.text(i).lower() == "that" and page.parse.tokens[i].upos == "SCONJ" for i in tokens if i > verb)


def _has_complement(page: Page, verb: int, tokens: tuple[int, ...]) -> bool:
    return any(c in tokens and c > verb for c in page.parse.children(verb, *_CLAUSAL))


def _cue_words(page: Page, verb: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Give the verb with its auxiliaries, negation and particle, if they stand together."""
    near = [c for c in page.parse.children(verb, "aux", "compound", "advmod") if c in tokens and abs(c - verb) <= 3]
    words = sorted([*(c for c in near if page.parse.related(c, "aux", "compound:prt")), verb])
    return tuple(range(words[0], words[-1] + 1)) if words[-1] - words[0] <= 4 else (verb,)


def _without_commas(page: Page, tokens: tuple[int, ...]) -> tuple[int, ...]:
    while tokens and page.parse.text(tokens[0]) in COMMAS:
        tokens = tokens[1:]
    return tokens
