"""Lemmas as edits of the word: cut so many characters, add these, keep or lower the case.

A rule is a short string, so that the trained classifier's classes are a list in the weights' settings file.
"""


def rule(word: str, lemma: str) -> str:
    """Give the edit that turns `word` into `lemma`: `a` keeps case, `l` lowers it, `=` replaces the word whole."""
    for case, base in (("a", word), ("l", word.lower())):
        shared = _shared_prefix(base, lemma)
        if shared and (shared >= 2 or shared == len(lemma) or len(base) <= 3):
            return f"{case}{len(base) - shared}{lemma[shared:]}"
    return "=" + lemma


def apply(rule: str, word: str) -> str:
    """Give the lemma that `rule` makes of `word`; a rule that would leave nothing leaves the word in lower case."""
    if rule.startswith("="):
        return rule[1:]
    base = word if rule[0] == "a" else word.lower()
    digits = next((i for i, c in enumerate(rule[1:], 1) if not c.isdigit()), len(rule))
    cut = int(rule[1:digits])
    if cut > len(base):
        return base.lower()
    return (base[: len(base) - cut] + rule[digits:]) or base.lower()


def _shared_prefix(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
