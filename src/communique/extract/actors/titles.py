"""Titles: an office with whose it is, read from the words before a name or in an apposition.

`US Deputy Secretary of State`, `US ambassador to NATO`, `the Foreign Ministry's spokeswoman`, `President of France`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.actors.places import match_of
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Tables
from communique.reference.tables import Entity

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"of", "for", "to", "on", "at", "in"})
_BEFORE = frozenset({"PROPN", "NOUN", "ADJ", "PART", "ADP", "DET", "X", "VERB"})
_LONGEST = 12
_WITHIN = ("compound", "amod", "nmod:desc", "flat")
_WHERE = frozenset({"at", "in"})
_DEMONYMS = ("an", "ese", "ish")
"""Endings of adjectives of states; a capitalised word with one says whose an office is, though the tables do not know it."""
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its words' span, the whole phrase's span, and whose office it is: an entry of the tables, or the words that say it."""

    words: Span
    whole: Span
    owner: Entity | None
    owner_span: Span | None


def before(parse: Parse, first: int, tables: Tables) -> Title | None:
    """Give the title that stands right before the name that begins with token `first`."""
    start = parse.sentence_of(first).first
    left = first
    while left > start and first - left < _LONGEST and _continues(parse, left - 1, tables):
        left -= 1
    found = [
        t for i in range(left, first) if (t := title_in(parse, range(i, first), tables)) and t.whole.end == parse.tokens[first - 1].end
    ]
    return max(found, key=_rank, default=None)


def above(parse: Parse, title: Title, tables: Tables) -> Title | None:
    """Give the title right before another that begins with its own words: "spokesman" in "Pentagon spokesman Gen. Alder"."""
    first = parse.tokens_in(title.whole)[0]
    if title.words.start != title.whole.start or first == 0 or tables.office(parse.text(first - 1)) is None:
        return None
    return before(parse, first, tables)


def _rank(title: Title) -> tuple[bool, int, int]:
    """Give what makes one reading of a title better than another: a known owner, more words, more of the owner's words."""
    return title.owner is not None, len(title.words), len(title.owner_span) if title.owner_span else 0


def _continues(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether the word at `i` can be part of a title that ends further right."""
    text, upos, start = parse.text(i), parse.tokens[i].upos, parse.tokens[i].start
    if any(t.start <= start < t.end for t in parse.times):
        return False
    hyphened = parse.text(i + 1) == "-" and upos != "VERB"
    if text in _POSSESSIVE or text == "-" or hyphened or text.casefold() in tables.modifiers:
        return True
    if upos == "ADP":
        return text.lower() in {"of", "for"}
    if upos in {"NOUN", "ADJ", "VERB"} and text[:1].islower():
        known = tables.office(text) is not None or text in tables.metonyms.parties or _in_office(text, tables)
        return known or parse.related(i, *_WITHIN)
    return upos in _BEFORE and (text[:1].isupper() or upos == "DET")


def _in_office(word: str, tables: Tables) -> bool:
    return word in {w for o in tables.offices for w in o.words.split()}


def title_in(parse: Parse, tokens: Sequence[int], tables: Tables) -> Title | None:
    """Give the title that the words of `tokens` (a run) make as a whole: [article] [owner] [modifiers] office [of, for, to …]."""
    while tokens and parse.text(tokens[-1]) in _POSSESSIVE:
        tokens = tokens[:-1]
    words = [parse.text(i) for i in tokens]
    if not words or words[-1] in tables.honorifics or words[-1].lower() in _LINKS or any("," in w for w in words):
        return None
    office = _office(words, tables)
    if office is None:
        return None
    first, last = office
    if last < len(words) and (words[last].lower() not in _LINKS or _has_office(words[last:], tables)):
        return None
    start = first
    while start and (_modifies(words[start - 1], tables) or _is_field(parse, tokens[start - 1], tokens[start:last], tables)):
        start -= 2 if words[start - 1] == "-" and start > 1 else 1
    lead = _lead(words[:start], tables)
    owner = _owner_before(parse, tokens[lead:start], tables)
    if (owner is None or owner.entry is None) and start > lead and any(words[start - 1] in g.words for g in tables.groups):
        start -= 1
        owner = _owner_before(parse, tokens[lead:start], tables)
    while words[start] == "-":
        start += 1
    if owner is None and any(w.lower() not in {"the", "a", "an", "its", "his", "her", "their", "-"} for w in words[lead:start]):
        return None
    if owner is not None and owner.entry is None and not _is_entity(parse, owner.span) and not tables.body(_text(parse, owner.span)):
        start, owner = parse.tokens_in(owner.span)[0] - tokens[0], None
    begin = next((n for n in range(lead) if words[n].lower() not in _ARTICLES), start)
    return _title(parse, tokens, (begin, last), owner, tables)


def _is_entity(parse: Parse, span: Span) -> bool:
    """Say whether words are, or lie within, a name: "District" in "District Judge" is none."""
    return any(e.start <= span.start and span.end <= e.end for e in parse.entities)


def _text(parse: Parse, span: Span) -> str:
    return parse.report.text[span.start : span.end]


def _has_office(words: Sequence[str], tables: Tables) -> bool:
    """Say whether words end in an office; a delegation or a team is none: who heads it holds one."""
    return words[-1].casefold() not in tables.metonyms.parties and tables.office(" ".join(words)) is not None


def _lead(words: Sequence[str], tables: Tables) -> int:
    """Give how many words before whose office it is belong to the title ("former" in "a former US ambassador")."""
    n = next((n for n, w in enumerate(words) if w.lower() not in _ARTICLES), len(words))
    first = n
    while n < len(words) and words[n].casefold() in tables.modifiers:
        n += 1
    return n if first < n < len(words) else 0


def _title(parse: Parse, tokens: Sequence[int], office: tuple[int, int], owner: "_Owner | None", tables: Tables) -> Title:
    start, last = office
    end, tail = len(tokens), last < len(tokens)
    if owner is None and tail and parse.text(tokens[last]).lower() in {"of", "for", "at"}:
        owner = _owner_after(parse, tokens[last + 1 :], tables)
        end = last if owner and owner.entry else end
    if tail and owner is not None and end > last and parse.text(tokens[last]).lower() in _WHERE and not _has_name(parse, tokens[last:]):
        end = last
    headed = _headed(parse, tokens[last:], tables) if tail and owner is None else None
    return Title(
        words=parse.span(tuple(tokens[start:end])),
        whole=parse.span(tuple(tokens)),
        owner=owner.entry if owner else headed,
        owner_span=owner.span if owner else None,
    )


def _headed(parse: Parse, tokens: Sequence[int], tables: Tables) -> Entity | None:
    """Give the state whose delegation, party or team it is that a title heads ("head of the Russian delegation")."""
    if parse.text(tokens[-1]).casefold() not in tables.metonyms.parties:
        return None
    found = {m.entry.key: m.entry for i in tokens[:-1] if (m := match_of(parse.text(i), tables))}
    return next(iter(found.values())) if len(found) == 1 else None


def _has_name(parse: Parse, tokens: Sequence[int]) -> bool:
    return any(parse.tokens[i].upos == "PROPN" for i in tokens)


@dataclass(frozen=True, slots=True)
class _Owner:
    entry: Entity | None
    span: Span


def _office(words: Sequence[str], tables: Tables) -> tuple[int, int] | None:
    """Give the first and last place of the longest office in `words`, of equal ones the first."""
    found = [
        (last - first, -first, first, last)
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + 6) + 1)
        if is_office(words[first:last], tables)
    ]
    if not found:
        return None
    first, last = max(found)[2:]
    while last < len(words) and is_office(words[last : last + 1], tables):
        last += 1
    return first, last


def is_office(words: Sequence[str], tables: Tables) -> bool:
    """Say whether words are an office and nothing else."""
    written = " ".join(words).replace(" - ", "-").casefold()
    office = tables.office(written)
    return office is not None and written in {office.entry.words, office.entry.people}


def _modifies(word: str, tables: Tables) -> bool:
    return word.casefold() in tables.modifiers or word == "-"


def _is_field(parse: Parse, i: int, title: Sequence[int], tables: Tables) -> bool:
    """Say whether a word says what an office is for ("information minister", "police chief"): part of its phrase, and no name."""
    token, word = parse.tokens[i], parse.text(i)
    if word[:1].isupper() and word.endswith(_DEMONYMS):
        return False
    if token.upos not in {"NOUN", "ADJ", "PROPN"} or not parse.related(i, *_WITHIN) or token.head not in {*title, i + 1}:
        return False
    named = any(e.start <= token.start < e.end for e in parse.entities) or any(word in g.words for g in tables.groups)
    return not (named or tables.matches(word) or tables.body(word) or tables.office(word) or word in tables.honorifics)


def _owner_before(parse: Parse, tokens: Sequence[int], tables: Tables) -> _Owner | None:
    """Give whose office it is: the words before it without article and possessive, an entry of the tables or a name."""
    inside = list(tokens)
    while inside and parse.text(inside[-1]) in _POSSESSIVE:
        inside.pop()
    while inside and parse.text(inside[0]).lower() in {"the", "a", "an"}:
        inside.pop(0)
    for first in range(len(inside)):
        span = parse.span(tuple(inside[first:]))
        if match := match_of(parse.report.text[span.start : span.end], tables):
            return _Owner(match.entry, span) if first == 0 else None
    if len(inside) == 2 and (state := tables.state(parse.text(inside[0]))):
        return _Owner(state.entry, parse.tokens[inside[0]].span) if parse.text(inside[1]).islower() else None
    if not inside:
        return None
    whole = parse.span(tuple(inside))
    if any(e.start < whole.start < e.end for e in parse.entities):
        return None
    named = all(parse.tokens[i].upos == "PROPN" for i in inside) or tables.body(parse.report.text[whole.start : whole.end])
    return _Owner(None, whole) if named else None


def _owner_after(parse: Parse, tokens: Sequence[int], tables: Tables) -> _Owner | None:
    inside = list(tokens)
    while inside and parse.text(inside[0]).lower() in {"the", "a", "an"}:
        inside.pop(0)
    if not inside:
        return None
    span = parse.span(tuple(inside))
    if body := next((e for e in parse.entities if e.start == span.start and e.end < span.end and e.label == "ORG"), None):
        span = Span(body.start, body.end)
    match = match_of(parse.report.text[span.start : span.end], tables)
    named = all(parse.tokens[i].upos in {"PROPN", "ADP", "CCONJ", "DET"} for i in inside)
    whole = any(e.start <= span.start and span.end <= e.end for e in parse.entities)
    return _Owner(match.entry if match else None, span) if match or named or whole else None
