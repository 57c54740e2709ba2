"""What reading a file gives."""

import msgspec

from bulletins.document import Document, Finding


class Reading(msgspec.Struct, frozen=True):
    """A Document, and what the reader has to say about how it came by it."""

    document: Document
    findings: tuple[Finding, ...] = ()
