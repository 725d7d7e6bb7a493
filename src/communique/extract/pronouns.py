"""Pronouns that coreference leaves alone: a speaker "he" or "she" is the only person named right before, if nothing speaks against it."""

from collections.abc import Iterable, Sequence

from communique.extract.passages import Page
from communique.extract.said import Said
from communique.model.actor import ActorKind, Named
from communique.model.kinds import Form

_GENDERS = {"he": "Masc", "she": "Fem", "mr": "Masc", "mr.": "Masc", "sir": "Masc", "mrs": "Fem", "mrs.": "Fem", "ms": "Fem", "ms.": "Fem"}
_TITLES = {
    "king": "Masc",
    "prince": "Masc",
    "chairman": "Masc",
    "spokesman": "Masc",
    "queen": "Fem",
    "princess": "Fem",
    "chairwoman": "Fem",
}


def only_person(page: Page, named: Sequence[Named], pronoun: int) -> Named | None:
    """Give the only person named in the outlet's words of the sentence before, else of the paragraph so far, else of the one before.

    None for other words than "he" and "she", where several are named, where a name is only a possessor's, and where genders differ.
    """
    gender = _GENDERS.get(page.parse.text(pronoun).lower()) if page.parse.tokens[pronoun].upos == "PRON" else None
    if gender is None:
        return None
    for tokens in _places(page, pronoun):
        persons = {n.id: n for n in named if n.kind is ActorKind.PERSON and _stands(page, n, tokens)}
        if persons:
            fits = [n for n in persons.values() if gender_of(page, n) in {gender, None}]
            return fits[0] if len(fits) == len(persons) == 1 and _subject_or_object(page, fits[0], tokens) else None
    return None


def _places(page: Page, pronoun: int) -> Iterable[frozenset[int]]:
    """Yield the outlet's tokens of the sentence before, of the paragraph up to the pronoun, and of the paragraph before."""
    tokens, at = page.parse.tokens, page.parse.tokens[pronoun].start
    here = next((n for n, p in enumerate(page.paragraphs) if at < p.end), 0)
    so_far = [i for i in page.parse.tokens_in(page.paragraphs[here]) if i < pronoun and i not in page.inside]
    before = [i for i in page.parse.tokens_in(page.paragraphs[here - 1]) if i not in page.inside] if here else []
    outlets = so_far or before
    sentence = page.parse.sentence_of(outlets[-1]) if outlets else None
    last = [i for i in outlets if sentence and sentence.first <= i < sentence.last and tokens[i].upos != "PUNCT"]
    yield from (frozenset(last), frozenset(so_far), frozenset(before))


def _stands(page: Page, named: Named, tokens: frozenset[int]) -> bool:
    return any(i in tokens and page.parse.tokens[i].upos == "PROPN" for c in named.cites for i in page.parse.tokens_in(c.span))


def _subject_or_object(page: Page, named: Named, tokens: frozenset[int]) -> bool:
    """Say whether one of a person's names there is no possessor (`Lind's lawyer`)."""
    inside = [set(page.parse.tokens_in(c.span)) for c in named.cites]
    tops = [i for held in inside for i in held if i in tokens and page.parse.tokens[i].head not in held]
    return any(not page.parse.related(i, "nmod:poss") and page.parse.tokens[i].upos == "PROPN" for i in tops)


def speaks_of_another(page: Page, named: Named, head: int, said: Said) -> bool:
    """Say whether "he" or "she" who speaks cannot be a person: named by the quoted words themselves, or acting in an aside before.

    (`“Weil will pay,” he said` is not Weil; nor is `Citing the deal that Weil opposed, he said`)
    """
    parse = page.parse
    if speaks_of(parse.text(head).lower()) is None or named.kind is not ActorKind.PERSON:
        return False
    names = [c.span for c in named.cites if any(parse.tokens[i].upos == "PROPN" for i in parse.tokens_in(c.span))]
    if said.form is Form.DIRECT and any(s.covers(name) for s in said.content for name in names):
        return True
    sentence = parse.sentence_of(head)
    before = [i for name in names for i in parse.tokens_in(name) if sentence.first <= i < head and parse.related(i, "nsubj")]
    return bool(before) and all(parse.tokens[parse.tokens[i].head].rel == "acl:relcl" and _fronted(page, i, head) for i in before)


def _fronted(page: Page, i: int, pronoun: int) -> bool:
    """Say whether a token stands in a clause that goes before the one whose subject a pronoun is."""
    parse, verb = page.parse, page.parse.tokens[pronoun].head
    return any(parse.related(k, "advcl") and parse.tokens[k].head == verb and k < pronoun for k in parse.ancestors(i))


def speaks_of(word: str) -> str | None:
    """Give the gender of "he" and "she" in lower case, None for other words."""
    return _GENDERS[word] if word in {"he", "she"} else None


def gender_of(page: Page, named: Named) -> str | None:
    """Give the gender that a person's pronouns, forms of address or titles tell, None where none does or they differ."""
    forms = [page.parse.text(i).lower() for c in named.cites for i in (*_before(page, c.start), *page.parse.tokens_in(c.span))]
    found = {g for f in forms if (g := _GENDERS.get(f) or _TITLES.get(f))}
    return found.pop() if len(found) == 1 else None


def _before(page: Page, offset: int) -> range:
    """Give the token right before an offset in its sentence, as a range of at most one."""
    behind = page.parse.trees.beginning(offset, len(page.parse.report.text))
    first = behind[0] if behind else 0
    return range(max(first - 1, 0), first)
