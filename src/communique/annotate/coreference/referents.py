"""Referents while they are being found: which phrases are one, and what the report has told of each so far."""

from collections.abc import Sequence

from communique.annotate.coreference.phrases import Form, Phrase


class Referents:
    """Phrases joined into referents. A referent knows its sort, gender, number and descriptors from all its phrases."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = phrases
        self._of = list(range(len(phrases)))
        self.members: list[list[int]] = [[i] for i in range(len(phrases))]
        self.sort = [p.sort for p in phrases]
        self.gender = [p.gender for p in phrases]
        self.named = [p.form is Form.NAME for p in phrases]
        self.descriptors = [set(p.descriptors) for p in phrases]

    def of(self, i: int) -> int:
        """Give the number of the referent of phrase `i`."""
        return self._of[i]

    def agree(self, i: int, j: int) -> bool:
        """Say whether nothing known forbids that phrases `i` and `j` are one: gender, and person against thing."""
        a, b = self._of[i], self._of[j]
        genders, sorts = {self.gender[a], self.gender[b]} - {""}, {self.sort[a], self.sort[b]} - {""}
        return len(genders) < 2 and not ("PER" in sorts and len(sorts) > 1)

    def join(self, i: int, j: int) -> None:
        """Make phrases `i` and `j` one referent, and pool what is known."""
        a, b = sorted((self._of[i], self._of[j]))
        if a == b:
            return
        for k in self.members[b]:
            self._of[k] = a
        self.members[a] = sorted(self.members[a] + self.members[b])
        self.members[b] = []
        self.sort[a] = self.sort[a] or self.sort[b]
        self.gender[a] = self.gender[a] or self.gender[b]
        self.named[a] = self.named[a] or self.named[b]
        self.descriptors[a] |= self.descriptors[b]

    def chains(self) -> tuple[tuple[int, ...], ...]:
        """Give the phrases of each referent that has two or more, in order of the text."""
        return tuple(sorted(tuple(m) for m in self.members if len(m) > 1))
