"""Plain text: the report's text is exactly the decoded file, line ends included, so that offsets are the file's own."""

from collections.abc import Iterator

from communique.model.notice import Notice
from communique.model.report import Report
from communique.read.decoding import Undecodable, decoded
from communique.read.draft import Draft, notice, reported


def text_reports(file: str, raw: bytes, *, locator: str) -> Iterator[Report | Notice]:
    """Yield the report of a text file, or a notice that says why there is none."""
    found = decoded(raw)
    if isinstance(found, Undecodable):
        yield notice(file, f"{found.why}, so it was not read", "Save it as UTF-8 text or HTML.")
        return
    differs = found.text.encode("utf-8") != raw
    draft = Draft(file, locator, raw, found.text, encoding=found.encoding, original=raw if differs else None)
    for item in reported(draft):
        yield item
        if isinstance(item, Report) and found.replaced:
            what = f"{found.replaced} of its bytes are not UTF-8 and stand as \N{REPLACEMENT CHARACTER} in the text"
            yield notice(file, what, "Save it as UTF-8.", report=item.id)
