"""The words that carry other people's words, from `data/saying.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.model.parse import Parse
from communique.reference.lexicon import lexicon

FILE = "saying.yml"


@dataclass(frozen=True, slots=True)
class Saying:
    """The lexicon: lemmas in lower case. `channels` and `channel_verbs` give the channel of a noun and of a verb.

    `things` and nouns with one of `thing_endings` cannot speak, unless they are among `speaking_nouns`.
    `reporting` verbs take a reported clause; `voiced` ones do where their subject can speak, `shown` ones where it is `evidence` or a name.
    `headline_sources` are nouns that headlines set apart as who speaks.
    """

    clause: frozenset[str]
    quotation: frozenset[str]
    phrasal: frozenset[str]
    stance: frozenset[str]
    relayed: frozenset[str]
    addressing: frozenset[str]
    speaking: frozenset[str]
    asked: frozenset[str]
    published: frozenset[str]
    describing: frozenset[str]
    spokesmen: frozenset[str]
    utterances: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    speaking_nouns: frozenset[str]
    mute_pronouns: frozenset[str]
    channels: Mapping[str, str]
    channel_verbs: Mapping[str, str]
    reporting: frozenset[str]
    voiced: frozenset[str]
    shown: frozenset[str]
    evidence: frozenset[str]
    headline_sources: frozenset[str]
    verbs: frozenset[str]
    """Every verb that can carry a quotation."""


@cache
def saying() -> Saying:
    """Give the lexicon, read once. Raises `TableError` where a section is missing or names no source."""
    table = lexicon(FILE)
    words, things, clauses = table["verbs"], table["things"], table["clauses"]
    return Saying(
        clause=words["clause"],
        quotation=words["quotation"],
        phrasal=words["phrasal"],
        stance=words["stance"],
        relayed=words["relayed"],
        addressing=words["addressing"],
        speaking=words["speaking"],
        asked=words["asked"],
        published=words["published"],
        describing=words["describing"],
        spokesmen=table["spokesmen"]["words"],
        utterances=table["utterances"]["words"],
        things=things["nouns"],
        thing_endings=tuple(sorted(things["endings"])),
        speaking_nouns=things["speaking"],
        mute_pronouns=things["pronouns"],
        channels=_by_word(table["channels"]),
        channel_verbs=_by_word(table["channel_verbs"]),
        reporting=clauses["say"],
        voiced=clauses["voiced"],
        shown=clauses["shown"],
        evidence=clauses["evidence"],
        headline_sources=clauses["headlines"],
        verbs=words["clause"] | words["quotation"] | words["stance"],
    )


def _by_word(section: Mapping[str, frozenset[str]]) -> dict[str, str]:
    return {word: name for name, words in section.items() for word in words}


def is_saying(parse: Parse, i: int) -> bool:
    """Say whether a token is a verb of the lexicon, not a participle with its noun (`a class called “…”`, `proposed “…”`)."""
    token = parse.tokens[i]
    if token.upos != "VERB" or token.rel == "amod" or (token.rel == "acl" and token.has("VerbForm=Part") and token.has("Tense=Past")):
        return False
    return bool(lemmas(parse, i) & saying().verbs) or _phrasal(parse, i)


def introduces(parse: Parse, i: int) -> bool:
    """Say whether a token is a verb that can lead to a quotation by itself (`said`, `added`; not `accused`, `called`)."""
    return bool(lemmas(parse, i) & (saying().clause | saying().quotation)) or _phrasal(parse, i)


def reports(parse: Parse, i: int) -> bool:
    """Say whether a token is a verb that can carry a reported clause (`said that`, `showed that`; not `thought that`)."""
    if parse.tokens[i].upos != "VERB":
        return False
    behind = f"-{parse.text(i + 1).lower()}" if i + 1 < len(parse.tokens) else "-"
    known = lemmas(parse, i)
    return bool(known & (saying().reporting | saying().voiced | saying().shown)) or any(k + behind in saying().reporting for k in known)


def talks(parse: Parse, i: int) -> bool:
    """Say whether a token is a verb whose subject talks, in whatever words (`attacked the deal`, `spoke to reporters`)."""
    return is_saying(parse, i) or (parse.tokens[i].upos == "VERB" and bool(lemmas(parse, i) & saying().speaking))


def lemmas(parse: Parse, i: int) -> frozenset[str]:
    """Give what may be a verb's lemma: the parse's, and what is left without an ending, for unseen words are lemmatised badly."""
    return _stems(parse.text(i).lower(), parse.tokens[i].lemma.lower())


@lru_cache(maxsize=1 << 16)
def _stems(form: str, lemma: str) -> frozenset[str]:
    stems = [form[: -len(e)] for e in ("s", "es", "d", "ed", "ing") if form.endswith(e)]
    stems += [form[:-3] + "y"] if form.endswith("ied") else []
    stems += [s[:-1] for s in stems if len(s) > 3 and s[-1] == s[-2]]
    return frozenset([lemma, lemma + "e", form, *stems, *(s + "e" for s in stems)])


def _phrasal(parse: Parse, i: int) -> bool:
    """Say whether a verb says something together with the word behind it (`went on`, `fired back`, `put it`)."""
    behind = parse.text(i + 1).lower() if i + 1 < len(parse.tokens) else ""
    return any(f"{lemma}-{behind}" in saying().phrasal for lemma in lemmas(parse, i))
