"""One place where a pattern fits, as the rules see it: its words by group name, and the scene they are read in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from communique.annotate.times.lexing import Words
from communique.annotate.times.scene import Anchor, Direction, Scene


@dataclass(frozen=True, slots=True)
class Place:
    """A pattern's match over `words.kinds`; `looks` says which way the governing verb looks (asked only where it matters)."""

    words: Words
    match: re.Match[str]
    scene: Scene
    looks: Callable[[], Direction]

    @property
    def anchor(self) -> Anchor | None:
        """The date this place counts from."""
        return self.scene.anchor

    @property
    def start(self) -> int:
        """The first character."""
        return self.words.starts[self.match.start()]

    def has(self, name: str) -> bool:
        """Say whether the group `name` took part."""
        return name in self.match.re.groupindex and self.match[name] is not None and self.match.end(name) > self.match.start(name)

    def at(self, name: str) -> tuple[int, ...]:
        """Give the words of the group `name`."""
        return tuple(range(*self.match.span(name))) if self.has(name) else ()

    def worth(self, name: str) -> str:
        """Give the worth of the group's last word, "" where it did not take part."""
        at = self.at(name)
        return self.words.worths[at[-1]] if at else ""

    def form(self, name: str) -> str:
        """Give the group's text in lower case, "" where it did not take part."""
        at = self.at(name)
        return self.words.text[self.words.starts[at[0]] : self.words.ends[at[-1]]].lower() if at else ""

    def before(self, back: int = 1) -> str:
        """Give the word `back` words before the match as it stands, "" at the text's start."""
        i = self.match.start() - back
        return self.words.form(i) if i >= 0 else ""

    def after(self) -> str:
        """Give the word after the match as it stands, "" at the text's end."""
        i = self.match.end()
        return self.words.form(i) if i < len(self.words.starts) else ""
