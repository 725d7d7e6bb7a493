"""Surnames that the network took for organisations, told by a full name in the report, or by the office or government behind them.

"Leonid Kuchma … Kuchma" is one person; so is whoever has a press secretary or an administration. Organisations have spokesmen too, so
before those only a surname counts that the report or the tables know.
"""

from dataclasses import replace

from communique.model.parse import Entity, Parse
from communique.model.span import Span
from communique.reference import Tables

_PERSONAL = ("press secretary", "administration", "presidency", "premiership", "cabinet", "loyalist", "loyalists")
"""What stands behind a person's name, hardly ever an organisation's."""
_SHARED = (
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "campaign",
    "government",
)
"""What stands behind persons' and organisations' names."""


def with_surnames(parse: Parse, tables: Tables) -> tuple[Entity, ...]:
    """Give the parse's entities with one-word organisations that are a person's surname as persons."""
    known, full = _known(parse, tables), _of_full_names(parse)
    return tuple(
        replace(e, label="PER") if e.label == "ORG" and _is_surname(parse, e, known | full, tables, sure=full) else e
        for e in parse.entities
    )


def _of_full_names(parse: Parse) -> frozenset[str]:
    """Give the last words of the persons whom the report names with more than one word."""
    names = (parse.report.text[e.start : e.end].split() for e in parse.entities if e.label == "PER")
    return frozenset(name[-1] for name in names if len(name) > 1)


def _known(parse: Parse, tables: Tables) -> frozenset[str]:
    """Give surnames: of the report's persons, and of heads of state whose government the tables name ("Obama administration")."""
    persons = {parse.report.text[e.start : e.end].split()[-1] for e in parse.entities if e.label == "PER"}
    return frozenset(persons | {b.name.split()[0] for b in tables.bodies if b.name.endswith(" administration")})


def _is_surname(parse: Parse, entity: Entity, known: frozenset[str], tables: Tables, *, sure: frozenset[str]) -> bool:
    words = parse.report.text[entity.start : entity.end]
    inside = parse.tokens_in(Span(entity.start, entity.end))
    if len(inside) != 1 or not words.istitle() or tables.matches(words) or tables.body(words):
        return False
    return words in sure or _stands_before(parse, inside[0], _PERSONAL) or (words in known and _stands_before(parse, inside[0], _SHARED))


def _stands_before(parse: Parse, i: int, phrases: tuple[str, ...]) -> bool:
    """Say whether one of the phrases follows token `i`, a possessive between them or not."""
    rest = parse.report.text[parse.tokens[i].end : parse.sentence_of(i).end].lstrip(" ").removeprefix("'s").removeprefix("’s").lstrip(" ")
    return any(rest == p or (rest.startswith(p) and not rest[len(p)].isalnum()) for p in phrases)
