"""Complements: the clause that a verb of saying has (`X said that …`, `told CNN that …`, `asked whether …`, `a plan he said would …`)."""

from communique.extract.indirect.extents import setting, spans, up_to_outlet
from communique.extract.indirect.passives import cue_of, passive, resumed, told
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.subjects import speaker_for, uttered
from communique.extract.passages import Page
from communique.extract.saying import lemmas, saying
from communique.extract.speakers import words_of

_ASKING = frozenset({"how", "why", "whether", "if", "what", "who", "which", "when", "where"})
_LATER = frozenset({"if", "when", "where"})
_NEAR = 7
"""Most words from a verb to its "that": whom it speaks to and when stand between."""


def complement(page: Page, verb: int) -> Reported | None:
    """Give the clause that is the complement of a saying verb."""
    heads = _clauses(page, verb)
    tokens = sorted({i for c in heads for i in _clause(page, verb, c) if c > verb or i < verb}) or _behind_that(page, verb)
    if not tokens or not uttered(page, verb):
        return None
    before = [*_gap(page, verb, heads), *_conditions(page, verb)]
    cue = cue_of(page, verb)
    speaker = speaker_for(page, cue_of(page, resumed(page, verb)))
    content = spans(page, [*before, *up_to_outlet(page, _without(page, _with_tail(page, tokens, verb), speaker), verb)])
    if passive(page, verb):
        return told(page, verb, content)
    return Reported(content, cue, speaker) if content and speaker is not None else None


def _with_tail(page: Page, tokens: list[int], verb: int) -> list[int]:
    """Give the tokens of a clause with a phrase right behind it that a tree hangs on a verb above, though no comma parts it off."""
    parse, above, last = page.parse, set(page.parse.ancestors(verb)), tokens[-1]
    nxt = last + 1
    if verb > tokens[0] or nxt >= parse.sentence_of(verb).last or nxt in page.inside or parse.tokens[nxt].upos not in {"ADP", "ADV"}:
        return tokens
    top = next((i for i in (nxt, *parse.ancestors(nxt)) if parse.tokens[i].head in above), None)
    tail = [] if top is None or top in above else parse.subtree(top)
    joined = top is not None and parse.related(top, "obl", "advmod") and bool(tail) and tail[0] == nxt
    return [*tokens, *tail] if joined and not any(i in page.inside for i in tail) else tokens


def _without(page: Page, tokens: list[int], speaker: int | None) -> list[int]:
    """Give the tokens of a clause before those that name the speaker, which bent trees take in (`Talks fail, attorney says`)."""
    if speaker is None or speaker not in tokens:
        return tokens
    start = words_of(page, speaker).start
    return [i for i in tokens if page.parse.tokens[i].start < start]


def _clause(page: Page, verb: int, head: int) -> list[int]:
    """Give the words of a clause; the object of a verb that takes none beside it is the subject that parses cut off."""
    parse = page.parse
    cut = [] if parse.children(head, "nsubj", "expl") or lemmas(parse, verb) & saying().addressing else parse.children(verb, "obj")
    return sorted([*parse.subtree(head), *(i for c in cut if verb < c < head for i in parse.subtree(c))])


def _gap(page: Page, verb: int, heads: list[int]) -> list[int]:
    """Give what a clause without a subject is about: the relative pronoun, or the noun where none stands (`a plan he said would …`)."""
    parse, noun = page.parse, page.parse.tokens[verb].head
    if not heads or not parse.related(verb, "acl") or parse.children(heads[0], "nsubj", "expl"):
        return []
    first = parse.subtree(verb)[0]
    if parse.tokens[first].has("PronType=Rel") or parse.text(first).lower() in {"which", "who", "that"}:
        return [first]
    words = words_of(page, noun)
    return [i for i in parse.tokens_in(words) if i < verb]


def _conditions(page: Page, verb: int) -> list[int]:
    """Give a condition before the cue, which belongs to what is said behind it (`If talks fail, Lind said, …`)."""
    parse = page.parse
    conditions = [c for c in parse.children(verb, "advcl") if c < verb and parse.text(parse.subtree(c)[0]).lower() in {"if", "unless"}]
    return [i for c in conditions[:1] if parse.children(c, "nsubj") for i in parse.subtree(c)]


def _clauses(page: Page, verb: int) -> list[int]:
    """Give the heads of a verb's reported clauses: complements, and questions that parses take for other things."""
    parse = page.parse
    inverted = bool(parse.children(verb, "nsubj")) and all(c > verb for c in parse.children(verb, "nsubj"))
    every = [c for c in parse.children(verb, "ccomp") if _outside(page, c) and not (inverted and c > verb)]
    found = [c for c in every if c > verb] or every
    found += [c for c in parse.children(verb, "conj") if found and c > found[-1] and _that_clause(page, c)]
    if not found:
        found = [c for c in parse.children(verb, "advcl") if c > verb and c not in page.inside and _question(page, c, verb)][:1]
    if not found:
        found = [c for c in parse.children(verb, "obj") if c > verb and c not in page.inside and _free(page, c)][:1]
    return (
        found
        or [
            c
            for noun in parse.children(verb, "obj", "iobj", "obl")
            if noun > verb and (setting(page, noun) or (not parse.related(noun, "obl") and lemmas(parse, verb) & saying().addressing))
            for c in parse.children(noun, "acl")
            if c not in page.inside and _that_clause(page, c)
        ][:1]
    )


def _outside(page: Page, clause: int) -> bool:
    """Say whether a clause begins outside of quotations and is not all quoted: those are found by their marks."""
    words = [i for i in page.parse.subtree(clause) if page.parse.tokens[i].upos not in {"PUNCT", "SCONJ", "ADV"}]
    return not words or (words[0] not in page.inside and any(i not in page.marked for i in words))


def _free(page: Page, word: int) -> bool:
    """Say whether an object is a question without its own verb's subject (`explained how he would …`)."""
    asks = page.parse.text(word).lower() in _ASKING
    return asks and any(page.parse.tokens[c].rel.endswith(":relcl") for c in page.parse.children(word))


def _behind_that(page: Page, verb: int) -> list[int]:
    """Give the words behind "that" right after a saying verb or whom it speaks to, where the tree bends: up to the sentence's end."""
    parse, sentence = page.parse, page.parse.sentence_of(verb)
    for i in range(verb + 1, min(verb + _NEAR, sentence.last)):
        token = parse.tokens[i]
        if i in page.inside or token.upos in {"PUNCT", "VERB", "AUX"}:
            return []
        if parse.text(i).lower() == "that" and token.upos == "SCONJ" and token.head != verb:
            clause = range(i + 1, sentence.last)
            return list(clause) if any(parse.related(k, "nsubj", "expl") for k in clause) else []
    return []


def _question(page: Page, clause: int, verb: int) -> bool:
    first = page.parse.subtree(clause)[0]
    word = page.parse.text(first).lower()
    asked = bool(lemmas(page.parse, verb) & {"ask", "wonder", "inquire"})
    return word in _ASKING and (asked or word not in _LATER) and page.parse.text(first - 1) != ","


def _that_clause(page: Page, clause: int) -> bool:
    parse = page.parse
    marked = any(parse.text(c).lower() == "that" and parse.tokens[c].upos == "SCONJ" for c in parse.children(clause, "mark"))
    return marked and bool(parse.children(clause, "nsubj"))
