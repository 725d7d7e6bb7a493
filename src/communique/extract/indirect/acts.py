"""The verbs and nouns of the acts of speech, by what they take, from `data/speech_acts.yml`; read once, when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from communique.extract.saying import lemmas
from communique.model.parse import Parse
from communique.reference.lexicon import lexicon

FILE = "speech_acts.yml"
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Acts:
    """The lexicon: lemmas in lower case, and for verbs and nouns with a preposition these by preposition.

    `beginnings` are the first letters of its verbs: most words of a text are set aside by them.
    """

    directives: frozenset[str]
    commitments: frozenset[str]
    silence: Mapping[str, frozenset[str]]
    of_things: frozenset[str]
    agents: frozenset[str]
    agent_endings: tuple[str, ...]
    gerunds: frozenset[str]
    charges: Mapping[str, frozenset[str]]
    matters: Mapping[str, frozenset[str]]
    objects: frozenset[str]
    promising: frozenset[str]
    pointing: frozenset[str]
    backing: frozenset[str]
    only_with: tuple[tuple[frozenset[str], frozenset[str]], ...]
    reporting: frozenset[str]
    deciding: frozenset[str]
    deciders: frozenset[str]
    informants: frozenset[str]
    guests: frozenset[str]
    stands: frozenset[str]
    appraisals: Mapping[str, frozenset[str]]
    voicing: frozenset[str]
    voiced: frozenset[str]
    utterances: Mapping[str, frozenset[str]]
    unattributed: frozenset[str]
    supports: frozenset[str]
    beginnings: frozenset[str]
    verbs: frozenset[str]
    """Every verb of the lexicon, with its particle where it has one."""


@cache
def acts() -> Acts:
    """Give the lexicon, read once. Raises `TableError` where a section is missing or names no source."""
    table = lexicon(FILE)
    sections = (table[name] for name in ("commitments", "objects", "feelings", "utterances"))
    commitments, objects, feelings, utterances = sections
    found = Acts(
        directives=table["directives"]["verbs"],
        commitments=commitments["verbs"],
        silence=table["silence"],
        of_things=commitments["of_things"],
        agents=commitments["agents"],
        agent_endings=tuple(sorted(commitments["agent_endings"])),
        gerunds=table["gerunds"]["verbs"],
        charges=table["charges"],
        matters=table["matters"],
        objects=objects["verbs"] | objects["stands"],
        promising=objects["promising"],
        pointing=objects["pointing"],
        backing=objects["backing"],
        only_with=(
            (objects["answering"], objects["offers"]),
            (objects["threatening"], objects["threats"]),
            (objects["stands"], objects["proposals"]),
        ),
        reporting=objects["reporting"],
        deciding=objects["deciding"],
        deciders=objects["deciders"],
        informants=objects["informants"],
        guests=objects["guests"],
        stands=objects["stands"],
        appraisals=table["appraisals"],
        voicing=feelings["verbs"],
        voiced=feelings["nouns"],
        utterances={k: v for k, v in utterances.items() if k != "unattributed"},
        unattributed=utterances["unattributed"],
        supports=table["supports"]["verbs"],
        beginnings=frozenset(),
        verbs=frozenset(),
    )
    return replace(found, verbs=_verbs(found), beginnings=frozenset(v[:_BEGINNING] for v in _verbs(found)))


def _verbs(found: Acts) -> frozenset[str]:
    by_preposition = (v for table in (found.charges, found.matters, found.appraisals) for v in table.values())
    return found.directives.union(found.commitments, found.gerunds, found.objects, found.voicing, *by_preposition)


def act_of(parse: Parse, i: int) -> str | None:
    """Give the verb of the lexicon that a token is, with its particle (`call-on`), or None."""
    form = parse.text(i).lower()
    if not {form[:_BEGINNING], parse.tokens[i].lemma.lower()[:_BEGINNING]} & acts().beginnings:
        return None
    behind = parse.text(i + 1).lower() if i + 1 < len(parse.tokens) else ""
    found = sorted(lemmas(parse, i) | _undoubled(form))
    return next((v for v in (*(f"{f}-{behind}" for f in found), *found) if v in acts().verbs), None)


def _undoubled(form: str) -> frozenset[str]:
    """Give the stem of a form whose last consonant is doubled before its ending (`referred`)."""
    stems = [form[: -len(e)] for e in ("ed", "ing") if form.endswith(e)]
    return frozenset(s[:-1] for s in stems if len(s) > 3 and s[-1] == s[-2])
