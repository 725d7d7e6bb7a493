"""The exceptions that Communique raises. Each message says what, where, why, and what to do.

CommuniqueError
├── CitationError    a quote is not at its span
├── DateError        a date is not EDTF, or says more than can be
├── ParseError       tokens, heads or relations do not form trees over a text
├── InputError       a path, an option or a row that the user gave cannot be used
├── PipelineError    a language pipeline cannot be loaded or gives the wrong labels
├── TableError       a table in data/ is wrong: file, line, value
├── RecordError      a dossier cannot be opened, read or written
│   └── NewerRecordError  a dossier was written by a newer Communique
└── ExportError      an export cannot be written
"""


class CommuniqueError(Exception):
    """Anything that Communique itself says is wrong."""


class CitationError(CommuniqueError):
    """A quote is not at its span, so the citation cannot exist."""


class DateError(CommuniqueError):
    """A date is not EDTF level 1 as the record writes it."""


class ParseError(CommuniqueError):
    """Tokens, heads or relations do not form trees over a text."""


class InputError(CommuniqueError):
    """A path, an option or a row that the user gave cannot be used."""


class PipelineError(CommuniqueError):
    """A language pipeline cannot be loaded, or does not give Universal Dependencies."""


class TableError(CommuniqueError):
    """A table in `data/` is wrong."""


class RecordError(CommuniqueError):
    """A dossier cannot be opened, read or written."""


class NewerRecordError(RecordError):
    """A dossier was written by a newer version."""


class ExportError(CommuniqueError):
    """An export cannot be written."""
