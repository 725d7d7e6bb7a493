"""Where a condition is joined to a consequence, by the tree and by its marker."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.saying import is_saying
from communique.model.parse import ROOT, Parse, Sentence
from communique.reference.lexicon import lists

FILE = "conditions.yml"
_MODALS = frozenset({"will", "would", "'ll", "’ll", "wo", "can", "could", "must", "may", "might", "shall", "should", "going", "ca"})
_LACK = frozenset({"without", "absent", "in the absence of", "barring", "short of"})
_CONCEDING = frozenset({"even", "as", "what"})
_AND_ELSE = ("cc", "punct", "mark", "discourse")


@dataclass(frozen=True, slots=True)
class Joined:
    """Tokens of a condition and of its consequence, their heads, the marker's words, and whether the marker turns the condition round."""

    condition: tuple[int, ...]
    consequence: tuple[int, ...]
    condition_head: int
    consequence_head: int
    marker: str
    negative: bool = False


def joined(parse: Parse) -> Iterator[Joined]:
    """Yield every condition with its consequence, in order of the text. A marker that asks ("asked if") is none."""
    for n, sentence in enumerate(parse.sentences):
        for i in range(sentence.first, sentence.last):
            if (
                found := _clause(parse, i)
                or _turned(parse, i)
                or _opened(parse, i)
                or _phrase(parse, i)
                or _day(parse, i)
                or _any(parse, i)
            ):
                yield found
        if n and (otherwise := _otherwise(parse, parse.sentences[n - 1], sentence)):
            yield otherwise


def is_future(parse: Parse, head: int) -> bool:
    """Say whether a clause speaks of what is to come or may come: a modal, "going to", an order, or an infinitive of a promise."""
    words = {parse.text(c).lower() for c in parse.children(head, "aux")} | {parse.text(head).lower()}
    token = parse.tokens[head]
    ordered = token.has("Mood=Imp")
    meant = token.has("VerbForm=Inf") or (parse.tokens[head].head != ROOT and parse.related(head, "xcomp"))
    above = parse.tokens[head].head
    copied = above != ROOT and parse.related(head, "conj") and is_future(parse, above)
    return (bool(words & _MODALS) or ordered or meant or copied) and not _past(parse, head, words)


def _past(parse: Parse, head: int, words: set[str]) -> bool:
    """Say whether a clause speaks of what did not happen ("would have agreed")."""
    return (
        bool(words & {"have", "'ve", "’ve"}) and bool(words & {"would", "could", "might", "should"}) and parse.tokens[head].upos == "VERB"
    )


def _clause(parse: Parse, i: int) -> Joined | None:
    """Give "if …, …": an adverbial clause with a marker of condition, or one turned round ("should the talks fail, …")."""
    if not parse.related(i, "advcl") or parse.tokens[i].head == ROOT:
        return None
    marker = _marker(parse, i)
    if marker is None:
        return None
    head = _consequence_head(parse, parse.tokens[i].head)
    condition = parse.subtree(i)
    rest = _own(parse, head, condition)
    future = is_future(parse, head) or any(is_future(parse, c) for c in parse.children(head, "xcomp", "ccomp"))
    if not rest or not future or _asks(parse, head):
        return None
    return Joined(condition, rest, i, head, marker, marker in {"unless", "until", "lest"})


def _turned(parse: Parse, i: int) -> Joined | None:
    """Give "should the round collapse, we would …" by place, where the tree takes "should" for a second auxiliary of the consequence."""
    head, sentence = parse.tokens[i].head, parse.sentence_of(i)
    opens = i == sentence.first or parse.tokens[i - 1].upos == "PUNCT"
    if not opens or head == ROOT or not parse.related(i, "aux") or parse.text(i).lower() not in lists(FILE, "markers")["inverted"]:
        return None
    comma = next((k for k in range(i + 1, head) if parse.text(k) == ","), None)
    if comma is None or not any(k > comma and parse.related(k, "aux") for k in parse.children(head)):
        return None
    condition = tuple(range(i, comma))
    rest = tuple(k for k in _own(parse, head, condition) if k > comma)
    return Joined(condition, rest, comma - 1, head, parse.text(i).lower()) if rest and not _asks(parse, head) else None


def _opened(parse: Parse, i: int) -> Joined | None:
    """Give "should they attack, they would …" by place, where the tree hangs what follows the comma on the condition or beside it."""
    head, sentence = parse.tokens[i].head, parse.sentence_of(i)
    if head == ROOT or not parse.related(i, "aux") or parse.text(i).lower() not in lists(FILE, "markers")["inverted"]:
        return None
    opens = i == sentence.first or parse.tokens[i - 1].upos in {"PUNCT", "SCONJ", "CCONJ"} or parse.text(i - 1).lower() == "that"
    if not opens or not any(i < s < head for s in parse.children(head, "nsubj")):
        return None
    comma = next((k for k in range(head, sentence.last) if parse.text(k) == ","), sentence.last)
    modal = next((k for k in range(comma, sentence.last) if parse.related(k, "aux") and parse.text(k).lower() in _MODALS), None)
    if modal is None or (told := parse.tokens[modal].head) == head or not is_future(parse, told) or _asks(parse, told):
        return None
    condition = tuple(range(i, comma))
    rest = tuple(k for k in _own(parse, told, condition) if k > comma)
    return Joined(condition, rest, head, told, parse.text(i).lower()) if rest else None


def _asks(parse: Parse, head: int) -> bool:
    """Say whether a sentence is a question."""
    sentence = parse.sentence_of(head)
    return parse.report.text[sentence.start : sentence.end].rstrip("\"”’' ").endswith("?")


def _marker(parse: Parse, i: int) -> str | None:
    marks = lists(FILE, "markers")
    for mark in parse.children(i, "mark", "advmod"):
        word = parse.text(mark).lower()
        if word in marks["clause"] and mark < i:
            conceded = word == "if" and mark > 0 and parse.text(mark - 1).lower() in _CONCEDING
            return None if conceded else word
    first = parse.subtree(i)[0]
    subjects = parse.children(i, "nsubj")
    turned = parse.text(first).lower() in marks["inverted"] and parse.related(first, "aux", "cop") and subjects and subjects[0] > first
    if turned:
        return parse.text(first).lower()
    long = parse.report.text[parse.tokens[first].start : parse.tokens[i].end].lower()
    return next((m for m in ("as long as", "so long as", "on condition that", "in the event that", "in case") if long.startswith(m)), None)


def _consequence_head(parse: Parse, head: int) -> int:
    """Give the clause that a condition governs: what is said, where the tree hung the condition on the verb of saying before it."""
    if is_future(parse, head):
        return head
    said = [c for c in parse.children(head, "ccomp") if is_future(parse, c)]
    told = [c for c in parse.children(head, "xcomp") if is_saying(parse, head)]
    return (said or told or [head])[0]


def _own(parse: Parse, head: int, without: tuple[int, ...]) -> tuple[int, ...]:
    """Give the tokens of a clause without the condition, what introduces the clause, and what is set beside it."""
    gone = set(without)
    for child in parse.children(head, "mark", "parataxis"):
        gone |= set(parse.subtree(child)) if parse.text(child).lower() != "to" else set()
    kept = [t for t in parse.subtree(head) if t not in gone]
    while kept and parse.text(kept[0]).lower() != "to" and (parse.related(kept[0], *_AND_ELSE) or parse.text(kept[0]).lower() == "then"):
        kept = kept[1:]
    while kept and parse.tokens[kept[-1]].upos == "PUNCT":
        kept = kept[:-1]
    return _run(kept, head)


def _run(kept: list[int], head: int) -> tuple[int, ...]:
    """Give the run around the head: where the condition stands inside the clause, the part with the verb, and the subject before it."""
    return tuple(kept) if head in kept else ()


def _phrase(parse: Parse, i: int) -> Joined | None:
    """Give "in the event of an attack, …", "without a withdrawal there will be no …"."""
    if not parse.related(i, "obl", "nmod") or parse.tokens[i].head == ROOT:
        return None
    words = _lead(parse, i)
    phrases = lists(FILE, "markers")["phrase"]
    marker = next((m for m in phrases if words == m or words.endswith(" " + m)), None)
    head = _clause_of(parse, i)
    if marker is None or head is None or not is_future(parse, head):
        return None
    condition = parse.subtree(i)
    rest = _own(parse, head, condition)
    return (
        Joined(condition, rest, i, head, marker, marker in {"without", "absent", "in the absence of", "barring", "short of"})
        if rest
        else None
    )


def _lead(parse: Parse, i: int) -> str:
    """Give the words of a phrase before its head's own noun phrase, in lower case ("in the event of")."""
    tree = parse.subtree(i)
    cases = [t for c in parse.children(i, "case") for t in parse.subtree(c)]
    above = parse.tokens[i].head
    outer = (
        [t for c in parse.children(above, "case", "det") for t in parse.subtree(c)] if above != ROOT and parse.related(i, "nmod") else []
    )
    words = sorted({*outer, *([above] if outer else []), *(t for t in cases if t in tree)})
    return " ".join(parse.text(t).lower() for t in words)


def _clause_of(parse: Parse, i: int) -> int | None:
    for head in parse.ancestors(i):
        governed = parse.related(head, "xcomp") and bool(parse.children(parse.tokens[head].head, "aux"))
        if not governed and (parse.tokens[head].upos in {"VERB", "AUX"} or parse.children(head, "cop") or parse.children(head, "aux")):
            return head
    return None


def _day(parse: Parse, i: int) -> Joined | None:
    """Give "the day they cross that line, …": a noun of time with a relative clause beside a clause of what will be."""
    if parse.text(i).lower() not in lists(FILE, "markers")["day"] or not parse.related(i, "obl", "nsubj", "advmod", "dep"):
        return None
    clauses = parse.children(i, "acl")
    head = _clause_of(parse, i)
    if not clauses or head is None or head in parse.subtree(i) or not is_future(parse, head):
        return None
    rest = _own(parse, head, parse.subtree(i))
    the = any(parse.text(c).lower() == "the" for c in parse.children(i, "det"))
    return Joined(parse.subtree(i), rest, clauses[0], head, "the " + parse.text(i).lower()) if rest and the else None


def _any(parse: Parse, i: int) -> Joined | None:
    """Give "any attack will be met with force", "failure to sign would bring war": a subject and what will become of it."""
    head = parse.tokens[i].head
    if head == ROOT or not parse.related(i, "nsubj") or parse.tokens[i].upos != "NOUN":
        return None
    every = any(parse.text(c).lower() == "any" and parse.related(c, "det") for c in parse.children(i))
    left_undone = parse.text(i).lower() in lists(FILE, "markers")["undone"] and bool(parse.children(i, "acl"))
    if not (every or left_undone) or not is_future(parse, head):
        return None
    condition = parse.subtree(i)
    rest = _own(parse, head, condition)
    denied = any(parse.text(c).lower() in {"not", "n't", "n’t", "never"} for c in parse.children(head, "advmod"))
    return Joined(condition, rest, i, head, "any" if every else parse.text(i).lower()) if rest and not denied else None


def _otherwise(parse: Parse, before: Sentence, here: Sentence) -> Joined | None:
    """Give "They must leave. Otherwise we will …": the condition is that what the sentence before asks for does not happen."""
    first = next((i for i in range(here.first, here.last) if parse.tokens[i].upos != "PUNCT"), None)
    if first is None or parse.text(first).lower() not in lists(FILE, "markers")["linked"]:
        return None
    head, wanted = parse.tokens[first].head, parse.root(before)
    wanted = next((c for c in parse.children(wanted, "ccomp") if not is_future(parse, wanted)), wanted)
    if head == ROOT or not is_future(parse, head) or not is_future(parse, wanted):
        return None
    condition = tuple(i for i in range(before.first, before.last) if parse.tokens[i].upos != "PUNCT")
    rest = _own(parse, head, (first,))
    return Joined(condition, rest, wanted, head, "otherwise", negative=True) if condition and rest else None
