"""Issues: what is at stake, each as a proposition that one can agree with."""

from dataclasses import dataclass

from communique.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Issue:
    """A proposition ("NATO admits no new members") towards which every stance is.

    `source`: "codebook", "provision", "package" (what one side proposes as a whole) or "proposed"; `provisions`: ids of the provisions
    that lay it down; `terms`: words that it is known by; `examples`: the user's sentences for it; `cites`: the words that it was read
    from, none for the user's own; `together`: of a package, the words that say that its parts stand or fall together.
    """

    id: str
    label: str
    proposition: str
    source: str
    parent: str | None = None
    provisions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    together: tuple[Citation, ...] = ()
