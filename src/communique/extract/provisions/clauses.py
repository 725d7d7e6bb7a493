"""Where a report gives provisions: numbered articles on lines of their own, items of a list, and clauses that an article "says"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.phrases import case, form
from communique.extract.provisions.words import ProvisionWords
from communique.extract.quotation_marks import quoted
from communique.model.parse import Parse
from communique.model.report import RegionKind
from communique.model.span import Span, trimmed

_BULLET = r"[•·▪●◦*–—‒-]"
_LABEL = re.compile(
    rf"(?:^[ \t]*(?:{_BULLET}[ \t]*)?|(?<=;)[ \t]*(?:and[ \t]+)?)(?:Article|ARTICLE|Art\.|Paragraph|Section|Clause)[ \t]+"
    r"(?P<number>\d+[a-z]?|[IVX]+)[ \t]*(?P<mark>[:.–—-](?=\s)|\)|(?=\n))",
    re.MULTILINE,
)
_ITEM = re.compile(rf"^[ \t]*(?:{_BULLET}|\(?(?P<number>\d{{1,2}}|[a-z]|[ivx]{{2,4}})[.)])[ \t]+(?P<content>\S.*)$", re.MULTILINE)
_LEADS = re.compile(r"\b(?P<modal>would|will|shall|must|should|may|to)(?P<not>[ \t]+not)?[ \t]*:?$", re.IGNORECASE)
_LEADING = re.compile(r"(?:that\b|and\b|[\s,:])+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[;,]?\s+(?:and|or)|[;,.:\s])+$", re.IGNORECASE)
_AROUND = " \t\n;•·▪●◦*–—‒-"
_OPENING, _CLOSING = '“"«„', '”"»“'
_UNREAD = frozenset({RegionKind.FURNITURE, RegionKind.RELATED, RegionKind.COMMENT})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch that gives one provision: its number if any, the words themselves, and how it was found.

    `start` is where what leads to it begins (label, intro or sentence): the agreement is named before or there. `unit` is the token
    of "Article" or of the agreement where a clause of prose gives it; `verb` the verb that gives it ("says", "prohibits"); `lead` the
    modal that the line before a list ends in ("the Council would:"), with its "not", or "" where that line only gives the text's contents;
    `vague` that the line before a list names an agreement without saying that its contents follow.
    """

    number: str | None
    content: Span
    start: int
    how: str
    quoted: float
    unit: int | None = None
    verb: int | None = None
    lead: str | None = None
    vague: bool = False


def clauses(parse: Parse, words: ProvisionWords) -> Iterator[Clause]:
    """Yield the clauses of a report in order of the text, those that lie within an earlier one left out.

    Where a report prints articles, what it tells of the text in its own words without a number is only their summary.
    """
    labelled = list(_labelled(parse))
    told = [c for c in _told(parse, words) if not labelled or c.number is not None or c.quoted > 0]
    found = sorted([*labelled, *_listed(parse, words), *told], key=lambda p: (p.content.start, -p.content.end))
    end = -1
    for clause in found:
        if clause.content.start >= end and parse.report.region_at(clause.content.start).kind not in _UNREAD:
            yield clause
            end = clause.content.end


def _labelled(parse: Parse) -> Iterator[Clause]:
    """Yield articles that begin with their label: "Article 4: …", also with the label on a line of its own."""
    text = parse.report.text
    labels = list(_LABEL.finditer(text))
    for n, label in enumerate(labels):
        limit = labels[n + 1].start() if n + 1 < len(labels) else len(text)
        start = label.end() + len(text[label.end() :]) - len(text[label.end() :].lstrip())
        if content := _content(parse, start, min(limit, _line_end(text, start))):
            yield Clause(label["number"], content, label.start(), f'"{label[0].strip(_AROUND)}" before it', _share_quoted(parse, content))


def _line_end(text: str, start: int) -> int:
    """Give the end of the line, and of lines that only wrap it (the next begins with a small letter and this one has no stop)."""
    end = text.find("\n", start)
    while 0 <= end < len(text) - 1 and text[end + 1].islower() and text[start:end].rstrip()[-1:] not in '.;:!?”"':
        end = text.find("\n", end + 1)
    return end if end >= 0 else len(text)


@dataclass(frozen=True, slots=True)
class _Intro:
    """The line before a list: where it starts, and the modal that it ends in (None where it gives no contents of a text)."""

    start: int
    lead: str | None


def _listed(parse: Parse, words: ProvisionWords) -> Iterator[Clause]:
    """Yield the items of a list, numbered, lettered or with dashes, whose line before ends in a colon and names an agreement."""
    text = parse.report.text
    intro: _Intro | None = None
    for line in re.finditer(r"[^\n]+", text):
        item = _ITEM.match(text, line.start(), line.end())
        if item is None:
            if line[0].strip() and not _wraps(text, line.start(), intro):
                intro = _intro(line[0], line.start(), words)
        elif intro and not _LABEL.match(text, line.start()):
            end = _line_end(text, item.start("content"))
            if content := _content(parse, item.start("content"), end):
                how = "item of a list that the words before it introduce"
                yield Clause(
                    item["number"], content, intro.start, how, _share_quoted(parse, content), lead=intro.lead, vague=intro.lead is None
                )


def _wraps(text: str, start: int, intro: _Intro | None) -> bool:
    """Say whether a line within a list only goes on with the item before it."""
    before = text[:start].rstrip(" \t")
    return intro is not None and text[start].islower() and before.endswith("\n") and before[-2:-1] not in '.;:!?”"\n'


def _intro(line: str, start: int, words: ProvisionWords) -> _Intro | None:
    """Read a line that ends in a colon, or in a modal verb ("It would"): it names an agreement or its parts; None for others."""
    forms = re.findall(r"[a-z]+", line.lower())
    modal = _LEADS.search(line.rstrip())
    opens = line.rstrip().endswith(":") or (modal is not None and modal["modal"].lower() != "to")
    if not opens or not any(w in words.agreements | words.parts for w in forms):
        return None
    if modal:
        return _Intro(start, f"{modal['modal']}{modal['not'] or ''}".lower())
    titled = any(w in words.texts | words.parts for w in forms)
    return _Intro(start, "" if titled and any(w in words.stating | words.doing | words.giving for w in forms) else None)


def _told(parse: Parse, words: ProvisionWords) -> Iterator[Clause]:
    """Yield clauses of prose that an article or a draft "says", "prohibits", "calls for"; without a number, quoted or a formal text's."""
    for i in range(len(parse.tokens)):
        number = _number(parse, i, words)
        if number is None and not _names_text(parse, i, words):
            continue
        formal = number is None and _formal(parse, i, words)
        for verb in _verbs(parse, i):
            for one in _asked(parse, verb, words) if formal else (verb,):
                if clause := _clause_told(parse, i, one, words, number=number):
                    yield clause


def _clause_told(parse: Parse, i: int, verb: int, words: ProvisionWords, *, number: str | None) -> Clause | None:
    """Give what the article or text at `i` is told to lay down with `verb`; None where that is no clause of a text."""
    content = _clause(parse, verb, words, numbered=number is not None)
    span = _content(parse, *content) if content else None
    if span is None:
        return None
    share = _share_quoted(parse, span)
    if number is None and share == 0 and not (_formal(parse, i, words) and bound_by(parse, verb) is not None):
        return None
    return Clause(number, span, parse.sentence_of(i).start, f'what "{parse.text(i)}" "{parse.text(verb)}"', share, i, verb)


def _asked(parse: Parse, verb: int, words: ProvisionWords) -> tuple[int, ...]:
    """Give a verb that binds somebody and those joined to it or to what it asks for: "calls on A not to …, and asks B to …"."""
    below = [j for j in parse.subtree(verb) if j != verb and parse.related(j, "conj") and form(parse, j) in words.doing]
    return (verb, *(j for j in below if bound_by(parse, j) is not None))


def _formal(parse: Parse, i: int, words: ProvisionWords) -> bool:
    """Say whether a noun stands for a formal text between parties: a treaty, or "the proposals" after a draft or a treaty is named."""
    before = (j for j in range(i) if form(parse, j) in words.treaties or form(parse, j) in ("draft", "drafts"))
    return form(parse, i) in words.treaties or (form(parse, i) in words.proposals and next(before, None) is not None)


def bound_by(parse: Parse, verb: int) -> tuple[int, int] | None:
    """Give whom a verb binds and to do what: "calls on the parties to leave", "requires both sides to publish"; None for another verb."""
    for side in parse.children(verb, "obj", "iobj", "obl"):
        actions = (*parse.children(verb, "xcomp", "advcl", "ccomp"), *parse.children(side, "acl"))
        infinitive = next((a for a in actions if a > side and any(form(parse, m) == "to" for m in parse.children(a, "mark"))), None)
        if infinitive is not None and case(parse, side) in ("", "on", "upon"):
            return side, infinitive
    return None


def _number(parse: Parse, i: int, words: ProvisionWords) -> str | None:
    """Give the number after "Article", None for another word."""
    if form(parse, i) not in words.units or i + 1 >= len(parse.tokens) or parse.tokens[i + 1].start - parse.tokens[i].end != 1:
        return None
    following = parse.text(i + 1)
    return following if re.fullmatch(r"\d+[a-z]?|[IVX]+", following) else None


def _names_text(parse: Parse, i: int, words: ProvisionWords) -> bool:
    return form(parse, i) in words.agreements and parse.tokens[i].upos in ("NOUN", "PROPN")


def _verbs(parse: Parse, i: int) -> Iterator[int]:
    """Yield the verbs whose subject is token `i`, directly or by "which"."""
    if parse.related(i, "nsubj") and parse.tokens[i].head >= 0:
        head = parse.tokens[i].head
        yield head
        yield from (c for c in parse.children(head, "conj") if parse.tokens[c].upos == "VERB" and not parse.children(c, "nsubj"))
    for relative in parse.children(i, "acl"):
        if any(form(parse, c) in ("which", "that") for c in parse.children(relative, "nsubj")):
            yield relative


def _clause(parse: Parse, verb: int, words: ProvisionWords, *, numbered: bool) -> tuple[int, int] | None:
    """Give where the clause that a verb gives starts and ends: its reported clause, or, for verbs that bind, from the verb on."""
    if any(form(parse, c) in ("not", "n't", "could", "might", "may") for c in parse.children(verb, "aux", "advmod")):
        return None
    if form(parse, verb) in words.stating:
        clauses = parse.children(verb, "ccomp", "parataxis")
        return _extent(parse, parse.subtree(clauses[0])) if clauses and clauses[0] > verb else None
    told = [c for c in parse.children(verb) if c > verb and parse.related(c, "obj", "obl", "xcomp", "ccomp", "advcl", "compound", "iobj")]
    calls = form(parse, verb) in ("call", "calls", "called", "rule", "rules")
    if form(parse, verb) not in words.doing or not told or (calls and not any(case(parse, c) in ("for", "on", "out") for c in told)):
        return None
    tokens = {verb, *(j for c in told for j in parse.subtree(c))}
    return _extent(parse, tuple(sorted(j for j in tokens | _tail(parse, verb, words) if j < _next(parse, verb, words))))


def _next(parse: Parse, verb: int, words: ProvisionWords) -> int:
    """Give the next verb joined to this one that binds somebody else, or a number beyond the last token."""
    return min(_asked(parse, verb, words)[1:], default=len(parse.tokens))


def _tail(parse: Parse, verb: int, words: ProvisionWords) -> set[int]:
    """Give what stands behind the last of joined verbs that bind: parsers hang "and not admit C" on the first of them."""
    first = next((a for a in parse.ancestors(verb) if verb == _asked(parse, a, words)[-1]), verb)
    return {j for j in parse.subtree(first) if j > verb and parse.tokens[j].upos != "PUNCT"} if first != verb else set()


def _extent(parse: Parse, tokens: tuple[int, ...]) -> tuple[int, int]:
    return parse.tokens[tokens[0]].start, parse.tokens[tokens[-1]].end


def _content(parse: Parse, start: int, end: int) -> Span | None:
    """Give the words themselves: without "that", closing marks, "and" at the end, and quotation marks around the whole."""
    text = parse.report.text
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    trailing = _TRAILING.search(text[start:end])
    end = start + trailing.start() if trailing else end
    if start < end and text[start] in _OPENING and not any(c in text[start + 1 : end - 1] for c in _OPENING + _CLOSING):
        start, end = start + 1, end - (text[end - 1] in _CLOSING)
        end -= text[end - 1] in ".,;"
    return trimmed(text, start, end) if start < end else None


def _share_quoted(parse: Parse, content: Span) -> float:
    """Give how much of the words stands in quotation marks, from 0 to 1."""
    around = [s for q in quoted(parse.report.text) if q.depth == 0 for s in q.words]
    inside = sum(max(0, min(s.end, content.end) - max(s.start, content.start)) for s in around)
    return inside / len(content)
