"""Statements of cases in words: who says something to whom, where, when, on what, for whom and through whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.extract.written import actors_of_case, parse_of_case

from communique.extract.statements import statements
from communique.model.actor import Named, Role, Who
from communique.model.mention import Statement
from communique.model.parse import Parse


def said_in(case: Mapping[str, Any]) -> tuple[list[Statement], list[Named]]:
    """Give the statements of a case, and its actors."""
    parse = parse_of_case(case)
    known = case.get("actors", ())
    actors = [replace(n, roles=_roles(parse, n, known)) for n in actors_of_case(parse, known)]
    return list(statements(parse, actors)), actors


def _roles(parse: Parse, named: Named, known: Sequence[Mapping[str, Any]]) -> tuple[Role, ...]:
    entry = next(e for e in known if e["name"] == named.name)
    return tuple(Role(r["title"], r.get("of"), (_place(parse, r["words"]),)) for r in entry.get("roles", ()))


def _place(parse: Parse, words: str) -> Any:
    start = parse.report.text.index(words)
    return parse.report.cite(start, start + len(words))


def in_words(statement: Statement, actors: Sequence[Named]) -> dict[str, Any]:
    """Give a statement as the cases write it; what is unknown is left out."""
    names = {n.id: n.name for n in actors}
    found: dict[str, Any] = {
        "cue": statement.cue.quote if statement.cue else None,
        "speaker": _quote(statement.speaker),
        "actor": names.get(statement.speaker.actor or ""),
        "to": _quote(statement.addressee),
        "channel": statement.channel,
        "day": statement.said_on.text,
        "about": [c.quote for c in statement.about],
        "behalf": names.get(statement.on_behalf_of or ""),
        "via": [_quote(v) for v in statement.via],
        "negated": statement.negated,
    }
    return {k: v for k, v in found.items() if v}


def _quote(who: Who | None) -> str | None:
    return who.cite.quote if who and who.cite else None
