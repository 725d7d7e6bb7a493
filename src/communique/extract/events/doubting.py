"""What was read as an act and left out, told once for a report: where in doubt, no event."""

from collections import Counter
from collections.abc import Iterator

from communique.extract.events.scene import Scene
from communique.model.notice import Notice, Stage

_SHOWN = 3
"""How many words a notice shows."""


def doubted(scene: Scene) -> Iterator[Notice]:
    """Yield one notice of the acts of a report that are no events: how many, what they lack, and where the first stands."""
    if not scene.doubts:
        return
    parse = scene.parse
    lacks = Counter(d.lack for d in scene.doubts)
    words = list(dict.fromkeys(f"“{parse.text(d.token)}”" for d in scene.doubts))
    shown = ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")
    told = " and ".join(f"{n} {lack}" for lack, n in lacks.items())
    what = f"possible events are left out ({shown}): {told}"
    first = parse.tokens[scene.doubts[0].token].span
    yield Notice(Stage.EXTRACT, what, "Nothing needs doing; look there if an event is missing.", parse.report.file, parse.report.id, first)
