"""What definite nouns stand for: the same noun again, "the diplomat" of a person so described, "the alliance" of a body so known.

Each rule links only where exactly one referent fits near by, or, further away, in the whole report so far.
"""

from collections.abc import Sequence

from communique.annotate.coreference.phrases import Form, Phrase
from communique.annotate.coreference.setting import Setting

NEAR = 5
"""Sentences within which one fitting referent is enough, whatever came before."""
AGAIN = 12
"""Sentences within which the same noun is taken up again. Tuned on the training part of GUM."""


def antecedent(i: int, setting: Setting) -> int | None:
    """Give the phrase before phrase `i` (a definite noun) that it takes up, or None where none or several fit."""
    phrase = setting.referents.phrases[i]
    if not phrase.definite or any(m.startswith("'s") for m in phrase.modifiers):
        return None
    if (found := _same_noun(i, setting)) is not None:
        return found
    if phrase.plural:
        return None
    return _one(i, [j for j in setting.names if j < i and _described(phrase, j, setting)], setting)


def _same_noun(i: int, setting: Setting) -> int | None:
    referents, sentences = setting.referents, setting.sentences
    phrase = referents.phrases[i]
    for j in range(i - 1, -1, -1):
        if sentences[i] - sentences[j] > AGAIN:
            return None
        other = referents.phrases[j]
        if other.form is Form.NOUN and other.key == phrase.key and bool(other.plural) == bool(phrase.plural) and other.last <= phrase.first:
            if phrase.modifiers <= other.modifiers and referents.agree(i, j):
                return j
    return None


def _described(phrase: Phrase, j: int, setting: Setting) -> bool:
    """Say whether phrase `j` is a name that the noun can stand for by its descriptors (persons) or its own words (bodies)."""
    referents, words = setting.referents, setting.words
    other = referents.phrases[j]
    gender = referents.gender[referents.of(j)]
    if other.sort == "PER" and phrase.sort == "PER":
        known = referents.descriptors[referents.of(j)]
        fits = known & ({phrase.key} | words.roles.get(phrase.key, frozenset()))
        return bool(fits) and not (phrase.gender and gender and phrase.gender != gender) and len(phrase.modifiers) == 0
    if other.sort == "ORG" and phrase.sort in ("ORG", "") and not phrase.modifiers:
        name = setting.names[j]
        return phrase.key in name.words[1:] + name.words[:1] or " ".join(name.words) in words.bodies.get(phrase.key, frozenset())
    return False


def _one(i: int, fitting: Sequence[int], setting: Setting) -> int | None:
    near = [j for j in fitting if setting.sentences[i] - setting.sentences[j] <= NEAR]
    some = near or fitting
    return some[-1] if some and len({setting.referents.of(j) for j in some}) == 1 else None
