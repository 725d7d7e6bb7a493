"""How far reported words reach: a clause without its "that", without the cue that interrupts it and without what the outlet adds."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from communique.extract.indirect.acts import act_of
from communique.extract.passages import COMMAS, Page
from communique.extract.saying import introduces, is_saying, lemmas, reports, saying
from communique.model.parse import ROOT
from communique.model.span import Span

_OPENING = frozenset({"“", "‘", "``", '"', "''", "'", "(", "["})
_CLOSING = frozenset({"”", "’", "''", '"', "'", ")", "]"})
_PREPOSITIONS = frozenset({"including", "excluding", "regarding", "concerning", "following", "according", "depending", "given"})
_VERBAL = frozenset({"VERB", "AUX"})
_SHORT = 2
_DATELINE = 16
"""Most tokens of a dateline (`GENEVA, 10 March 2023 (Agency) -`)."""
_AT = frozenset({"in", "on", "during", "at", "to", "after", "before", "via"})


def spans(page: Page, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Give the spans of reported tokens: their unbroken runs, each without punctuation at its ends; none where no verb is left."""
    parse = page.parse
    runs = [[i for _, i in run] for _, run in groupby(enumerate(sorted(tokens)), key=lambda pair: pair[1] - pair[0])]
    kept = [run for n, r in enumerate(runs) if (run := _trimmed(page, r if n else _unled(page, r)))]
    whole = sum(map(len, kept)) > _SHORT and any(parse.tokens[i].upos in _VERBAL for run in kept for i in run)
    return tuple(parse.span(tuple(run)) for run in kept) if whole else ()


def _unled(page: Page, run: Sequence[int]) -> Sequence[int]:
    """Give a run without the "But" or "And" that joins its sentence to the one before."""
    return run[1:] if len(run) > 1 and page.parse.text(run[0]).lower() in {"but", "and", "yet", "so", "or"} else run


def _trimmed(page: Page, run: Sequence[int]) -> list[int]:
    kept = list(run)
    while kept and (_that(page, kept[0]) or _loose(page, kept[0]) or _closing_first(page, kept)):
        kept = kept[1:]
    while kept and (_loose(page, kept[-1]) or page.parse.tokens[kept[-1]].upos == "CCONJ") and not _closes(page, kept):
        kept = kept[:-1]
    return kept


def _loose(page: Page, i: int) -> bool:
    return page.parse.tokens[i].upos == "PUNCT" and page.parse.text(i) not in _OPENING | {"$", "%"}


def _closing_first(page: Page, kept: Sequence[int]) -> bool:
    return page.parse.text(kept[0]) in {"”", ")", "]"}


def _closes(page: Page, kept: Sequence[int]) -> bool:
    """Say whether the last token closes marks or brackets that open within."""
    return page.parse.text(kept[-1]) in _CLOSING and any(page.parse.text(i) in _OPENING for i in kept[:-1])


def _that(page: Page, i: int) -> bool:
    return page.parse.text(i).lower() == "that" and page.parse.tokens[i].upos == "SCONJ"


def without_dateline(page: Page, tokens: Sequence[int]) -> list[int]:
    """Give the tokens behind a dateline: what stands before a spaced dash or a colon at a paragraph's beginning and has no verb."""
    parse, text = page.parse, page.parse.report.text
    if not tokens or not page.begins(tokens[0]):
        return list(tokens)
    for n, i in enumerate(tokens[:_DATELINE]):
        token = parse.tokens[i]
        if parse.text(i) in COMMAS - {","} and (text[token.start - 1 : token.start].isspace() or parse.text(i - 1) == ")"):
            return list(tokens[n + 1 :])
        if token.upos in _VERBAL:
            break
    return list(tokens)


def up_to_outlet(page: Page, tokens: Sequence[int], verb: int) -> list[int]:
    """Give the tokens of a reported clause up to where the outlet's own words go on, without those on place and day of the saying."""
    kept: list[int] = []
    for i in filled(tokens, verb):
        if kept and (outlets(page, i, verb) or _begins_anew(page, i)):
            break
        kept.append(i)
    return _without_remark(page, _without_setting(page, kept))


def _begins_anew(page: Page, i: int) -> bool:
    """Say whether a new sentence begins at a token though the parse goes on: a capital behind a stop, and verbs on either side."""
    parse, sentence = page.parse, page.parse.sentence_of(i)
    if i - 1 < sentence.first or parse.text(i - 1) not in {".", "!", "?"} or not parse.text(i)[:1].isupper():
        return False
    return any(
        parse.tokens[k].has("VerbForm=Fin") and parse.tokens[k].head not in range(sentence.first, i) for k in range(i, sentence.last)
    )


def filled(tokens: Sequence[int], verb: int) -> list[int]:
    """Give a clause with the words that bent trees leave out of its middle, on either side of its verb of saying."""
    sides = [[i for i in tokens if i < verb], [i for i in tokens if i > verb]]
    return [i for side in sides if side for i in range(side[0], side[-1] + 1)]


def _without_remark(page: Page, tokens: list[int]) -> list[int]:
    """Give tokens without a remark of the outlet's at their end: a clause on a noun or a noun with "a" behind a comma."""
    parse, held = page.parse, set(tokens)
    for i in tokens[1:]:
        if not parse.related(i, "acl", "appos", "parataxis") or parse.tokens[i].head not in held:
            continue
        remark = [k for k in parse.subtree(i) if k in held and k >= parse.tokens[i].head]
        words = [k for k in remark if parse.tokens[k].upos != "PUNCT"]
        behind = [k for k in tokens if remark and k > remark[-1] and parse.tokens[k].upos != "PUNCT"]
        if not behind and words and behind_comma(page, words[0]) and _remarks(page, i, words[0]):
            return _without_remark(page, [k for k in tokens if k < words[0]])
    return tokens


def _remarks(page: Page, top: int, first: int) -> bool:
    """Say whether a word begins a clause with "which" or "who", or a noun with "a" that sums up."""
    word = page.parse.text(first).lower()
    led = page.parse.tokens[first].upos == "ADP" and page.parse.text(first + 1).lower() in {"which", "whom"}
    return led or word in {"which", "who", "whom", "whose", "where"} or (word in {"a", "an"} and not page.parse.related(top, "acl"))


def outlets(page: Page, i: int, verb: int) -> bool:
    """Say whether the outlet's own clause begins at a token: a participle of saying behind a comma, or "and" with another saying verb."""
    parse, token = page.parse, page.parse.tokens[i]
    comma = behind_comma(page, i)
    if token.upos == "VERB" and comma and not parse.children(i, "nsubj") and parse.text(i).lower() not in _PREPOSITIONS:
        return present_participle(page, i) and (reports(parse, i) or token.head == verb or _speaks(page, i))
    if token.upos == "SCONJ" and comma and parse.text(i).lower() in {"while", "although", "though", "whereas"} and token.head > i:
        return _other_saying(page, token.head)
    if token.upos != "CCONJ" or token.head <= i or not parse.related(token.head, "conj"):
        return False
    return _says_on(page, token.head, verb)


def _speaks(page: Page, i: int) -> bool:
    """Say whether a participle is an act of speech towards something (`…, calling it a crime`)."""
    return act_of(page.parse, i) is not None and bool(page.parse.children(i, "obj", "iobj")) and page.parse.related(i, "advcl")


def _says_on(page: Page, joined: int, verb: int) -> bool:
    """Say whether a verb joined to a reported clause is the outlet's: it says something itself, or is told in the time of the cue alone."""
    parse, known = page.parse, lemmas(page.parse, joined)
    says = bool(known & saying().stance) or (reports(parse, joined) and bool(parse.children(joined, "ccomp", "xcomp")))
    if present_participle(page, joined) and present_participle(page, verb):
        return says
    subjects, marks = parse.children(joined, "nsubj"), parse.children(joined, "aux", "mark")
    perfect = _perfect(page, verb) and parse.tokens[joined].has("Tense=Past")
    alike = perfect or (parse.tokens[joined].has("VerbForm=Fin") and _past(page, joined) == _past(page, verb))
    if marks or not alike:
        return False
    if subjects:
        return says and parse.tokens[subjects[0]].upos == "PRON"
    return says or (not perfect and _past(page, parse.tokens[joined].head) != _past(page, verb))


def behind_comma(page: Page, i: int) -> bool:
    """Say whether a comma or a dash stands before a token, be it within closing marks."""
    before = i - 1
    while before > 0 and page.parse.text(before) in _CLOSING:
        before -= 1
    return before >= 0 and parts(page, before)


def parts(page: Page, i: int) -> bool:
    """Say whether a token is a comma or a dash that parts clauses, not a hyphen within a word."""
    token, text = page.parse.tokens[i], page.parse.report.text
    if page.parse.text(i) != "-":
        return page.parse.text(i) in COMMAS
    return text[token.start - 1 : token.start].isspace() or text[token.end : token.end + 1].isspace()


def _other_saying(page: Page, top: int) -> bool:
    """Say whether a clause says what others say (`…, while 20 percent said that …`)."""
    parse = page.parse
    carries = bool(parse.children(top, "ccomp")) or any(i in page.marked for i in parse.subtree(top))
    return carries and is_saying(parse, top) and bool(parse.children(top, "nsubj"))


def _past(page: Page, i: int) -> bool:
    """Say whether a clause is told in the past: by its verb, or by the auxiliary or copula that is finite."""
    parse = page.parse
    finite = [c for c in parse.children(i, "aux", "cop") if parse.tokens[c].has("VerbForm=Fin")]
    return parse.tokens[finite[0] if finite else i].has("Tense=Past")


def _perfect(page: Page, verb: int) -> bool:
    """Say whether a verb is told in the perfect, so that a past participle can be joined to it (`have said … and signalled …`)."""
    return any(page.parse.tokens[c].lemma == "have" for c in page.parse.children(verb, "aux"))


def present_participle(page: Page, i: int) -> bool:
    """Say whether a token is a present participle."""
    token = page.parse.tokens[i]
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))


def _without_setting(page: Page, tokens: list[int]) -> list[int]:
    """Give tokens without the phrase at either end that says where, when or by whose account the words were said."""
    held = set(tokens)
    tops = [
        i
        for i in tokens
        if page.parse.tokens[i].head in held and (setting(page, i) or _day(page, i, tokens) or _source(page, page.parse.subtree(i)[0]))
    ]
    for top in tops:
        phrase = set(page.parse.subtree(top))
        first, last = min(phrase), max(phrase)
        ends = not any(i > last and page.parse.tokens[i].upos != "PUNCT" for i in tokens)
        if first == tokens[0] or (ends and (_occasion(page, top) or _source(page, first))):
            tokens = [i for i in tokens if i not in phrase]
            if not tokens:
                return []
    return tokens


def setting(page: Page, i: int) -> bool:
    """Say whether a phrase tells in what something is said (`in an interview`, `on his blog`)."""
    parse = page.parse
    if not parse.related(i, "obl") or parse.tokens[i].upos != "NOUN":
        return False
    noun = {parse.tokens[i].lemma.lower(), parse.text(i).lower()}
    at = any(parse.text(c).lower() in _AT for c in parse.children(i, "case"))
    return at and bool(noun & saying().channels.keys())


def _source(page: Page, first: int) -> bool:
    """Say whether a phrase gives another source for the whole behind a comma (`…, according to the police`)."""
    return page.parse.text(first).lower() == "according" and behind_comma(page, first)


def _day(page: Page, i: int, tokens: Sequence[int]) -> bool:
    """Say whether a phrase right behind the cue tells the day of saying: no comma parts it off (`said on Monday talks would …`)."""
    parse = page.parse
    phrase = parse.subtree(i) if parse.timed(i) and parse.related(i, "obl", "advmod") else ()
    return bool(phrase) and phrase[0] == tokens[0] and phrase[-1] + 1 in tokens and parse.tokens[phrase[-1] + 1].upos != "PUNCT"


def _occasion(page: Page, i: int) -> bool:
    """Say whether a phrase first tells of an occasion to speak (`in an interview`, `on Monday's broadcast`)."""
    parse, known = page.parse, saying().channels
    spoken = known.get(parse.tokens[i].lemma.lower()) in {"interview", "briefing", "speech", "post"} or parse.text(i).lower() in {
        "statement",
        "broadcast",
    }
    articles = [c for c in parse.children(i, "det") if parse.text(c).lower() in {"a", "an"}]
    days = [c for c in parse.children(i, "nmod:poss") if parse.timed(c)]
    return spoken and bool(articles or days)


def whole(page: Page, top: int) -> int:
    """Climb from a word to the head of the sentence's clause that it stands in, up to a clause that someone else reports."""
    parse = page.parse
    while (head := parse.tokens[top].head) != ROOT and not parse.related(top, "parataxis"):
        if parse.related(top, "ccomp") and introduces(parse, head):
            break
        top = head
    return top
