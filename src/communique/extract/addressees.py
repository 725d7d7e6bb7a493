"""Addressees: to whom something is said (`told CNN`, `asked the minister`, `in a letter to the council`), and the words that name them."""

from collections.abc import Sequence

from communique.extract.cue_clauses import CueClause
from communique.extract.passages import Page
from communique.extract.said_on import is_time
from communique.extract.saying import lemmas, saying
from communique.extract.voices import can_speak
from communique.model.span import Span

_BESIDE = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc")
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_EXCHANGES = frozenset({"interview", "conversation", "talk", "call", "meeting", "exchange", "session", "speak", "chat"})
"""What one has with someone: `in an interview with`, `spoke with`; otherwise "with" tells how (`said with a smile`)."""
_TURNING = {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "plead": frozenset({"with"})}
"""Verbs that turn to somebody by a preposition, whom their reported words may hold (`called on X to leave`)."""
_ANSWERS = frozenset({"response", "reply", "answer", "reaction"})
"""Behind "in", what is answered rather than who: `said in response to the launch`."""
_GIVING = frozenset({"promise", "pledge", "guarantee", "show", "write", "bet"})
"""Verbs of saying that can take a hearer as their object; others whose lemma is unknown can too, if a clause follows."""


def addressee_of(clause: CueClause) -> int | None:
    """Give the head of the addressee's phrase, None where nobody is told to be spoken to."""
    asked = [c for c in clause.page.parse.children(clause.cue.head, "obj", "iobj", "obl") if c in clause.content and _told(clause, c)]
    for tokens in (clause.tokens, asked, clause.above):
        found = _among(clause, tokens)
        if found is not None:
            return found
    return None


def _among(clause: CueClause, tokens: Sequence[int]) -> int | None:
    parse = clause.page.parse
    for i in sorted(tokens, key=lambda k: (parse.tokens[k].upos != "PROPN", k)):
        if parse.tokens[i].upos not in _NOMINAL or i == clause.speaker or is_time(clause, i):
            continue
        if _told(clause, i):
            return _spoken_to(clause.page, _whole_name(clause.page, i))
        if _reached(clause, i) and _spoken_to(clause.page, i) is not None:
            return i
    return None


def _told(clause: CueClause, i: int) -> bool:
    """Say whether a word is the object that the verb speaks to."""
    parse, verb = clause.page.parse, clause.page.parse.tokens[i].head
    words, cases = lemmas(parse, verb), {parse.text(c).lower() for c in parse.children(i, "case")}
    turned = any(cases & to and lead in words for lead, to in _TURNING.items())
    if parse.related(i, "iobj") or (turned and parse.related(i, "obl") and verb == clause.cue.head):
        return True
    unknown = bool(words & _GIVING) or not words & saying().verbs
    named = parse.tokens[i].upos == "PROPN" and bool(parse.children(verb, "ccomp")) and unknown
    told = bool(words & saying().addressing)
    return parse.related(i, "obj") and verb in {clause.cue.head, *clause.above} and (told or named)


def _reached(clause: CueClause, i: int) -> bool:
    """Say whether a preposition leads to whom it is said: "to", "with" behind an act of saying, "by" for asking."""
    parse, head = clause.page.parse, clause.page.parse.tokens[i].head
    cases = {parse.text(c).lower() for c in parse.children(i, "case")}
    if not parse.related(i, "obl", "nmod") or head < 0:
        return False
    above = lemmas(parse, head)
    if "by" in cases:
        return bool(above & saying().asked) and head != clause.cue.head and parse.related(head, "advcl")
    if "with" in cases:
        return bool(above & (_EXCHANGES | saying().channels.keys()))
    return "to" in cases and _says_to(clause, head, above)


def _says_to(clause: CueClause, head: int, words: frozenset[str]) -> bool:
    """Say whether "to" behind a word leads to a hearer or a reader, not to a topic (`referring to`) or a place (`invited X to`)."""
    known = saying()
    parse = clause.page.parse
    if words & known.asked and head != clause.cue.head:
        return False
    if words & _ANSWERS and any(parse.text(c).lower() == "in" for c in parse.children(head, "case")):
        return False
    if parse.tokens[head].upos == "VERB":
        return "add" not in words and bool(words & (known.clause | known.quotation | known.speaking | known.published | {"appeal"}))
    return bool(words & (known.channels.keys() | known.utterances))


def _spoken_to(page: Page, i: int) -> int | None:
    """Give an addressee that can be spoken to, None for a channel or a thing (`told a news briefing`, `spoke with customary anonymity`)."""
    noun = page.parse.tokens[i].upos == "NOUN"
    silent = noun and page.parse.tokens[i].lemma.lower() in saying().channels.keys() | saying().utterances
    return i if can_speak(page, i) and not silent else None


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
