"""What definite nouns stand for: the same noun again, "the diplomat" of a person so described, "the alliance" of a body so known.

Each rule links only where exactly one referent fits near by, or, further away, in the whole report so far.
"""

from collections.abc import Sequence

from communique.annotate.coreference.phrases import Form, Phrase
from communique.annotate.coreference.setting import Setting

NEAR = 5
"""Sentences within which a person or body so described must stand, where the report has several."""
AGAIN = 8
"""Sentences within which the same words are taken up again. Tuned on GUM's training part, as the next."""
SOON = 2
"""Sentences within which fewer words, or "the" after "a", do."""
_RANKS = frozenset(("deputy", "vice", "assistant", "former", "ex", "acting", "late"))
"""Words that make another office of the noun behind them."""


def antecedent(i: int, setting: Setting) -> int | None:
    """Give the phrase before phrase `i` (a definite noun) that it takes up, or None where none or several fit."""
    phrase = setting.referents.phrases[i]
    if not phrase.definite or phrase.owned:
        return None
    if phrase.sort in ("PER", "ORG") and not phrase.plural:
        if (own := _own_name(i, setting)) is not None:
            return own
        fitting = [j for j in setting.names if j < i and _described(phrase, j, setting)]
        if (found := _one(i, fitting, setting)) is not None:
            return found
    return None if phrase.restricted else _same_noun(i, setting)


def _own_name(i: int, setting: Setting) -> int | None:
    """Give the name inside a noun's phrase that names the same body ("the NATO alliance")."""
    phrase = setting.referents.phrases[i]
    known = setting.words.bodies.get(phrase.key, frozenset())
    inside = (j for j in setting.names if phrase.first <= setting.referents.phrases[j].first < phrase.head)
    return next((j for j in inside if " ".join(setting.names[j].words) in known), None)


def _same_noun(i: int, setting: Setting) -> int | None:
    """Give the nearest earlier noun with the same lemma, number and at least the same modifiers, where no other such noun competes."""
    referents, sentences = setting.referents, setting.sentences
    phrase = referents.phrases[i]
    for j in range(i - 1, -1, -1):
        other, distance = referents.phrases[j], sentences[i] - sentences[j]
        if distance > AGAIN:
            return None
        if other.form is not Form.NOUN or other.key != phrase.key or bool(other.plural) != bool(phrase.plural) or other.last > phrase.first:
            continue
        if distance > SOON and not (other.definite and other.modifiers == phrase.modifiers):
            return None
        if phrase.modifiers <= other.modifiers and referents.agree(i, j):
            return j
    return None


def _described(phrase: Phrase, j: int, setting: Setting) -> bool:
    """Say whether phrase `j` is a name that the noun can stand for by its descriptors (persons) or its own words (bodies)."""
    other, referent = setting.referents.phrases[j], setting.referents.of(j)
    if other.sort == phrase.sort == "PER":
        gender = setting.referents.gender[referent]
        return gender in ("", phrase.gender or gender) and _so_called(phrase, setting.referents.descriptors[referent], setting)
    if other.sort == phrase.sort == "ORG" and not phrase.modifiers:
        name = setting.names[j].words
        headed = phrase.key in (name[-1], name[0]) if len(name) > 1 else False
        return headed or " ".join(name) in setting.words.bodies.get(phrase.key, frozenset())
    return False


def _so_called(phrase: Phrase, known: set[str], setting: Setting) -> bool:
    """Say whether a person noun is one of the words said of a person, of the same rank, or more general than one of them."""
    if not phrase.modifiers <= known:
        return False
    if phrase.key in known and (known & _RANKS) <= phrase.modifiers:
        return True
    return bool(known & setting.words.roles.get(phrase.key, frozenset()))


def _one(i: int, fitting: Sequence[int], setting: Setting) -> int | None:
    """Give the last fitting name, if all of them, or all near by, are one referent."""
    near = [j for j in fitting if setting.sentences[i] - setting.sentences[j] <= NEAR]
    for some in (fitting, near):
        if some and len({setting.referents.of(j) for j in some}) == 1:
            return some[-1]
    return None
