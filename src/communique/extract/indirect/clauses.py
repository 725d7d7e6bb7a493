"""Words reported in clauses: what a verb of saying has as its complement, what its aside stands beside, and what sources are given for."""

from collections.abc import Callable, Iterator, Mapping

from communique.extract.indirect.asides import aside
from communique.extract.indirect.complements import complement
from communique.extract.indirect.labels import labelled
from communique.extract.indirect.passives import hearsay_of
from communique.extract.indirect.reported import Reported
from communique.extract.indirect.sources import according, hearsay, in_words_of
from communique.extract.passages import Page
from communique.extract.saying import lemmas, reports, saying


def clauses(page: Page) -> Iterator[Reported]:
    """Yield the words that a page reports so, in order of their cues."""
    for i, token in enumerate(page.parse.tokens):
        rule = None if i in page.inside else _RULES.get(token.upos)
        if rule and (found := rule(page, i)) and _read(page, token.start):
            yield found


def _of_verb(page: Page, i: int) -> Reported | None:
    if page.parse.text(i).lower() == "according":
        return according(page, i)
    return (aside(page, i) or complement(page, i) or _said_to(page, i)) if reports(page.parse, i) else None


def _read(page: Page, offset: int) -> bool:
    return page.parse.report.region_at(offset).kind.is_read


def _said_to(page: Page, verb: int) -> Reported | None:
    """Give what someone is said to do; what someone is told to do is a demand and no report."""
    return None if lemmas(page.parse, verb) & saying().addressing else hearsay_of(page, verb)


_RULES: Mapping[str, Callable[[Page, int], Reported | None]] = {"VERB": _of_verb, "ADV": hearsay, "NOUN": in_words_of, "PUNCT": labelled}
"""What may carry a clause, by the kind of word."""
