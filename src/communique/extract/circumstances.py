"""What a cue's clause says beside who speaks: to whom, where (briefing, interview, document, speech, post), on which day, and "not"."""

from dataclasses import dataclass

from communique.extract.cues import Cue, Frame
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.extract.voices import can_speak
from communique.model.dates import UNKNOWN, When
from communique.model.parse import Time
from communique.model.span import Span
from communique.model.timex import when_of

_TO = frozenset({"to", "with"})
_BESIDE = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc")
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The head of the addressee's phrase, the channel, the day, and whether the saying is denied."""

    addressee: int | None
    channel: str | None
    said_on: When
    negated: bool


def circumstances(page: Page, cue: Cue | None, speaker: int | None) -> Circumstances:
    """Give what the words around a cue say; unknown where they do not, or where there is no cue."""
    if cue is None or cue.frame is Frame.LABEL:
        return Circumstances(None, None, UNKNOWN, negated=False)
    clause = _clause(page, cue)
    negated = any(page.parse.text(c).lower() in {"not", "n't", "n’t", "never"} for c in page.parse.children(cue.head, "advmod"))
    return Circumstances(_addressee(page, cue, clause, speaker), _channel(page, cue, clause, speaker), _day(page, clause), negated)


def _clause(page: Page, cue: Cue) -> tuple[int, ...]:
    """Give the tokens of the cue's own clause: what hangs on it outside the marks without a finite clause in between.

    `Speaking to reporters, he said: “…”` often hangs on the quotation instead, and is taken by its place.
    """
    parse = page.parse
    speaking = [i for i in cue.around if i < cue.head and parse.tokens[i].upos == "VERB" and lemmas(parse, i) & saying().speaking]
    kept = [cue.head, *(i for i in speaking if parse.tokens[i].head in page.inside)]
    for i in kept:
        kept += [c for c in parse.children(i) if c not in page.inside and not _other_clause(page, c)]
    return tuple(sorted(set(kept)))


def _other_clause(page: Page, i: int) -> bool:
    parse = page.parse
    if parse.related(i, "acl", "ccomp", "csubj", "appos", "conj"):
        return True
    speaking = bool(lemmas(parse, i) & saying().speaking)
    return parse.related(i, "advcl", "parataxis", "xcomp") and not speaking


def _addressee(page: Page, cue: Cue, clause: tuple[int, ...], speaker: int | None) -> int | None:
    parse = page.parse
    told = bool(lemmas(parse, cue.head) & saying().addressing)
    for i in sorted(clause, key=lambda k: (parse.tokens[k].upos != "PROPN", k)):
        token = parse.tokens[i]
        if token.upos not in _NOMINAL or i == speaker or _timed(page, i):
            continue
        named = token.upos == "PROPN" and bool(parse.children(token.head, "ccomp"))
        if parse.related(i, "iobj") or ((told or named) and parse.related(i, "obj") and token.head == cue.head):
            return _spoken_to(page, _whole_name(page, i))
        to = any(parse.text(c).lower() in _TO for c in parse.children(i, "case"))
        if to and parse.related(i, "obl", "nmod") and _tells(page, token.head) and _spoken_to(page, i) is not None:
            return i
    return None


def _spoken_to(page: Page, i: int) -> int | None:
    """Give an addressee that can be spoken to, None for a channel or a thing (`told a news briefing`, `spoke with customary anonymity`)."""
    noun = page.parse.tokens[i].upos == "NOUN"
    return (
        i
        if can_speak(page, i) and not (noun and page.parse.tokens[i].lemma.lower() in saying().channels.keys() | saying().utterances)
        else None
    )


def addressed(page: Page, head: int) -> Span:
    """Give the words of an addressee: the head with its name and what stands before it, and "of …", without places, times and clauses."""
    parse, kept, waiting = page.parse, [head], [head]
    while waiting:
        for c in parse.children(waiting.pop()):
            of = parse.related(c, "nmod") and any(parse.text(k).lower() == "of" for k in parse.children(c, "case"))
            named = parse.related(c, *_BESIDE) or (parse.related(c, "case") and parse.tokens[c].head != head)
            if c not in page.inside and (of or named):
                kept.append(c)
                waiting.append(c)
    first = last = head
    while first - 1 in kept or _title_before(page, first, head):
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and parse.tokens[last].upos in {"ADP", "DET"}:
        last -= 1
    return Span(parse.tokens[first].start, parse.tokens[last].end)


def _title_before(page: Page, first: int, head: int) -> bool:
    """Say whether the word before a name is its title, taken for an object of its own (`told Soviet leader Lem`), or belongs to that."""
    parse, i = page.parse, first - 1
    if i < 0 or parse.tokens[head].upos != "PROPN" or parse.tokens[i].upos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    alike = parse.tokens[i].head == parse.tokens[head].head and parse.related(i, "obj", "iobj", "obl")
    return alike or (i < parse.tokens[i].head < head and parse.related(i, "compound", "amod"))


def _whole_name(page: Page, i: int) -> int:
    """Give the name right behind a title where the tree takes both for objects (`told chancellor Anna Lind`), else the token itself."""
    parse = page.parse
    behind = [c for c in parse.children(parse.tokens[i].head, "obj", "iobj") if c == i + 1 and parse.tokens[c].upos == "PROPN"]
    return behind[0] if behind else i


def _tells(page: Page, head: int) -> bool:
    """Say whether what "to X" or "with X" hangs on is an act of saying: a verb (`said to`), or an interview."""
    words = lemmas(page.parse, head)
    return bool(words & (saying().verbs | saying().speaking | saying().channels.keys()))


def _channel(page: Page, cue: Cue, clause: tuple[int, ...], speaker: int | None) -> str | None:
    """Give the channel of a noun in the clause that is no object, or the speaker's own ("the letter said"), else of the verb."""
    parse, known = page.parse, saying()
    forms = lemmas(parse, cue.head) & known.channel_verbs.keys()
    if forms:
        return known.channel_verbs[min(forms)]
    for i in (*(() if speaker is None else (speaker,)), *clause):
        word = parse.tokens[i].lemma.lower()
        told = parse.related(i, "obj", "iobj") and parse.tokens[i].head == cue.head and bool(lemmas(parse, cue.head) & known.addressing)
        placed = i == speaker or told or (parse.related(i, "obl", "nmod") and bool(parse.children(i, "case")))
        if parse.tokens[i].upos in {"NOUN", "PROPN"} and placed and word in known.channels:
            return known.channels[word]
    return None


def _day(page: Page, clause: tuple[int, ...]) -> When:
    times = [t for i in clause if (t := _time_at(page, i)) and t.type in {"DATE", "TIME"}]
    return when_of(times[0], page.parse.report) if times else UNKNOWN


def _timed(page: Page, i: int) -> bool:
    return _time_at(page, i) is not None


def _time_at(page: Page, i: int) -> Time | None:
    token = page.parse.tokens[i]
    return next((t for t in page.parse.times if t.start <= token.start < t.end), None)
