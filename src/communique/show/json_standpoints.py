"""Documents, issues, positions, conditions, commitments and conflicts as the manual's record format names them."""

from communique.model.conflict import Conflict
from communique.model.issue import Issue
from communique.model.mention import Commitment, Condition, Document, Number, Position
from communique.show.json_parts import Json, cites, figures, voices, when, who, whos


def document(given: Document) -> Json:
    """Give a document that reports speak of."""
    return {
        "id": given.id,
        "kind": given.kind.value,
        "title": given.title,
        "by": whos(given.by),
        "to": whos(given.to),
        "status": None if given.status is None else given.status.value,
        "due": when(given.due),
        "dated": when(given.dated),
        "according_to": voices(given.according_to),
        "why": given.why,
        "cites": cites(given.cites),
    }


def issue(given: Issue) -> Json:
    """Give an issue, the proposition that stances are towards."""
    return {
        "id": given.id,
        "label": given.label,
        "proposition": given.proposition,
        "parent": given.parent,
        "provisions": sorted(given.provisions),
        "terms": sorted(given.terms),
        "source": given.source,
        "together": cites(given.together),
        "cites": cites(given.cites),
    }


def position(given: Position) -> Json:
    """Give where an actor stands; `actor` is its id, `actor_cite` the words that name it."""
    return {
        "id": given.id,
        "actor": given.actor.actor,
        "actor_cite": None if given.actor.cite is None else cites([given.actor.cite])[0],
        "issue": given.issue,
        "object": cites(given.object),
        "stance": given.stance.value,
        "on": when(given.on),
        "statement": given.statement,
        "expressed": given.expressed,
        "figures": figures(given.figures),
        "why": given.why,
        "according_to": voices(given.according_to),
        "cites": cites(given.cites),
    }


def condition(given: Condition) -> Json:
    """Give a threat, promise or warning with its condition and its consequence."""
    return {
        "id": given.id,
        "kind": given.kind.value,
        "speaker": who(given.speaker),
        "statement": given.statement,
        "target": whos(given.target),
        "by": whos(given.by),
        "condition": cites(given.condition),
        "consequence": cites(given.consequence),
        "figures": figures(given.figures),
        "why": given.why,
        "cites": cites(given.cites),
    }


def commitment(given: Commitment) -> Json:
    """Give what an actor is said to have promised."""
    return {
        "id": given.id,
        "by": who(given.by),
        "to": whos(given.to),
        "on": when(given.on),
        "wording": cites(given.wording),
        "scope": given.scope,
        "according_to": voices(given.according_to),
        "figures": figures(given.figures),
        "why": given.why,
        "cites": cites(given.cites),
    }


def number(given: Number) -> Json:
    """Give a number that no other entry holds."""
    (told,) = figures(given.figures)
    return {"id": given.id, **told, "why": given.why, "cites": cites(given.cites)}


def conflict(given: Conflict) -> Json:
    """Give a conflict with all its sides."""
    sides = [{"value": s.value, "cites": cites(s.cites), "source": s.source} for s in sorted(given.sides, key=lambda s: (s.value, s.cites))]
    return {"id": given.id, "kind": given.kind.value, "about": given.about, "sides": sides, "why": given.why}
