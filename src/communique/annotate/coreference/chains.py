"""Chains over the whole report: names first, then, in order of the text, definite nouns and pronouns."""

from collections.abc import Mapping

from communique.annotate.coreference import nominals, pronouns
from communique.annotate.coreference.lists import lists, weights
from communique.annotate.coreference.phrases import Form
from communique.annotate.coreference.referents import Referents
from communique.annotate.coreference.setting import Setting, setting_of
from communique.model.parse import Parse
from communique.model.span import Span


def chains_of(parse: Parse) -> tuple[tuple[Span, ...], ...]:
    """Give the chains of a report: spans that name the same referent, in order of the text, two or more each.

    A name's span is its entity's, a pronoun's its word, a noun's its noun phrase. Needs tokens, sentences and entities.
    """
    referents = resolved(setting_of(parse, lists()), weights())
    return tuple(tuple(referents.phrases[i].span for i in chain) for chain in referents.chains())


def resolved(setting: Setting, weight: Mapping[str, Mapping[str, float]]) -> Referents:
    """Join nouns and pronouns to what they stand for, from the first to the last, and give the referents."""
    for i in range(len(setting.referents.phrases)):
        chosen = antecedent(i, setting, weight)
        if chosen is not None and not setting.same(i, chosen):
            setting.referents.join(chosen, i)
    return setting.referents


def antecedent(i: int, setting: Setting, weight: Mapping[str, Mapping[str, float]]) -> int | None:
    """Give the phrase that phrase `i` takes up, or None."""
    phrase = setting.referents.phrases[i]
    if phrase.form is Form.NOUN:
        return nominals.antecedent(i, setting)
    if phrase.form is not Form.PRONOUN:
        return None
    if phrase.key == "i":
        return _speaker(i, setting)
    return pronouns.antecedent(i, setting, weight)


def _speaker(i: int, setting: Setting) -> int | None:
    """Give who says "I": the quotation's plain speaker, else the "I" before it in the same quotation or paragraph."""
    phrases = setting.referents.phrases
    inside = setting.quotation[phrases[i].head]
    if inside in setting.speakers:
        return setting.speakers[inside]
    before = next((j for j in range(i - 1, -1, -1) if phrases[j].key == "i" and setting.quotation[phrases[j].head] == inside), None)
    if before is None or inside >= 0:
        return before
    between = setting.syntax.parse.report.text[phrases[before].span.end : phrases[i].span.start]
    return before if setting.sentences[i] - setting.sentences[before] <= 1 and "\n" not in between else None
