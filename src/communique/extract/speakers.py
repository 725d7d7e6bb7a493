"""Speakers: the noun phrase that a cue makes the speaker, by Universal Dependencies, by position only where the tree has none."""

from communique.extract.cues import Cue, Frame
from communique.extract.passages import Page
from communique.extract.saying import is_saying, lemmas, saying
from communique.extract.voices import can_speak, relayed, together
from communique.model.parse import ROOT
from communique.model.span import Span

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "NUM"})
_CLAUSES = ("acl", "advcl", "ccomp", "xcomp", "parataxis", "list", "dep")
_CUT = (*_CLAUSES, "conj", "cc", "obl", "advmod", "discourse", "cop", "nsubj", "aux", "mark")
_NAME_PART = ("compound", "flat", "nmod:poss", "nmod:desc", "amod", "nummod")
_DEEP = 4
_DASHES = frozenset({"—", "–", "-", "--"})
_BETWEEN = frozenset({"and", ",", ", and", "&", "or"})


def speaker_of(page: Page, cue: Cue) -> int | None:
    """Give the head of the speaker's noun phrase, or None where nothing names one that can speak.

    A participle behind a thing (`declined an invitation, saying “…”`) has the subject of the clause above.
    """
    passed_on = relayed(page, cue)
    found = passed_on[0] if passed_on else _named_by(page, cue)
    if found is not None and not can_speak(page, found) and page.parse.related(cue.head, "acl"):
        found = _main_subject(page, cue.head)
    return found if found is not None and can_speak(page, found) else None


def _named_by(page: Page, cue: Cue) -> int | None:
    if cue.frame is Frame.ACCORDING:
        return _object_of(page, cue.words[-1])
    if cue.frame is Frame.LABEL:
        return _label(page, cue)
    outside = [c for c in page.parse.children(cue.head, "nsubj") if c not in cue.around]
    if cue.frame is Frame.AFTER and outside:
        beside = [c for c in page.parse.children(cue.head, "nsubj") if c in cue.around and page.parse.tokens[c].rel != "nsubj:pass"]
        return beside[-1] if beside else _nearest(page, cue)
    found = _subject(page, cue.head, _DEEP)
    passive = any(page.parse.related(c, "nsubj:pass") for c in page.parse.children(cue.head))
    return found if found is not None or passive else _nearest(page, cue)


def words_of(page: Page, head: int) -> Span:
    """Give the words of a noun phrase without appositions, relative clauses and what is coordinated with it."""
    keep, waiting = [head], [head]
    while waiting:
        for child in page.parse.children(waiting.pop()):
            if child not in page.inside and not _cut(page, child, head):
                keep.append(child)
                waiting.append(child)
    return _run(page, sorted(keep), head)


def words_of_all(page: Page, head: int) -> Span:
    """Give the words of a noun phrase together with those coordinated with it that can speak (`Weil and Orban`)."""
    words, text = words_of(page, head), page.parse.report.text
    for other in together(page, head):
        span = words_of(page, other)
        if text[words.end : max(span.start, words.end)].strip() not in _BETWEEN:
            break
        words = Span(words.start, span.end)
    return words


def _cut(page: Page, child: int, head: int) -> bool:
    """Say whether a dependent is no part of the name: appositions behind a comma, clauses, the head's own preposition."""
    parse = page.parse
    first = parse.subtree(child)[0]
    if child > head and {parse.text(first), parse.text(first - 1)} & {",", "(", "–", "—"}:
        return True
    if child > head and parse.related(child, "nmod", "obl") and any(t.start <= parse.tokens[child].start < t.end for t in parse.times):
        return True
    above = parse.tokens[child].head
    if parse.related(child, "obl") and above > head and parse.related(above, "amod"):
        return False
    return parse.related(child, *_CUT) or (parse.tokens[child].head == head and parse.tokens[child].rel == "case")


def _run(page: Page, tokens: list[int], head: int) -> Span:
    """Give the unbroken run of tokens around `head`, without punctuation and prepositions at its ends."""
    first = last = tokens.index(head)
    while first > 0 and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    run = tokens[first : last + 1]
    while run[0] != head and page.parse.tokens[run[0]].upos in {"PUNCT", "ADP", "CCONJ", "SCONJ"}:
        run = run[1:]
    while run[-1] != head and page.parse.tokens[run[-1]].upos in {"PUNCT", "ADP", "CCONJ"}:
        run = run[:-1]
    first = _joined(page, run[0])
    while first != run[0] and first - 1 in tokens:
        first -= 1
    return page.parse.span((first, run[-1]))


def _joined(page: Page, first: int) -> int:
    """Give the first token of the word that a token is part of: `46-year-old` is three words to a tree, joined by hyphens."""
    parse = page.parse
    while first > 1 and parse.text(first - 1) == "-" and parse.tokens[first - 1].end == parse.tokens[first].start:
        if parse.tokens[first - 2].end != parse.tokens[first - 1].start or first - 2 in page.inside:
            break
        first -= 2
    return first


def _subject(page: Page, verb: int, deep: int) -> int | None:
    """Give the subject of a verb, or who controls it where it has none of its own."""
    parse = page.parse
    own = [c for c in parse.children(verb, "nsubj") if c not in page.inside] or _said_by(page, verb)
    if own and parse.tokens[own[-1]].rel == "nsubj:pass" and is_saying(parse, verb) and not _relayed(page, verb):
        return next((c for c in parse.children(verb, "obl:agent") if c not in page.inside), None)
    if own:
        return _behind_dateline(page, _antecedent(page, max([c for c in own if c < verb] or own[:1]), verb), verb)
    head = parse.tokens[verb].head
    if head in page.inside and _participle(page, verb) and _behind_comma(page, verb):
        return _main_subject(page, verb)
    return None if deep == 0 or head == ROOT or head in page.inside else _controller(page, verb, head, deep)


def _controller(page: Page, verb: int, head: int, deep: int) -> int | None:
    """Give whose act a verb without a subject is: the noun it describes, the object it is asked of, else the subject above it."""
    parse, token = page.parse, page.parse.tokens[verb]
    if parse.related(verb, "acl") and parse.tokens[head].upos in _NOMINAL:
        return _main_subject(page, verb) if _behind_comma(page, verb) else _behind_document(page, head)
    if (loose := _of_participle(page, verb, head)) is not None:
        return loose
    asked = [c for c in parse.children(head, "obj") if c not in page.inside and c < verb]
    if parse.related(verb, "xcomp") and asked:
        return asked[-1]
    if not parse.related(verb, "conj", "xcomp", "advcl", "parataxis") or (parse.related(verb, "parataxis") and _inverted(page, verb)):
        return None
    if parse.related(verb, "conj") and parse.tokens[head].rel == "acl:relcl" and _and_behind_comma(page, verb):
        return _main_subject(page, head)
    found = _subject(page, head, deep - 1)
    impersonal = found is not None and parse.text(found).lower() in {"it", "there"} and token.has("VerbForm=Inf")
    return None if impersonal else found


def _reported(page: Page, head: int) -> bool:
    """Say whether the clause that a participle hangs on is reported, or tells of a noun's plans: the participle is the outlet's then.

    (`Lind said talks had failed, adding …`, `criticised plans to go, saying …`)
    """
    parse, top = page.parse, _first_of(page, head)
    return parse.related(top, "ccomp") or (parse.tokens[top].rel == "acl" and parse.tokens[top].has("VerbForm=Inf"))


def _of_participle(page: Page, verb: int, head: int) -> int | None:
    """Give whose act a participle behind a comma is: of "with X moving up" before it, of the main clause where its own is reported."""
    parse = page.parse
    if not (parse.related(verb, "advcl") and _participle(page, verb) and _behind_comma(page, verb)):
        return None
    before = [c for c in parse.children(head, "advcl") if head < c < verb and _participle(page, c)]
    led = [c for c in before if any(parse.text(k).lower() == "with" for k in parse.children(c, "mark", "case"))]
    beside = next(iter(parse.children(led[-1], "nsubj")), None) if led else None
    return _main_subject(page, verb) if beside is None and _reported(page, head) else beside


def _first_of(page: Page, verb: int) -> int:
    """Give the verb that a verb is joined to or completes, the verb itself where it is neither."""
    parse = page.parse
    return next((k for k in (verb, *parse.ancestors(verb)) if not parse.related(k, "conj", "xcomp")), verb)


def _participle(page: Page, verb: int) -> bool:
    token = page.parse.tokens[verb]
    return token.has("VerbForm=Ger") or token.has("VerbForm=Part")


def _behind_comma(page: Page, verb: int) -> bool:
    """Say whether a comma, a dash or a closing mark stands before a verb (`a “rogue state,” saying`, `a “rogue state” saying`)."""
    before = verb - 1
    while before > 0 and page.parse.text(before) in {"”", '"', "’", "'", "''"}:
        before -= 1
    return page.parse.text(before) in {",", "—", "–", "--"} or (before < verb - 1 and verb - 1 not in page.inside)


def _and_behind_comma(page: Page, verb: int) -> bool:
    """Say whether a comma and "and" or "but" lead to a verb, which goes on with the main clause (`X rejects a deal that …, and says`)."""
    parse = page.parse
    leads = [c for c in parse.children(verb, "cc") if c < verb]
    return bool(leads) and _behind_comma(page, leads[0]) and parse.tokens[verb].has("VerbForm=Fin")


def _relayed(page: Page, verb: int) -> bool:
    """Say whether the subject of the passive is who speaks (`was quoted as saying`)."""
    return bool(lemmas(page.parse, verb) & saying().relayed)


def _behind_document(page: Page, noun: int) -> int:
    """Give who issues the document that holds the words (`the ministry issued a statement saying “…”`), else the noun itself."""
    parse, known = page.parse, saying()
    token = parse.tokens[noun]
    held = token.lemma.lower() in known.channels.keys() | known.utterances and parse.related(noun, "obj", "obl")
    issuer = _subject(page, token.head, 1) if held and token.head not in page.inside else None
    return noun if issuer is None else issuer


def _said_by(page: Page, verb: int) -> list[int]:
    """Give the object right behind an inverted verb without a subject, which parses take for one (`“…” beamed Lopez`)."""
    parse = page.parse
    quoted = verb > 0 and verb - 1 in page.inside
    return [c for c in parse.children(verb, "obj") if quoted and parse.subtree(c)[0] == verb + 1 and c not in page.inside]


def _main_subject(page: Page, verb: int) -> int | None:
    """Give the subject of the clause that a participle behind a comma is loosely joined to (`…, adding: “…”`)."""
    above = [i for i in page.parse.ancestors(verb) if i not in page.inside and page.parse.children(i, "nsubj")]
    outer = next((i for i in above if not _reported(page, i)), above[0]) if above else None
    return None if outer is None else _subject(page, outer, 0)


def _antecedent(page: Page, subject: int, verb: int) -> int:
    """Give what a relative pronoun stands for, else the subject itself."""
    token, of = page.parse.tokens[subject], page.parse.tokens[verb]
    if token.has("PronType=Rel") and of.rel.startswith("acl") and of.head >= 0:
        return of.head
    return subject


def _behind_dateline(page: Page, subject: int, verb: int) -> int:
    """Give the name behind a dateline that a tree takes for the subject (`GENEVA — Anna Lind criticised …`), else the subject."""
    parse = page.parse
    if not page.begins(parse.subtree(subject)[0]):
        return subject
    names = [c for c in parse.children(subject, "appos", "parataxis", "list") if parse.text(parse.subtree(c)[0] - 1) in _DASHES]
    names += [c for c in parse.children(subject, "appos") if parse.text(parse.subtree(c)[0]) in _DASHES]
    aside = bool(names) and any(parse.text(i) in _DASHES and not _hyphen(page, i) for i in range(names[0] + 1, verb))
    return subject if aside or not names else names[0]


def _hyphen(page: Page, i: int) -> bool:
    """Say whether a dash joins a word, with no space on either side."""
    token, text = page.parse.tokens[i], page.parse.report.text
    return not (text[token.start - 1 : token.start].isspace() or text[token.end : token.end + 1].isspace())


def _inverted(page: Page, verb: int) -> bool:
    after = verb + 1
    return after < len(page.parse.tokens) and page.parse.tokens[after].upos in _NOMINAL | {"DET"}


def _nearest(page: Page, cue: Cue) -> int | None:
    """Give the noun phrase beside the verb: right after it (`said X`) behind a quotation, else right before it."""
    parse = page.parse
    sentence = parse.sentence_of(cue.head)
    right = range(cue.head + 1, min(sentence.last, cue.head + 8))
    left = range(cue.words[0] - 1, max(sentence.first, cue.words[0] - 8) - 1, -1)
    inverted = (cue.frame is Frame.AFTER or cue.words[0] == sentence.first) and cue.around[0] == cue.words[0]
    for tokens in (right, left) if inverted else (left,):
        for i in tokens:
            if i in page.inside or parse.text(i) in {",", ".", ":", ";"}:
                break
            if parse.tokens[i].upos in _NOMINAL:
                return _top(page, i, sentence.first)
    return None


def _top(page: Page, i: int, first: int) -> int:
    """Climb from a word to the head of its noun phrase."""
    tokens = page.parse.tokens
    while tokens[i].head >= first and page.parse.related(i, *_NAME_PART) and tokens[i].head not in page.inside:
        i = tokens[i].head
    return i


def _object_of(page: Page, preposition: int) -> int | None:
    parse = page.parse
    for i in parse.ancestors(preposition):
        if parse.tokens[i].upos in _NOMINAL:
            return i
    after = range(preposition + 1, min(len(parse.tokens), preposition + 6))
    return next((_top(page, i, preposition) for i in after if parse.tokens[i].upos in _NOMINAL), None)


def _label(page: Page, cue: Cue) -> int | None:
    nouns = [i for i in cue.around if page.parse.tokens[i].upos in _NOMINAL]
    return _top(page, nouns[0], cue.around[0]) if nouns else None
