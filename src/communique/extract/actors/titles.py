"""Titles: an office with whose it is, read from the words before a name or in an apposition.

`US Deputy Secretary of State`, `US ambassador to NATO`, `the Foreign Ministry's spokeswoman`, `President of France`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.actors import owners
from communique.extract.actors.office_words import (
    as_written,
    has_office,
    in_office,
    is_group,
    is_of_parliament,
    is_office,
    modifies,
    office_in,
)
from communique.extract.actors.owners import ARTICLES, POSSESSIVE, UNSAID, Owner
from communique.extract.actors.places import match_of
from communique.model.parse import Parse
from communique.model.span import Span
from communique.reference import Country, Tables
from communique.reference.tables import Entity

_LINKS = frozenset({"of", "for", "to", "on", "at", "in"})
_BEFORE = frozenset({"PROPN", "NOUN", "ADJ", "PART", "ADP", "DET", "X", "VERB"})
_LONGEST = 14
_NAME = 5
"""Words of a name in the tables that are looked at before an office."""
_WITHIN = ("compound", "amod", "nmod:desc", "flat")
_WHERE = frozenset({"at", "in"})
_DEMONYMS = ("an", "ese", "ish")
"""Endings of adjectives of states; a capitalised word with one says whose an office is, though the tables do not know it."""
_PASSING = frozenset({"late", "then", "current", "new", "newly", "longtime", "veteran", "-"})
"""Words before a title that are no part of it: they say since when or till when somebody has it."""
_PARLIAMENT = "parliament"


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its words' span, the whole phrase's span, and whose office it is: an entry of the tables, or the words that say it."""

    words: Span
    whole: Span
    owner: Entity | None
    owner_span: Span | None


def before(parse: Parse, first: int, tables: Tables) -> Title | None:
    """Give the title that stands right before the name that begins with token `first`."""
    start = _sentence_start(parse, first, tables)
    left = first
    while left > start and first - left < _LONGEST and _continues(parse, left - 1, tables):
        left -= 1
    found = [
        t for i in range(left, first) if (t := title_in(parse, range(i, first), tables)) and t.whole.end == parse.tokens[first - 1].end
    ]
    return max(found, key=_rank, default=None)


def _sentence_start(parse: Parse, first: int, tables: Tables) -> int:
    """Give the first token of the sentence, or of the one before where its full stop is an abbreviated title's ("Sens." "Adm.")."""
    start = parse.sentence_of(first).first
    abbreviated = start == first and start > 1 and is_office([parse.text(start - 2), parse.text(start - 1)], tables)
    return parse.sentence_of(start - 1).first if abbreviated and parse.text(start - 1) == "." else start


def above(parse: Parse, title: Title, tables: Tables) -> Title | None:
    """Give the title right before another that begins with its own words: "spokesman" in "Pentagon spokesman Gen. Alder".

    One with "and" between them too, where it has no article, which would make it another's ("the premier and President Alder").
    """
    first = parse.tokens_in(title.whole)[0]
    if first > 1 and parse.text(first - 1) == "and" and parse.text(first - 2)[:1].isupper():
        joined = before(parse, first - 1, tables)
        return joined if joined and not _is_articled(parse, joined) else None
    if title.words.start != title.whole.start or first == 0 or tables.office(parse.text(first - 1)) is None:
        return None
    return before(parse, first, tables)


def _is_articled(parse: Parse, title: Title) -> bool:
    first = parse.tokens_in(title.whole)[0]
    return any(parse.text(n).lower() in ARTICLES for n in (first, first - 1))


def _rank(title: Title) -> tuple[bool, int, int]:
    """Give what makes one reading of a title better than another: a known owner, more words, more of the owner's words."""
    return title.owner is not None, len(title.words), len(title.owner_span) if title.owner_span else 0


def _continues(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether the word at `i` can be part of a title that ends further right."""
    text, upos = parse.text(i), parse.tokens[i].upos
    if parse.timed(i):
        return False
    if i and _is_joint(parse, i, tables):
        return True
    hyphened = parse.text(i + 1) == "-" and upos != "VERB" and _is_close(parse, i + 1)
    if text in POSSESSIVE or (text == "-" and _is_close(parse, i)) or hyphened or text.casefold() in tables.modifiers:
        return True
    if upos == "ADP":
        return text.lower() in {"of", "for"}
    if upos in {"NOUN", "ADJ", "VERB"} and text[:1].islower():
        known = tables.office(text) is not None or text in tables.metonyms.parties or in_office(text, tables)
        return known or parse.related(i, *_WITHIN)
    return upos in _BEFORE and (text[:1].isupper() or upos == "DET")


def _is_close(parse: Parse, i: int) -> bool:
    """Say whether a stroke is a hyphen: the word before it touches it ("(Nordpress) - President Alder" has a dash)."""
    return i > 0 and parse.tokens[i - 1].end == parse.tokens[i].start and parse.text(i - 1)[-1].isalnum()


def _is_joint(parse: Parse, i: int, tables: Tables) -> bool:
    """Say whether a word joins others of a title: the "and" of a body's name, an abbreviation's full stop, "elect" behind its hyphen."""
    text, left = parse.text(i), parse.text(i - 1)
    if text in {"and", "&"}:
        return any(e.start < parse.tokens[i].start and e.label == "ORG" for e in parse.entities_at(i))
    if text == ".":
        return is_office([left, text], tables)
    return left == "-" and i > 1 and is_office([parse.text(i - 2), left, text], tables)


def title_in(parse: Parse, tokens: Sequence[int], tables: Tables) -> Title | None:
    """Give the title that the words of `tokens` (a run) make as a whole: [article] [owner] [modifiers] office [of, for, to …]."""
    while tokens and parse.text(tokens[-1]) in POSSESSIVE:
        tokens = tokens[:-1]
    words = [parse.text(i) for i in tokens]
    if not words or words[-1] in tables.honorifics or words[-1].lower() in _LINKS or any("," in w for w in words):
        return None
    office = office_in(words, tables)
    if office is None:
        return None
    last = office[1]
    if last < len(words) and (words[last].lower() not in _LINKS or has_office(words[last:], tables)):
        return None
    start = _start(parse, tokens, office, tables)
    lead = _lead(parse, tokens[:start], tables)
    held = _held(parse, tokens[lead:start], tokens[start:last], tables)
    if held is None:
        return None
    start -= held.taken
    begin = next((n for n in range(lead) if words[n].lower() not in (*ARTICLES, *_PASSING)), start)
    while begin < last - 1 and words[begin].casefold() in _PASSING:
        begin += 1
    return _title(parse, tokens, (begin, last), held.owner, tables)


@dataclass(frozen=True, slots=True)
class _Held:
    """Whose an office is, and how many words right before it are part of its title."""

    owner: Owner | None
    taken: int = 0


def _held(parse: Parse, tokens: Sequence[int], title: Sequence[int], tables: Tables) -> _Held | None:
    """Read the words between a title's first modifiers and its office; None where they are not whose it is."""
    words, taken = [parse.text(i) for i in tokens], 0
    owner = owners.before(parse, tokens, tables)
    if (owner is None or owner.entry is None) and words and is_group(words[-1], tables):
        if owners.is_party(words[-1], tables) and all(w.lower() in ARTICLES for w in words[:-1]):
            return _Held(Owner(None, parse.tokens[tokens[-1]].span) if _is_of_party(parse, title, tables) else None)
        taken = 0 if owners.is_party(words[-1], tables) and is_seated(parse, title, tables) else 1
        owner = owners.before(parse, tokens[:-1], tables)
    if owner is None:
        said = [w for w in words[: len(words) - taken] if w.lower() not in {*ARTICLES, *POSSESSIVE, *UNSAID, "-"}]
        return None if said else _Held(None, taken)
    if owner.entry is None and not owner.sure and not _is_whose(parse, owner.span, title, tables):
        return _Held(None, len([i for i in tokens if parse.tokens[i].start >= owner.span.start]))
    if isinstance(owner.entry, Country) and owner.entry.beside and is_seated(parse, title, tables):
        return _Held(Owner(None, owner.span), taken)
    return _Held(owner, taken)


def is_seated(parse: Parse, title: Sequence[int], tables: Tables) -> bool:
    """Say whether a title is of somebody who sits for a state of a federation or a district ("Sen.", "governor")."""
    office = tables.office(as_written([parse.text(i) for i in title]))
    return office is not None and office.entry.seated


def _is_of_party(parse: Parse, title: Sequence[int], tables: Tables) -> bool:
    """Say whether a party can be whose an office is: a leader's or a lawmaker's, never a ministry's or a governor's."""
    office = tables.office(as_written([parse.text(i) for i in title]))
    return office is not None and office.entry.body in {None, _PARLIAMENT} and not office.entry.seated


def _is_whose(parse: Parse, span: Span, title: Sequence[int], tables: Tables) -> bool:
    """Say whether words are a name, a kind of body, or the chamber or party before an office of parliament ("House Speaker")."""
    named = any(e.start <= span.start and span.end <= e.end for e in parse.entities)
    written = named or _is_names(parse, title[0] - 1, title[0])
    return written or tables.body(_text(parse, span)) is not None or is_of_parliament([parse.text(i) for i in title], tables)


def _is_names(parse: Parse, i: int, title: int) -> bool:
    """Say whether a capital within a sentence, before a title in small letters, makes a word a name ("Nordfirm founder")."""
    written = parse.tokens[i].upos == "PROPN" and parse.text(i)[:1].isupper() and parse.text(title)[:1].islower()
    return written and i > parse.sentence_of(i).first


def _start(parse: Parse, tokens: Sequence[int], office: tuple[int, int], tables: Tables) -> int:
    """Give the place of the first word before an office that belongs to it: a modifier or its field, never whose it is."""
    start, last = office
    while start and not _is_known(parse, tokens[:start], tables):
        if not (modifies(parse.text(tokens[start - 1]), tables) or _is_field(parse, tokens[start - 1], tokens[start:last], tables)):
            break
        start -= 2 if parse.text(tokens[start - 1]) == "-" and start > 1 else 1
    while parse.text(tokens[start]) == "-":
        start += 1
    return start


def _is_known(parse: Parse, tokens: Sequence[int], tables: Tables) -> bool:
    """Say whether words end in a name of several words that the tables know ("State Department" before "spokeswoman")."""
    texts = [_text(parse, parse.span(tuple(tokens[n:]))) for n in range(max(0, len(tokens) - _NAME), len(tokens) - 1)]
    return any(match_of(words, tables) or tables.body(words) for words in texts)


def _text(parse: Parse, span: Span) -> str:
    return parse.report.text[span.start : span.end]


def _lead(parse: Parse, tokens: Sequence[int], tables: Tables) -> int:
    """Give how many words before whose office it is belong to the title ("former" in "a former US ambassador")."""
    words = [parse.text(i) for i in tokens]
    n = first = next((n for n, w in enumerate(words) if w.lower() not in ARTICLES), len(words))
    while n < len(words) and words[n].casefold() in tables.modifiers and not match_of(_text(parse, parse.span(tuple(tokens[n:]))), tables):
        n += 1
    return n if first < n < len(words) else 0


def _title(parse: Parse, tokens: Sequence[int], office: tuple[int, int], owner: Owner | None, tables: Tables) -> Title:
    start, last = office
    end, tail = len(tokens), last < len(tokens)
    if owner is None and tail and parse.text(tokens[last]).lower() in {"of", "for", "at"}:
        title = as_written([parse.text(i) for i in tokens[start:last]])
        owner = owners.after(parse, tokens[last + 1 :], title, tables)
        end = last if owner and (owner.entry or owner.sure) else end
        at = next((n for n in range(last + 1, len(tokens) - 1) if parse.text(tokens[n]).lower() == "at"), None)
        if owner is None and at is not None and (owner := owners.after(parse, tokens[at + 1 :], title, tables)):
            end = at
    if tail and owner is not None and end > last and parse.text(tokens[last]).lower() in _WHERE and not _has_name(parse, tokens[last:]):
        end = last
    headed = owners.headed(parse, tokens[last:], tables) if tail and owner is None else None
    return Title(
        words=parse.span(tuple(tokens[start:end])),
        whole=parse.span(tuple(tokens)),
        owner=owner.entry if owner else headed,
        owner_span=owner.span if owner else None,
    )


def _has_name(parse: Parse, tokens: Sequence[int]) -> bool:
    return any(parse.tokens[i].upos == "PROPN" for i in tokens)


def _is_field(parse: Parse, i: int, title: Sequence[int], tables: Tables) -> bool:
    """Say whether a word says what an office is for ("information minister", "police chief"): part of its phrase, and no name."""
    token, word = parse.tokens[i], parse.text(i)
    if (word[:1].isupper() and word.endswith(_DEMONYMS)) or owners.is_party(word, tables):
        return False
    if token.upos == "PROPN" and (is_of_parliament([parse.text(n) for n in title], tables) or _is_names(parse, i, title[0])):
        return False
    if token.upos not in {"NOUN", "ADJ", "PROPN"} or not parse.related(i, *_WITHIN) or token.head not in {*title, i + 1}:
        return False
    named = bool(parse.entities_at(i)) or any(word in g.words for g in tables.groups)
    return not (named or tables.matches(word) or tables.body(word) or tables.office(word) or word in tables.honorifics)
