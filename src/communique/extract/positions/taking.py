"""One stance as it was found in the tree, before it is known whose it is."""

from dataclasses import dataclass

from communique.model.kinds import PositionStance


@dataclass(frozen=True, slots=True)
class Taking:
    """The word that takes a stance on `object`, runs of tokens; `holder` is the head of whose it is, None for the speaker's own."""

    word: int
    object: tuple[tuple[int, ...], ...]
    stance: PositionStance
    holder: int | None
    why: str
    expressed: bool = True

    @property
    def head(self) -> tuple[int, ...]:
        """The first run of the object."""
        return self.object[0]


TURNED = {
    PositionStance.SUPPORTS: PositionStance.REJECTS,
    PositionStance.ACCEPTS: PositionStance.REJECTS,
    PositionStance.REJECTS: PositionStance.ACCEPTS,
}
"""What a denial makes of a stance; "did not demand" and "is not undecided" say nothing, and who does not oppose lets it be."""

TOLD = {
    PositionStance.DEMANDS: "asks for it",
    PositionStance.SUPPORTS: "is for it",
    PositionStance.ACCEPTS: "lets it be",
    PositionStance.REJECTS: "is against it",
    PositionStance.UNDECIDED: "leaves it open",
    PositionStance.CONDITIONAL: "depends on a condition",
}
"""What each stance says of the object, for the derivation."""
