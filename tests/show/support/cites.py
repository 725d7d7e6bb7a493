"""Every citation of an export, wherever it stands, and of what entry."""

from collections.abc import Iterator


def cites(value: object) -> Iterator[dict[str, object]]:
    """Yield every object with the keys of a citation, at any depth."""
    if isinstance(value, dict):
        if value.keys() == {"report", "start", "end", "quote"}:
            yield value
        for inner in value.values():
            yield from cites(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cites(inner)
