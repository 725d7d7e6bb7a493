"""`communique agreements`: the agreements that events can be put to."""

from typing import Annotated

import typer

from communique.analyse.compliance import facts
from communique.reference.agreements import agreement as read
from communique.reference.agreements import ids
from communique.show.agreement_lines import agreement_lines, listing_lines


def agreements(
    agreement: Annotated[
        str | None, typer.Argument(help="An agreement's id, or a YAML file; without one, all are listed.", metavar="[AGREEMENT]")
    ] = None,
) -> None:
    """List the agreements that can be asked, or show one: parties, status, articles, exceptions, readings, sources.

    Example: communique agreements ru-nato-2021
    """
    lines = agreement_lines(read(agreement), facts()) if agreement else listing_lines(read(one) for one in ids())
    for line in lines:
        typer.echo(line)
