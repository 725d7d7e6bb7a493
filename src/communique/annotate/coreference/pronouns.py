"""What pronouns stand for: candidates before them, hard constraints of grammar, and a weighted sum of features over the rest.

The weights are fitted on the training part of GUM (`evaluation/coreference.py --fit`) and lie in `data/coreference_weights.yml`.
A pronoun stays alone where no candidate is likely enough: a wrong link is worse than a missed one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from communique.annotate.coreference.phrases import Form, Phrase
from communique.annotate.coreference.setting import Setting
from communique.annotate.coreference.syntax import Syntax

REACH = 3
"""Sentences before the pronoun's own in which candidates are looked for."""
CERTAIN = {"person": 0.5, "it": 0.55, "they": 0.5}
"""Least share of the weight that the best referent must have, by class. Tuned on the training part of GUM, precision first."""
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that a pronoun may stand for, and the features that speak for or against it."""

    phrase: int
    features: tuple[str, ...]


def class_of(phrase: Phrase) -> str:
    """Give the class of pronoun whose weights count: "person", "it" or "they"."""
    return "person" if phrase.key in ("he", "she") else phrase.key


def antecedent(i: int, setting: Setting, weights: Mapping[str, Mapping[str, float]]) -> int | None:
    """Give the phrase that pronoun `i` stands for, or None where no referent is likely enough."""
    kind = class_of(setting.referents.phrases[i])
    weight = weights[kind]
    scores = {c.phrase: exp(sum(weight.get(f, 0.0) for f in c.features)) for c in candidates(i, setting)}
    if not scores:
        return None
    by_referent: dict[int, float] = {}
    for j, score in scores.items():
        by_referent[setting.referents.of(j)] = by_referent.get(setting.referents.of(j), 0.0) + score
    best = max(by_referent, key=lambda r: (by_referent[r], -r))
    if by_referent[best] < CERTAIN[kind] * (sum(by_referent.values()) + exp(weight.get("none", 0.0))):
        return None
    return max((j for j in scores if setting.referents.of(j) == best), key=lambda j: (scores[j], j))


def candidates(i: int, setting: Setting) -> Iterator[Candidate]:
    """Yield the phrases that grammar lets pronoun `i` stand for, nearest first, then those after it in its sentence."""
    phrases, sentences = setting.referents.phrases, setting.sentences
    rank = 0
    for j in range(i - 1, -1, -1):
        if sentences[i] - sentences[j] > REACH:
            break
        if _possible(i, j, setting):
            yield Candidate(j, tuple(_features(i, j, setting, rank)))
            rank += 1
    for j in range(i + 1, len(phrases)):
        if sentences[j] != sentences[i]:
            break
        if _announced(i, j, setting) and _possible(i, j, setting):
            yield Candidate(j, ("ahead", "ahead:" + setting.syntax.role(phrases[i].head), "ahead:" + phrases[j].form))


def _announced(i: int, j: int, setting: Setting) -> bool:
    """Say whether phrase `j` is the subject of a clause that the pronoun's phrase stands before and hangs below."""
    a, b = setting.referents.phrases[i], setting.referents.phrases[j]
    syntax, tokens = setting.syntax, setting.syntax.parse.tokens
    if b.form is not Form.NAME or syntax.base[b.head] != "nsubj":
        return False
    return tokens[b.head].head in syntax.parse.ancestors(a.head) and tokens[a.head].head != tokens[b.head].head


def _possible(i: int, j: int, setting: Setting) -> bool:
    """Say whether agreement and binding let pronoun `i` stand for phrase `j`."""
    referents, syntax = setting.referents, setting.syntax
    pronoun, other = referents.phrases[i], referents.phrases[j]
    return _agrees(pronoun, other, referents.gender[referents.of(j)], referents.sort[referents.of(j)]) and _free(i, j, setting, syntax)


def _agrees(pronoun: Phrase, other: Phrase, gender: str, sort: str) -> bool:
    if other.form is Form.PRONOUN:
        return other.key == pronoun.key
    if pronoun.key == "they":
        return bool(other.plural) or sort == "ORG" or (sort == "" and other.form is Form.NAME)
    if other.plural or other.form is Form.GROUP:
        return False
    if pronoun.key == "it":
        return sort != "PER" and gender == ""
    return sort == "PER" and gender in ("", pronoun.gender)


def _free(i: int, j: int, setting: Setting, syntax: Syntax) -> bool:
    """Binding: a reflexive stands for its clause's subject, another object never does; nothing stands for what it is part of."""
    pronoun, other = setting.referents.phrases[i], setting.referents.phrases[j]
    same = setting.sentences[i] == setting.sentences[j]
    if same and other.first <= pronoun.head < other.last and not _in_clause_of(pronoun.head, other.head, syntax):
        return False
    if syntax.parse.text(pronoun.head).lower() in _REFLEXIVE:
        mine = syntax.clause[pronoun.head]
        return same and (mine == syntax.clause[other.head] or syntax.subject[mine] == other.head)
    if syntax.parse.tokens[pronoun.head].rel != "nmod:poss" and _bound(i, j, setting):
        return False
    if syntax.base[pronoun.head] == "nsubj" and _commands_name(i, j, setting):
        return False
    quotation = setting.quotation[pronoun.head]
    return quotation not in setting.speakers or not setting.same(setting.speakers[quotation], j)


def _commands_name(i: int, j: int, setting: Setting) -> bool:
    """Say whether the referent of `j` is named below the verb whose subject pronoun `i` is ("He said that Biden ..."): then they differ."""
    phrases, tokens = setting.referents.phrases, setting.syntax.parse.tokens
    verb = tokens[phrases[i].head].head
    later = (k for k in setting.referents.members[setting.referents.of(j)] if k > i and setting.sentences[k] == setting.sentences[i])
    return any(phrases[k].form is Form.NAME and setting.syntax.within(phrases[k].head, verb) for k in later)


def _bound(i: int, j: int, setting: Setting) -> bool:
    """Say whether the pronoun and any phrase of the candidate's referent are subject and object of one verb."""
    phrases, syntax = setting.referents.phrases, setting.syntax
    pronoun = phrases[i].head
    for k in setting.referents.members[setting.referents.of(j)]:
        if setting.sentences[k] == setting.sentences[i]:
            heads = phrases[k].members or (phrases[k].head,)
            if any(syntax.co_arguments(pronoun, h) or syntax.co_arguments(h, pronoun) for h in heads):
                return True
    return False


def _in_clause_of(inner: int, outer: int, syntax: Syntax) -> bool:
    """Say whether `inner` stands in a relative or other clause that belongs to `outer` ("the man who sold his car")."""
    return syntax.clause[inner] != syntax.clause[outer] and syntax.within(inner, outer)


def _features(i: int, j: int, setting: Setting, rank: int) -> Iterator[str]:
    """Yield the names of what holds of pronoun `i` and candidate `j`; `rank` counts the possible candidates nearer than it."""
    referents, syntax = setting.referents, setting.syntax
    pronoun, other, referent = referents.phrases[i], referents.phrases[j], referents.of(j)
    distance = setting.sentences[i] - setting.sentences[j]
    mine, its = syntax.role(pronoun.head), syntax.role(other.head)
    near = "same" if distance == 0 else "last" if distance == 1 else "far"
    yield f"distance {distance}"
    yield f"rank {min(rank, 8)}"
    yield f"{near} {its}"
    yield f"{mine} < {its}" if mine in ("subj", "obj", "poss", "obl") and its in ("subj", "obj", "poss", "obl", "nmod") else "roles other"
    yield f"{near} {other.form}" + ("" if other.form is not Form.NOUN or other.definite else " indefinite")
    yield f"sort {referents.sort[referent] or 'other'} {other.form}"
    if pronoun.gender and referents.gender[referent]:
        yield "gender"
    earlier = sum(1 for k in referents.members[referent] if k < i)
    yield f"earlier {min(earlier, 6)}"
    if referents.named[referent]:
        yield "named"
    if distance == 0:
        yield from _nearness(pronoun, other, syntax)
    elif other.first == syntax.parse.sentence_of(other.head).first or syntax.clause[other.head] == syntax.parse.tokens[other.head].head:
        yield "clause subject" if its == "subj" else "clause part"
    a, b = setting.quotation[pronoun.head], setting.quotation[other.head]
    yield "quotation " + ("none" if a < 0 and b < 0 else "same" if a == b else "mine" if b < 0 else "its" if a < 0 else "two")


def _nearness(pronoun: Phrase, other: Phrase, syntax: Syntax) -> Iterator[str]:
    """Yield what holds of a pronoun and a candidate in one sentence: same clause, or subject of the clause above."""
    mine, its = syntax.clause[pronoun.head], syntax.clause[other.head]
    if mine == its:
        yield "clause same"
        if syntax.subject[mine] == other.head:
            yield "clause same subject"
        return
    if syntax.subject[mine] == other.head:
        yield "shared subject"
    above = next((a for a in syntax.parse.ancestors(mine) if syntax.clause[a] == a), -1)
    if above >= 0 and syntax.subject[above] == other.head:
        yield f"above {syntax.base[mine]}"
    elif above >= 0 and its == above:
        yield "above other"
    if syntax.within(pronoun.head, other.head):
        yield "modifies"
