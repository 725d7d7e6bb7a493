"""Clauses that are partly quoted: the verb that reports them, where they begin and where the outlet goes on.

Trees bend at quotation marks, so that each end is looked for in the tree first and by place second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from communique.extract.indirect.subjects import uttered
from communique.extract.passages import COMMAS, Page, Passage
from communique.extract.saying import introduces, is_saying
from communique.model.kinds import Form
from communique.model.span import Span

_VERBAL = frozenset({"VERB", "AUX"})
_CLOSING = frozenset({"”", '"', "’", "'", "''"})
_PREPOSITIONS = frozenset({"including", "excluding", "regarding", "concerning", "following", "according"})
_BESIDE_CUE = ("iobj", "obj", "obl", "advmod", "compound")


@dataclass(frozen=True, slots=True)
class Extent:
    """The spans of a statement's content and its form."""

    spans: tuple[Span, ...]
    form: Form


def reported(page: Page, passage: Passage) -> tuple[int, Extent] | None:
    """Find the saying verb whose reported clause a quotation is part of (`said the talks were “a success”`), and the clause."""
    parse, inner = page.parse, page.parse.tokens_in(passage.quotation.words[0])
    if not passage.before or not inner:
        return None
    for i in (inner[0], *parse.ancestors(inner[0])):
        if (
            i in passage.before
            and introduces(parse, i)
            and uttered(page, i)
            and not _thought_of(page, i)
            and (clause := _clause(page, i, inner))
        ):
            cut = clause.end <= passage.quotation.outer.end and bool(passage.after) and _other_sentence(page, inner[-1], passage.after[0])
            start = min(clause.start, _from_cue(page, passage, i))
            return i, _mixed(Span(start, _run_on(page, passage) if cut else clause.end), passage)
    return _reported_by_place(page, passage)


def trailed(page: Page, passage: Passage) -> tuple[int, Extent] | None:
    """Find the saying verb at the end of a sentence of which a few words are quoted (`There is no “rush,” or fear of one, she said`)."""
    parse, after = page.parse, passage.after
    verbs = [
        i for i in after if introduces(parse, i) and any(c in after for c in parse.children(i, "nsubj")) and not parse.related(i, "acl")
    ]
    if not verbs or not passage.before:
        return None
    verb = verbs[-1]
    if any(c in passage.before for c in parse.children(verb, "nsubj")) or any(c > verb and c in after for c in parse.children(verb, "obj")):
        return None
    first = min(parse.subtree(c)[0] for c in parse.children(verb, "nsubj") if c in after)
    start = min(first, verb)
    if start - 1 not in after or parse.text(start - 1) != "," or any(c > verb and c in after for c in parse.children(verb, "ccomp")):
        return None
    return verb, Extent((Span(parse.tokens[passage.before[0]].start, parse.tokens[start - 1].start),), Form.MIXED)


def _from_cue(page: Page, passage: Passage, verb: int) -> int:
    """Give where a reported clause begins by place: behind its verb, to whom and when it is said, and "that"."""
    parse, between = page.parse, [i for i in passage.before if i > verb]
    that = next((n for n, i in enumerate(between) if _that(page, i)), 0)
    if not any(parse.tokens[i].upos in _VERBAL and parse.tokens[i].has("VerbForm=Fin") for i in between[:that]):
        between = between[that:]
    beside = {k for c in parse.children(verb, *_BESIDE_CUE) if c > verb for k in parse.subtree(c)}
    while between and (between[0] in beside or parse.text(between[0]) in COMMAS or _that(page, between[0])):
        between = between[1:]
    if not any(parse.related(i, "nsubj", "csubj") for i in between) or any(parse.tokens[i].has("VerbForm=Fin") for i in between[:1]):
        return passage.quotation.outer.start
    return parse.tokens[between[0]].start


def _thought_of(page: Page, verb: int) -> bool:
    """Say whether a verb belongs to what another one reports, of the same speaker (`said he thinks`, `says it is odd to think`)."""
    parse, above = page.parse, page.parse.tokens[verb].head
    own = parse.children(verb, "nsubj")
    if above < 0 or not parse.related(verb, "ccomp", "xcomp") or any(parse.tokens[c].upos != "PRON" for c in own):
        return False
    return introduces(parse, above) or (parse.related(above, "ccomp") and introduces(parse, parse.tokens[above].head))


def _other_sentence(page: Page, i: int, k: int) -> bool:
    """Say whether the parse begins a sentence between two tokens, as it may at a closing mark."""
    return page.parse.sentence_of(i) != page.parse.sentence_of(k)


def _mixed(clause: Span, passage: Passage) -> Extent:
    outer = passage.quotation.outer
    return Extent((Span(min(clause.start, outer.start), max(clause.end, outer.end)),), Form.MIXED)


def _reported_by_place(page: Page, passage: Passage) -> tuple[int, Extent] | None:
    """Find the same by place, where the tree bends at the marks: the last saying verb before, a subject of its own behind it."""
    parse = page.parse
    verbs = [i for i in passage.before if introduces(parse, i) and (_finite(page, i) or _outlets(page, i))]
    if not verbs:
        return None
    between = [i for i in passage.before if i > verbs[-1]]
    start = clause_start(page, between)
    if start is None or any(_outlets(page, i) for i in between):
        return None
    return verbs[-1], _mixed(Span(start, _run_on(page, passage)), passage)


def _finite(page: Page, i: int) -> bool:
    joined = page.parse.related(i, "conj") and page.parse.tokens[i].has("VerbForm=Fin")
    return (bool(page.parse.children(i, "nsubj")) or joined) and not page.parse.related(i, "acl", "advcl")


def _run_on(page: Page, passage: Passage) -> int:
    """Give where a partly quoted clause ends by place: behind a quotation that no sign ends, before the outlet goes on.

    A comma ends it, but not one in a list: "and" with nothing but a noun phrase up to the stop.
    """
    parse, after = page.parse, passage.after if passage.ending == "" else ()
    run: list[int] = []
    for n, i in enumerate(after):
        if _outlets(page, i) or (_parts(page, i) and not _listed(page, after[n + 1 :])):
            break
        run.append(i)
    while run and parse.tokens[run[-1]].upos == "PUNCT":
        run.pop()
    return parse.tokens[run[-1]].end if run else passage.quotation.outer.end


def _parts(page: Page, i: int) -> bool:
    """Say whether a token is a comma or a dash that parts clauses, not a hyphen within a word."""
    token, text = page.parse.tokens[i], page.parse.report.text
    if page.parse.text(i) not in COMMAS - {"-"}:
        return page.parse.text(i) == "-" and text[token.start - 1 : token.start].isspace()
    return True


def _listed(page: Page, rest: Sequence[int]) -> bool:
    """Say whether "and" or "or" and a noun phrase without a finite verb are all that stands behind a comma."""
    tokens = page.parse.tokens
    return bool(rest) and tokens[rest[0]].upos == "CCONJ" and not any(tokens[i].has("VerbForm=Fin") for i in rest)


def clause_start(page: Page, between: Sequence[int]) -> int | None:
    """Give where a reported clause begins among the tokens behind its verb: after "that", else at its subject or the "if" before it."""
    parse = page.parse
    words = [parse.text(i).lower() for i in between[:-1]]
    if "that" in words and parse.tokens[between[words.index("that")]].upos == "SCONJ":
        return parse.tokens[between[words.index("that") + 1]].start
    own = [i for i in between if parse.related(i, "nsubj") and parse.tokens[parse.tokens[i].head].rel != "acl:relcl"]
    if not own and _subject_and_auxiliary(page, between):
        return parse.tokens[between[0]].start
    if not own or any(parse.tokens[i].upos == "VERB" for i in between if i < own[0]):
        return None
    marks = [i for i in between if i < own[0] and parse.tokens[i].upos == "SCONJ"]
    return parse.tokens[(marks or [parse.subtree(own[0])[0]])[-1]].start


def _subject_and_auxiliary(page: Page, between: Sequence[int]) -> bool:
    """Say whether a noun phrase and a finite auxiliary are all that stands before a quotation (`vowed the state has “fully …”`)."""
    tokens = page.parse.tokens
    if not between or tokens[between[-1]].upos != "AUX" or not tokens[between[-1]].has("VerbForm=Fin"):
        return False
    return all(tokens[i].upos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"} for i in between[:-1]) and len(between) > 1


def _clause(page: Page, verb: int, quoted: Sequence[int]) -> Span | None:
    """Give the clause of a saying verb that holds the quotation, without its "that" and its last comma; "if" and "whether" stay."""
    parse = page.parse
    for child in parse.children(verb, "ccomp"):
        tree = [i for i in parse.subtree(child) if i > verb]
        if quoted[0] in tree and not any(_outlets(page, i) for i in tree if i < quoted[0]):
            tree = _reporteds(page, tree, quoted, child)
            while tree and (_that(page, tree[0]) or parse.text(tree[0]) in COMMAS):
                tree = tree[1:]
            while tree and tree[-1] > quoted[-1] and parse.tokens[tree[-1]].upos == "PUNCT" and parse.text(tree[-1]) not in _CLOSING:
                tree = tree[:-1]
            return parse.span(tuple(tree)) if tree else None
    return None


def _that(page: Page, i: int) -> bool:
    return page.parse.text(i).lower() == "that" and page.parse.tokens[i].upos == "SCONJ"


def _reporteds(page: Page, tree: list[int], quoted: Sequence[int], head: int) -> list[int]:
    """Give what of a reported clause is reported: it ends where the outlet goes on behind the quotation, at a comma behind its verb."""
    held = {*tree, *quoted}
    kept = list(takewhile(lambda i: i <= quoted[-1] or (i - 1 in held and not _outlets(page, i)), tree))
    behind = [i for i in kept if i > max(quoted[-1], head)]
    cuts = [i for n, i in enumerate(behind) if _parts(page, i) and not _goes_on_in_list(page, behind[n + 1 :])]
    return [i for i in kept if not cuts or i < cuts[0]]


def _goes_on_in_list(page: Page, rest: Sequence[int]) -> bool:
    """Say whether the words behind a comma go on with what is reported: "including …", "and" with a noun phrase or "that" once more."""
    if rest and page.parse.text(rest[0]).lower() in _PREPOSITIONS - {"according"}:
        return True
    return _listed(page, rest) or (len(rest) > 1 and page.parse.tokens[rest[0]].upos == "CCONJ" and _that(page, rest[1]))


def _outlets(page: Page, i: int) -> bool:
    """Say whether the outlet's own clause begins at a token behind a comma or with "and": it says something itself, or is a participle."""
    parse, token = page.parse, page.parse.tokens[i]
    if token.upos == "VERB" and not parse.children(i, "nsubj") and parse.text(i).lower() not in _PREPOSITIONS:
        return _after_comma(page, i) and (token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres")))
    if token.head <= i or not is_saying(parse, token.head) or parse.children(token.head, "aux"):
        return False
    said = parse.tokens[token.head].has("VerbForm=Fin")
    joined = token.upos == "CCONJ" and parse.related(token.head, "conj") and not parse.children(token.head, "nsubj")
    contrasted = token.upos == "SCONJ" and parse.related(i, "mark") and bool(parse.children(token.head, "nsubj")) and _after_comma(page, i)
    return said and (joined or contrasted)


def _after_comma(page: Page, i: int) -> bool:
    """Say whether a comma stands before a token, be it within closing marks."""
    before = next((k for k in range(i - 1, -1, -1) if page.parse.text(k) not in _CLOSING), i)
    return page.parse.text(before) == ","
